import { constants } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../../config/config.ts'
import { ifThere } from '../../ground/files.ts'
import { differingLines, drifted } from '../generated.ts'
import { stampedFiles } from '../../pages/stamped-file.ts'
import type { TaskId } from '../../config/catalog.ts'
import { cronLines, workflowFile, type CronLines } from '../workflow-drift.ts'
import { after, notAsked, ok, problem, type Check, type Finding } from './check.ts'
import { plural } from './data.ts'

/** Workflows that belong to no task: the one that all tasks call, and the clock. */
const SHARED_WORKFLOWS = ['.github/workflows/run-task.yml', '.github/workflows/clock.yml']
const CONFIG_FIRST = 'It depends on the configuration, which has to be mended first.'

/** The folders that tasks write to and are started from. */
export function folderChecks(root: string, config: () => Promise<Config>, tasks: readonly TaskId[]): Check[] {
  const withConfig = (ask: (config: Config) => Finding | Promise<Finding>) => after(config, CONFIG_FIRST, ask)
  return [
    {
      name: 'output folder',
      ask: () => withConfig(async ({ outputDir }) => judgeOutput(outputDir, await lookAt(root, outputDir))),
    },
    {
      name: 'workflow files',
      async ask() {
        const files = [...SHARED_WORKFLOWS, ...tasks.map(workflowFile)]
        const states = await Promise.all(files.map((file) => stateOf(join(root, file))))
        return judgeWorkflowFiles(
          files.length,
          files.filter((_, index) => states[index] !== 'file'),
        )
      },
    },
    {
      name: 'cron lines',
      ask: () => withConfig(async (config) => judgeCronLines(await cronLines(root, config, tasks))),
    },
  ]
}

/** A folder as it was found. `writable` is that of the folder itself, or of the one it would be made in. */
export interface Folder {
  state: 'folder' | 'file' | 'absent'
  writable: boolean
  names: readonly string[]
}

export function judgeOutput(folder: string, { state, writable, names }: Folder): Finding {
  if (state === 'file')
    return problem(`A file is called “${folder}”, where the output folder should be.`, `Rename or delete that file.`)
  if (!writable)
    return problem(
      `${folder}/ ${state === 'absent' ? 'is not there and cannot be made' : 'may not be written to'} from here.`,
      'Give yourself the right to write to it (on Linux and macOS: chmod u+w).',
    )
  if (state === 'absent') return notAsked(`${folder}/ is not there yet; the first run makes it.`)
  const files = stampedFiles(names)
  const newest = files[0]
  return ok(
    `${folder}/ is there: ${newest ? `${plural(files.length, 'file')}, the newest ${newest.name}` : 'nothing written yet'}`,
  )
}

function judgeWorkflowFiles(all: number, missing: readonly string[]): Finding {
  if (missing.length === 0) return ok(`all ${all} are in .github/workflows`)
  return problem(
    `Missing: ${missing.join(', ')}.`,
    'Bring them back from git’s history or from the template: without them nothing wakes the tasks, and there is no button.',
  )
}

function judgeCronLines({ workflows }: CronLines): Finding {
  const behind = drifted(workflows)
  if (behind.length === 0)
    return ok(`those of ${plural(workflows.length, 'workflow')} are what config/app.json asks for`)
  const lines = behind.flatMap((workflow) => [workflow.file, ...differingLines(workflow).map((line) => line.trim())])
  return problem(
    [
      'They lag behind config/app.json; until they follow, the clock starts those tasks, up to a few hours late:',
      ...lines,
    ].join('\n'),
    'npm run sync-workflows, then commit. On the web: put the lines with + in the place of those with - and commit.',
  )
}

async function lookAt(root: string, folder: string): Promise<Folder> {
  const state = await stateOf(join(root, folder))
  const names = state === 'folder' ? await readdir(join(root, folder)) : []
  return {
    state,
    names,
    writable: await isWritable(root, state === 'absent' ? await nearestFolder(root, folder) : folder),
  }
}

async function nearestFolder(root: string, folder: string): Promise<string> {
  const parent = dirname(folder)
  return parent === '.' || (await stateOf(join(root, parent))) === 'folder' ? parent : nearestFolder(root, parent)
}

async function stateOf(path: string): Promise<Folder['state']> {
  try {
    const found = await ifThere(stat(path))
    return found === null ? 'absent' : found.isDirectory() ? 'folder' : 'file'
  } catch (error) {
    // A file stands where one of the folders above should be.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return 'file'
    throw error
  }
}

async function isWritable(root: string, folder: string): Promise<boolean> {
  try {
    await access(join(root, folder), constants.W_OK)
    return true
  } catch {
    return false
  }
}

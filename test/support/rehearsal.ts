import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { linkProductionPackages, playNpmRun } from './rehearsal-install.ts'
import type { Remote } from './rehearsal-remote.ts'
import { allows, fill, fillText, type Contexts } from './workflow-expressions.ts'
import type { Step } from './workflow-files.ts'
import { planned, REPOSITORY, RUN_ID, type Event, type PlannedJob } from './workflow-plan.ts'

export interface Annotation {
  level: string
  title: string
  message: string
}

export interface StepResult {
  name: string
  outcome: 'success' | 'failure' | 'skipped'
  /** Null for an action, and for a step that did not run. */
  exitCode: number | null
  /** All it printed, as the log shows it but for the masking of secrets. */
  output: string
  /** What it added to the job summary. */
  summary: string
  annotations: Annotation[]
}

export interface JobResult {
  name: string
  conclusion: 'success' | 'failure' | 'skipped'
  steps: StepResult[]
}

export interface RunResult {
  runName: string
  jobs: JobResult[]
  /** Those of all steps together. */
  summary: string
  output: string
  annotations: Annotation[]
}

/** Nothing here takes longer; the job's own limit counts minutes. */
const STEP_LIMIT = 120_000

/** `npm ci` is really run, from the registry, with REHEARSAL_NPM=1; otherwise `linkProductionPackages` plays it. */
const REAL_INSTALL = process.env['REHEARSAL_NPM'] === '1'

/**
 * Runs a workflow of the remote's main branch the way GitHub would: every job in a workspace of its own, the `run:` steps
 * as they stand, the `uses:` steps played by what they come down to on a machine that has node and git.
 * @param services Variables of the machine itself: where outside services are, which on a real runner nobody says.
 */
export async function rehearse(
  file: string,
  remote: Remote,
  event: Event,
  services: Record<string, string> = {},
): Promise<RunResult> {
  const { runName, jobs } = planned(file, remote.workflows(), event)
  const results: JobResult[] = []
  for (const job of jobs) results.push(job.runs ? await runJob(job, remote, file, services) : skipped(job))
  const steps = results.flatMap((job) => job.steps)
  return {
    runName,
    jobs: results,
    summary: steps.map(({ summary }) => summary).join(''),
    output: steps.map(({ output }) => output).join(''),
    annotations: steps.flatMap(({ annotations }) => annotations),
  }
}

function skipped({ name }: PlannedJob): JobResult {
  return { name, conclusion: 'skipped', steps: [] }
}

async function runJob(
  { name, job, contexts }: PlannedJob,
  remote: Remote,
  file: string,
  services: Record<string, string>,
): Promise<JobResult> {
  const machine = new Machine(remote, contexts, file, services)
  try {
    const steps: StepResult[] = []
    for (const step of job.steps!) {
      const failed = steps.some(({ outcome }) => outcome === 'failure')
      steps.push(await machine.run(step, failed))
    }
    return { name, conclusion: steps.some(({ outcome }) => outcome === 'failure') ? 'failure' : 'success', steps }
  } finally {
    machine.remove()
  }
}

/**
 * A folder that no other machine has at the same time. Its name comes round again, so that tsx finds in its cache what it
 * has translated there before, as it would not under another path.
 */
function ownFolder(): string {
  for (let place = 1; ; place++) {
    const folder = join(tmpdir(), `aime-runner-${process.getuid?.() ?? ''}-${place}`)
    try {
      mkdirSync(folder)
      return folder
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** A runner's machine: its folders and its environment, with nothing of the machine the test runs on but the path. */
class Machine {
  private readonly folder = ownFolder()
  private readonly workspace = join(this.folder, 'records', 'records')
  private readonly temp = join(this.folder, '_temp')
  private readonly home = join(this.folder, 'home')
  private readonly base: Record<string, string>
  private readonly remote: Remote
  private readonly contexts: Contexts
  private steps = 0

  constructor(remote: Remote, contexts: Contexts, file: string, services: Record<string, string>) {
    this.remote = remote
    this.contexts = contexts
    for (const folder of [this.workspace, this.temp, this.home]) mkdirSync(folder, { recursive: true })
    const github = contexts['github'] as { event_name: string; actor: string; event: unknown }
    const event = join(this.temp, 'event.json')
    writeFileSync(event, JSON.stringify(github.event))
    this.base = {
      ...services,
      PATH: [join(this.home, 'bin'), commandsOf(process.env['PATH'] ?? '')].join(delimiter),
      HOME: this.home,
      LANG: 'C.UTF-8',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: github.actor,
      // Nothing here stands for GitHub's API, and a run must not reach the real one.
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_EVENT_NAME: github.event_name,
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: RUN_ID,
      GITHUB_RUN_NUMBER: '7',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: remote.head(),
      GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/${file}@refs/heads/main`,
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_OS: 'Linux',
      RUNNER_TEMP: this.temp,
    }
  }

  async run(step: Step, failed: boolean): Promise<StepResult> {
    const name = step.name ?? step.uses ?? 'Run'
    const result = { name, exitCode: null, output: '', summary: '', annotations: [] }
    if (!allows(step.if, this.contexts, failed)) return { ...result, outcome: 'skipped' }
    if (step.uses !== undefined) {
      await this.play(step)
      return { ...result, outcome: 'success' }
    }
    if (step.run!.startsWith('npm ci ') && !REAL_INSTALL) {
      linkProductionPackages(this.workspace)
      playNpmRun(this.workspace, join(this.home, 'bin'), this.base['PATH']!)
      return { ...result, outcome: 'success' }
    }
    return { ...result, ...(await this.script(step)) }
  }

  /** What an action comes down to here. */
  private async play(step: Step): Promise<void> {
    const action = step.uses!.split('@')[0]!
    const options = Object.fromEntries(
      Object.entries(step.with ?? {}).map(([key, value]) => [key, fill(value, this.contexts)]),
    )
    switch (action) {
      case 'actions/checkout': {
        // With persist-credentials it would leave a token in .git/config, which nothing here plays.
        if (options['persist-credentials'] !== false) throw new Error('The checkout would keep its credentials')
        await this.command('git', 'init', '--quiet', '--initial-branch', 'main')
        await this.command('git', 'remote', 'add', 'origin', this.remote.address)
        const head = `+${this.base['GITHUB_SHA']!}:refs/remotes/origin/main`
        await this.command('git', 'fetch', '--quiet', '--no-tags', '--prune', '--depth=1', 'origin', head)
        await this.command('git', 'checkout', '--quiet', '--force', '-B', 'main', 'refs/remotes/origin/main')
        return
      }
      case 'actions/setup-node': {
        // Node is there; what can be wrong is the file that names its version.
        const versionFile = options['node-version-file'] as string | undefined
        const version = versionFile ? readFileSync(join(this.workspace, versionFile), 'utf8') : options['node-version']
        if (!/^\d+/.test(String(version))) throw new Error(`setup-node gets no version: ${String(version)}`)
        if (options['cache'] === 'npm') readFileSync(join(this.workspace, 'package-lock.json'))
        return
      }
      default:
        throw new Error(`Nothing plays ${action} here`)
    }
  }

  private async script(
    step: Step,
  ): Promise<Pick<StepResult, 'outcome' | 'exitCode' | 'output' | 'summary' | 'annotations'>> {
    const number = ++this.steps
    const path = (name: string) => join(this.temp, `${name}-${number}`)
    writeFileSync(path('script.sh'), fillText(step.run, this.contexts))
    for (const name of ['summary', 'output', 'env', 'path']) writeFileSync(path(name), '')
    const env = {
      ...this.base,
      GITHUB_STEP_SUMMARY: path('summary'),
      GITHUB_OUTPUT: path('output'),
      GITHUB_ENV: path('env'),
      GITHUB_PATH: path('path'),
      ...(step.run!.startsWith('npm ci ') ? registryOf(process.env) : {}),
      ...Object.fromEntries(
        Object.entries(step.env ?? {}).map(([key, value]) => [key, fillText(value, this.contexts)]),
      ),
    }
    // GitHub's own choices: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
    const options = step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e']
    const { exitCode, output } = await execute('bash', [...options, path('script.sh')], this.workspace, env)
    for (const name of ['output', 'env', 'path']) {
      if (readFileSync(path(name), 'utf8') !== '') throw new Error(`Nothing here plays GITHUB_${name.toUpperCase()}`)
    }
    return {
      outcome: exitCode === 0 ? 'success' : 'failure',
      exitCode,
      output,
      summary: readFileSync(path('summary'), 'utf8'),
      annotations: annotationsIn(output),
    }
  }

  private async command(name: string, ...args: string[]): Promise<void> {
    const { exitCode, output } = await execute(name, args, this.workspace, this.base)
    if (exitCode !== 0) throw new Error(`${name} ${args.join(' ')}: ${output}`)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function execute(name: string, args: string[], cwd: string, env: NodeJS.ProcessEnv) {
  return new Promise<{ exitCode: number; output: string }>((resolve, reject) => {
    const child = spawn(name, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: STEP_LIMIT })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString('utf8')
      if (code === null) reject(new Error(`${name} ended by ${String(signal)}: ${output}`))
      else resolve({ exitCode: code, output })
    })
  })
}

/** Where commands are found, without those of the packages under test. */
function commandsOf(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
}

/** What npm needs to find the registry from here; a runner needs nothing. */
function registryOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const named = Object.entries(env).filter(([name]) => /^(?:npm_config_registry|https?_proxy|no_proxy)$/i.test(name))
  return { ...(Object.fromEntries(named) as Record<string, string>), npm_config_userconfig: join(homedir(), '.npmrc') }
}

/** The annotations that the runner makes of what a step prints; it ignores blanks before a command. */
function annotationsIn(output: string): Annotation[] {
  const found: Annotation[] = []
  let stopped: string | null = null
  for (const line of output.split(/\r?\n/).map((text) => text.trimStart())) {
    const [, command, properties = '', message = ''] = /^::([\w-]+)(?: (.*?))?::(.*)$/.exec(line) ?? []
    if (command === undefined) continue
    if (stopped !== null) stopped = command === stopped ? null : stopped
    else if (command === 'stop-commands') stopped = message
    else if (['error', 'warning', 'notice'].includes(command)) {
      const title = /(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? ''
      found.push({ level: command, title: unescaped(title), message: unescaped(message) })
    }
  }
  return found
}

function unescaped(text: string): string {
  const names: Record<string, string> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' }
  return text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => names[code]!)
}

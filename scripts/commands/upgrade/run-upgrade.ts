import { loadConfig } from '../../config/config.ts'
import { DataError, TaskError, UsageError } from '../../ground/errors.ts'
import { removeAbandoned } from '../../ground/temporary.ts'
import { gitIn, gitMessage, type Git } from '../../repository/git.ts'
import { createOwnTree, removeLeftRefs, type OwnTree } from '../../repository/own-tree.ts'
import { readFailure } from '../../repository/push-result.ts'
import { buildUpgrade } from './build.ts'
import { chosen, listed } from './choice.ts'
import { fetchVersions, filesOf, findBase, versionAt } from './fetched.ts'
import { differenceOf, layOut } from './lay-out.ts'
import { alikeFiles, isBlockAlone, mustBeTop, standingInTheWay, uncommittedFiles } from './local-state.ts'
import {
  LOCK_FILE,
  MANIFEST_FILE,
  mergedManifest,
  parseManifest,
  readManifest,
} from '../../repository/template/manifest.ts'
import { ownFiles } from './own-files.ts'
import { planUpgrade, type Changed } from './plan.ts'
import { refuse } from './refusal.ts'
import { findTemplate, listVersions, NAME_IT, type Template } from '../../repository/template/template.ts'
import { compareVersions, parseVersion, type Version } from '../../repository/template/version.ts'
import { whatActs } from './what-acts.ts'
import { isWorkflow, README } from './written-parts.ts'

export interface UpgradeRequest {
  root: string
  env: NodeJS.ProcessEnv
  /** Where the template is. */
  from?: string | undefined
  /** Which version, with or without its `v`. */
  to?: string | undefined
  /** Show what would change, and change nothing. */
  dryRun: boolean
  /** Leave what the person changed as it is, instead of refusing. */
  keepMine: boolean
  progress: (line: string) => void
}

/** A version that was put in the place of the old one, or (`isDone` false) would be. */
export interface Step {
  kind: 'step'
  isDone: boolean
  from: string
  to: string
  isBack: boolean
  template: string
  /** What changes, as git shows it, in short and as a whole. Empty where nothing does. */
  stat: string
  diff: string
  /** Files of the template that the person changed or deleted, and that stay so. */
  kept: Changed[]
  /** Whether package.json is a mixture, which the lock file has to follow. */
  isMerged: boolean
  /** Whether the person's changes to the lock file gave way. */
  isLockReplaced: boolean
  /** Why the cron lines were not written. */
  cronProblem: string | null
  /** What the new version's package.json asks of Node.js. */
  node: string | null
}

export type Upgrade = { kind: 'current'; version: string; newest: string | null; template: string } | Step

/**
 * Brings the template's files of another version into the copy at `root`, uncommitted. Never touches what is the person's
 * own. @throws AimeError where it cannot, and then nothing is changed
 */
export async function runUpgrade(request: UpgradeRequest): Promise<Upgrade> {
  try {
    return await upgrade(request)
  } catch (error) {
    const said = gitMessage(error)
    if (said === null) throw error
    throw new TaskError(`git failed: ${readFailure(said).words}`, { todo: 'Nothing was changed.', cause: error })
  }
}

async function upgrade(request: UpgradeRequest): Promise<Upgrade> {
  const { root, env, progress } = request
  const manifest = await readManifest(root)
  const current = parseVersion(manifest.version ?? '')
  if (current === null)
    throw new DataError(`${MANIFEST_FILE}, version: “${manifest.version ?? ''}” stands there.`, {
      todo: 'Put the version of the template that this copy was made from there, such as "1.2.3".',
    })
  const clone = gitIn(root, env)
  await mustBeTop(clone)
  const template = await findTemplate({ root, env, manifest, given: request.from })
  if (template.kind === 'unknown') throw new UsageError(template.why, { todo: NAME_IT })
  progress(`asking ${template.name} for its versions`)
  const versions = await listVersions(template, root, env)
  const target = chosen(versions, request.to, template)
  const order = target === null ? 0 : compareVersions(target, current)
  if (target === null || order === 0 || (order < 0 && request.to === undefined))
    return { kind: 'current', version: current.text, newest: target?.text ?? null, template: template.name }

  await removeAbandoned(env)
  await removeLeftRefs(clone)
  const store = (await clone('rev-parse', '--path-format=absolute', '--git-common-dir')).trim()
  const tree = await createOwnTree({ root, store }, env, { holds: 'everything' })
  try {
    return await step(request, { clone, tree, template, versions, current, target, isBack: order < 0 })
  } finally {
    await tree.remove()
  }
}

interface Going {
  clone: Git
  tree: OwnTree
  template: Template
  versions: readonly Version[]
  current: Version
  target: Version
  isBack: boolean
}

async function step(request: UpgradeRequest, going: Going): Promise<Step> {
  const { clone, tree, template, versions, current, target } = going
  const hasTag = versions.some(({ text }) => text === current.text)
  request.progress(`fetching ${target.text}`)
  const wanted = hasTag ? [current.text, target.text] : [target.text]
  const fetched = await fetchVersions(clone, template, wanted, tree)
  try {
    const theirs = await fetched.commitOf(target.text)
    const said = await versionAt(clone, theirs)
    if (said !== target.text)
      throw new DataError(`The template’s tag v${target.text} has another version in its package.json: ${said}.`, {
        todo: 'That is a mistake in the template: its maintainer has to mend it. Take another version with --to.',
      })
    const tag = hasTag ? await fetched.commitOf(current.text) : null
    const base = await findBase(clone, current.text, tag, tag === null ? [theirs] : [theirs, tag])
    if (base === null)
      throw new DataError(
        `This copy says it is ${current.text}, but the template has no tag v${current.text}, so it cannot be told what ` +
          `you have changed. It has ${listed(versions)}.`,
        { todo: `Put the version that this copy was made from into ${MANIFEST_FILE}, and commit it.` },
      )
    return await between(request, going, base, theirs)
  } finally {
    await fetched.remove()
  }
}

/** The step from one commit of the template to another. */
async function between(
  { root, dryRun, keepMine, progress }: UpgradeRequest,
  { clone, tree, template, current, target, isBack }: Going,
  base: string,
  theirs: string,
): Promise<Step> {
  const config = await loadConfig(root)
  const isOwn = ownFiles(config.outputDir)
  const head = (await clone('rev-parse', 'HEAD')).trim()
  const [before, after, mine] = [await filesOf(clone, base), await filesOf(clone, theirs), await filesOf(clone, head)]
  const alike = await alikeFiles(clone, mine, before)
  const { take, drop, changed, collisions } = planUpgrade({ base: before, theirs: after, mine, alike, isOwn })

  const isTemplates = (path: string) => (before.has(path) || after.has(path)) && !isOwn(path)
  const dirty = (await uncommittedFiles(clone)).filter(isTemplates)
  // Its block is remade by every run, also by one whose result nobody has committed.
  const isReadmeSafe = dirty.includes(README) && !take.includes(README) && (await isBlockAlone(clone, root))
  const added = take.filter((path) => !mine.has(path))
  refuse({
    uncommitted: dirty.filter((path) => path !== README || !isReadmeSafe),
    changed: keepMine ? [] : changed.filter((file) => !isAlwaysKept(file)),
    collisions: [...collisions, ...(await standingInTheWay(root, added, drop))],
    version: current.text,
    base,
  })

  const merged = changed.some(({ path }) => path === MANIFEST_FILE)
  const manifestAt = (commit: string) => clone('cat-file', 'blob', `${commit}:${MANIFEST_FILE}`)
  const texts: Record<string, string> = merged
    ? { [MANIFEST_FILE]: mergedManifest(await manifestAt(base), await manifestAt(head), await manifestAt(theirs)) }
    : {}
  const scriptsAt = async (commit: string) => parseManifest(await manifestAt(commit), target.text).scripts ?? {}
  const acts = await whatActs({
    take,
    mine,
    theirs: after,
    scripts: { before: await scriptsAt(head), after: await scriptsAt(theirs) },
    targetOf: (path) => clone('cat-file', 'blob', `${theirs}:${path}`),
  })
  if (acts.length > 0) progress(['what of it acts by itself:', ...acts.map((line) => `    ${line}`)].join('\n'))
  // The lock file is made from package.json; one of an older version would leave out what the new code needs.
  const lock = changed.some(({ path }) => path === LOCK_FILE) && after.has(LOCK_FILE) ? [LOCK_FILE] : []
  const wanted = { theirs, take: [...take, ...lock], drop, alike, texts }
  const built = await buildUpgrade(tree, head, wanted, config)
  const { added: new_, others } = await differenceOf(clone, head, built.tree)
  const isEmpty = new_.length + others.length === 0
  const show = (...how: string[]) => clone('diff', '--no-color', '--no-ext-diff', ...how, head, built.tree)
  const result: Step = {
    kind: 'step',
    isDone: !dryRun,
    from: current.text,
    to: target.text,
    isBack,
    template: template.name,
    stat: isEmpty ? '' : (await show('--stat=100')).trimEnd(),
    diff: isEmpty ? '' : (await show()).trimEnd(),
    kept: changed.filter(({ path }) => path !== MANIFEST_FILE && !lock.includes(path)),
    isMerged: merged,
    isLockReplaced: lock.length > 0,
    cronProblem: built.cronProblem,
    node: parseManifest(await manifestAt(theirs), target.text).engines?.node ?? null,
  }
  if (!dryRun) await layOut(clone, root, head, built.tree)
  return result
}

/** What the README invites people to: a page of their own, and fewer workflows. */
function isAlwaysKept({ path, mine }: Changed): boolean {
  return path === README || (mine === 'deleted' && isWorkflow(path))
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseTree, findNodeAtLocation, printParseErrorCode, visit, type Node, type ParseError } from 'jsonc-parser'
import type { z } from 'zod'
import { writeFileInOneStep } from './atomic-file.ts'
import { DEEPEST } from './bounds.ts'
import { AimeError, DataError } from './errors.ts'
import { ifThere } from './files.ts'
import { jsonBytes } from './json-bytes.ts'
import { JsonMeter } from './json-meter.ts'
import { longTexts } from './long-texts.ts'
import { describeIssues, type Problem } from './schema-problems.ts'

type Fail = new (message: string, details?: { todo?: string; cause?: unknown }) => AimeError

/** How a JSON file is read: its name for people, the schema it must fit, and the kind of error to raise. */
export interface JsonFileSpec<T> {
  /** Path relative to the repository, which is also what errors call it. */
  file: string
  schema: z.ZodType<T>
  /** What is asked before the schema; a problem found here is the only one told. */
  checkFirst?: (value: unknown) => Problem[]
  /** What holds beyond the schema, e.g. unique ids. */
  check?: (value: T) => Problem[]
  Fail?: Fail
  /** Whether a line that is not JSON may be quoted; not where people put secrets by mistake. Default: true. */
  quotes?: boolean
  /** What to do about a broken file, added to every error. */
  todo?: string
}

const MOST_PROBLEMS = 10
const MEND =
  'Open the file on GitHub, mend that place and commit. “History” on the same page holds every earlier version.'

/**
 * Reads and checks one JSON file. Gives the parsed value itself, not a copy made by the schema, so that unknown fields
 * and the order of keys survive a round trip. Null where the file does not exist.
 */
export async function readJsonFile<T>(root: string, spec: JsonFileSpec<T>): Promise<T | null> {
  const found = await readText(root, spec)
  if (found === null) return null
  if (foundGood.get(spec) === found.digest) return JSON.parse(found.text) as T
  const value = parseJson(found.text, spec)
  foundGood.set(spec, found.digest)
  return value
}

/** Apart, so that the bytes of a large file do not stay beside its text while it is parsed. */
async function readText<T>(root: string, spec: JsonFileSpec<T>): Promise<{ text: string; digest: string } | null> {
  const { Fail = DataError, file } = spec
  try {
    const bytes = await ifThere(readFile(join(root, file)))
    if (bytes === null) return null
    return { text: decode(bytes, spec), digest: digestOf(bytes) }
  } catch (cause) {
    if (cause instanceof AimeError) throw cause
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error'
    throw new Fail(`${file} cannot be read: ${code === 'EISDIR' ? 'it is a folder' : code}.`, { cause })
  }
}

/** The bytes of each kind of file that were read or written last: checking them again would find nothing. */
const foundGood = new WeakMap<object, string>()

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64')
}

/** Writes a value as JSON (UTF-8, indent 2, final newline) in one atomic step, after checking it against the schema. */
export async function writeJsonFile<T>(root: string, value: T, spec: JsonFileSpec<T>): Promise<void> {
  check(value, () => JSON.stringify(value, null, 2), spec)
  const bytes = jsonBytes(value)
  await writeFileInOneStep(root, spec.file, bytes)
  foundGood.set(spec, digestOf(bytes))
}

/** Parses and checks the text of a JSON file; every error names the file, the line and what stands there. */
export function parseJson<T>(text: string, spec: JsonFileSpec<T>): T {
  const { Fail = DataError, file, todo = MEND } = spec
  if (text.trim() === '') throw new Fail(`${file} is empty.`, { todo })
  // Before anything is built of it: what is deep or has no end needs gigabytes.
  const meter = new JsonMeter({ depth: DEEPEST })
  const excess = meter.push(text)
  if (excess !== null) {
    const says = `lists or objects stand within each other more than ${DEEPEST} deep here; no data has such.`
    throw new Fail(`${file}, line ${lineOf(text, excess.at)}: ${says}`, { todo })
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Fail(`${file}, ${syntaxProblem(text, spec.quotes ?? true)}`, { todo, cause })
  }
  const repeated = meter.keys === keysIn(value) ? null : repeatedKey(text)
  if (repeated !== null) throw new Fail(`${file}, ${repeated}`, { todo })
  return check(value, () => text, spec)
}

function check<T>(value: unknown, textOf: () => string, spec: JsonFileSpec<T>): T {
  const { Fail = DataError, file, todo = MEND } = spec
  const problems = problemsOf(value, spec)
  if (problems.length === 0) return value as T
  const text = textOf()
  const tree = parseTree(text)
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map((problem) => `${whereIs(problem.path, tree, text)}: ${problem.says}`)
  if (problems.length > MOST_PROBLEMS) lines.push(`… and ${problems.length - MOST_PROBLEMS} more`)
  const message =
    lines.length === 1 ? `${file}, ${lines[0]!}` : `${file}, ${problems.length} problems:\n  - ${lines.join('\n  - ')}`
  throw new Fail(message, { todo: problems.find((problem) => problem.todo !== undefined)?.todo ?? todo })
}

function problemsOf<T>(value: unknown, { checkFirst, schema, check }: JsonFileSpec<T>): Problem[] {
  const first = checkFirst?.(value) ?? []
  if (first.length > 0) return first
  const long = longTexts(value)
  if (long.length > 0) return long
  const parsed = schema.safeParse(value)
  return parsed.success ? (check?.(value as T) ?? []) : describeIssues(parsed.error.issues, value)
}

function decode<T>(bytes: Buffer, { Fail = DataError, file }: JsonFileSpec<T>): string {
  try {
    // Also drops the byte order mark that some editors put first.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Fail(`${file} is not UTF-8 text.`, { todo: 'Save the file again with the encoding “UTF-8”.', cause })
  }
}

/** `line 12, albums[3].year`; the line is that of the value, or of the closest thing around it that exists. */
function whereIs(path: readonly PropertyKey[], tree: Node | undefined, text: string): string {
  const steps = path.filter((step) => typeof step !== 'symbol')
  let node: Node | undefined
  for (let length = steps.length; tree !== undefined && node === undefined && length >= 0; length--) {
    node = findNodeAtLocation(tree, steps.slice(0, length))
  }
  const line = node === undefined ? 1 : lineOf(text, node.offset)
  const name = steps.reduce<string>(
    (sum, step) => sum + (typeof step === 'number' ? `[${step}]` : sum ? `.${step}` : step),
    '',
  )
  return name === '' ? `line ${line}` : `line ${line}, ${name}`
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Names the first place where the text stops being JSON, in words for someone who edits it by hand. */
function syntaxProblem(text: string, quotes: boolean): string {
  const conflict = /^(<{7}|>{7}|={7})(?: .*)?$/m.exec(text)
  if (conflict) {
    return `line ${lineOf(text, conflict.index)}: a merge left its mark (${conflict[1]!}) here; keep one of the two versions.`
  }
  const errors: ParseError[] = []
  parseTree(text, errors, { allowTrailingComma: false, disallowComments: true })
  const first = errors[0]
  if (first === undefined) return 'line 1: this is not JSON.'
  const line = lineOf(text, first.offset)
  const excerpt = (text.split('\n')[line - 1] ?? '').trim().slice(0, 60)
  const at = text.slice(first.offset, first.offset + 1)
  const hint = syntaxHint(printParseErrorCode(first.error), at, text, first.offset)
  return `line ${line}: ${hint}${excerpt === '' || !quotes ? '' : ` The line reads: ${excerpt}`}`
}

function syntaxHint(code: string, at: string, text: string, offset: number): string {
  const before = text.slice(0, offset).trimEnd().slice(-1)
  if (at === '') return 'the file ends too early; something is missing at its end (a closing ] or }).'
  if (/[“”„«»‘’]/u.test(at)) return `a typographic quote (${at}) stands where a straight one (") must.`
  if (at === "'") return 'single quotes stand where double quotes (") must.'
  if (before === ',' && (at === ']' || at === '}')) return `there is a comma too many before this ${at}`
  switch (code) {
    case 'CommaExpected':
      return 'a comma is missing before this.'
    case 'ColonExpected':
      return 'a colon (:) is missing after the name.'
    case 'PropertyNameExpected':
      return 'a name in double quotes must stand here.'
    case 'ValueExpected':
      return 'a value is missing here (text in double quotes, a number, true, false or null).'
    case 'CloseBraceExpected':
      return 'a closing } is missing.'
    case 'CloseBracketExpected':
      return 'a closing ] is missing.'
    case 'EndOfFileExpected':
      return 'the file should be over here, but something follows.'
    case 'InvalidCommentToken':
      return 'JSON has no comments.'
    case 'UnexpectedEndOfString':
      return 'a text is not closed with a double quote.'
    case 'InvalidEscapeCharacter':
      return 'a backslash stands before a character that needs none; write \\\\ for a backslash.'
    case 'InvalidCharacter':
      return 'a line break or tab stands inside a text; write \\n or \\t.'
    default:
      return 'this is not JSON.'
  }
}

/**
 * JSON lets a key stand twice in one object and silently drops the first; here that would lose data. Counting both is many
 * times quicker than looking at each, and nearly always all there is to do.
 */
function repeatedKey(text: string): string | null {
  const open: Set<string>[] = []
  let found: string | null = null
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, _offset, _length, line) => {
      const keys = open.at(-1)
      if (keys?.has(name)) found ??= `line ${line + 1}: "${name}" stands twice in the same { }; only one would be kept.`
      keys?.add(name)
    },
  })
  return found
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) for (const each of value) count += keysIn(each)
  else for (const each of Object.values(value)) count += 1 + keysIn(each)
  return count
}

import { readCutJson } from './cut-json.ts'
import { decodeSingleBytes } from './mac-roman.ts'
import type { Reason } from './row.ts'
import { parseTable } from './table.ts'
import type { Table } from './tabular.ts'

/** A file as readers get it: its text, and what the text is made of, worked out when first asked for. */
export interface Document {
  /** Its name without folders, for messages: `Streaming_History_Audio_2024.json`. */
  name: string
  /** Without a byte order mark; line ends are as they were. */
  text: string
  /** Its JSON or JSON Lines; null where it is neither. */
  json: () => JsonContent | null
  /** Its rows under a header; null where the text is no table. */
  table: () => Table | null
}

export interface JsonContent {
  /** The parsed text; of JSON Lines the list of the values of its lines. */
  value: unknown
  /** Of JSON Lines: the number of the line that each entry of `value` stands on. */
  lines: readonly number[] | null
  /** Of JSON Lines: lines that are not JSON, with the reason; the last is cut short where the file ends in its middle. */
  broken: readonly { line: number; why: Reason }[]
  /** Objects and lists within `value` that the file ends in the middle of; none where it is whole. */
  unfinished: ReadonlySet<object>
}

export function createDocument(name: string, bytes: Uint8Array): Document {
  const text = decode(bytes)
  let json: JsonContent | null | undefined
  let table: Table | null | undefined
  return {
    name,
    text,
    json: () => (json === undefined ? (json = readJson(text)) : json),
    table: () => (table === undefined ? (table = parseTable(text)) : table),
  }
}

/**
 * The text of a file that somebody's program wrote: UTF-8 or UTF-16, otherwise Windows-1252, which Latin-1 is a part of
 * and every byte is a character in, or Mac Roman.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    return isMostlyUtf8(text) ? text : decodeSingleBytes(bytes)
  }
}

/**
 * Whether a text is UTF-8 with a few broken characters, such as one cut in two where a download broke off: in text of
 * another encoding nearly every character beyond ASCII is broken.
 */
function isMostlyUtf8(text: string): boolean {
  let [foreign, broken] = [0, 0]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit > 0x7f) foreign++
    if (unit === 0xfffd) broken++
  }
  return broken <= foreign / 2
}

function readJson(text: string): JsonContent | null {
  if (!/^\s*[[{]/u.test(text)) return null
  try {
    return { value: JSON.parse(text) as unknown, lines: null, broken: [], unfinished: new Set() }
  } catch {
    const cut = readJsonLines(text) ?? readCutJson(text)
    return cut === null ? null : { lines: null, broken: [], unfinished: new Set(), ...cut }
  }
}

/** One object or list a line (https://jsonlines.org); null where neither the first line nor most of the lines are one. */
function readJsonLines(text: string): Pick<JsonContent, 'value' | 'lines' | 'broken'> | null {
  const values: unknown[] = []
  const lines: number[] = []
  const broken: number[] = []
  const all = text.split(/\r?\n/u)
  for (const [index, line] of all.entries()) {
    if (line.trim() === '') continue
    const value = parseLine(line)
    if (value === undefined) broken.push(index + 1)
    else {
      values.push(value)
      lines.push(index + 1)
    }
  }
  const startsWell = lines[0] !== undefined && lines[0] < (broken[0] ?? Infinity)
  if (!startsWell && values.length <= broken.length) return null
  const why = (line: number): Reason =>
    line === all.length && /^[[{]/u.test(all[line - 1]!) ? { code: 'cut-short' } : { code: 'shape', expected: 'JSON' }
  return { value: values, lines, broken: broken.map((line) => ({ line, why: why(line) })) }
}

/** Undefined where a line is not JSON. Only what may be is tried: the lines of an indented text are many. */
function parseLine(line: string): unknown {
  if (!/^[[{].*[\]}]\s*$/u.test(line)) return undefined
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

import { parse as parseTolerantly } from 'jsonc-parser'
import { parseTable, type Table } from './table.ts'

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
  /** The file ends in the middle: the last entry of its list is not whole. Of JSON Lines, lines that are not JSON. */
  broken: readonly number[]
  cutShort: boolean
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
 * and every byte is a character in.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(isCutUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes)
  }
}

/** Whether all that is wrong is a character cut in two at the end, as in a file whose download broke off. */
function isCutUtf8(bytes: Uint8Array): boolean {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, -cut))
      return bytes.subarray(-cut)[0]! >= 0xc2
    } catch {
      continue
    }
  }
  return false
}

function readJson(text: string): JsonContent | null {
  if (!/^\s*[[{]/u.test(text)) return null
  try {
    return { value: JSON.parse(text) as unknown, lines: null, broken: [], cutShort: false }
  } catch {
    return readJsonLines(text) ?? readCutJson(text)
  }
}

/** One value a line (https://jsonlines.org); null where the first line is not one by itself. */
function readJsonLines(text: string): JsonContent | null {
  const values: unknown[] = []
  const lines: number[] = []
  const broken: number[] = []
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue
    const value = parsed(line)
    if (value === undefined && values.length === 0) return null
    if (value === undefined) {
      broken.push(index + 1)
      continue
    }
    values.push(value)
    lines.push(index + 1)
  }
  return { value: values, lines, broken, cutShort: false }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** What there is of a JSON text that ends too early; null where it is broken in another way. */
function readCutJson(text: string): JsonContent | null {
  const errors: { error: number; offset: number; length: number }[] = []
  const value = parseTolerantly(text, errors, { disallowComments: true }) as unknown
  const end = text.trimEnd().length
  // A text cut inside of a string is reported where the string begins.
  const isCut = errors.length > 0 && errors.every(({ offset, length }) => offset + length >= end)
  return isCut ? { value, lines: null, broken: [], cutShort: true } : null
}

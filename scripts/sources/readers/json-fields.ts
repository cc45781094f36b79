import { albumSchema } from '../../collection/album.ts'
import { isRecord, type JsonRecord } from './json-entries.ts'
import { timeOf } from './moment.ts'
import type { Place, Reason, Row } from './row.ts'
import { shown } from './values.ts'

/** The fields of an entry, each read as what it should be. What is not there, null or empty is undefined. */
export interface Fields {
  /** Values that stand there and could not be taken. */
  doubts: readonly Row[]
  /** Without blanks around; a number ("1989") is one too. */
  text: (field: string) => string | undefined
  /** Names in a list, or their one text. Of `[{ "name": … }]` too, where `key` says which field holds them. */
  names: (field: string, key?: string) => string[] | undefined
  /** The year of `1969`, `"1969"` or `"1969-09-26"`; 0 is none. */
  year: (field: string) => number | undefined
  /** A whole number that is not negative, as a number or in a text. */
  count: (field: string) => number | undefined
  /** Seconds of Unix time or a date as ISO 8601 has it, to the second. */
  date: (field: string) => string | undefined
  /** An address of the web. */
  address: (field: string) => string | undefined
}

export function fieldsOf(record: JsonRecord, at: Place): Fields {
  const doubts: Row[] = []
  const doubt = (why: Reason): undefined => {
    doubts.push({ kind: 'doubt', at, why })
  }
  const isEmpty = (value: unknown) => value == null || (typeof value === 'string' && value.trim() === '')

  const text: Fields['text'] = (field) => {
    const value = record[field]
    if (isEmpty(value)) return undefined
    return textOf(value) ?? doubt({ code: 'shape', expected: `${field}: "…"` })
  }
  const names: Fields['names'] = (field, key) => {
    const value = record[field]
    if (isEmpty(value)) return undefined
    const list = (Array.isArray(value) ? value : [value]) as unknown[]
    const found = list.map((entry) => textOf(key !== undefined && isRecord(entry) ? entry[key] : entry))
    if (found.includes(undefined)) doubt({ code: 'shape', expected: `${field}: ["…"]` })
    const taken = found.filter((name) => name !== undefined && name !== '') as string[]
    return taken.length === 0 ? undefined : taken
  }
  const year: Fields['year'] = (field) => {
    const value = record[field]
    const digits = isEmpty(value) ? '' : (/^(\d{1,4})(?:$|-\d\d)/u.exec(textOf(value) ?? '')?.[1] ?? '?')
    if (Number(digits) === 0) return undefined
    const { data } = albumSchema.shape.year.safeParse(Number(digits))
    return data ?? doubt({ code: 'not-a-year', field, value: shown(value) })
  }
  const count: Fields['count'] = (field) => {
    const value = record[field]
    if (isEmpty(value)) return undefined
    const number = Number(textOf(value) ?? NaN)
    return Number.isSafeInteger(number) && number >= 0
      ? number
      : doubt({ code: 'not-a-number', field, value: shown(value) })
  }
  const date: Fields['date'] = (field) => {
    const value = record[field]
    if (isEmpty(value)) return undefined
    return isoDate(value) ?? doubt({ code: 'not-a-date', field, value: shown(value) })
  }
  const address: Fields['address'] = (field) => {
    const value = record[field]
    if (isEmpty(value)) return undefined
    const { data } = albumSchema.shape.cover_url.safeParse(typeof value === 'string' ? value.trim() : value)
    return data ?? doubt({ code: 'not-an-address', field, value: shown(value) })
  }
  return { doubts, text, names, year, count, date, address }
}

/** A text without blanks around, or a number as one; undefined where the value is something else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

/** An object without the fields that are undefined. */
export function known<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

function isoDate(value: unknown): string | null {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,11}(?:\.\d+)?$/u.test(value.trim()))) {
    const time = Number(value) * 1000
    return time > 0 && time < LATEST ? `${new Date(time).toISOString().slice(0, 19)}Z` : null
  }
  if (typeof value !== 'string') return null
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(.*))?$/u.exec(value.trim()) ?? []
  if (day === undefined || timeOf(`${day} ${time ?? '00:00'}${zone ?? ''}`) === null) return null
  return time === undefined ? day : `${day}T${time}${zone!.trim().replace('UTC', 'Z')}`
}

const LATEST = Date.UTC(2200, 0)

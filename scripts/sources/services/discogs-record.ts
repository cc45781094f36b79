import { decode } from 'html-entities'
import { z } from 'zod'
import { discogsName } from '../../collection/names/discogs-name.ts'
import type { IncomingAlbum } from '../../collection/incoming.ts'
import { discogsArtist, untranslated } from '../readers/credit.ts'
import type { Reason } from '../readers/row.ts'
import { formatText, supportOf } from './discogs-format.ts'

/** Names that items of a collection give only the numbers of; empty where they are not shown to us. */
export interface DiscogsNames {
  folders: ReadonlyMap<number, string>
  /** Of the fields a person keeps beside each record. */
  fields: ReadonlyMap<number, string>
}

/** `key`: what the record would be called, `discogs:249504`; null where not even that can be read. */
export type DiscogsItem =
  { kind: 'record'; record: IncomingAlbum } | { kind: 'unreadable'; key: string | null; why: Reason }

/**
 * Reads one item of a collection as the API gives it
 * (https://www.discogs.com/developers#page:user-collection,header:user-collection-collection-items-by-folder). It needs the
 * release's number and a title; anything else that is not as described is left out. Never throws.
 */
export function readItem(item: unknown, names: DiscogsNames): DiscogsItem {
  const read = itemSchema.safeParse(item)
  if (!read.success) return { kind: 'unreadable', key: null, why: { code: 'shape', expected: 'a record' } }
  const { basic_information: release, ...instance } = read.data
  const id = instance.id ?? release?.id ?? null
  if (id === null) return { kind: 'unreadable', key: null, why: { code: 'shape', expected: 'a release number' } }
  const key = `discogs:${id}`
  const title = untranslated(line(release?.title))
  if (release == null || title === '') return { kind: 'unreadable', key, why: { code: 'no-title' } }

  const master = release.master_id
  const formats = release.formats.map(({ name, qty, descriptions, text }) => ({
    name: line(name),
    quantity: line(qty) || '1',
    descriptions: lines(descriptions),
    text: line(text) || null,
  }))
  const addedAt = dateAdded(instance.date_added)
  const facts = {
    title,
    ...known({
      artists: unique(release.artists.map(({ name, anv }) => discogsArtist(line(name) || line(anv)))),
      year: release.year,
      genre: lines(release.genres)[0],
      styles: lines(release.styles),
      support: supportOf(formats),
      discogs_id: id,
      discogs_master: master,
      discogs_url: `https://www.discogs.com/${master === null ? `release/${id}` : `master/${master}`}`,
      cover_url: isCover(release.cover_image) ? release.cover_image : null,
      added_at: addedAt,
    }),
  }
  const copy = known({
    format: formatText(formats),
    // The export keeps three letters of it.
    format_text: unique(formats.flatMap(({ text }) => text ?? [])).join('; '),
    // As the export writes them: a label that gave two numbers stands twice.
    label: lines(release.labels.map(({ name }) => name ?? ''))
      .map((name) => discogsName(name).bare)
      .join(', '),
    catalog_number: catalogNumber(lines(release.labels.map(({ catno }) => catno ?? ''))),
    year: release.year,
    folder: instance.folder_id === null ? null : line(names.folders.get(instance.folder_id)),
    rating: instance.rating,
    ...readFields(instance.notes, names.fields),
    added_at: addedAt,
    instance_id: instance.instance_id,
  })
  return { kind: 'record', record: { key, facts, isPressingYear: true, copy } }
}

const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null)
/** The entries of a list that are as described. */
const listOf = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((entries) => entries.flatMap((entry) => schema.safeParse(entry).data ?? []))

const number = orNull(z.int().min(1))
const text = orNull(z.union([z.string(), z.number()]).transform(String))

const releaseSchema = z.looseObject({
  id: number,
  /** 0 where a release belongs to no master. */
  master_id: number,
  title: text,
  /** Of the pressing; 0 where it is not known. */
  year: orNull(z.int().min(1857).max(2200)),
  cover_image: text,
  /** `name` is the artist's, `anv` what the sleeve of this pressing says. */
  artists: listOf(z.looseObject({ name: text, anv: text })),
  labels: listOf(z.looseObject({ name: text, catno: text })),
  formats: listOf(z.looseObject({ name: text, qty: text, descriptions: listOf(z.string()), text })),
  genres: listOf(z.string()),
  styles: listOf(z.string()),
})

const itemSchema = z.looseObject({
  id: number,
  instance_id: number,
  folder_id: number,
  /** 0 where none was given. */
  rating: orNull(z.int().min(1).max(5)),
  date_added: text,
  notes: listOf(z.looseObject({ field_id: z.int(), value: text })),
  basic_information: orNull(releaseSchema),
})

function line(value: string | null | undefined): string {
  return decode(value ?? '', { scope: 'strict' })
    .replace(/\s+/gu, ' ')
    .trim()
}

function lines(values: readonly string[]): string[] {
  return values.map(line).filter((value) => value !== '')
}

/** A text of several lines. */
function note(value: string | null): string {
  return decode(value ?? '', { scope: 'strict' })
    .replace(/\r\n?/gu, '\n')
    .trim()
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '')
}

function known(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isKnown = (value: unknown) => value != null && value !== '' && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isKnown(value)))
}

function catalogNumber(numbers: readonly string[]): string | null {
  const joined = numbers.join(', ')
  // What Discogs writes where a pressing has none.
  return joined.toLowerCase() === 'none' ? null : joined
}

/** `2021-05-27T19:20:10-07:00` without the zone, as the CSV export has it: the time of day where Discogs is. */
function dateAdded(value: string | null): string | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=Z|[+-]|$)/u.exec(value ?? '')?.[0] ?? null
}

/** Where there is no cover, or none for those without a token, an empty picture stands in its place. */
function isCover(address: string | null): boolean {
  return address !== null && /^https:\/\/[^\s<>"]+$/u.test(address) && !/\/spacer\.gif(?:$|\?)/u.test(address)
}

type Place = 'media_condition' | 'sleeve_condition' | 'notes' | 'paid'

/** The fields every collection begins with; a person may rename them, or add others. */
const STANDARD: ReadonlyMap<number, Place> = new Map([
  [1, 'media_condition'],
  [2, 'sleeve_condition'],
  [3, 'notes'],
])

const PLACES: readonly (readonly [Place, RegExp])[] = [
  ['media_condition', /^media(?: condition)?$/iu],
  ['sleeve_condition', /^sleeve(?: condition)?$/iu],
  ['notes', /^notes?$/iu],
  ['paid', /(?<!\p{L})(?:price|paid|cost|prix|payé|coût|preis|bezahlt|precio|prezzo)(?!\p{L})/iu],
]

function readFields(
  notes: readonly { field_id: number; value: string | null }[],
  names: ReadonlyMap<number, string>,
): Record<string, unknown> {
  const placed = new Map<Place, string>()
  const other = new Map<string, string>()
  for (const { field_id: id, value } of notes) {
    const said = note(value)
    if (said === '') continue
    const name = line(names.get(id))
    const place = name === '' ? STANDARD.get(id) : PLACES.find(([, pattern]) => pattern.test(name))?.[0]
    if (place !== undefined && !placed.has(place)) placed.set(place, said)
    else other.set(name || `Field ${id}`, said)
  }
  return { ...Object.fromEntries(placed), ...(other.size === 0 ? {} : { other: Object.fromEntries(other) }) }
}

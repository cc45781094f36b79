import { createHash } from 'node:crypto'
import type { IncomingAlbum, IncomingList } from '../collection/incoming.ts'
import { AimeError, describeError } from '../ground/errors.ts'
import { createDocument, type Document } from '../sources/readers/document.ts'
import type { Format } from '../sources/readers/format.ts'
import { FORMATS } from '../sources/readers/formats/index.ts'
import { withoutPersonal } from '../collection/personal.ts'
import { fold } from '../collection/names/fold.ts'
import { longNameIn } from '../sources/readers/long-text.ts'
import { BOUNDS, MOST_OF_A_TITLE, type Excess } from '../sources/readers/measure.ts'
import { isNamedPrivate } from '../sources/readers/private.ts'
import type { LeftOut, Place, Row } from '../sources/readers/row.ts'
import { survey } from '../sources/readers/survey.ts'
import { tidy } from '../sources/readers/tidy.ts'
import { unpack, wholeOf, type PackedFile } from '../sources/readers/unpack.ts'
import { UnreadableFile } from '../sources/readers/unreadable.ts'
import { knownArtists } from '../listens/credit.ts'
import type { ScrobbledTrack } from '../listens/source.ts'
import { catalogOf, type Catalog } from '../pages/words/catalog.ts'
import { importReport, type ImportedListens, type ReadFile } from './import-report.ts'
import { siftListens } from './sift-listens.ts'
import type { Edit, Work, ItemResult, Outcome, Context, Upload } from './task.ts'

/** What a person gives to be imported. */
export interface ImportRequest {
  /** Null: the files that wait in the inbox. */
  files: readonly Upload[] | null
  /** Null: told by the content. */
  format: Format | null
  /** How many decisions of a kind the terminal shows. */
  shown: number
}

/** `import`: brings albums or listens of other programs and services in. */
export function importFiles(request: ImportRequest): Work {
  return { id: 'import', run: (context) => run(request, context) }
}

/** What has been read so far. */
interface Haul {
  read: ReadFile[]
  items: ItemResult[]
  /** One of each file: the same file twice must not be taken for two of everything. */
  lists: IncomingList[]
  listens: Map<string, ScrobbledTrack[]>
  leftOut: Map<LeftOut, number>
  /** How many rows nothing could be taken from, in files of which others are in. */
  badRows: number
  /** Where each record stands, for the report. */
  places: Map<IncomingAlbum, Place>
  removals: Extract<Edit, { kind: 'remove-file' }>[]
  keepsPersonal: boolean
  /** How many records came without what only their owner should know. */
  personal: number
}

async function* run(request: ImportRequest, context: Context): AsyncIterable<Outcome> {
  const { words, config, now, progress } = context
  const uploads = request.files ?? (await context.inbox())
  const haul: Haul = {
    read: [],
    items: [],
    lists: [],
    listens: new Map(),
    leftOut: new Map(),
    badRows: 0,
    places: new Map(),
    removals: [],
    keepsPersonal: context.keepsPersonal,
    personal: 0,
  }
  for (const upload of uploads) {
    progress(`reading ${upload.name}`)
    await takeUpload(upload, request.format, haul, config.locale)
  }
  const today = now.toZonedDateTimeISO(config.timezone).toPlainDate().toString()
  const { lists } = haul
  const listens = await newListens(haul, context)
  const merges: Edit[] = (lists.length === 0 ? [null] : lists).map((list) => ({ kind: 'merge-albums', list, today }))
  if (uploads.length === 0 && !(await context.hasDecisions())) {
    yield { kind: 'nothing', because: words.importing.nothingInInbox }
    return
  }
  const report = (locale: typeof config.locale, form: 'markdown' | 'plain') =>
    importReport({ ...haul, listens }, { locale, form, timezone: config.timezone, shown: request.shown })
  yield {
    kind: 'changes',
    files: [],
    edits: [
      ...merges,
      ...listens.map(({ fresh }): Edit => ({ kind: 'add-listens', listens: fresh })),
      ...haul.removals,
    ],
    items: haul.items,
    subject: words.importing.commit(namesOf(uploads)),
    summary: report(config.locale, 'markdown'),
    report: report('en', 'plain'),
  }
}

function namesOf(uploads: readonly Upload[]): string {
  const names = uploads.map(({ name }) => name)
  return names.length === 0
    ? 'data/review.json'
    : names.length <= 2
      ? names.join(', ')
      : `${names[0]!} … (${names.length})`
}

/** What programs keep tables in for themselves. */
const SPREADSHEET = /\.(?:xlsx?|xlsm|ods|numbers)$/iu

type Locale = Context['config']['locale']

/** Reads one file, which may be an archive of several. What is wrong with it is an item; the others go on. */
async function takeUpload(upload: Upload, format: Format | null, haul: Haul, locale: Locale): Promise<void> {
  const fail = (words: (locale: Locale) => string) =>
    haul.items.push({ item: upload.name, result: 'failed', note: words('en'), words: words(locale) })
  const importing = (language: Locale) => catalogOf(language).importing
  if (SPREADSHEET.test(upload.name)) return void fail((language) => importing(language).spreadsheet)
  try {
    const bytes = await upload.bytes()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    let isPrivate = isNamedPrivate(upload.name, bytes)
    if (upload.isPublic && isPrivate) return void fail((language) => importing(language).isPrivate)
    const files = unpack(upload.name, bytes)
    // All of it before any of it is read: what others may not see must not come in by half.
    for (const file of files) if ((await survey(file, upload.name)).isPrivate) isPrivate = true
    if (upload.isPublic && isPrivate) return void fail((language) => importing(language).isPrivate)
    const found = await takeFiles(upload, files, format, haul, locale)
    if (found.files.length === 0)
      return void fail((language) => importing(language)[found.isBlank ? 'empty' : 'unknownFormat'])
    haul.read.push({ files: found.files, wasGuessed: format === null, notRead: found.notRead })
    if (found.taken === 0) return void fail((language) => importing(language).empty)
    haul.items.push({ item: upload.name, result: 'done' })
    if (upload.path !== null) haul.removals.push({ kind: 'remove-file', path: upload.path, sha256 })
  } catch (error) {
    // Whatever is wrong with one file, the others are not lost.
    if (error instanceof UnreadableFile) fail((language) => importing(language).unreadable(error.why))
    else fail(() => (error instanceof AimeError ? error.line : describeError(error)))
  }
}

/** Reads the files of an upload, one after the other: a history of many years fills the memory when all are held at once. */
async function takeFiles(
  upload: Upload,
  files: readonly PackedFile[],
  format: Format | null,
  haul: Haul,
  locale: Locale,
) {
  const found = { files: [] as ReadFile['files'][number][], notRead: [] as string[], taken: 0, isBlank: true }
  for (const file of files) {
    const document = createDocument(file.name, await wholeOf(file))
    found.isBlank &&= document.text.trim() === ''
    const formats = format === null ? FORMATS : [format]
    // What is named is read as named; of an archive only those files that are of it.
    const isNamed = format !== null && files.length === 1
    const its = isNamed ? format : formats.find(({ recognises }) => recognises(document))
    if (its === undefined) found.notRead.push(file.name)
    else {
      found.taken += takeDocument(upload, document, its, haul, locale)
      found.files.push({ name: nameOf(upload, document), format: its })
    }
  }
  return found
}

/** Gives how many of its rows were taken in, or left out on purpose. @throws UnreadableFile where it has too many */
function takeDocument(upload: Upload, document: Document, format: Format, haul: Haul, locale: Locale): number {
  const name = nameOf(upload, document)
  const troubles: Trouble[] = []
  const records: IncomingAlbum[] = []
  const titles = new Map<string, number>()
  let [all, taken, bad, unprintable, personal] = [0, 0, 0, 0, 0]
  const isDiscreet = format.source === 'discogs' && !haul.keepsPersonal
  const tooMany = (excess: Excess, limit: number) =>
    new UnreadableFile(document.name, {
      code: 'bounds',
      excess,
      limit,
      file: name === upload.name ? null : document.name,
    })
  for (const found of format.read(document)) {
    if (found.kind !== 'doubt' && ++all > BOUNDS.rows) throw tooMany('rows', BOUNDS.rows)
    const { row, left } = presentable(found)
    if (left > 0) unprintable++
    switch (row.kind) {
      case 'album': {
        if (count(titles, fold(row.record.facts.title)) > MOST_OF_A_TITLE) throw tooMany('same', MOST_OF_A_TITLE)
        const record = isDiscreet ? withoutPersonal(row.record) : row.record
        if (record !== row.record) personal++
        records.push(record)
        haul.places.set(record, row.at)
        break
      }
      case 'listen':
        push(haul.listens, format.source, row.listen)
        break
      case 'left-out':
        haul.leftOut.set(row.what, (haul.leftOut.get(row.what) ?? 0) + 1)
        break
      case 'bad':
      case 'doubt':
        troubles.push(row)
        if (row.kind === 'bad') bad++
    }
    if (row.kind !== 'bad' && row.kind !== 'doubt') taken++
  }
  if (records.length > 0) haul.lists.push({ source: format.source, records })
  // A reader names the lines that are torn before it reads the others.
  troubles.sort((a, b) => numberOf(a.at) - numberOf(b.at))
  for (const trouble of troubles.slice(0, MOST_TROUBLES)) haul.items.push(troubleOf(trouble, name, locale))
  const says = (result: ItemResult['result'], words: (importing: Importing) => string) =>
    haul.items.push({
      item: name,
      result,
      note: words(catalogOf('en').importing),
      words: words(catalogOf(locale).importing),
    })
  const more = troubles.length - MOST_TROUBLES
  if (more > 0) says('warning', (importing) => importing.more(more))
  if (unprintable > 0) says('warning', (importing) => importing.unprintable(unprintable))
  haul.personal += personal
  if (taken > 0) haul.badRows += bad
  return taken
}

type Importing = Catalog['importing']

/** As many of a file are told one by one; whoever has so many mends the file and not each row. */
const MOST_TROUBLES = 1000

/** The row as it may be kept: without what does not print, and none whose names are too long. */
function presentable(row: Row): { row: Row; left: number } {
  if (row.kind !== 'album' && row.kind !== 'listen') return { row, left: 0 }
  const { value, left } = tidy(row)
  const why = longNameIn(value)
  if (why !== null) return { row: { kind: 'bad', at: row.at, why }, left: 0 }
  if (value.kind === 'album' && value.record.facts.title.trim() === '')
    return { row: { kind: 'bad', at: row.at, why: { code: 'no-title' } }, left: 0 }
  return { row: value, left }
}

type Trouble = Extract<Row, { kind: 'bad' | 'doubt' }>

function numberOf(place: Place): number {
  return 'line' in place ? place.line : place.entry
}

function troubleOf(row: Trouble, file: string, locale: Locale): ItemResult {
  const said = (language: Locale) => {
    const { about, place, reason } = catalogOf(language).importing
    return about(place(row.at), reason(row.why))
  }
  return { item: file, result: row.kind === 'bad' ? 'failed' : 'warning', note: said('en'), words: said(locale) }
}

function nameOf(upload: Upload, document: Document): string {
  return document.name === upload.name ? upload.name : `${upload.name}/${document.name}`
}

function count(counts: Map<string, number>, key: string): number {
  const now = (counts.get(key) ?? 0) + 1
  counts.set(key, now)
  return now
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

async function newListens({ listens }: Haul, context: Context): Promise<ImportedListens[]> {
  if (listens.size === 0) return []
  const knows = knownArtists(await context.albums())
  const found: ImportedListens[] = []
  for (const [source, tracks] of listens) found.push(await siftListens(tracks, source, knows, context))
  return found
}

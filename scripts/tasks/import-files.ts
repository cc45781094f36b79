import { createHash } from 'node:crypto'
import type { IncomingAlbum, IncomingList } from '../collection/incoming.ts'
import { AimeError, describeError } from '../ground/errors.ts'
import { createDocument, type Document } from '../sources/readers/document.ts'
import type { Format } from '../sources/readers/format.ts'
import { FORMATS } from '../sources/readers/formats/index.ts'
import { looksPrivate } from '../sources/readers/private.ts'
import type { LeftOut, Place, Row } from '../sources/readers/row.ts'
import { unpack } from '../sources/readers/unpack.ts'
import { UnreadableFile } from '../sources/readers/unreadable.ts'
import { knownArtists } from '../listens/credit.ts'
import type { ScrobbledTrack } from '../listens/source.ts'
import { catalogOf } from '../pages/words/catalog.ts'
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
  if (upload.isPublic && looksPrivate(upload.name, await upload.head())) {
    fail((language) => importing(language).isPrivate)
    return
  }
  if (SPREADSHEET.test(upload.name)) return void fail((language) => importing(language).spreadsheet)
  try {
    const bytes = await upload.bytes()
    const files = unpack(upload.name, bytes)
    // An archive says what it holds at its end; and names can be changed.
    const isPrivate = looksPrivate(upload.name, bytes) || files.some((file) => looksPrivate(file.name, file.bytes))
    if (upload.isPublic && isPrivate) return void fail((language) => importing(language).isPrivate)
    const documents = files.map(({ name, bytes }) => createDocument(name, bytes))
    const known = documents.flatMap((document) => {
      const formats = format === null ? FORMATS : [format]
      // What is named is read as named; of an archive only those files that are of it.
      const isNamed = format !== null && documents.length === 1
      const found = isNamed ? format : formats.find(({ recognises }) => recognises(document))
      return found === undefined ? [] : [{ document, format: found }]
    })
    if (known.length === 0) {
      const isBlank = documents.every(({ text }) => text.trim() === '')
      return void fail((language) => importing(language)[isBlank ? 'empty' : 'unknownFormat'])
    }
    let taken = 0
    for (const { document, format } of known) taken += takeDocument(upload, document, format, haul, locale)
    const others = documents.filter((document) => known.every((each) => each.document !== document))
    haul.read.push({
      files: known.map(({ document, format }) => ({ name: nameOf(upload, document), format })),
      wasGuessed: format === null,
      notRead: others.map(({ name }) => name),
    })
    if (taken === 0) return void fail((language) => importing(language).empty)
    haul.items.push({ item: upload.name, result: 'done' })
    if (upload.path !== null)
      haul.removals.push({
        kind: 'remove-file',
        path: upload.path,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
  } catch (error) {
    // Whatever is wrong with one file, the others are not lost.
    if (error instanceof UnreadableFile) fail((language) => importing(language).unreadable(error.why))
    else fail(() => (error instanceof AimeError ? error.line : describeError(error)))
  }
}

/** Gives how many of its rows were taken in, or left out on purpose. */
function takeDocument(upload: Upload, document: Document, format: Format, haul: Haul, locale: Locale): number {
  const name = nameOf(upload, document)
  const troubles: Trouble[] = []
  const records: IncomingAlbum[] = []
  let taken = 0
  for (const row of format.read(document)) {
    switch (row.kind) {
      case 'album':
        records.push(row.record)
        haul.places.set(row.record, row.at)
        break
      case 'listen':
        push(haul.listens, format.source, row.listen)
        break
      case 'left-out':
        haul.leftOut.set(row.what, (haul.leftOut.get(row.what) ?? 0) + 1)
        break
      case 'bad':
      case 'doubt':
        troubles.push(row)
    }
    if (row.kind !== 'bad' && row.kind !== 'doubt') taken++
  }
  if (records.length > 0) haul.lists.push({ source: format.source, records })
  // A reader names the lines that are torn before it reads the others.
  troubles.sort((a, b) => numberOf(a.at) - numberOf(b.at))
  for (const trouble of troubles) haul.items.push(troubleOf(trouble, name, locale))
  if (taken > 0) haul.badRows += troubles.filter(({ kind }) => kind === 'bad').length
  return taken
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

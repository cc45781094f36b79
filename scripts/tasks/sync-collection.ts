import { withoutPersonal } from '../collection/personal.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Album } from '../collection/album.ts'
import { waitsUntil, subjectOf, type Lookup } from '../collection/lookups.ts'
import { hasPressingYear } from '../collection/provenance.ts'
import { ServiceError } from '../ground/errors.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import type { Discogs } from '../sources/services/discogs.ts'
import type { DiscogsCollection } from '../sources/services/discogs-collection.ts'
import { importReport } from './import-report.ts'
import type { Edit, ItemResult, Outcome, Task, Context } from './task.ts'

/** How long a run may ask for years; the job itself ends after fifteen minutes. */
const BUDGET_MS = 8 * 60_000
/** How many years an interruption may cost. */
const YEARS_A_CHECKPOINT = 50
const SOURCE = 'discogs'
const SERVICE = 'Discogs'

/** `sync_collection`: keeps up with the collection on Discogs, and finds the years of the first releases. */
export const syncCollection: Task = createSyncCollection({ budgetMs: BUDGET_MS })

/** The same with another limit to the time spent on years. */
export function createSyncCollection({ budgetMs }: { budgetMs: number }): Task {
  return { id: 'sync_collection', guarded: true, run: (context) => run(context, budgetMs) }
}

async function* run(context: Context, budgetMs: number): AsyncIterable<Outcome> {
  const { words, now, clock, progress } = context
  const discogs = await context.collectionSource()
  if (discogs === null) {
    yield { kind: 'nothing', because: words.importing.sync.notConfigured }
    return
  }
  // As they are before the merge.
  const known = { albums: await context.albums(), tried: await context.lookups() }
  const started = clock()
  let collection: DiscogsCollection
  try {
    progress('asking Discogs for the collection')
    collection = await discogs.collection()
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    yield { ...nothingChanged(context), items: [{ item: SERVICE, result: 'failed', note: error.sentence }] }
    return
  }
  yield merged(collection, context)
  yield* firstYears(
    discogs,
    mastersToAsk(collection, known, now),
    { ...context, ...known },
    (wait) => clock() - started + wait < budgetMs,
  )

  function merged(whole: DiscogsCollection, { config, keepsPersonal }: Context): Outcome {
    const list = keepsPersonal ? whole : { ...whole, records: whole.records.map(withoutPersonal) }
    const today = now.toZonedDateTimeISO(config.timezone).toPlainDate().toString()
    const isEmpty: ItemResult = {
      item: SERVICE,
      result: 'warning',
      note: catalogOf('en').importing.sync.empty,
      words: words.importing.sync.empty,
    }
    const unreadable = list.unreadable.map(({ at, key, why }): ItemResult => {
      const said = (locale: typeof config.locale) => {
        const { about, place, reason } = catalogOf(locale).importing
        return about(place(at), reason(why))
      }
      return { item: `${SERVICE} ${key ?? ''}`.trim(), result: 'warning', note: said('en'), words: said(config.locale) }
    })
    const report = (locale: typeof config.locale, form: 'markdown' | 'plain') =>
      importReport(
        { read: [], listens: [], leftOut: new Map(), badRows: 0, places: new Map() },
        { locale, form, timezone: config.timezone, shown: 50 },
      )
    return {
      kind: 'changes',
      files: [],
      edits: [{ kind: 'merge-albums', list, today }],
      items: [
        list.records.length + unreadable.length === 0 ? isEmpty : { item: SERVICE, result: 'done' },
        ...unreadable,
      ],
      subject: words.importing.synced(SERVICE),
      summary: report(config.locale, 'markdown'),
      report: report('en', 'plain'),
    }
  }
}

/** The collection and the attempts of earlier runs, as they were before this one. */
interface Known {
  albums: readonly Album[]
  tried: readonly Lookup[]
}

type KnowingContext = Omit<Context, keyof Known> & Known

/** Masters whose first year is not known yet, those of the newest records first. */
function mastersToAsk(
  { records }: DiscogsCollection,
  { albums, tried: lookups }: Known,
  now: Temporal.Instant,
): number[] {
  const tried = new Map(lookups.filter(({ task }) => task === 'sync_collection').map((each) => [each.album, each]))
  const settled = new Set(
    albums.flatMap((album) => {
      const waits = waitsUntil(tried.get(album.id), album, [SOURCE], now) !== null
      return album.discogs_master && (!isOpen(album) || waits) ? [album.discogs_master] : []
    }),
  )
  const masters = records.flatMap(({ facts }) => facts.discogs_master ?? []).reverse()
  return [...new Set(masters)].filter((master) => !settled.has(master))
}

/** Whether the year of the first release is not known, or may be better known. */
function isOpen(album: Album): boolean {
  return album.year == null || hasPressingYear(album)
}

async function* firstYears(
  discogs: Discogs,
  masters: readonly number[],
  context: KnowingContext,
  hasTime: (wait: number) => boolean,
): AsyncIterable<Outcome> {
  let years = new Map<number, number | null>()
  let asked = 0
  for (const master of masters) {
    if (!hasTime(discogs.waitMs())) break
    try {
      years.set(master, await discogs.firstYear(master))
      asked++
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      const note = error.sentence
      const { sync } = context.words.importing
      const trouble: ItemResult = {
        item: SERVICE,
        result: 'warning',
        note: catalogOf('en').importing.sync.stopped(note),
        words: sync.stopped(note),
      }
      yield found(years, masters.length - asked, context, [trouble])
      return
    }
    if (years.size < YEARS_A_CHECKPOINT) continue
    yield found(years, 0, context, [])
    years = new Map()
  }
  if (years.size > 0 || asked < masters.length) yield found(years, masters.length - asked, context, [])
}

/** What was learnt: years for the albums, and for which there is none, so that nobody asks about them every day. */
function found(
  years: ReadonlyMap<number, number | null>,
  left: number,
  context: KnowingContext,
  troubles: readonly ItemResult[],
): Outcome {
  const { words, config, albums, tried: lookups, now } = context
  const known = [...years].filter(([, year]) => year !== null)
  const yearOf = ({ discogs_master: master }: Album) => (master ? years.get(master) : undefined)
  const before = new Map(lookups.filter(({ task }) => task === 'sync_collection').map((each) => [each.album, each]))
  // What is still open when the years are in: Discogs has none, or one that cannot be.
  const stillOpen = (stored: readonly Album[]): Lookup[] =>
    stored
      .filter((album) => yearOf(album) !== undefined && isOpen(album))
      .map((album) => ({
        album: album.id,
        task: 'sync_collection',
        subject: subjectOf(album),
        tried: now.toString(),
        result: 'not-found',
        misses: (before.get(album.id)?.misses ?? 0) + 1,
        asked: [SOURCE],
      }))
  const settled = albums.filter((album) => before.has(album.id) && yearOf(album) != null).map(({ id }) => id)
  const lines = (locale: typeof config.locale) => {
    const { sync } = catalogOf(locale).importing
    return [
      ...(known.length === 0 ? [] : [sync.yearsFound(known.length)]),
      ...(left === 0 ? [] : [sync.yearsLeft(left)]),
    ]
  }
  const edits: Edit[] = [
    ...(known.length === 0
      ? []
      : [{ kind: 'change-albums' as const, change: (album: Album) => setFirstYear(album, years) }]),
    ...(years.size === 0
      ? []
      : [{ kind: 'remember-lookups' as const, task: 'sync_collection', tried: stillOpen, settled }]),
  ]
  return {
    kind: 'changes',
    files: [],
    edits,
    items: [...(known.length === 0 ? [] : [{ item: SERVICE, result: 'done' as const }]), ...troubles],
    subject: known.length === 0 ? words.importing.synced(SERVICE) : words.importing.sync.years(known.length),
    summary: lines(config.locale).join('\n\n'),
    report: lines('en').join('\n'),
  }
}

/** No pressing is older than the first release: such a year would be about something else. */
function setFirstYear(album: Album, years: ReadonlyMap<number, number | null>): boolean {
  const year = album.discogs_master ? years.get(album.discogs_master) : null
  if (year == null || !(album.year == null || (hasPressingYear(album) && year <= album.year))) return false
  album.year = year
  album.sources = { ...album.sources, year: SOURCE }
  return true
}

function nothingChanged({ words }: Context) {
  return {
    kind: 'changes' as const,
    files: [],
    edits: [],
    subject: words.importing.synced(SERVICE),
    summary: '',
    report: '',
  }
}

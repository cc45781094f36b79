import type { Temporal } from 'temporal-polyfill'
import { compose, poemKey } from '../haiku/composer/compose.ts'
import type { HaikuSubject } from '../haiku/haiku.ts'
import type { HaikuEntry } from '../haiku/log.ts'
import { createHaikuWriter, type WrittenHaiku } from '../haiku/write.ts'
import { figuresOf, type Figures } from '../listens/figures.ts'
import type { Listen } from '../listens/listen.ts'
import { shelfOf } from '../listens/shelf.ts'
import { catalogOf } from '../pages/words/catalog.ts'
import { humanMinute, humanTime } from '../pages/time.ts'
import { WEEK_TOP, weeklyPage, weekSections, type WeekReport } from '../pages/weekly-page.ts'
import { seededRandom } from '../ground/random.ts'
import type { ItemResult, Outcome, Task, Context } from './task.ts'

/** `weekly_haiku`: one poem about what was heard in the last seven days, and what that was. */
export const weeklyHaiku: Task = { id: 'weekly_haiku', run }

async function* run(context: Context): AsyncIterable<Outcome> {
  const { until, now, config, words } = context
  const { timezone, locale } = config
  const end = until.toZonedDateTimeISO(timezone)
  const [from, start] = [end.subtract({ days: 7 }).toInstant(), end.subtract({ days: 14 }).toInstant()]
  const [inWeek, inWeekBefore]: [Listen[], Listen[]] = [[], []]
  for await (const listen of context.listens({ from: seconds(start), to: seconds(until) })) {
    ;(listen.timestamp < seconds(from) ? inWeekBefore : inWeek).push(listen)
  }
  if (inWeek.length === 0) {
    const [first, last] = [humanMinute(from, timezone), humanMinute(until, timezone)]
    yield { kind: 'nothing', because: words.listening.week.none(first, last) }
    return
  }
  const shelf = shelfOf(await context.albums())
  const week = figuresOf(inWeek, { shelf, timezone })
  const before = figuresOf(inWeekBefore, { shelf, timezone })
  const subject = subjectOf(week)
  const written = await writePoem(subject, end.toPlainDate(), context)
  const { lines, author } = written
  const report: WeekReport = {
    lines,
    model: author.kind === 'ai' ? author.model : null,
    fellBack: author.kind === 'composer' && author.because !== 'no-model',
    from,
    to: until,
    week,
    before,
  }
  yield {
    kind: 'changes',
    files: [
      {
        kind: 'weekly-haiku',
        extension: 'md',
        at: now,
        render: () => weeklyPage(report, { at: now, timezone, locale, words }),
      },
    ],
    edits: [{ kind: 'add-haikus', entries: [entryOf(written, context)] }],
    items: [itemOf(written, context)],
    subject: words.listening.week.commit(humanTime(now, timezone)),
    summary: weekSections(report, { locale, words }).join('\n\n'),
    report: plainReport(report, timezone),
  }
}

function seconds(instant: Temporal.Instant): number {
  return instant.epochMilliseconds / 1000
}

/**
 * The album heard most, as the collection knows it where it does, with the whole week beside it. Without a known album
 * the artist heard most stands alone.
 */
function subjectOf({ total, artists, albums }: Figures): HaikuSubject {
  const [first] = albums
  const heard = first?.about
  const album = heard?.album ?? {
    id: 0,
    title: first?.name ?? '',
    artists: heard === undefined ? artists.slice(0, 1).map(({ name }) => name) : [...heard.artists],
  }
  return {
    ...album,
    week: {
      listens: total,
      artists: artists.slice(0, WEEK_TOP).map(({ name }) => name),
      albums: albums.slice(0, WEEK_TOP).map(({ name, about }) => ({ title: name, artists: about.artists })),
    },
  }
}

async function writePoem(subject: HaikuSubject, date: Temporal.PlainDate, context: Context): Promise<WrittenHaiku> {
  const { config, random, clock, progress } = context
  const language = config.locale
  const used = new Set((await context.haikus()).map(({ lines }) => poemKey(lines)))
  // A chance of its own, so that the poem does not depend on what else draws.
  const chance = seededRandom(random.int(2 ** 31))
  const writer = createHaikuWriter({
    model: await context.chat(),
    language,
    date,
    clock,
    progress,
    compose: (album) => compose(album, { language, date, random: chance, used }),
  })
  return writer.write(subject)
}

function entryOf({ lines, author }: WrittenHaiku, { now, config }: Context): HaikuEntry {
  return {
    at: now.toString({ fractionalSecondDigits: 3 }),
    task: weeklyHaiku.id,
    // It is about the week, also where it names the album heard most.
    album: null,
    lines: [...lines],
    language: config.locale,
    author: author.kind === 'ai' ? { kind: 'ai', model: author.model } : { kind: 'composer' },
  }
}

function itemOf({ author }: WrittenHaiku, { words }: Context): ItemResult {
  const item = words.listening.week.title
  if (author.kind === 'ai' || author.because === 'no-model') return { item, result: 'done' }
  const { failed, kind } = author.because
  return { item, result: 'warning', note: failed, words: words.summary.aiFailed[kind] }
}

/** For the terminal, in English. */
function plainReport({ lines, from, to, week, before }: WeekReport, timezone: string): string {
  const { listening } = catalogOf('en')
  const top = (label: string, names: readonly { name: string; count: number }[]) =>
    `${label}: ${names
      .slice(0, WEEK_TOP)
      .map(({ name, count }) => `${name} (${count})`)
      .join(', ')}`
  return [
    `${humanMinute(from, timezone)} to ${humanMinute(to, timezone)}`,
    ...lines.map((line) => `    ${line}`),
    `${listening.listens}: ${week.total} (${listening.week.weekBefore.toLowerCase()}: ${before.total})`,
    top(listening.week.topArtists, week.artists),
    ...(week.albums.length === 0 ? [listening.week.noAlbums] : [top(listening.week.topAlbums, week.albums)]),
  ].join('\n')
}

import type { Temporal } from 'temporal-polyfill'
import { artistsOf, type Album } from '../collection/album.ts'
import { releaseYear } from '../collection/provenance.ts'
import { requireAlbums } from '../collection/empty.ts'
import { pickAlbums } from '../collection/sampling.ts'
import { compose, poemKey } from '../haiku/composer/compose.ts'
import type { HaikuEntry } from '../haiku/log.ts'
import { createHaikuWriter, type WrittenHaiku } from '../haiku/write.ts'
import { seededRandom } from '../ground/random.ts'
import type { Catalog } from '../pages/words/catalog.ts'
import { closingLine, haikuPage, poemSections, type Poem } from '../pages/haiku-page.ts'
import { haikuTable } from '../pages/haiku-summary.ts'
import { humanDay, humanTime } from '../pages/time.ts'
import type { ItemResult, Outcome, Task, Context } from './task.ts'

/** `generate_haiku_scheduled`: a poem for each of five albums, none again before every other album had its turn. */
export const generateHaiku: Task = { id: 'generate_haiku_scheduled', run }

async function* run(context: Context): AsyncIterable<Outcome> {
  const { random, config, now, words, progress } = context
  const albums = await context.albums()
  requireAlbums(albums)
  const haikus = await context.haikus()
  const turns = haikus.flatMap((entry) => (entry.task === generateHaiku.id && entry.album ? [entry.album.id] : []))
  const picked = pickAlbums(albums, turns, config.tasks.generate_haiku_scheduled.count, random)
  const used = new Set(haikus.map((entry) => poemKey(entry.lines)))
  // A chance of its own for each album, so that the order in which an AI answers changes no poem.
  const chances = new Map(picked.map((album) => [album.id, seededRandom(random.int(2 ** 31))]))
  const date = now.toZonedDateTimeISO(config.timezone).toPlainDate()
  const chat = await context.chat()
  const writer = createHaikuWriter({
    model: chat,
    language: config.locale,
    date,
    clock: context.clock,
    progress,
    compose: (subject) => {
      const lines = compose(subject, { language: config.locale, date, random: chances.get(subject.id)!, used })
      used.add(poemKey(lines))
      return lines
    },
  })
  let finished = 0
  if (chat) progress(`Asking ${chat.name} for ${picked.length} haikus`)
  const written = await Promise.all(
    picked.map(async (album) => {
      // A pressing's year would put a record of the sixties into another era.
      const haiku = await writer.write({ ...album, year: releaseYear(album) })
      finished++
      if (chat)
        progress(`${finished}/${picked.length} ${album.title}: ${whoWrote(haiku)}, ${haiku.seconds.toFixed(1)} s`)
      return haiku
    }),
  )
  const poems = await Promise.all(picked.map((album, index) => poemOf(album, written[index]!, context)))

  const page = { at: now, timezone: config.timezone, words }
  yield {
    kind: 'changes',
    files: [{ kind: 'generate-haiku', extension: 'md', at: now, render: () => haikuPage(poems, page) }],
    edits: [{ kind: 'add-haikus', entries: poems.map((poem) => entryOf(poem, context)) }],
    items: poems.map((poem, index) => itemOf(poem.album, written[index]!, words)),
    subject: words.commit.haikus(poems.length, humanTime(now, config.timezone)),
    summary: [
      ...poemSections(poems, words),
      `*${closingLine(poems, words)}*\n`,
      haikuTable(poems, written, words),
    ].join('\n'),
    report: poems.map(plainPoem).join('\n\n'),
  }
}

function whoWrote({ author, attempts }: WrittenHaiku): string {
  if (author.kind === 'ai') return `by ${author.model}, ${attempts === 1 ? 'first attempt' : `attempt ${attempts}`}`
  return `by the composer${author.because === 'no-model' ? '' : ` (${author.because.failed})`}`
}

async function poemOf(album: Album, { lines, author }: WrittenHaiku, context: Context): Promise<Poem> {
  const heard = await context.lastListen(album)
  return {
    album,
    lines,
    model: author.kind === 'ai' ? author.model : null,
    fellBack: author.kind === 'composer' && author.because !== 'no-model',
    lastListen: heard === null ? null : humanDay(heard, context.config.timezone),
  }
}

function entryOf({ album, lines, model }: Poem, { now, config }: Context): HaikuEntry {
  return {
    at: instantText(now),
    task: generateHaiku.id,
    album: { id: album.id, title: album.title, artists: artistsOf(album) },
    lines: [...lines],
    language: config.locale,
    author: model === null ? { kind: 'composer' } : { kind: 'ai', model },
  }
}

function instantText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 })
}

function itemOf(album: Album, { author }: WrittenHaiku, { summary }: Catalog): ItemResult {
  if (author.kind === 'ai' || author.because === 'no-model') return { item: album.title, result: 'done' }
  const { failed, kind } = author.because
  return { item: album.title, result: 'warning', note: failed, words: summary.aiFailed[kind] }
}

function plainPoem({ album, lines }: Poem): string {
  const artists = artistsOf(album).join(', ')
  return [`${album.title}${artists === '' ? '' : ` - ${artists}`}`, ...lines.map((line) => `    ${line}`)].join('\n')
}

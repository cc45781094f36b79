import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { systemNow } from '../ground/clock.ts'
import { artistsOf, type Album } from '../collection/album.ts'
import { requireAlbums } from '../collection/empty.ts'
import { fold } from '../collection/names/fold.ts'
import { openCollection } from '../collection/store.ts'
import { loadConfig } from '../config/config.ts'
import { command } from './command.ts'
import type { Terminal } from './terminal.ts'
import { EXIT, UsageError } from '../ground/errors.ts'
import { compose, poemKey } from '../haiku/composer/compose.ts'
import { LANGUAGES, type Language } from '../ground/languages.ts'
import { countLine, englishCounts, frenchCounts } from '../haiku/syllables/syllables.ts'
import { nearest } from '../ground/nearest.ts'
import { freshSeed, seededRandom } from '../ground/random.ts'

const USAGE = `npm run haiku -- [--count N] [--album TITLE] [--locale fr|en] [--now ISO-date] [--seed N]
    prints poems of the built-in composer, each line with its syllables
npm run haiku -- --scan FILE [--locale fr|en]
    prints each line of a file, tab-separated: line, classical, spoken (en: line, fewest, most)`

export default command({
  usage: USAGE,
  options: { count: 'text', album: 'text', locale: 'text', now: 'text', seed: 'text', scan: 'text' },
  run: async ({ values, root, terminal }) => {
    const locale = localeOf(values.locale ?? (await loadConfig(root)).locale)
    if (values.scan !== undefined) await scan(values.scan, root, locale, terminal)
    else {
      const { albums } = (await openCollection(root)).data
      requireAlbums(albums)
      const seed = values.seed === undefined ? freshSeed() : wholeNumber('seed', values.seed)
      printPoems(values.album === undefined ? albums : [albumCalled(values.album, albums)], {
        locale,
        count: wholeNumber('count', values.count ?? '10'),
        date: values.now === undefined ? systemNow().toZonedDateTimeISO('UTC').toPlainDate() : dateOf(values.now),
        seed,
        terminal,
      })
      terminal.tell(`(seed ${seed})`)
    }
    return EXIT.ok
  },
})

interface Recital {
  locale: Language
  count: number
  date: Temporal.PlainDate
  seed: number
  terminal: Terminal
}

/** Goes through the albums in random order, again and again, one poem each; none is printed twice. */
function printPoems(albums: readonly Album[], { locale, count, date, seed, terminal }: Recital): void {
  const random = seededRandom(seed)
  const used = new Set<string>()
  let order: Album[] = []
  for (let poem = 0; poem < count; poem++) {
    if (order.length === 0) order = random.shuffle(albums)
    const album = order.pop()!
    const lines = compose(album, { language: locale, date, random, used })
    used.add(poemKey(lines))
    const counted = lines.map((line) => `    ${countLine(line, locale).readings.join('/')}  ${line}`)
    terminal.print([`${album.title} - ${artistsOf(album).join(', ')}`, ...counted, ''].join('\n'))
  }
}

async function scan(file: string, root: string, locale: Language, { print }: Terminal): Promise<void> {
  const text = await readFile(resolve(root, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`--scan: ${file} cannot be read (${cause.code ?? cause.message}).`, { cause })
  })
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() !== '') print([line, ...countsOf(line, locale)].join('\t'))
  }
}

function countsOf(line: string, locale: Language): number[] {
  if (locale === 'en') {
    const { fewest, most } = englishCounts(line)
    return [fewest, most]
  }
  const { classical, spoken } = frenchCounts(line)
  return [classical, spoken]
}

function localeOf(text: string): Language {
  const locale = LANGUAGES.find((language) => language === text)
  if (locale === undefined)
    throw new UsageError(`--locale: “${text}” stands there. Possible: ${LANGUAGES.join(' or ')}.`)
  return locale
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`--${option}: “${text}” stands there. Possible: a whole number.`)
}

function dateOf(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text.slice(0, 10))
  } catch (cause) {
    throw new UsageError(`--now: “${text}” stands there. Possible: a day such as 2026-01-31.`, { cause })
  }
}

function albumCalled(title: string, albums: readonly Album[]): Album {
  const album = albums.find((candidate) => fold(candidate.title) === fold(title))
  if (album) return album
  const close = nearest(
    title,
    albums.map((candidate) => candidate.title),
  )
  throw new UsageError(`No album of the collection is called “${title}”.`, {
    todo: close === null ? 'data/collection.json lists them.' : `Did you mean “${close}”?`,
  })
}

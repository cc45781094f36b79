import type { Temporal } from 'temporal-polyfill'
import { artistsOf, descriptionOf } from '../../collection/album.ts'
import type { CountedLine, Reading } from './answer.ts'
import type { ChatMessage } from '../../sources/chat.ts'
import type { HaikuLines, HaikuSubject, HeardWeek } from '../haiku.ts'
import type { Language } from '../../ground/languages.ts'
import { oneLine } from '../../ground/one-line.ts'
import { english } from './wording-en.ts'
import { french } from './wording-fr.ts'

type Wording = typeof english

const WORDINGS: Readonly<Record<Language, Wording>> = { fr: french, en: english }

/** Lengths in characters; what is cut would cost tokens and attention, not help the poem. */
const LONGEST = { title: 200, artist: 100, genre: 100, description: 600, echo: 600 }
const MOST_ARTISTS = 5

/** The example every prompt holds; a poem that repeats a line of it is no answer. */
export function exampleOf(language: Language): HaikuLines {
  return WORDINGS[language].example
}

/** The conversation that asks for a haiku about one album, or one week of listening, on one day. */
export function askForHaiku(subject: HaikuSubject, language: Language, date: Temporal.PlainDate): ChatMessage[] {
  const { form, ask, askWeek, seasons, locale } = WORDINGS[language]
  const day = date.toLocaleString(locale, { day: 'numeric', month: 'long' })
  return [
    { role: 'system', content: form },
    {
      role: 'user',
      content: (subject.week === undefined ? ask : askWeek)(cardOf(subject), day, seasons[seasonOf(date)]),
    },
  ]
}

/**
 * The same request after an answer that was no haiku: the answer, and what was wrong with it, line by line and word by
 * word. Only the last failure is told, so that the conversation does not grow, and the roles alternate, because some
 * services insist on it.
 */
export function askAgain(
  request: readonly ChatMessage[],
  answer: string,
  reading: Extract<Reading, { ok: false }>,
  language: Language,
): ChatMessage[] {
  const wording = WORDINGS[language]
  const correction = [
    wording.wrong[reading.problem],
    ...(reading.problem === 'syllables' ? reading.lines.map((line) => explain(line, wording)) : []),
    wording.again,
  ].join('\n')
  const echo =
    reading.lines.length === 3 ? reading.lines.map(({ text }) => text).join('\n') : oneLine(answer, LONGEST.echo)
  if (echo === '') {
    const last = request.at(-1)!
    return [...request.slice(0, -1), { ...last, content: `${last.content}\n\n${correction}` }]
  }
  return [...request, { role: 'assistant', content: echo }, { role: 'user', content: correction }]
}

function explain({ text, target, right, readings, words }: CountedLine, wording: Wording): string {
  if (right) return wording.right(text, target)
  const byWord = words.map(({ word, counts }) => `${word} ${counts.join('/')}`).join(', ')
  return wording.miscounted(text, byWord, readings.join('/'), target)
}

/** What is known of the subject, as one line of JSON that cannot close the block it stands in. */
function cardOf({ week, ...album }: HaikuSubject): string {
  const facts = week === undefined ? albumFacts(album) : weekFacts(week, album)
  return JSON.stringify(facts).replace(/[<>]/gu, (mark) => (mark === '<' ? '\\u003c' : '\\u003e'))
}

function weekFacts({ listens, artists, albums }: HeardWeek, first: HaikuSubject) {
  return {
    listens,
    artists: artists.map((artist) => oneLine(artist, LONGEST.artist)),
    albums: albums.map(({ title, artists }) => ({
      title: oneLine(title, LONGEST.title),
      artists: shown(artists),
    })),
    ...(first.title === '' ? {} : { most_heard: albumFacts(first) }),
  }
}

function shown(artists: readonly string[]): string[] {
  return artists.slice(0, MOST_ARTISTS).map((artist) => oneLine(artist, LONGEST.artist))
}

function albumFacts(subject: HaikuSubject) {
  const description = descriptionOf(subject)
  return {
    title: oneLine(subject.title, LONGEST.title),
    artists: shown(artistsOf(subject)),
    ...(typeof subject.year === 'number' ? { year: subject.year } : {}),
    ...(subject.genre?.trim() ? { genre: oneLine(subject.genre, LONGEST.genre) } : {}),
    ...(description === null ? {} : { description: oneLine(description, LONGEST.description) }),
  }
}

/** Meteorological seasons of the northern hemisphere: winter is December to February. */
function seasonOf({ month }: Temporal.PlainDate): keyof Wording['seasons'] {
  return (['winter', 'spring', 'summer', 'autumn'] as const)[Math.floor((month % 12) / 3)]!
}

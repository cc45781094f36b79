import { FIRST_SCROBBLE } from '../../../listens/source.ts'
import type { Document, JsonContent } from '../document.ts'
import type { Format } from '../format.ts'
import { isRecord, notOfFormat, readEntries, someRecord, topList, type JsonRecord, type Rows } from '../json-entries.ts'
import { textOf } from '../json-fields.ts'
import { shown } from '../values.ts'
import type { Place } from '../row.ts'

/**
 * Scrobbles as Last.fm's API gives them (user.getRecentTracks): its answers, or the pages that the exporter at
 * lastfm.ghan.nl puts into one list, or the bare tracks. Loved tracks look alike but have no album; their times are not
 * those of listens.
 */
export const lastfmJson: Format = {
  id: 'lastfm-json',
  name: 'Last.fm scrobbles (JSON)',
  source: 'lastfm',
  described: 'https://www.last.fm/api/show/user.getRecentTracks',
  recognises: (document) => lists(document).some((list) => someRecord(list, isTrack)),
  *read(document) {
    const content = document.json()
    if (content === null || !lastfmJson.recognises(document))
      throw notOfFormat(document, 'list of Last.fm scrobbles', 'no track has “artist”, “name”, “album” and “date”')
    yield* readEntries(content, lists(document), readTrack, EXPECTED)
  },
}

const EXPECTED = '{ "artist", "album", "name", "date": { "uts" } }'

function isTrack({ artist, album, name, date, ...rest }: JsonRecord): boolean {
  const isCredited = isRecord(artist) && ('#text' in artist || 'name' in artist)
  return isCredited && album !== undefined && name !== undefined && (isRecord(date) || isPlaying(rest))
}

/** The lists of tracks in a file: one a page. */
function lists(document: Document): (readonly unknown[])[] {
  const content = document.json()
  if (content === null) return []
  const pages = topList(content).map(tracksOfPage)
  return pages.some((page) => page !== null)
    ? pages.flatMap((page, index) => [page ?? alone(content, index)])
    : [topList(content)]
}

function tracksOfPage(page: unknown): readonly unknown[] | null {
  if (!isRecord(page)) return null
  const { track } = isRecord(page['recenttracks']) ? page['recenttracks'] : page
  // A list of one comes as the track itself.
  return Array.isArray(track) ? (track as unknown[]) : isRecord(track) ? [track] : null
}

const alone = (content: JsonContent, index: number) => [topList(content)[index]]

function isPlaying({ '@attr': attributes }: JsonRecord): boolean {
  return isRecord(attributes) && (attributes['nowplaying'] === 'true' || attributes['nowplaying'] === true)
}

/** In JSON made from XML a text is a string, an object with `#text`, or with `extended=1` an object with `name`. */
function textIn(value: unknown): string | undefined {
  return textOf(isRecord(value) ? (value['#text'] ?? value['name']) : value)
}

function* readTrack(entry: JsonRecord, at: Place): Rows {
  if (isPlaying(entry)) return
  const [credit, track] = [textIn(entry['artist']), textIn(entry['name'])]
  const uts = isRecord(entry['date']) ? entry['date']['uts'] : undefined
  const timestamp = Number(textOf(uts) || NaN)
  if (track === '') return yield { kind: 'bad', at, why: { code: 'no-track' } }
  if (credit === undefined || track === undefined || uts === undefined || entry['album'] === undefined)
    return yield { kind: 'bad', at, why: { code: 'shape', expected: EXPECTED } }
  if (!Number.isSafeInteger(timestamp) || timestamp < FIRST_SCROBBLE)
    return yield { kind: 'bad', at, why: { code: 'not-a-time', field: 'date', value: shown(uts) } }
  const album = textIn(entry['album']) || null
  const loved = textOf(entry['loved'])
  yield {
    kind: 'listen',
    at,
    listen: { timestamp, credit, album, track, loved: loved === undefined ? null : loved === '1' },
  }
}

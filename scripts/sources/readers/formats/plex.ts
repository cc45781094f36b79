import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { isRecord, notOfFormat, readEntries, someRecord, topList, type JsonRecord, type Rows } from '../json-entries.ts'
import { fieldsOf, known } from '../json-fields.ts'
import type { Place } from '../row.ts'

/** The type numbers of the API stand for words in its answers; 9 is an album. */
const MUSIC = ['artist', 'track']

/**
 * Albums as a Plex Media Server answers `/library/sections/N/all?type=9` with `Accept: application/json`. Its years are
 * those of the release that was matched or tagged.
 */
export const plex: Format = {
  id: 'plex',
  name: 'Plex albums (JSON of the API)',
  source: 'plex',
  described: 'https://developer.plex.tv/pms/',
  recognises: (document) => lists(document).some((list) => someRecord(list, ({ type }) => type === 'album')),
  *read(document) {
    const content = document.json()
    if (content === null || !plex.recognises(document))
      throw notOfFormat(document, 'Plex answer', '“MediaContainer” holds no entry of type “album”')
    yield* readEntries(content, lists(document), readAlbum, EXPECTED)
  },
}

const EXPECTED = '{ "type": "album", "title", "parentTitle", … }'

function lists(document: Document): (readonly unknown[])[] {
  const content = document.json()
  if (content === null) return []
  return topList(content).flatMap((answer) => {
    const container = isRecord(answer) ? answer['MediaContainer'] : undefined
    const metadata = isRecord(container) ? container['Metadata'] : undefined
    return Array.isArray(metadata) ? [metadata as unknown[]] : []
  })
}

function* readAlbum(entry: JsonRecord, at: Place): Rows {
  const { text, names, year, count, date, doubts } = fieldsOf(entry, at)
  const type = text('type')
  if (type === undefined || MUSIC.includes(type))
    return yield { kind: 'bad', at, why: { code: 'shape', expected: EXPECTED } }
  if (type !== 'album') return yield { kind: 'left-out', at, what: 'not-music' }
  const title = text('title')
  if (title === undefined) return yield { kind: 'bad', at, why: { code: 'no-title' } }

  // The guid of a matched album outlives a new scan of the library, in which keys are given anew.
  const matched = /^plex:\/\/album\/(\w+)$/u.exec(text('guid') ?? '')?.[1]
  const id = matched ?? text('ratingKey')
  const added_at = date('addedAt')
  const released = year('year') ?? year('originallyAvailableAt')
  yield {
    kind: 'album',
    at,
    record: {
      key: id === undefined ? null : `plex:${id}`,
      facts: known({
        title,
        artists: names('parentTitle'),
        year: released,
        genre: names('Genre', 'tag')?.join(', '),
        tracks_count: count('leafCount') || undefined,
        added_at,
      }),
      isPressingYear: released !== undefined,
      copy: known({ label: text('studio'), year: released, added_at }),
    },
  }
  yield* doubts
}

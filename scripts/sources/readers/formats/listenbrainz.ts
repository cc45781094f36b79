import { FIRST_SCROBBLE } from '../../../listens/source.ts'
import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { isRecord, notOfFormat, readEntries, someRecord, topList, type JsonRecord, type Rows } from '../json-entries.ts'
import { fieldsOf, textOf } from '../json-fields.ts'
import { shown } from '../values.ts'
import type { Place } from '../row.ts'

/**
 * Listens as ListenBrainz gives them: the files `listens/2024/5.jsonl` of its export, the list that older exports and
 * other programs write, or an answer of its API.
 */
export const listenbrainz: Format = {
  id: 'listenbrainz',
  name: 'ListenBrainz listens (JSON)',
  source: 'listenbrainz',
  described: 'https://listenbrainz.readthedocs.io/en/latest/users/json.html',
  recognises: (document) => someRecord(listensIn(document), isListen),
  *read(document) {
    const content = document.json()
    if (content === null || !listenbrainz.recognises(document))
      throw notOfFormat(document, 'list of ListenBrainz listens', 'no entry has “listened_at” and “track_metadata”')
    yield* readEntries(content, [listensIn(document)], readListen, EXPECTED)
  },
}

const EXPECTED = '{ "listened_at", "track_metadata": { "artist_name", "track_name" } }'

const isListen = ({ listened_at, track_metadata }: JsonRecord) => listened_at !== undefined && isRecord(track_metadata)

function listensIn(document: Document): readonly unknown[] {
  const content = document.json()
  if (content === null) return []
  const payload = isRecord(content.value) ? content.value['payload'] : undefined
  const listens = isRecord(payload) ? payload['listens'] : undefined
  return Array.isArray(listens) ? (listens as unknown[]) : topList(content)
}

function* readListen(entry: JsonRecord, at: Place): Rows {
  const { listened_at: listened, track_metadata: metadata, playing_now: isPlaying } = entry
  if (isPlaying === true) return
  if (!isRecord(metadata) || listened === undefined)
    return yield { kind: 'bad', at, why: { code: 'shape', expected: EXPECTED } }
  const { text, doubts } = fieldsOf(metadata, at)
  const [track, credit, album] = [text('track_name'), text('artist_name') ?? '', text('release_name') ?? null]
  if (track === undefined) return yield { kind: 'bad', at, why: { code: 'no-track' } }
  // The export has microseconds: 1714546800.000000.
  const timestamp = Math.floor(Number(textOf(listened) || NaN))
  if (!Number.isSafeInteger(timestamp) || timestamp < FIRST_SCROBBLE)
    return yield { kind: 'bad', at, why: { code: 'not-a-time', field: 'listened_at', value: shown(listened) } }
  yield { kind: 'listen', at, listen: { timestamp, credit, album, track, loved: null } }
  yield* doubts
}

import { FIRST_SCROBBLE } from '../../../listens/source.ts'
import type { Format } from '../format.ts'
import { notOfFormat, readEntries, someRecord, topList, type JsonRecord, type Rows } from '../json-entries.ts'
import { fieldsOf, textOf } from '../json-fields.ts'
import { shown } from '../values.ts'
import { timeOf } from '../moment.ts'
import type { Place, Reason, Row } from '../row.ts'

/** As Last.fm counts a listen: https://www.last.fm/api/scrobbling#when-is-a-scrobble-a-scrobble */
const SHORTEST_MS = 30_000

/**
 * Spotify's streaming history: the extended one (`Streaming_History_Audio_2019-2021_3.json`, formerly `endsong_0.json`)
 * and that of the last year in the account data (`StreamingHistory_music_0.json`, formerly `StreamingHistory0.json`), which
 * has no albums. Nothing is read but what was heard and when: no address, user name, device or country comes out. Both say
 * when a track stopped; a listen has the time when it began.
 */
export const spotifyHistory: Format = {
  id: 'spotify-history',
  name: 'Spotify streaming history (JSON)',
  source: 'spotify',
  described: 'https://support.spotify.com/us/article/understanding-my-data/',
  recognises: (document) => {
    const content = document.json()
    return content !== null && someRecord(topList(content), (record) => isExtended(record) || isOfAccount(record))
  },
  *read(document) {
    const content = document.json()
    if (content === null || !spotifyHistory.recognises(document))
      throw notOfFormat(document, 'Spotify streaming history', 'no entry has “ts” and “ms_played”')
    const isVideo = /(?:^|[/\\])Streaming_?History_Video/iu.test(document.name)
    const read = (entry: JsonRecord, at: Place) => readStream(entry, at, isVideo)
    yield* readEntries(content, [topList(content)], read, EXPECTED)
  },
}

const EXPECTED = '{ "ts", "ms_played", … }'

const isExtended = (record: JsonRecord) => 'ts' in record && 'ms_played' in record
const isOfAccount = (record: JsonRecord) => 'endTime' in record && 'msPlayed' in record

/** The names of fields in each of the two, first those that only what is no music has. */
const EXTENDED = {
  others: ['episode_name', 'spotify_episode_uri', 'audiobook_title', 'audiobook_uri'],
  track: 'master_metadata_track_name',
  artist: 'master_metadata_album_artist_name',
  album: 'master_metadata_album_album_name',
  played: 'ms_played',
  stopped: 'ts',
}
const OF_ACCOUNT = {
  others: ['podcastName', 'episodeName', 'audiobookName', 'chapterName'],
  track: 'trackName',
  artist: 'artistName',
  album: 'albumName',
  played: 'msPlayed',
  stopped: 'endTime',
}

function* readStream(entry: JsonRecord, at: Place, isVideo: boolean): Rows {
  const names = isExtended(entry) ? EXTENDED : isOfAccount(entry) ? OF_ACCOUNT : null
  const bad = (why: Reason): Row => ({ kind: 'bad', at, why })
  if (names === null) return yield bad({ code: 'shape', expected: EXPECTED })
  if (entry['incognito_mode'] === true) return yield { kind: 'left-out', at, what: 'private' }

  const { text, count, doubts } = fieldsOf(entry, at)
  const [track, credit, album] = [text(names.track), text(names.artist) ?? '', text(names.album) ?? null]
  // A video has neither names nor the address of a track.
  const isNameless = track === undefined && entry['spotify_track_uri'] === null
  const isOther = isVideo || isNameless || names.others.some((field) => textOf(entry[field]))
  if (isOther) return yield { kind: 'left-out', at, what: 'not-music' }
  // What Spotify does not offer any more has lost its names in the account data.
  if (track === undefined || (track === 'Unknown Track' && credit === 'Unknown Artist'))
    return yield bad({ code: 'no-track' })

  const [stopped, played] = [timeOf(textOf(entry[names.stopped]) ?? ''), count(names.played)]
  const wrongTime = bad({ code: 'not-a-time', field: names.stopped, value: shown(entry[names.stopped]) })
  if (stopped === null) return yield wrongTime
  if (played === undefined)
    return yield bad({ code: 'not-a-number', field: names.played, value: shown(entry[names.played]) })
  if (played < SHORTEST_MS) return yield { kind: 'left-out', at, what: 'too-short' }
  const timestamp = Math.floor((stopped - played) / 1000)
  if (timestamp < FIRST_SCROBBLE) return yield wrongTime
  yield { kind: 'listen', at, listen: { timestamp, credit, album, track, loved: null } }
  yield* doubts
}

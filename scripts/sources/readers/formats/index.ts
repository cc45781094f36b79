import type { Format } from '../format.ts'
import { aime } from './aime.ts'
import { beets } from './beets.ts'
import { discogsCsv } from './discogs-csv.ts'
import { lastfmCsv } from './lastfm-csv.ts'
import { lastfmJson } from './lastfm-json.ts'
import { listenbrainz } from './listenbrainz.ts'
import { plainCsv } from './plain-csv.ts'
import { plexCsv } from './plex-csv.ts'
import { plex } from './plex.ts'
import { spotifyHistory } from './spotify-history.ts'
import { spotifyLibrary } from './spotify-library.ts'
import { subsonic } from './subsonic.ts'

/** Every format, the most particular first: the first that recognises a file reads it. */
export const FORMATS: readonly Format[] = [
  discogsCsv,
  spotifyHistory,
  spotifyLibrary,
  lastfmCsv,
  lastfmJson,
  listenbrainz,
  beets,
  subsonic,
  plexCsv,
  plex,
  aime,
  plainCsv,
]

import { artistsOf, type Album } from '../collection/album.ts'
import { matchAlbum, type Candidate, type Match, type MatchQuery } from '../collection/names/match.ts'
import { artistKey, parseTitle, searchName } from '../collection/names/normalise.ts'
import { hasPressingYear, openFields, type Findings } from '../collection/provenance.ts'
import type { ReleaseGroup } from '../sources/services/musicbrainz.ts'
import type { SpotifyAlbum } from '../sources/services/spotify.ts'
import type { Catalogues } from './task.ts'
import { createGate, type Gate } from './gate.ts'

/** The services that say what a record is, and the gate to each. */
export interface Sources extends Catalogues {
  gates: Record<'spotify' | 'musicBrainz' | 'wikidata' | 'coverArt' | 'wikipedia', Gate>
}

export function sourcesOf(catalogues: Catalogues, tell: (line: string) => void): Sources {
  return {
    ...catalogues,
    gates: {
      spotify: createGate('Spotify', tell),
      musicBrainz: createGate('MusicBrainz', tell),
      wikidata: createGate('Wikidata', tell),
      coverArt: createGate('Cover Art Archive', tell),
      wikipedia: createGate('Wikipedia', tell),
    },
  }
}

/** The sources an album may still be found in, as attempts are remembered by; they decide whether one is repeated. */
export function identifyingSources({ spotify }: Catalogues): string[] {
  return spotify === null ? ['musicbrainz'] : ['spotify', 'musicbrainz']
}

export interface LookedUp {
  findings: Findings
  /** The identifying sources that gave an answer. */
  asked: string[]
  /** Why something is not known for sure, in English. */
  doubts: string[]
  /** What went wrong on the way, in English. */
  failures: string[]
}

/** What an album is looked for by. */
export function queryOf(album: Album): MatchQuery {
  const isPressing = hasPressingYear(album)
  return {
    title: album.title,
    artists: artistsOf(album),
    year: isPressing ? null : (album.year ?? null),
    pressingYear: isPressing ? album.year! : null,
    tracks: album.tracks_count ? album.tracks_count : null,
  }
}

/**
 * Looks an album up: Spotify for the link (its years are those of editions and are not taken), MusicBrainz for the year
 * of the first release and, through its editions, for the link; then Wikidata for what is still missing, and the Cover
 * Art Archive. A service that fails takes nothing from what the others know.
 */
export async function lookUp(album: Album, sources: Sources): Promise<LookedUp> {
  const { gates } = sources
  const open = new Set<string>(openFields(album))
  const result: LookedUp = { findings: {}, asked: [], doubts: [], failures: [] }
  const { findings } = result
  const query = queryOf(album)
  if (!query.artists.some((artist) => artistKey(artist) !== '')) {
    result.asked = identifyingSources(sources)
    result.doubts.push('it has no artist to be told apart by')
    return result
  }
  const lacks = (field: keyof Findings) => open.has(field) && findings[field] === undefined

  const onSpotify = open.has('spotify_url') ? await askSpotify(query, sources, result) : null
  const work = await askMusicBrainz(album, query, sources, result)
  const match = onSpotify === null ? null : settle(onSpotify, query, work)
  // Where there are several works of this name, Spotify's one may be any of them.
  const isOneOfSeveral = work === 'ambiguous' && query.year == null
  if (match?.kind === 'found' && !isOneOfSeveral) {
    findings.spotify_url = { value: match.candidate.url, from: 'spotify' }
  } else if (match?.kind === 'ambiguous') result.doubts.push(`Spotify: ${match.why}`)

  if (work !== null && work !== 'ambiguous') {
    if (open.has('year') && work.year !== null) findings.year = { value: work.year, from: 'musicbrainz' }
    if (open.has('musicbrainz_id')) findings.musicbrainz_id = { value: work.id, from: 'musicbrainz' }
    if (lacks('spotify_url')) {
      const links = await answerOf(gates.musicBrainz, () => sources.musicBrainz.spotifyLinks(work.id), result)
      if (links?.[0] !== undefined) findings.spotify_url = { value: links[0], from: 'musicbrainz' }
    }
    if (lacks('spotify_url') || lacks('year')) await askWikidata(work, sources, result, lacks)
    if (open.has('cover_url')) {
      const cover = await answerOf(gates.coverArt, () => sources.coverArt.frontCover(work.id), result)
      if (cover != null) findings.cover_url = { value: cover, from: 'coverartarchive' }
    }
  }
  if (
    lacks('cover_url') &&
    findings.spotify_url?.from === 'spotify' &&
    match?.kind === 'found' &&
    match.candidate.cover !== null
  )
    findings.cover_url = { value: match.candidate.cover, from: 'spotify' }
  return result
}

interface OnSpotify {
  candidates: SpotifyAlbum[]
}

async function askSpotify(query: MatchQuery, sources: Sources, result: LookedUp): Promise<OnSpotify | null> {
  const { spotify, gates } = sources
  if (spotify === null) return null
  const [title, artist] = [parseTitle(query.title, query.artists).name, searchName(query.artists[0]!)]
  const candidates = await answerOf(gates.spotify, () => spotify.searchAlbums(title, artist), result)
  if (candidates === null) return null
  result.asked.push('spotify')
  return { candidates }
}

/** Which of Spotify's albums it is. The year of the first release, once known, tells more than the album's own. */
function settle({ candidates }: OnSpotify, query: MatchQuery, work: Work | 'ambiguous' | null): Match<SpotifyAlbum> {
  const year = (work === 'ambiguous' ? null : work?.year) ?? query.year ?? null
  return matchAlbum({ ...query, year }, candidates, 'editions')
}

interface Work {
  id: string
  year: number | null
  group: ReleaseGroup | null
}

async function askMusicBrainz(
  album: Album,
  query: MatchQuery,
  { musicBrainz, gates }: Sources,
  result: LookedUp,
): Promise<Work | 'ambiguous' | null> {
  const known = album.musicbrainz_id?.trim()
  if (known) {
    const group = await answerOf(gates.musicBrainz, () => musicBrainz.releaseGroup(known), result)
    if (group != null) {
      result.asked.push('musicbrainz')
      return { id: group.id, year: group.firstRelease === null ? null : Number(group.firstRelease.slice(0, 4)), group }
    }
    if (!gates.musicBrainz.isOpen()) return null
  }
  const [title, artist] = [parseTitle(query.title, query.artists).name, searchName(query.artists[0]!)]
  let match: Match<Candidate> = { kind: 'none' }
  for (const loose of [false, true]) {
    const works = await answerOf(gates.musicBrainz, () => musicBrainz.searchWorks(title, artist, loose), result)
    if (works === null) return null
    match = matchAlbum(query, works, 'works')
    if (match.kind !== 'none') break
  }
  result.asked.push('musicbrainz')
  if (match.kind === 'ambiguous') {
    result.doubts.push(`MusicBrainz: ${match.why}`)
    return 'ambiguous'
  }
  return match.kind === 'found' ? { id: match.candidate.id, year: match.candidate.year, group: null } : null
}

async function askWikidata(
  work: Work,
  { musicBrainz, wikidata, gates }: Sources,
  result: LookedUp,
  lacks: (field: keyof Findings) => boolean,
): Promise<void> {
  const { findings } = result
  const group = work.group ?? (await answerOf(gates.musicBrainz, () => musicBrainz.releaseGroup(work.id), result))
  if (group?.discogsMaster != null) findings.discogs_url = { value: group.discogsMaster, from: 'musicbrainz' }
  const item = group?.wikidata
  if (item == null) return
  const known = await answerOf(gates.wikidata, () => wikidata.album(item), result)
  if (known?.spotifyUrl != null && lacks('spotify_url'))
    findings.spotify_url = { value: known.spotifyUrl, from: 'wikidata' }
  if (known?.year != null && lacks('year')) findings.year = { value: known.year, from: 'wikidata' }
}

/** The answer to a question, or null with the failure noted. */
export async function answerOf<T>(
  gate: Gate,
  question: () => Promise<T>,
  { failures }: { failures: string[] },
): Promise<T | null> {
  const reply = await gate.ask(question)
  if (reply.ok) return reply.value
  if (!failures.includes(reply.why)) failures.push(reply.why)
  return null
}

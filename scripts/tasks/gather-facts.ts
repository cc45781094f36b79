import { artistsOf, type Album } from '../collection/album.ts'
import { fold } from '../collection/names/fold.ts'
import { matchAlbum } from '../collection/names/match.ts'
import { parseTitle, searchName } from '../collection/names/normalise.ts'
import type { Facts } from './descriptions/facts.ts'
import type { Language } from '../ground/languages.ts'
import type { ReleaseGroup } from '../sources/services/musicbrainz.ts'
import type { WikipediaSummary } from '../sources/services/wikipedia.ts'
import { answerOf, queryOf, type Sources } from './look-up.ts'

export interface Gathered {
  facts: Facts
  /** The services that answered. */
  asked: string[]
  failures: string[]
}

/**
 * What MusicBrainz and Wikipedia know of an album. The article is the one that MusicBrainz leads to by way of Wikidata, in
 * the language wanted or else in English; without that way, one found by its name that is about this very record.
 */
export async function gatherFacts(album: Album, language: Language, sources: Sources): Promise<Gathered> {
  const gathered: Gathered = {
    facts: { title: album.title, artists: artistsOf(album), work: null, article: null },
    asked: [],
    failures: [],
  }
  if (gathered.facts.artists.length === 0) return gathered
  const work = await workOf(album, sources, gathered)
  if (sources.gates.musicBrainz.hasAnswered()) gathered.asked.push('musicbrainz')
  const article = await articleOf(album, work, language, sources, gathered)
  if (sources.gates.wikipedia.hasAnswered()) gathered.asked.push('wikipedia')
  gathered.facts = { ...gathered.facts, work, article }
  return gathered
}

async function workOf(album: Album, sources: Sources, gathered: Gathered): Promise<ReleaseGroup | null> {
  const { musicBrainz, gates } = sources
  const details = (id: string) => answerOf(gates.musicBrainz, () => musicBrainz.releaseGroup(id), gathered)
  const known = album.musicbrainz_id?.trim()
  const own = known ? await details(known) : null
  if (own !== null) return own
  const query = queryOf(album)
  const [title, artist] = [parseTitle(query.title, query.artists).name, searchName(query.artists[0]!)]
  const works = await answerOf(gates.musicBrainz, () => musicBrainz.searchWorks(title, artist), gathered)
  const match = matchAlbum(query, works ?? [], 'works')
  return match.kind === 'found' ? details(match.candidate.id) : null
}

async function articleOf(
  album: Album,
  work: ReleaseGroup | null,
  language: Language,
  sources: Sources,
  gathered: Gathered,
): Promise<WikipediaSummary | null> {
  const { wikidata, wikipedia, gates } = sources
  const languages = [...new Set([language, 'en'])]
  const summary = (of: string, title: string) => answerOf(gates.wikipedia, () => wikipedia.summary(of, title), gathered)
  const item = work?.wikidata
  if (item != null) {
    const pages = (await answerOf(gates.wikidata, () => wikidata.album(item), gathered))?.pages ?? {}
    for (const of of languages) {
      const page = pages[of] === undefined ? null : await summary(of, pages[of])
      if (page !== null) return page
    }
  }
  for (const of of languages) {
    const words = `${album.title} ${artistsOf(album)[0]!} album`
    const titles = (await answerOf(gates.wikipedia, () => wikipedia.search(of, words), gathered)) ?? []
    for (const title of titles.filter((each) => isTitled(each, album)).slice(0, 2)) {
      const page = await summary(of, title)
      if (page !== null && isAbout(page, album)) return page
    }
  }
  return null
}

/** "Low (David Bowie album)" is titled "Low". */
function isTitled(title: string, album: Album): boolean {
  return parseTitle(title.replace(/\s*\([^()]*\)$/u, '')).key === parseTitle(album.title, artistsOf(album)).key
}

/** Whether an article is about a record, and by this artist, as its first words say. */
function isAbout({ extract, description }: WikipediaSummary, album: Album): boolean {
  const text = ` ${fold(`${description ?? ''} ${extract.slice(0, 400)}`)} `
  const record = / (?:album|albums|ep|soundtrack|bande originale|disque|mixtape) /u
  return record.test(text) && artistsOf(album).some((artist) => text.includes(` ${fold(searchName(artist))} `))
}

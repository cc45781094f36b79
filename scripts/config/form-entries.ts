import { LANGUAGES, type Language } from '../ground/languages.ts'
import type { Service } from './service-names.ts'
import { likeliestZone, zoneNamed } from './zone.ts'

/** What a person put into the form; '' where they left a field open. */
export interface Entries {
  discogs: string
  lastfm: string
  listenbrainz: string
  language: string
  zone: string
}

/** The entries in the form they are used in; null where a field was left open. */
export interface Wishes {
  /** Whether notes, prices, sellers and folders of a list are kept although others can read them. */
  keepsPersonal?: boolean
  language: Language | null
  zone: string | null
  users: Readonly<Record<Service, string | null>>
}

/** What is wrong with an entry. */
export type Wrong =
  | { kind: 'language'; entry: string }
  | { kind: 'zone'; entry: string; perhaps: string | null }
  | { kind: 'user-name'; service: Service; entry: string }
  | { kind: 'unknown-user' | 'private' | 'refused-key'; service: Service; entry: string }

/** Reads the form as far as that goes without asking anybody. */
export function readEntries(entries: Entries): { wishes: Wishes; wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const read = <T>(entry: string, meaning: (entry: string) => T | null, mistake: (entry: string) => Wrong) => {
    const typed = entry.trim()
    if (typed === '') return null
    const meant = meaning(typed)
    if (meant === null) wrong.push(mistake(typed))
    return meant
  }
  const language = read(entries.language, languageNamed, (entry) => ({ kind: 'language', entry }))
  const zone = read(entries.zone, zoneNamed, (entry) => ({ kind: 'zone', entry, perhaps: likeliestZone(entry) }))
  const user = (service: Service) =>
    read(
      entries[service],
      (entry) => userNamed(entry, service),
      (entry) => ({ kind: 'user-name', service, entry }),
    )
  const users = { discogs: user('discogs'), lastfm: user('lastfm'), listenbrainz: user('listenbrainz') }
  return { wishes: { language, zone, users }, wrong }
}

function languageNamed(entry: string): Language | null {
  return LANGUAGES.find((each) => each === entry.slice(0, 2).toLowerCase()) ?? null
}

const HOSTS: Readonly<Record<Service, string>> = {
  discogs: 'discogs.com',
  lastfm: 'last.fm',
  listenbrainz: 'listenbrainz.org',
}

const ORDINARY_NAME = /^[^\s\p{C}/?#&<>"'`\\]{1,100}$/u
/** MusicBrainz lets people call themselves almost anything. https://github.com/metabrainz/listenbrainz-server/pull/3348 */
const ANY_NAME = /^[^\p{C}\p{Zl}\p{Zp}/]{1,100}$/u

/** A user name, of which people paste the address of their page as well; null where it cannot be one. */
function userNamed(entry: string, service: Service): string | null {
  const inAddress = /^(?:https?:\/\/)?(?:www\.)?([\w.-]+)\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/)?user\/([^/?#]+)/iu.exec(
    entry,
  )
  if (inAddress !== null && inAddress[1]!.toLowerCase() !== HOSTS[service]) return null
  const name = inAddress === null ? entry.replace(/^@/u, '') : decoded(inAddress[2]!).trim()
  return (service === 'listenbrainz' ? ANY_NAME : ORDINARY_NAME).test(name) ? name : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

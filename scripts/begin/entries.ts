import { LANGUAGES, type Language } from '../haiku/haiku.ts'
import { isZone } from '../config.ts'
import { nearest } from '../nearest.ts'
import type { Service } from './service-names.ts'

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
  const language = LANGUAGES.find((each) => each === entries.language.trim().slice(0, 2).toLowerCase()) ?? null
  if (language === null && entries.language.trim() !== '')
    wrong.push({ kind: 'language', entry: entries.language.trim() })
  const zone = zoneNamed(entries.zone.trim())
  if (zone === null && entries.zone.trim() !== '')
    wrong.push({ kind: 'zone', entry: entries.zone.trim(), perhaps: likeliestZone(entries.zone.trim()) })
  const user = (service: Service): string | null => {
    const entry = entries[service].trim()
    const name = userNamed(entry)
    if (name === null) wrong.push({ kind: 'user-name', service, entry })
    return name || null
  }
  const users = { discogs: user('discogs'), lastfm: user('lastfm'), listenbrainz: user('listenbrainz') }
  return { wishes: { language, zone, users }, wrong }
}

/** A user name, of which people paste the address of their page as well; null where it cannot be one. */
function userNamed(entry: string): string | null {
  const inAddress =
    /^(?:https?:\/\/)?[\w.-]*(?:discogs\.com|last\.fm|listenbrainz\.org)\/(?:[a-z]{2}\/)?user\/([^/?#]+)/iu.exec(entry)
  const name = inAddress === null ? entry.replace(/^@/u, '') : decoded(inAddress[1]!)
  return /^[^\s/?#&<>"'`\\]{0,100}$/u.test(name) ? name : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The zone of that name, whatever its case, or of that city; null where there is none, or more than one. */
function zoneNamed(entry: string): string | null {
  if (entry !== '' && isZone(entry)) return entry
  const wanted = entry.toLowerCase().replaceAll(' ', '_')
  const named = zones().filter((zone) => zone.toLowerCase() === wanted || cityOf(zone) === wanted)
  return named.length === 1 ? named[0]! : null
}

function likeliestZone(entry: string): string | null {
  return nearest(entry, zones()) ?? nearest(entry.toLowerCase(), zones().map(cityOf))
}

function cityOf(zone: string): string {
  return zone.split('/').at(-1)!.toLowerCase()
}

function zones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
}

import { nearest } from '../../ground/nearest.ts'
import type { RepositorySettings } from '../../repository/github/settings.ts'
import { notAsked, ok, problem, type Finding } from './check.ts'

/** What the workflows read, under the service it is for. What shows nothing of value may be a variable as well. */
const SERVICES: readonly { name: string; needs: readonly string[]; may: readonly string[] }[] = [
  { name: 'Euria', needs: ['EURIA_URL', 'EURIA_BEARER'], may: ['EURIA_MODEL'] },
  { name: 'Spotify', needs: ['SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET'], may: [] },
  { name: 'Last.fm', needs: ['LASTFM_API_KEY', 'LASTFM_USER'], may: [] },
  { name: 'ListenBrainz', needs: ['LISTENBRAINZ_USER'], may: ['LISTENBRAINZ_TOKEN'] },
  { name: 'Discogs', needs: ['DISCOGS_USER'], may: ['DISCOGS_TOKEN'] },
]
const OPEN = ['EURIA_URL', 'EURIA_MODEL', 'LASTFM_USER', 'LISTENBRAINZ_USER', 'DISCOGS_USER']
const KNOWN = SERVICES.flatMap(({ needs, may }) => [...needs, ...may])
const PREFIX = /^(?:EURIA|SPOTIFY|LASTFM|LISTENBRAINZ|DISCOGS)/

/** What is configured for the workflows, by names alone. @param variables Null where they may not be seen. */
export function judgeSecrets(
  secrets: readonly string[],
  variables: readonly string[] | null,
  { url }: RepositorySettings,
): Finding {
  const exposed = (variables ?? []).filter((name) => KNOWN.includes(name) && !OPEN.includes(name))
  const readable = (variables ?? []).filter((name) => OPEN.includes(name))
  const set = new Set([...secrets, ...readable])
  const page = `${url}/settings/secrets/actions`
  const troubles: string[] = []
  for (const name of exposed)
    troubles.push(`${name} is a variable, which is shown to others and not read here: make it a secret.`)
  for (const name of [...secrets, ...(variables ?? [])].filter((name) => PREFIX.test(name) && !KNOWN.includes(name)))
    troubles.push(`${name} is read by nothing.${meant(name, set)}`)
  for (const { name, needs, may } of SERVICES) {
    const missing = needs.filter((need) => !set.has(need))
    const begun = [...needs, ...may].some((need) => set.has(need))
    // What cannot be seen may be a variable.
    const certain = missing.filter((need) => variables !== null || !OPEN.includes(need))
    if (begun && certain.length > 0) troubles.push(`${name} also needs ${certain.join(' and ')}.`)
  }
  if (troubles.length > 0) return problem(troubles.join('\n'), `Put it right at ${page}`)
  const complete = SERVICES.filter(({ needs }) => needs.some((need) => set.has(need))).map(({ name }) => name)
  if (complete.length === 0)
    return notAsked(`None, and none is needed. Keys for an AI and for other services go to ${page}`)
  return ok(`for ${complete.join(', ')}`)
}

const HIDDEN = /KEY|TOKEN|SECRET|BEARER|PASS/

/** The name of the same service that this one was most likely meant to be; what sounds secret was meant to be a secret. */
function meant(name: string, set: ReadonlySet<string>): string {
  const service = (other: string) => other.split('_', 1)[0]
  const family = KNOWN.filter((known) => !set.has(known) && service(known) === service(name))
  const likely = HIDDEN.test(name) ? family.filter((known) => HIDDEN.test(known)) : family
  const guess = likely.length === 1 ? likely[0]! : nearest(name, likely)
  return guess === null ? '' : ` Did you mean ${guess}?`
}

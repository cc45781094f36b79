import { nearest } from '../ground/nearest.ts'

/** Whether a text is the name of a time zone, in the spelling GitHub's cron takes. */
export function isZone(zone: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions()
    // The platform takes any case; the workflows, which get the name as it stands, may not.
    const isMiscased = timeZone !== zone && timeZone.toLowerCase() === zone.toLowerCase()
    if (isMiscased || zone === zone.toLowerCase()) return false
    // Offsets such as "+02:00" are accepted by the platform, but GitHub's cron takes names only.
    return !/^[+-]/.test(zone)
  } catch {
    return false
  }
}

/** The zone that a person means: its name whatever its case, or its city; null where there is none, or more than one. */
export function zoneNamed(entry: string): string | null {
  const wanted = folded(entry)
  if (wanted === '') return null
  const listed = zones().find((zone) => folded(zone) === wanted)
  if (listed !== undefined) return listed
  const city = only(zones().filter((zone) => cityOf(zone) === wanted))
  return city ?? only(unlisted(wanted)) ?? (isZone(entry) ? entry : null)
}

/** The zone that a name which is none was likely meant for; null where none is close. */
export function likeliestZone(entry: string): string | null {
  const wanted = folded(entry)
  const whole = nearest(wanted, zones().map(folded))
  if (whole !== null) return zones().find((zone) => folded(zone) === whole)!
  // Cities in another language begin alike: Londres, Bruxelles, Moscou.
  const city = wanted.split('/').at(-1)!
  const alike = zones().filter((zone) => city !== '' && cityOf(zone).startsWith(city[0]!))
  const close = nearest(city, alike.map(cityOf))
  return alike.find((zone) => cityOf(zone) === close) ?? null
}

/** Zones of that name or city which the platform knows and does not list: of Asia/Kolkata and Asia/Calcutta it lists one. */
function unlisted(wanted: string): string[] {
  const name = wanted.replaceAll(/(?<![a-z])[a-z]/gu, (letter) => letter.toUpperCase())
  const names = wanted.includes('/') ? [name] : regions().map((region) => `${region}/${name}`)
  return names.filter((each) => regions().includes(each.split('/')[0]!) && isZone(each))
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? found[0]! : null
}

/** Without case, accents and blanks: "Montréal" → "montreal", "new york" → "new_york". */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, '_')
}

function cityOf(zone: string): string {
  return folded(zone.split('/').at(-1)!)
}

function zones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
}

function regions(): string[] {
  return [...new Set(zones().flatMap((zone) => (zone.includes('/') ? zone.split('/')[0]! : [])))]
}

/** A version such as `1.2.3` or `1.2.3-rc.1`, as https://semver.org orders them. */
export interface Version {
  text: string
  core: readonly number[]
  /** Empty where it is no pre-release. */
  pre: readonly string[]
}

const NUMBER = '(0|[1-9]\\d{0,8})'
const VERSION = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`)

/** Null for what is none; build metadata (`+…`) is none here. */
export function parseVersion(text: string): Version | null {
  const match = VERSION.exec(text)
  if (match === null) return null
  return { text, core: match.slice(1, 4).map(Number), pre: match[4]?.split('.') ?? [] }
}

/** Below zero where `a` comes before `b`. https://semver.org/#spec-item-11 */
export function compareVersions(a: Version, b: Version): number {
  for (const [index, number] of a.core.entries()) {
    const difference = number - b.core[index]!
    if (difference !== 0) return difference
  }
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length
  for (const [index, word] of a.pre.entries()) {
    const other = b.pre[index]
    if (other === undefined) return 1
    const difference = compareWords(word, other)
    if (difference !== 0) return difference
  }
  return a.pre.length - b.pre.length
}

function compareWords(a: string, b: string): number {
  const [isNumber, otherIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isNumber && otherIsNumber) return Number(a) - Number(b)
  if (isNumber !== otherIsNumber) return isNumber ? -1 : 1
  return a === b ? 0 : a < b ? -1 : 1
}

/** The newest that is no pre-release; null where there is none. */
export function newestRelease(versions: readonly Version[]): Version | null {
  return (
    versions
      .filter(({ pre }) => pre.length === 0)
      .toSorted(compareVersions)
      .at(-1) ?? null
  )
}

/** `newest` where it comes after `current`; null where it does not, or where one of them is no version. */
export function newerThan(current: string, newest: string | null | undefined): string | null {
  const [here, there] = [parseVersion(current), parseVersion(newest ?? '')]
  return here !== null && there !== null && compareVersions(there, here) > 0 ? there.text : null
}

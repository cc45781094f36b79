import { UsageError } from '../../ground/errors.ts'
import type { Template } from '../../repository/template/template.ts'
import { compareVersions, newestRelease, type Version } from '../../repository/template/version.ts'

/** The version asked for, or the newest release; null where there is no release. @throws UsageError */
export function chosen(versions: readonly Version[], to: string | undefined, { name }: Template): Version | null {
  if (to === undefined) return newestRelease(versions)
  const wanted = to.replace(/^v/, '')
  const found = versions.find(({ text }) => text === wanted)
  if (found !== undefined) return found
  throw new UsageError(`--to: “${to}” stands there, and ${name} has no such version. It has ${listed(versions)}.`)
}

const MOST_LISTED = 10

/** The newest of them, for people. */
export function listed(versions: readonly Version[]): string {
  if (versions.length === 0) return 'none'
  const newest = versions.toSorted(compareVersions).reverse().slice(0, MOST_LISTED)
  return `${newest.map(({ text }) => text).join(', ')}${versions.length > newest.length ? ', …' : ''}`
}

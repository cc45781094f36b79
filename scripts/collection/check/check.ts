import type { Album } from '../album.ts'
import { checkArtistInTitle } from './artist-in-title.ts'
import { checkArtists } from './artists.ts'
import { checkDuplicates } from './duplicates.ts'
import { KINDS, type Finding } from './finding.ts'
import { checkLinks } from './links.ts'
import { checkMissing } from './missing.ts'
import { checkText } from './text.ts'
import { checkTitleSlips } from './title-slips.ts'
import { checkYears } from './years.ts'

type Rule = (albums: readonly Album[], thisYear: number) => Finding[]

/** The rules in the order in which they are put right: each can rely on what the ones before it have mended. */
export const RULES: readonly Rule[] = [
  checkText,
  checkArtistInTitle,
  checkLinks,
  checkArtists,
  checkYears,
  checkDuplicates,
  checkTitleSlips,
  checkMissing,
]

/**
 * Everything in a collection that a person may want to look at, in the order of the report.
 * @param thisYear The year it is now.
 */
export function checkCollection(albums: readonly Album[], thisYear: number): Finding[] {
  return inOrder(RULES.flatMap((rule) => rule(albums, thisYear)))
}

/** By kind, then by the first album. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ kind }: Finding) => KINDS.indexOf(kind)
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.about[0]!.album - b.about[0]!.album)
}

/** An artist's name as Discogs writes it, taken apart. */
export interface DiscogsName {
  /** The name itself. */
  bare: string
  /** Which of several artists of that name; 1 where no number stands. */
  number: number
}

/**
 * Takes off Discogs' marks: "Justice (3)" is the third artist of that name, "Beatles*" a variation of it. Its numbers begin
 * with 2, "(1)" is never used (https://support.discogs.com/hc/en-us/articles/360005006614-Database-Guidelines-4-Label-Catalog-Number).
 */
export function discogsName(name: string): DiscogsName {
  const unstarred = /^([^*]*[^*\s])\s*\*$/u.exec(name)?.[1] ?? name
  const numbered = /^(.*\S)\s\((\d{1,3})\)$/u.exec(unstarred)
  const number = Number(numbered?.[2] ?? 1)
  return numbered === null || number < 2 ? { bare: unstarred, number: 1 } : { bare: numbered[1]!, number }
}

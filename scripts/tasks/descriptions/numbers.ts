/*
 * Numbers a text names, in digits or in words of French and English, so that they can be looked for in the facts. "One"
 * and "two" are left out: as articles and in phrases they claim nothing.
 */

const CARDINALS: readonly (readonly [number, string])[] = [
  [3, 'trois three'],
  [4, 'quatre four'],
  [5, 'cinq five'],
  [6, 'six'],
  [7, 'sept seven'],
  [8, 'huit eight'],
  [9, 'neuf nine'],
  [10, 'dix ten'],
  [11, 'onze eleven'],
  [12, 'douze twelve'],
  [13, 'treize thirteen'],
  [14, 'quatorze fourteen'],
  [15, 'quinze fifteen'],
  [16, 'seize sixteen'],
  [17, 'dix-sept seventeen'],
  [18, 'dix-huit eighteen'],
  [19, 'dix-neuf nineteen'],
  [20, 'vingt twenty'],
  [30, 'trente thirty'],
  [40, 'quarante forty'],
  [50, 'cinquante fifty'],
  [100, 'cent hundred'],
]

const ORDINALS: readonly (readonly [number, string])[] = [
  [1, 'premier première premiers premières first debut début'],
  [2, 'deuxième second seconde second'],
  [3, 'troisième third'],
  [4, 'quatrième fourth'],
  [5, 'cinquième fifth'],
  [6, 'sixième sixth'],
  [7, 'septième seventh'],
  [8, 'huitième eighth'],
  [9, 'neuvième ninth'],
  [10, 'dixième tenth'],
  [11, 'onzième eleventh'],
  [12, 'douzième twelfth'],
  [13, 'treizième thirteenth'],
  [14, 'quatorzième fourteenth'],
  [15, 'quinzième fifteenth'],
  [16, 'seizième sixteenth'],
  [17, 'dix-septième seventeenth'],
  [18, 'dix-huitième eighteenth'],
  [19, 'dix-neuvième nineteenth'],
  [20, 'vingtième twentieth'],
]

const table = (rows: readonly (readonly [number, string])[]) =>
  new Map(rows.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))
const CARDINAL = table(CARDINALS)
const ORDINAL = table(ORDINALS)

export interface Numbers {
  /** In digits or in words, without years. */
  amounts: Set<number>
  /** "first" is 1. */
  ordinals: Set<number>
  /** From 1857 to 2100. */
  years: Set<number>
  /** First year of each, e.g. 1970. */
  decades: Set<number>
}

/** Every number a text names. */
export function numbersIn(text: string): Numbers {
  const numbers: Numbers = { amounts: new Set(), ordinals: new Set(), years: new Set(), decades: new Set() }
  let rest = text.toLowerCase().replace(/(?<=\d)[\u00a0\u202f ,.](?=\d{3}(?!\d))/gu, '')
  const take = (pattern: RegExp, add: (match: RegExpMatchArray) => void) => {
    rest = rest.replace(pattern, (...match) => {
      add(match)
      return ' '
    })
  }
  take(/\b((?:18|19|20)\d)0s\b|années\s+((?:18|19|20)\d)0\b/gu, ([, en, fr]) =>
    numbers.decades.add(Number(en ?? fr) * 10),
  )
  take(/années\s+(?:19)?(\d)0\b|(?<!\d)['’](\d)0s\b/gu, ([, fr, en]) =>
    numbers.decades.add(1900 + Number(fr ?? en) * 10),
  )
  take(/(?<![\p{L}\d])(\d+)(?:ers?|res?|ères?|nde?s?|e|ème|st|rd|th)(?!\p{L})/gu, ([, digits]) =>
    numbers.ordinals.add(Number(digits)),
  )
  take(/\d+/gu, ([digits]) => {
    const value = Number(digits)
    const isYear = digits.length === 4 && value >= 1857 && value <= 2100
    ;(isYear ? numbers.years : numbers.amounts).add(value)
  })
  for (const word of rest.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []) {
    const [cardinal, ordinal] = [CARDINAL.get(word), ORDINAL.get(word)]
    if (cardinal !== undefined) numbers.amounts.add(cardinal)
    if (ordinal !== undefined) numbers.ordinals.add(ordinal)
  }
  return numbers
}

const UNITS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]

function belowHundred(n: number): string {
  if (n < 20) return UNITS[n]!
  const ten = Math.floor(n / 10)
  const rest = ten === 7 || ten === 9 ? n - (ten - 1) * 10 : n % 10
  if (rest === 0) return TENS[ten]!
  const joint = ten < 8 && (rest === 1 || rest === 11) ? ' et ' : '-'
  return `${TENS[ten]!}${joint}${UNITS[rest]!}`
}

function belowThousand(n: number): string {
  const hundreds = Math.floor(n / 100)
  const rest = n % 100
  const head = hundreds === 0 ? '' : hundreds === 1 ? 'cent' : `${UNITS[hundreds]!} cent`
  if (hundreds === 0) return belowHundred(rest)
  return rest === 0 ? head : `${head} ${belowHundred(rest)}`
}

function below(n: number): string {
  if (n < 1000) return belowThousand(n)
  for (const [size, name] of [
    [1e9, 'milliard'],
    [1e6, 'million'],
  ] as const)
    if (n >= size) {
      const head = `${below(Math.floor(n / size))} ${name}`
      return n % size === 0 ? head : `${head} ${below(n % size)}`
    }
  const thousands = Math.floor(n / 1000)
  const rest = n % 1000
  // « mil » is the spelling of years from 1001 to 1999, and what « mille » sounds like before a consonant there.
  const head = thousands === 1 ? (rest === 0 ? 'mille' : 'mil') : `${belowThousand(thousands)} mille`
  return rest === 0 ? head : `${head} ${belowThousand(rest)}`
}

/**
 * The French words of a number written in digits, joined by spaces and hyphens, as counted in the masculine: `1969` is
 * "mil neuf cent soixante-neuf". Zeros in front and more than twelve digits are read one digit at a time.
 */
export function numberInFrench(digits: string): string {
  if ((digits.length > 1 && digits.startsWith('0')) || digits.length > 12)
    return [...digits].map((digit) => UNITS[Number(digit)]!).join(' ')
  return below(Number(digits))
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

/** The value of a Roman numeral of I, V and X (lower case), as in Louis XIV; null where it is not one. */
export function romanValue(letters: string): number | null {
  if (!/^x{0,3}(?:ix|iv|v?i{0,3})$/u.test(letters) || letters === '') return null
  let total = 0
  for (let i = 0; i < letters.length; i++) {
    const here = ROMAN[letters[i]!]!
    const next = ROMAN[letters[i + 1] ?? ''] ?? 0
    total += here < next ? -here : here
  }
  return total
}

/** The ordinal's words: 2 is "deuxième", 21 "vingt et unième"; 1 is "premier" or, written 1re or 1ère, "première". */
export function ordinalInFrench(value: number, suffix = ''): string {
  if (value === 1) return /^[eè]?res?$/u.test(suffix) ? 'première' : 'premier'
  const cardinal = below(value)
  if (cardinal.endsWith('neuf')) return `${cardinal.slice(0, -1)}vième`
  if (cardinal.endsWith('cinq')) return `${cardinal}uième`
  return `${cardinal.replace(/e$/u, '')}ième`
}

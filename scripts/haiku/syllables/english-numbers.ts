const SMALL = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2]
/** twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety */
const TENS = [0, 0, 2, 2, 2, 2, 2, 3, 2, 2]
const HUNDRED = 2
const THOUSAND = 2

function belowHundred(n: number): number {
  if (n < 20) return SMALL[n]!
  return TENS[Math.floor(n / 10)]! + (n % 10 === 0 ? 0 : SMALL[n % 10]!)
}

/** Syllables without "and": two hundred five. */
function cardinal(n: number): number {
  if (n < 100) return belowHundred(n)
  for (const [size, name] of [
    [1e9, 2],
    [1e6, 2],
    [1e3, THOUSAND],
    [100, HUNDRED],
  ] as const)
    if (n >= size) return cardinal(Math.floor(n / size)) + name + (n % size === 0 ? 0 : cardinal(n % size))
  return 0
}

/** Years are read in pairs: nineteen oh five, nineteen hundred, twenty twelve. */
function yearCount(n: number): number {
  const pair = belowHundred(Math.floor(n / 100))
  const rest = n % 100
  if (rest === 0) return pair + HUNDRED
  return pair + belowHundred(rest) + (rest < 10 ? 1 : 0)
}

/**
 * The syllables of a number in digits, one per way of saying it: 1969 is "nineteen sixty-nine" (5); 2012 "twenty twelve" (3) or
 * "two thousand twelve" (4); 105 with or without "and". Zeros in front and more than twelve digits are read one by one.
 */
export function numberCounts(digits: string): number[] {
  const n = Number(digits)
  if ((digits.length > 1 && digits.startsWith('0')) || digits.length > 12)
    return [[...digits].reduce((sum, digit) => sum + SMALL[Number(digit)]!, 0)]
  if (n >= 1100 && n < 2000) return [yearCount(n)]
  if (n >= 2010 && n < 2100) return [yearCount(n), cardinal(n)]
  const plain = cardinal(n)
  return n > 100 && n % 100 !== 0 ? [plain, plain + 1] : [plain]
}

/** The syllables of an ordinal in digits without its suffix (2 of "2nd"): second has one more than two, twentieth than twenty. */
export function ordinalCounts(digits: string): number[] {
  const n = Number(digits)
  const longer = n % 100 === 2 || (n % 100 > 20 && n % 10 === 2) || (n % 10 === 0 && n % 100 >= 20)
  return numberCounts(digits).map((count) => count + (longer ? 1 : 0))
}

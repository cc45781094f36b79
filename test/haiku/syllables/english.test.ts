import { describe, expect, it } from 'vitest'
import { numberCounts } from '../../../scripts/haiku/syllables/english-numbers.ts'
import { countLine } from '../../../scripts/haiku/syllables/syllables.ts'

/** Rows of text and the totals that are accepted for it. */
function readings(rows: Readonly<Record<string, readonly number[]>>): void {
  for (const [text, totals] of Object.entries(rows))
    expect({ text, readings: countLine(text, 'en').readings }).toEqual({ text, readings: totals })
}

describe('English words', () => {
  it('have the pronunciations of the CMU dictionary', () => {
    readings({ garden: [2], umbrella: [3], different: [2, 3], family: [2, 3], radio: [3], rhythm: [2] })
  })

  it('have one or two syllables in fire, hour, flower, power and heaven', () => {
    readings({ fire: [1, 2], hour: [1, 2], flower: [1, 2], powers: [1, 2], heaven: [1, 2] })
  })

  it('are corrected where the dictionary lists what nobody counts verse by', () => {
    readings({ our: [1], us: [1], every: [2], miles: [1], spring: [1], trembling: [2], 'with us, every spring': [5] })
  })

  it('that the dictionary lacks are taken apart', () => {
    readings({
      moonless: [2],
      ploughman: [2],
      dewdrops: [2],
      unopened: [3],
      nightwind: [2],
      mosslike: [2],
      foxlight: [2],
    })
  })

  it('that nothing else knows are estimated from their spelling', () => {
    readings({ zorblat: [2], quizzle: [2], vrimp: [1] })
  })
})

describe('English apostrophes and hyphens', () => {
  it('are read in contractions and possessives', () => {
    readings({
      "couldn't": [2],
      "I've": [1],
      "that'll": [2],
      "who'd": [1],
      "summer's": [2],
      "church's": [2],
      "James's": [2],
      "dogs'": [1],
      "runnin'": [2],
    })
  })

  it('have a syllable more in the possessive of a hiss, also of a name that the dictionary lacks', () => {
    readings({ "zorblax's": [3], "quorsh's": [2], "zorblat's": [2] })
  })

  it('are read in the syncopated forms of verse', () => {
    readings({
      "o'er": [1],
      "e'er": [1],
      "'tis": [1],
      "heav'n": [1],
      "wand'ring": [2],
      "ev'ry": [2],
      "dimm'd": [1],
      "unravish'd": [3],
    })
  })

  it('part hyphenated words', () => {
    readings({ 'half-open': [3], 'twenty-one': [3], 're-read': [2], 'pleasure-dome': [3] })
  })

  it('let a grave accent sound the ending', () => {
    readings({ blessèd: [2], wingèd: [2], café: [2], Beyoncé: [3] })
  })

  it('know the old forms', () => {
    readings({ goeth: [2], thou: [1], dost: [1], hath: [1], mayst: [1], knowest: [2] })
  })
})

describe('English numbers, letters and signs', () => {
  it('reads years in pairs, and 2012 both ways', () => {
    expect(['1969', '1905', '1900', '2001', '2012'].map((year) => numberCounts(year))).toEqual([
      [5],
      [4],
      [4],
      [4, 5],
      [3, 4],
    ])
  })

  it('reads numbers, ordinals and sums of money', () => {
    readings({ '12': [1], '17': [3], '45': [3], '100': [3], '105': [4, 5], '2nd': [2], '20th': [3], '3rd': [1], '80s': [2], $5: [3], '007': [6] }) // prettier-ignore
  })

  it('spells letters that make no word', () => {
    readings({ 'R.E.M.': [3], 'AC/DC': [4], LP: [2], 'an EP': [3], U2: [2], WWW: [9], DJ: [2] })
  })

  it('reads abbreviations and signs', () => {
    readings({ 'Mr. Jones': [3], 'Dr. John': [3], 'rock & roll': [3], '#1': [3], '50%': [4], "rock 'n' roll": [3] })
  })

  it('is not misled by the names of object properties', () => {
    readings({ constructor: [3], 'hasOwnProperty toString': [7] })
  })
})

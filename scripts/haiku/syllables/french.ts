import { ENT_AFTER_PRONOUN } from './french-lexicon.ts'
import { readingsOf, type Part } from './french-text.ts'
import { soundOf, type Sound } from './french-word.ts'

/** A word of a line with its syllables there; classical is never fewer than spoken. */
export interface FrenchWord {
  word: string
  classical: number
  spoken: number
}

interface Placed {
  part: Part
  sound: Sound
}

/** In a number in digits the spoken reading leaves the e of these out. */
const DROPPED = new Set(['mille', 'trente', 'quarante', 'cinquante', 'soixante'])

/**
 * The words of a French line with their syllables in the two accepted readings.
 *
 * - Classical: the rules of verse. A mute e counts before a consonant or an h aspiré, is elided before a vowel or a mute h,
 *   and does not count at the end of the line; -es and verbs in -ent count before any word. An e after a vowel (joie, vues,
 *   avouera) never counts. i, u, ou before a vowel are a syllable of their own where classical verse has them so
 *   (vi-o-lon, passi-on, nu-age). Words younger than that verse (radio, studio) have their spoken count here too.
 * - Spoken: the same treatment of the mute e, which is how haiku writers count, but i, u, ou before a vowel glide into it
 *   (vio-lon, pas-sion, nuage) unless a consonant with l or r comes before (ou-vri-er).
 *
 * Speech drops more (un' feuill' tombe), but a reading that does would let most lines pass with a syllable too many. Only
 * in numbers written in digits is the e of mille, trente … soixante left out: 2024 is deux mil(le) vingt-quatre.
 */
export function frenchWords(line: string): FrenchWord[] {
  const readings = readingsOf(line)
  let previous = ''
  const placed = readings.map(({ parts }) =>
    parts.map((part) => {
      const sound = soundAfter(previous, part)
      previous = part.letters
      return { part, sound }
    }),
  )
  const sequence = placed.flat()
  let position = 0
  return readings.map(({ written }, index) => {
    const word = { word: written, classical: 0, spoken: 0 }
    for (const here of placed[index]!) {
      const ending = muteEnding(here, sequence[position + 1], sequence[position - 1])
      const spokenEnding = here.part.digits && DROPPED.has(here.part.letters) ? 0 : ending
      const { sound } = here
      const verb = sound.asVerb !== undefined && followsNous(sequence, position)
      word.classical += (verb ? sound.asVerb : sound.classical) + ending
      word.spoken += sound.spoken + spokenEnding
      position++
    }
    return word
  })
}

/** The two totals of a French line; equal for most lines. See frenchWords for the two readings. */
export function frenchCounts(line: string): { classical: number; spoken: number } {
  let classical = 0
  let spoken = 0
  for (const word of frenchWords(line)) {
    classical += word.classical
    spoken += word.spoken
  }
  return { classical, spoken }
}

function soundAfter(previous: string, { letters }: Part): Sound {
  const sound = soundOf(letters)
  if (!ENT_AFTER_PRONOUN.has(letters) || (previous !== 'ils' && previous !== 'elles')) return sound
  return { ...sound, classical: sound.classical - 1, spoken: sound.spoken - 1, mute: 's' }
}

/** 1 where the mute ending of a word sounds in its place, otherwise 0. */
function muteEnding({ part, sound }: Placed, next: Placed | undefined, previous: Placed | undefined): 0 | 1 {
  if (part.elided) return 0
  switch (sound.mute) {
    case '':
      return 0
    case 's':
      return next === undefined ? 0 : 1
    case 'e':
      // In an English title the e that ends a word is silent: The Cure.
      if (previous?.part.letters === 'the') return 0
      return next === undefined || next.sound.opens ? 0 : 1
    case 'clitic':
      // After its verb the pronoun is an ending like any other: dis-je, est-ce.
      if (part.joint !== '-' || part.letters === 'le') return 1
      return next === undefined || next.sound.opens ? 0 : 1
  }
}

/** Whether "nous" stands at most three words before: nous ne les portions pas. */
function followsNous(sequence: readonly Placed[], position: number): boolean {
  for (let back = 1; back <= 3; back++) if (sequence[position - back]?.part.letters === 'nous') return true
  return false
}

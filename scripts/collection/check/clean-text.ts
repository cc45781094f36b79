import { decode } from 'html-entities'
import { fromWindows } from '../../ground/windows-1252.ts'
import { mojibakeIn } from './mojibake.ts'

/** What can be wrong with the characters of a name, in the order in which it is put right. */
const STEPS = {
  entity: (text: string) => decode(text, { scope: 'strict' }),
  mojibake: (text: string) => {
    const found = mojibakeIn(text)
    return found.kind === 'undone' ? found.text : fromWindows(text)
  },
  decomposed: (text: string) => text.normalize('NFC'),
  invisible: withoutInvisible,
  blanks: withoutBlanks,
} as const

export type Fault = keyof typeof STEPS

/** Control characters, zero-width spaces, soft hyphens: they say nothing in a name and keep it from being found. */
const NEVER_MEANT = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2060\ufeff]/gu
/** Joiners belong to emoji, Arabic and Indic writing; beside other letters, blanks or an end they join nothing. */
const STRAY_JOINER =
  /(?<=^|[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])/gu
/** Marks of direction, which a text with letters from right to left may need. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

function withoutInvisible(text: string): string {
  const bare = text.replace(NEVER_MEANT, '').replace(STRAY_JOINER, '')
  return RIGHT_TO_LEFT.test(bare) ? bare : bare.replace(DIRECTION, '')
}

/** One blank between words; a single wide or no-break one stays, as Japanese and French have them. */
function withoutBlanks(text: string): string {
  return text.trim().replace(/\s+/gu, (run) => {
    if (run.length === 1 && !/[\t\n\v\f\r\u2028\u2029]/u.test(run)) return run
    return /^\u3000+$/u.test(run) ? '\u3000' : ' '
  })
}

/**
 * A name with its characters as they were meant, and what was wrong with them. Cleaning it again changes nothing. May be
 * empty, where nothing visible stood there.
 */
export function cleaned(name: string): { text: string; faults: Fault[] } {
  const faults = new Set<Fault>()
  let text = name
  for (let before = ''; before !== text;) {
    before = text
    for (const [fault, step] of Object.entries(STEPS) as [Fault, (text: string) => string][]) {
      const after = step(text)
      if (after !== text) faults.add(fault)
      text = after
    }
  }
  return { text, faults: [...faults] }
}

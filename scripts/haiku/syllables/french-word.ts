import { glideAt } from './french-glides.ts'
import { DISJUNCTIVE, hasAspiratedH, listed, MUTE_MENT, SOUNDED_ENT } from './french-lexicon.ts'

/**
 * What one written word sounds like, before its neighbours are known.
 *
 * - `classical`, `spoken`: syllables without the mute ending; classical is never fewer.
 * - `mute`: the ending that a following word may make sound. `e` is elided before a vowel (rose, -que, -ille); `s` stands
 *   for -es and -ent after a consonant, which no vowel elides (roses, chantent). `clitic` is je, me, que …, whose e is the only
 *   vowel and which is written j', m', qu' where it is elided. After a vowel (joie, vues, avouent) there is none.
 * - `opens`: begins with a vowel or a mute h, so that an e before it is elided.
 * - `asVerb`: classical syllables when the word is a verb with "nous" (nous portions), where that differs.
 */
export interface Sound {
  readonly classical: number
  readonly spoken: number
  readonly mute: '' | 'e' | 's' | 'clitic'
  readonly opens: boolean
  readonly asVerb?: number
}

const VOWEL = /[aeiouyàâéèêëîïôöùûüœæ]/u
const FOREIGN = /w|sh|oo|ee|ck|k(?:es?)?$/u

/** Vowel letters that make one vowel together, longest first; the rest is one vowel a letter. */
const DIGRAPHS = [
  'eau',
  'eoi',
  'oeu',
  'œu',
  'œi',
  'oei',
  'aî',
  'ai',
  'ei',
  'eî',
  'au',
  'eu',
  'eû',
  'oi',
  'oî',
  'oê',
  'ou',
  'où',
  'oû',
  'oo',
  'ee',
  'ea',
]

interface Nucleus {
  text: string
  at: number
}

const CHAR_MAP: Readonly<Record<string, string>> = { ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Lower-case letters of French only: other accents are taken off (Björk, Sigur Rós), tréma after a vowel is kept. */
function frenchLetters(word: string): string {
  let letters = ''
  for (const char of word.normalize('NFC').toLowerCase()) {
    if (/[a-zàâéèêëîïôùûçœæ]/u.test(char)) letters += char
    else if (char === 'ü') letters += /[aeou]$/u.test(letters) ? 'ü' : 'u'
    else letters += CHAR_MAP[char] ?? char.normalize('NFD').replace(/[^a-z]/gu, '')
  }
  return letters
}

/** Splits a run of vowel letters that starts at `from` into its vowels. */
function vowelsOf(word: string, from: number, to: number): Nucleus[] {
  const nuclei: Nucleus[] = []
  let at = from
  while (at < to) {
    const text = vowelAt(word, at, to)
    if (text.length === 0) at += 1
    else {
      nuclei.push({ text, at })
      at += text.length
    }
  }
  return nuclei
}

/** The vowel spelled at `at`, or '' for a letter that is only a glide to the next one (the ï of païen, the y of yeux). */
function vowelAt(word: string, at: number, to: number): string {
  const char = word[at]!
  const next = at + 1 < to
  if (next && char === 'y' && at === 0) return ''
  if (next && char === 'ï' && at > 0 && VOWEL.test(word[at - 1]!)) return ''
  // -euil, -ouil, -ueil: the i is the spelling of the glide l.
  const before = word.slice(at, at + 3)
  if (
    (before === 'eui' || before === 'oui' || before === 'uei') &&
    /^(?:ll|l$|ls$|l[^aeiouyéèê])/u.test(word.slice(at + 3))
  )
    return before
  if (word[at + 1] === 'y' && at + 1 < to && /[aeou]/u.test(char)) return word.slice(at, at + 2)
  if (char === 'o' && word[at + 1] === 'u' && word[at + 2] === 'y' && at + 2 < to) return 'ouy'
  for (const digraph of DIGRAPHS) if (at + digraph.length <= to && word.startsWith(digraph, at)) return digraph
  return char
}

const CLITICS = new Set(['je', 'me', 'te', 'se', 'le', 'de', 'ne', 'ce', 'que', 'the'])

/** The vowels of the word, in order; u after q, u and e that only keep g hard or soft, are none. */
function nucleiOf(word: string): Nucleus[] {
  const nuclei: Nucleus[] = []
  let at = 0
  while (at < word.length) {
    const char = word[at]!
    if (!VOWEL.test(char)) {
      at += silentAfter(word, at)
      continue
    }
    let to = at + 1
    while (to < word.length && VOWEL.test(word[to]!)) to++
    nuclei.push(...vowelsOf(word, at, to))
    at = to
  }
  return nuclei
}

/** How many letters a consonant takes with it: itself, and the silent letter of qu, gu, ge. */
function silentAfter(word: string, at: number): number {
  const rest = word.slice(at, at + 3)
  if (rest.startsWith('qu') || rest === 'q')
    return /^qu(?:[^aeiouyàâéèêëîïôûœæ]|$)/u.test(rest) && rest.length > 2 ? 1 : 2
  if (/^gu[eéèêiîyaoâô]/u.test(rest)) return 2
  if (/^ge[aoâôà]/u.test(rest)) return 2
  return 1
}

const VENIR_TENIR =
  /^(?:re|de|con|par|sou|sur|pro|pré|inter|contre|ob|main|entre|dé|appar|ad|sub|circon|abs|mé)+(?:vient|tient)$/u
const MONOSYLLABLES = new Set(['les', 'des', 'mes', 'tes', 'ses', 'ces', 'es'])

/** Whether -ent at the end of the word is the mute ending of a verb. */
function isMuteEnt(word: string): boolean {
  if (SOUNDED_ENT.has(word) || VENIR_TENIR.test(word) || word.endsWith('scent')) return false
  return !word.endsWith('ment') || MUTE_MENT.has(word) || /[èêâô]ment$/u.test(word)
}

/** Whether an e inside the word, after another vowel, is mute: avouera, gaieté, remerciement; not pierre, cruel, ouest. */
function isMuteInside(word: string, nucleus: Nucleus, previous: Nucleus | undefined): boolean {
  if (nucleus.text !== 'e' || previous === undefined) return false
  if (previous.at + previous.text.length !== nucleus.at) return false
  if (!/^(?:i|u|ou|é|ai|oi|eu|ui|uy)$/u.test(previous.text)) return false
  return /^e(?:[bcdfghjklmpqrstvz]|[cpt]h)(?:[aeiouyéèêâîô])/u.test(word.slice(nucleus.at))
}

/** No word is longer; looking at glides is quadratic in the length, and any text may come in. */
const LONGEST = 60

function scan(word: string): Sound {
  const opens = opensWithVowel(word)
  const entry = listed(word)
  if (entry) return { ...entry, opens }
  if (CLITICS.has(word)) return { classical: 0, spoken: 0, mute: 'clitic', opens }
  const nuclei = nucleiOf(word)
  const mute = MONOSYLLABLES.has(word) ? '' : takeMuteEnding(word, nuclei)
  let classical = 0
  let spoken = 0
  let verb = 0
  for (const [index, nucleus] of nuclei.entries()) {
    if (isMuteInside(word, nucleus, nuclei[index - 1])) continue
    classical++
    spoken++
    const next = nuclei[index + 1]
    if (word.length > LONGEST) continue
    if (next?.at !== nucleus.at + nucleus.text.length || !/^(?:i|y|u|ou)$/u.test(nucleus.text)) continue
    if (isMuteInside(word, next, nucleus)) continue
    const glide = glideAt(word, nucleus.at, nucleus.text)
    if (glide.classical === 'together') classical--
    if (glide.spoken === 'together') spoken--
    if (glide.verbTogether) verb = 1
  }
  const ending = mute === 'e' && FOREIGN.test(word) ? '' : mute
  if (verb === 1) return { classical, spoken, mute: ending, opens, asVerb: classical - 1 }
  return { classical, spoken, mute: ending, opens }
}

/** Takes the vowel of a mute ending off `nuclei` and says which ending it was. */
function takeMuteEnding(word: string, nuclei: Nucleus[]): '' | 'e' | 's' {
  const last = nuclei.at(-1)
  // aiguë, ciguës: the ë says that the u before it sounds, and is mute itself.
  if (/guës?$/u.test(word)) {
    nuclei.pop()
    return ''
  }
  if (last?.text !== 'e' || nuclei.length < 2) return ''
  const ending = word.slice(last.at)
  const plural = ending === 'es' || (ending === 'ent' && isMuteEnt(word))
  if (ending !== 'e' && !plural) return ''
  nuclei.pop()
  const previous = nuclei.at(-1)!
  const afterVowel = previous.at + previous.text.length === last.at && !previous.text.endsWith('y')
  return afterVowel ? '' : plural ? 's' : 'e'
}

function opensWithVowel(word: string): boolean {
  const first = word[0]
  if (first === undefined || DISJUNCTIVE.has(word)) return false
  if (first === 'h') return !hasAspiratedH(word)
  if (first === 'y') return /^(?:y$|y[^aeiouéèê]|yeux|yeuse|yonne|york$)/u.test(word) && word !== 'york'
  return VOWEL.test(first)
}

const REMEMBERED = 20_000
const sounds = new Map<string, Sound>()

/** What a word of letters sounds like; case and foreign accents do not matter. Remembers the words it has seen. */
export function soundOf(word: string): Sound {
  const known = sounds.get(word)
  if (known) return known
  if (sounds.size >= REMEMBERED) sounds.clear()
  const sound = scan(frenchLetters(word))
  sounds.set(word, sound)
  return sound
}

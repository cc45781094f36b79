import { fold } from '../../collection/names/fold.ts'

/*
 * Names a text gives, for looking them up in the facts. A name is a word in capitals that does not merely begin a
 * sentence; at the beginning it counts where another one follows ("Brian Eno produit …").
 */

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.&-][\p{L}\p{M}\p{N}]+)*/gu

/** French elisions in front of a name: "d'Abbey", "l'Angleterre". */
const ELISION = /^(?:[dljmnstc]|qu)['’](?=\p{L})/iu

/** What places and languages are called in the other language: the facts may be in English and the text in French. */
const EXONYMS: readonly string[] = [
  'londres london',
  'angleterre england anglais english',
  'britannique british britain royaume united uni kingdom bretagne',
  'etats unis united states america americain american usa',
  'allemagne germany german allemand',
  'ecosse scotland scottish',
  'irlande ireland irish',
  'espagne spain spanish',
  'italie italy italian',
  'japon japan japanese',
  'bresil brazil brazilian',
  'jamaique jamaica jamaican',
  'suede sweden swedish',
  'islande iceland icelandic',
  'norvege norway norwegian',
  'belgique belgium belgian',
  'suisse switzerland swiss',
  'canada canadian',
  'australie australia australian',
  'france french francais',
  'europe european europeen',
  'californie california',
  'nouvelle new orleans',
  'ouest west',
  'est east',
  'nord north',
  'sud south',
  'cap vert cape verde',
  'mali malian',
  'senegal senegalese',
  'cuba cuban',
  'algerie algeria algerian',
]
const MEANS = new Map<string, Set<string>>()
for (const row of EXONYMS) {
  const words = row.split(' ')
  for (const word of words) MEANS.set(word, new Set([...(MEANS.get(word) ?? []), ...words]))
}

/** Words in capitals that name nothing a fact could be missing for. */
const COMMON = new Set(
  (
    'i album ep lp cd dj monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
    'august september october november december rock pop jazz soul funk blues folk rnb r&b hip hop metal punk reggae disco'
  ).split(' '),
)

/** The words of all names in a text, as they stand there, that are not among the words of the facts. */
export function unknownNames(text: string, facts: string): string[] {
  const known = new Set(fold(facts).split(' '))
  const isKnown = (word: string) =>
    fold(word)
      .split(' ')
      .every(
        (part) =>
          part.length < 2 ||
          known.has(part) ||
          COMMON.has(part) ||
          // A plural or a genitive of something known.
          known.has(part.replace(/s$/u, '')) ||
          [...(MEANS.get(part) ?? [])].some((other) => known.has(other)),
      )
  return namesIn(text).filter((word) => !isKnown(word))
}

function namesIn(text: string): string[] {
  const found: string[] = []
  const words = [...text.matchAll(WORD)].map((match) => {
    const word = match[0].replace(ELISION, '')
    const before = text.slice(0, match.index).trimEnd()
    return { word, begins: before === '' || /[.!?…:]["»”’)]*$|[\n«"“(]$/u.test(before), elided: word !== match[0] }
  })
  words.forEach(({ word, begins, elided }, index) => {
    if (!/^\p{Lu}/u.test(word)) return
    const next = words[index + 1]
    const opensName = next !== undefined && !next.begins && /^\p{Lu}/u.test(next.word)
    if (!begins || elided || (opensName && !OPENERS.has(fold(word)))) found.push(word)
  })
  return found
}

/** Words that begin a sentence and are followed by a name without being a part of it. */
const OPENERS = new Set(
  (
    'le la les un une ce cet cette ces son sa ses leur leurs du des de dans en sur avec par pour chez selon apres avant depuis ' +
    'entre sous vers il elle ils elles on et mais ou enregistre enregistree produit paru parue sorti sortie compose ecrit publie ' +
    'l d album the a an this these his her its their in on with by for at from after before since between under and but or it ' +
    'he she they recorded produced released written published composed featuring'
  ).split(' '),
)

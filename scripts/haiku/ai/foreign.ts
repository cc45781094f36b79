import type { Language } from '../../ground/languages.ts'

/**
 * The function words of the languages a model may slip into. A poem of seventeen syllables has about four of them, so
 * that counting them tells languages apart; content words and titles do not, as they travel.
 */
const FUNCTION_WORDS = {
  fr: `à au aux avec car ce ces cet cette chaque chez comme contre d dans de déjà depuis des deux dont du elle elles en
    encore entre est et eux il ils j je jusqu l la là le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous
    on où par pas plus pour puis qu quand que qui quoi rien s sa sans sans se ses si soi son sont sous sur t ta tes toi
    ton tous tout toute toutes trop tu un une vers voici voilà vos votre vous y`,
  en: `a above across after again all along among an and another are as at away back be been before behind below beneath
    beside between but by can down each every for from had has have he her here his how i if in inside into is it its
    just like me my near no not of off on once one or our out over past she so some still than that the their them then
    there these they this those through till to toward towards under until up upon was we were what when where which
    while who whose will with within without you your`,
  es: `al aún como con cuando de del desde donde el ella en entre es esta está este hacia hasta la las lo los más mi mis
    muy ni no o para pero por que se si sin sobre su sus sólo tan te tu tus un una unos ya y`,
  de: `aber als am an auf aus bei das dein dem den der des die doch du durch ein eine einem einen einer er es für hinter
    ich ihr im in ins ist kein mein mit nach nicht noch nur ohne sich sie sind so über um und uns unter vom von vor wenn
    wie wieder wir zu zum zur zwischen`,
  it: `ai al alla alle anche ancora che come con da dal dalla degli dei del della delle di dove e gli ha i il in io la le
    lo ma mi nei nel nella non per più quando se senza si sono sotto su sul sulla tra tu un una uno è`,
  pt: `ao aos as até com como da das de desde do dos e ela ele em entre eu mais mas me meu minha na nas no não nos num
    numa o os ou para pela pelo por quando que se sem seu sob sobre sua são também te tão um uma à`,
  nl: `aan achter als bij dan dat de deze die dit door een en er geen haar heb het hij ik in is je maar met mijn naar niet
    nog om onder ook op over te tot uit van voor waar we wordt zich zijn zo zonder`,
} as const

type Known = keyof typeof FUNCTION_WORDS

const WORDS = new Map(
  Object.entries(FUNCTION_WORDS).map(([language, words]) => [language as Known, new Set(words.split(/\s+/u))]),
)

/** Words of the language asked for (and of band names) that another language has as function words; they prove nothing. */
const ALIKE: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('a ai an as bien but dit dos es if met mi mit no non ont or os oui sono su us'.split(' ')),
  en: new Set('am car come con die do door dove las los ma par per pour sin so son tot van'.split(' ')),
}

/** Letters and groups that one language writes and the others hardly do; weaker evidence than a word. */
const SPELLING: Record<Known, RegExp> = {
  fr: /[êîûœç]|eau|eux$|oi[rst]|[^g]u[ie]ll|ée?s?$|^[dljmnst]['’]|è/u,
  en: /ght|wh|th(?!é)|sh|ing$|[^e]ee|ow$|ly$/u,
  es: /ñ|ción$|[aeiou]nd[oa]s?$|ll[ao]s?$|[íóú]/u,
  de: /[äöüß]|sch|cht|[^aeiou]ung$|ei[nst]/u,
  it: /zz|gli[aeo]?|[aeiou]cch[ei]|tt[aeio]$|zion/u,
  pt: /[ãõ]|ção|lh|nh/u,
  nl: /ij|[aeu]{2}[nrlt]|oe[nrlkt]|sch/u,
}

const WORD_WEIGHT = 3

/**
 * Whether the lines are clearly in another language than the one asked for. Made to be right when it says so: without
 * evidence against it a poem passes, because the syllables are checked as well.
 */
export function isForeign(lines: readonly string[], language: Language): boolean {
  const tokens = lines.flatMap((line) => line.toLowerCase().match(/[\p{L}\p{M}]+['’]?/gu) ?? [])
  const telling = tokens.filter((token) => !ALIKE[language].has(token))
  return [...WORDS.keys()].some((other) => {
    if (other === language) return false
    const against = evidence(telling, other, language)
    return against > 1 && against > evidence(tokens, language, other)
  })
}

/** How much speaks for `one` language and not at the same time for `other`. */
function evidence(tokens: readonly string[], one: Known, other: Known): number {
  let sum = 0
  for (const token of tokens) {
    const word = token.replace(/['’]$/u, '')
    if (WORDS.get(other)!.has(word)) continue
    if (WORDS.get(one)!.has(word)) sum += WORD_WEIGHT
    else if (SPELLING[one].test(token) && !SPELLING[other].test(token)) sum += 1
  }
  return sum
}

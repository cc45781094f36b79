/**
 * Diérèse and synérèse: whether i, u or ou before another vowel makes a syllable of its own.
 *
 * Classical: as verse of the 17th to 19th centuries counts, following Quicherat (*Traité de versification française*, 1850)
 * and Grammont (*Petit traité de versification française*, 1908): as a rule the vowels are apart where Latin had two
 * syllables (li-on, nati-on, préci-eux, musici-en) and together where one Latin vowel broke in two (ciel, pied, bien, dieu,
 * and the suffixes -ier, -ière, -iez, -ions). Spoken: one syllable, except after a consonant followed by l or r (oubli-er,
 * cru-el, but pluie, bruit, trois), where French cannot say it.
 */

const CLUSTER = /[bcdfgkptv]h?[lr]$/u

/** What stands before -ier, -iez, -ions in verbs whose stem ends in i: étudier, vous confiez, nous rions. */
const VERB_STEMS = new Set(
  `l rel dél all rall mésall mar remar démar var par étud mend déd répud rad irrad incend reméd remed parod congéd expéd
  psalmod env dév conv obv n ren dén man reman commun excommun calomn ingén conf déf méf ép cop recop exp estrop photocop sc
  remerc appréc assoc dissoc négoc init balbut différenc distanc licenc souc vic supplic grac préjudic bénéfic émac charr
  contrar histor injur color inventor excor humil concil réconcil fil affil domicil pall résil spol rassas extas anesthés
  apostas amnist chât sk privilég réfug plag atroph r sour orthograph photograph télégraph s`.split(/\s+/u),
)
const FY = /[^f]if$/u

function isVerbStem(before: string): boolean {
  return VERB_STEMS.has(before) || FY.test(before)
}

const TOGETHER_IA = /^(?:diabl|diabol|diacr|fiacr|liard|viand|piaill|piaff|niais|diantre|piastr|déniais)/u
const TOGETHER_IE_ACUTE =
  /^(?:pié[dgtc]|siég|assiég|tiéd|attiéd|fiévr|enfiévr|rapiéc|dépiéc|empiét|moitié|pitié|amitié|inimitié|liég|miév)/u
const APART_IE_ACUTE = /^piét(?:é|és|isme|iste)$/u
const APART_IE_GRAVE = /(?:inquièt|^quièt|hygièn|^dièt|^dièse|hyèn|ièrent$|satièt)/u
const TOGETHER_IEN =
  /^(?:bien|chien|rien|miens?$|mienn|tien|sien|vien|combien|vauriens?$|chrétien|antienne|persienn|étienne|gardien|ancien)/u
/** venir, tenir and what is made of them: revient, maintien, appartiennent. */
const VENIR_TENIR =
  /^(?:re|de|con|par|sou|sur|pro|pré|inter|contre|ab|ob|main|entre|dé|appar|ressou)(?:vien|tien)(?:s|t|ne|nes|nent)?$/u
const TOGETHER_IEU =
  /^(?:dieu|adieu|demi-dieu|lieu|milieu|cieux|mieux|vieux|essieu|pieu$|épieu|monsieur|messieurs|sieur|plusieurs|banlieue|mathieu|matthieu|richelieu|montesquieu|camaïeu)/u
const TOGETHER_IEL = /^(?:ciel|miel|fiel|vielle|nielle|emmiell)/u
const APART_IET = /(?:inquiet|^quiet|ariett|joliett)/u
const TOGETHER_IO = /^(?:pioch|fiole|mioch|kiosq|babiol|bestiol|carriol|chariot)/u

/** Forms in -ions that can only be verbs. */
const VERBAL_IONS = /^(?:ét|ser|aur|all|voul|pouv|sav|fais|dis|ven|ten|dev|soy|ay|fer|ir|viendr|verr)ions$/u

/** How a pair of vowels is counted: apart (two syllables) or together (one), in each reading. */
export interface Glide {
  classical: 'apart' | 'together'
  spoken: 'apart' | 'together'
  /** In classical verse together where the word is a verb with "nous": les portions, nous portions. */
  verbTogether?: boolean
}

const APART: Glide = { classical: 'apart', spoken: 'apart' }
const TOGETHER: Glide = { classical: 'together', spoken: 'together' }
const DIERESIS: Glide = { classical: 'apart', spoken: 'together' }
const NOUN_IONS: Glide = { classical: 'apart', spoken: 'together', verbTogether: true }

/** rire, sourire: speech parts nous rions, rieur, souriant. */
const RIRE = /^(?:ri(?:ons|ez|eurs?|euses?|ant|ais|ait|aient)|souri(?:ons|ez|an|ai).*)$/u

function iGlide(word: string, at: number): Glide {
  const before = word.slice(0, at)
  const after = word.slice(at + 1)
  if (CLUSTER.test(before) || RIRE.test(word)) return APART
  switch (after[0]) {
    case 'a':
    case 'à':
      return TOGETHER_IA.test(word) ? TOGETHER : DIERESIS
    case 'é':
      return TOGETHER_IE_ACUTE.test(word) && !APART_IE_ACUTE.test(word) ? TOGETHER : DIERESIS
    case 'è':
      return APART_IE_GRAVE.test(word) ? DIERESIS : TOGETHER
    case 'e':
      return ieGlide(word, before, after) ? DIERESIS : TOGETHER
    case 'o':
      if (after === 'ons') return ionsGlide(word, before)
      if (after[1] === 'u') return TOGETHER
      return TOGETHER_IO.test(word) ? TOGETHER : DIERESIS
    default:
      return DIERESIS
  }
}

function ionsGlide(word: string, before: string): Glide {
  if (isVerbStem(before)) return DIERESIS
  return VERBAL_IONS.test(word) || before.endsWith('er') ? TOGETHER : NOUN_IONS
}

/** Whether i and the e after it are apart in classical verse. */
function ieGlide(word: string, before: string, after: string): boolean {
  if (after.startsWith('eu')) return !TOGETHER_IEU.test(word)
  if (after.startsWith('en')) return !TOGETHER_IEN.test(word) && !VENIR_TENIR.test(word)
  if (after.startsWith('el')) return !TOGETHER_IEL.test(word)
  if (after.startsWith('et')) return APART_IET.test(word)
  if (after.startsWith('ess')) return before === 'hard'
  if (after.startsWith('emm')) return true
  if (word === 'hier') return true
  if (after === 'er' || after === 'ers' || after === 'ez') return isVerbStem(before)
  return false
}

const APART_UI =
  /^(?:ruin|bruin|bruir|bruiss|suicid|fluid|druid|jésuit|gratuit|fortuit|casuis|altruis|truism|puîn|ingénuit|inuit)|intuiti|(?:t|in|én|ann|id|c|fl)uité/u
const TOGETHER_U = /^(?:duègn|écuell|chuint|suint|juin)/u

function uGlide(word: string, at: number): Glide {
  const next = word[at + 1]
  if (next === 'i' || next === 'î')
    return APART_UI.test(word) ? (word.startsWith('suicid') ? APART : DIERESIS) : TOGETHER
  if (next === 'y') return TOGETHER
  if (CLUSTER.test(word.slice(0, at))) return APART
  return TOGETHER_U.test(word) ? TOGETHER : DIERESIS
}

const TOGETHER_OU = /^(?:oui|ouai|ouah|ouaf|gouach|couenn|bivoua|pouah|zouav|fouett?|squaw|douair|tatouin)|ouin/u

function ouGlide(word: string, at: number): Glide {
  if (TOGETHER_OU.test(word)) return TOGETHER
  return CLUSTER.test(word.slice(0, at)) ? APART : DIERESIS
}

/** The glide that `vowel` (i, y, u or ou, at `at` in the lower-case word) makes with the vowel after it. */
export function glideAt(word: string, at: number, vowel: string): Glide {
  if (vowel === 'ou') return ouGlide(word, at)
  if (vowel === 'u') return uGlide(word, at)
  return iGlide(word, at)
}

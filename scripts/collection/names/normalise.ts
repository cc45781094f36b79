/**
 * Names of albums and artists as keys that are equal where two spellings mean the same, and what a title says beside
 * the name. Rules from how Discogs, MusicBrainz ("Style / Titles") and Spotify write; each is shown by a line of
 * test/fixtures/matching.
 */

/** What makes another work of an album of the same name, as a qualifier in its title says it. */
export type Trait =
  'live' | 'remix' | 'instrumental' | 'demo' | 'cover' | 'acoustic' | 're-recording' | 'ep' | 'single' | 'sessions'

export interface ParsedTitle {
  /** The name itself as it was written, for searching. */
  name: string
  /** The name as a key. */
  key: string
  traits: ReadonlySet<Trait>
  /** Whether an edition was named: "Remastered 2009", "Deluxe Edition". */
  edition: boolean
}

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  $: 's',
}

/** Cyrillic as English-speaking catalogues write it (BGN/PCGN, simplified), for titles that stand in both scripts. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а:a б:b в:v г:g ґ:g д:d е:e є:ye ж:zh з:z и:i і:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ' +
    'ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Lower case without accents, with one kind of quote and dash; signs stay. */
function plain(text: string): string {
  // Most names, and most of the time: nothing of them has to be taken apart.
  if (/^[ -#%-_a-~]*$/u.test(text)) return text.toLowerCase().replace(/ {2,}/gu, ' ').trim()
  return text
    .normalize('NFKD')
    .replace(/[‘’ʼ`´′]/gu, "'")
    .replace(/[“”«»„]/gu, '"')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{L})\$|\$(?=\p{L})|[ßæœøđðþłı]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Words that are spelled in several ways. */
const SPELLINGS = new Map<string, string>([
  ...['and', 'et', 'und', 'y'].map((word) => [word, '&'] as const),
  ...['vol', 'volume'].map((word) => [word, 'vol'] as const),
  ...['pt', 'part', 'partie'].map((word) => [word, 'part'] as const),
])
const ROMAN = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map((word, at) => [word, String(at + 1)]),
)

/** Words alone, as most names are, and none that could be the "n" of "rock n roll". */
const BARE_WORDS = /^(?!.* n )[a-z\d ]+$/u

/**
 * The words of a plain text run together, so that "Rock'n'roll" and "Rock 'n' Roll", "AC/DC" and "ACDC" are one. Words
 * that only join ("and", "et") become one sign, part numbers one spelling.
 */
function squeeze(text: string): string {
  const words = BARE_WORDS.test(text) ? text.split(' ') : wordsIn(text)
  const spelled = words.map((word, index) => spellingOf(word, index === 0 ? null : words[index - 1]!))
  // An article in front is left out as often as not.
  if (spelled.length > 1 && spelled[0] === 'the') spelled.shift()
  const key = spelled.join('')
  // A name of signs alone ("†", "( )", "+") is its own key.
  return key.replaceAll('&', '') === '' ? text.replace(/\s+/gu, '') : key
}

function wordsIn(text: string): string[] {
  return text
    .replace(/\s*'\s?n\s?'\s*|\s+n'?\s+|'n\s+/gu, ' & ')
    .replace(/[&+](?=\s|\w)/gu, ' & ')
    .replace(/['.](?=\p{L}|\p{N}|$|\s)/gu, (sign) => (sign === '.' ? ' ' : ''))
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '')
}

function spellingOf(word: string, before: string | null): string {
  const spelling = SPELLINGS.get(word)
  if (spelling !== undefined) return spelling
  const roman = ROMAN.get(word)
  if (roman === undefined || before === null) return word
  // A first or single letter is a word ("I", "X", "V"), unless a part is numbered.
  return word.length > 1 || ['vol', 'part'].includes(SPELLINGS.get(before) ?? '') ? roman : word
}

/** Words of which a qualifier that names an edition has at least one … */
const EDITION_WORDS = new Set(
  (
    'remaster remastered remasters remasterise remasterisee remastering remasterized deluxe expanded anniversary ' +
    'anniversaire edition editions reissue reissued reedition version bonus vinyl vinyle lp 2lp 3lp cd 2cd 3cd cds limited ' +
    'limitee collector collectors legacy mono stereo explicit clean 180g sacd dvd digipak gatefold repress pressing mqa hd ' +
    'soundtrack ost bof'
  ).split(' '),
)

/** … and others that stand beside them and say nothing alone. */
const EDITION_COMPANIONS = new Set(
  (
    're master mastered digital digitally super extended original recording recordings special speciale standard track ' +
    'tracks disc discs disk gram 180 international japan japanese uk us usa european france hybrid box set coffret book ' +
    'mix motion picture music from film bande originale score rudy van gelder import promo half speed avec titres inclus ' +
    'nouvelle the le la les de du l d s o t in of with and et & a'
  ).split(' '),
)

/** Told in this order: "Live Remixes" are remixes. */
const TRAITS: readonly (readonly [Trait, RegExp])[] = [
  ['re-recording', /\bre-?recorded\b|\bre-?recording|'s version\b|\bnew recording/u],
  ['remix', /\bremix(?:es|ed)?\b|\breworked\b|\bmixes\b|\bremix collection\b|\bdub\b/u],
  ['instrumental', /\binstrumentals?\b|\bdrumless\b|\bkaraoke\b|\b8-?bit\b/u],
  ['cover', /\btribute\b|\bcovers?\b|\bhommage\b|\blullaby\b/u],
  ['demo', /\bdemos?\b|\bouttakes\b|\brarities\b|\bb-sides\b/u],
  ['acoustic', /\bacoustic\b|\bacoustique\b|\bunplugged\b/u],
  ['live', /\blive\b|\ben concert\b|\bin concert\b|\ben public\b|\bconcert\b/u],
  ['sessions', /\bsessions?\b/u],
  ['single', /^(?:the )?single$/u],
  ['ep', /^(?:the )?ep$/u],
]

interface Qualifier {
  trait: Trait | null
  edition: boolean
}

/** What a part of a title in brackets or after a dash says; null where it is a part of the name. */
function qualifierOf(text: string): Qualifier | null {
  const trait = TRAITS.find(([, pattern]) => pattern.test(text))
  if (trait !== undefined) return { trait: trait[0], edition: false }
  const words = text.split(/[^\p{L}\p{N}&]+/u).filter((word) => word !== '')
  const isNumber = (word: string) => /^(?:19|20)\d\d$|^\d+(?:st|nd|rd|th|e|eme)?$/u.test(word)
  const known = words.every((word) => EDITION_WORDS.has(word) || EDITION_COMPANIONS.has(word) || isNumber(word))
  const telling = words.some((word) => EDITION_WORDS.has(word)) || /^(?:19|20)\d\d$/u.test(text) || filmMusic.test(text)
  return known && telling ? { trait: null, edition: true } : null
}

const filmMusic = /^(?:music from|musique d|bande originale)/u

/** Words of ASCII with one blank between two. */
const PLAIN_LINE = /^[!-~]+(?: [!-~]+)*$/u
const BRACKETED = /\s*[([{]((?:[^()[\]{}]|[([{][^()[\]{}]*[)\]}])*)[)\]}]\s*$/u
const DASH = /\s[-‐‑‒–—−]\s/u
const DASHED = /\s[-‐‑‒–—−]\s([^-‐‑‒–—−]+)$/u

/** The last part of a title, in brackets or behind a dash. Most titles have none, which is seen at a glance. */
function qualified(title: string): RegExpExecArray | null {
  return (/[)\]}]$/u.test(title) ? BRACKETED.exec(title) : null) ?? (DASH.test(title) ? DASHED.exec(title) : null)
}

/** A title as its name and what stands beside it. `artists` are taken off the front: "Pink Floyd - Animals". */
export function parseTitle(title: string, artists: readonly string[] = []): ParsedTitle {
  let name = PLAIN_LINE.test(title) ? title : title.normalize('NFC').replace(/\s+/gu, ' ').trim()
  for (const artist of name.includes(' - ') ? artists.map(plain) : []) {
    const [front, ...rest] = name.split(' - ')
    if (rest.length > 0 && artist !== '' && plain(front!) === artist && qualifierOf(plain(rest.join(' - '))) === null)
      name = rest.join(' - ')
  }
  const traits = new Set<Trait>()
  let edition = false
  for (;;) {
    const found = qualified(name)
    const before = found === null ? '' : name.slice(0, found.index).trim()
    const qualifier = found === null ? null : qualifierOf(plain(found[1]!))
    if (qualifier === null || before === '') break
    if (qualifier.trait !== null) traits.add(qualifier.trait)
    edition ||= qualifier.edition
    name = before
  }
  const format = /[el]p$/iu.test(name) ? /^(.+\S)\s+(ep|lp)$/iu.exec(name) : null
  if (format !== null) {
    name = format[1]!
    if (format[2]!.toLowerCase() === 'ep') traits.add('ep')
  }
  return { name, key: squeeze(plain(name)), traits, edition }
}

/** Names that stand for "nobody in particular". */
const VARIOUS = new Set([
  'various',
  'variousartists',
  'va',
  'artistesvaries',
  'artistesdivers',
  'divers',
  'compilation',
])
const NOBODY = new Set(['unknown', 'unknownartist', 'artisteinconnu', 'inconnu', 'noartist', 'anonymous', 'anonyme'])

/** The key of one artist's name; '' where the name says nothing, `VARIOUS_ARTISTS` for a compilation's. */
export function artistKey(name: string): string {
  const bare = plain(name)
    // Discogs numbers namesakes and marks name variations with a star.
    .replace(/\s*\(\d+\)\s*$/u, '')
    .replace(/\*+$/u, '')
    .replace(/^(.+), (the|les|le|la)$/u, '$2 $1')
  const key = squeeze(bare.replace(/(?<=\p{L})!(?=\p{L})/gu, 'i'))
  if (NOBODY.has(key)) return ''
  return VARIOUS.has(key) ? VARIOUS_ARTISTS : key
}

export const VARIOUS_ARTISTS = 'variousartists'

/** "Hancock, Herbie" as "Herbie Hancock"; null where the name is not turned around. */
export function unturned(name: string): string | null {
  const turned = /^([^,&]+), ([^,&]+)$/u.exec(name.trim())
  return turned === null ? null : `${turned[2]!} ${turned[1]!}`
}

/** An artist's name as a search takes it: without Discogs' marks, the guests, and the turned order of a catalogue card. */
export function searchName(artist: string): string {
  const bare = withoutGuests(artist)
    .replace(/\s*\(\d+\)\s*$/u, '')
    .replace(/\*+$/u, '')
    .trim()
  return artistKey(bare) === VARIOUS_ARTISTS ? 'Various Artists' : (unturned(bare) ?? bare)
}

const GUESTS = /\s+(?:feat\.?|ft\.?|featuring|avec la participation de)\s+.*$/iu
const JOINTS = /\s*(?:,|;|\/|\+)\s*|\s+(?:&|and|et|with|avec|x|vs\.?|y|und)\s+/iu

/** A credit without its guests. */
export function withoutGuests(credit: string): string {
  return singleSpaced(credit).replace(GUESTS, '').trim()
}

/** The names a credit is made of, where it is one of several ("A & B", "A, B et C"); may split a band's own name. */
export function namesIn(credit: string): string[] {
  return singleSpaced(credit)
    .split(JOINTS)
    .filter((name) => name.trim() !== '')
}

/** A band's name without the word that says how many play: "Bill Evans Trio" is credited as "Bill Evans" too. */
export function withoutEnsemble(name: string): string {
  return singleSpaced(name)
    .replace(/\s+(?:trio|quartet|quartette|quintet|sextet|septet|octet|orchestra|big band|band|ensemble)$/iu, '')
    .replace(/^the\s+/iu, '')
}

/** A pattern that begins with blanks is tried at each of them: a long run of blanks would cost its square. */
function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

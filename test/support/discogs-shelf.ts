import { seededRandom, type Random } from '../../scripts/ground/random.ts'

/** A made-up record collection as Discogs exports it: https://www.discogs.com/users/export */
export interface DiscogsShelf {
  csv: string
  /** Records, which are rows. */
  records: number
  /** The works they are records of, each named otherwise than every other. */
  works: number
}

const HEADER =
  'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added,' +
  'Collection Media Condition,Collection Sleeve Condition,Collection Notes'

const FIRST =
  'Blue Silver Broken Quiet Electric Golden Paper Hidden Northern Velvet Wild Stone Hollow Crimson Distant Burning Frozen ' +
  'Neon Sacred Secret Tender Iron Lonely Rising Été Größe Ночной 夜の Ámbar Nordlys'
const SECOND =
  'Morning Rivers Machine Garden Letters Horizon Mirror Shadows Children Satellite Harbour Engine Seasons Orchard Thunder ' +
  'Lanterns Voyage Cinema Winter Ghosts Avenue Parade Signals Desert Islands Forêt Straße Город 海 Corazón'
const NAMES =
  'Anders Bell Castell Dubois Ekman Farrow Garnier Holt Iversen Jansen Keller Lindqvist Moreau Novak Okafor Petrov ' +
  'Quiroga Rossi Sato Tanaka Ulrich Vasquez Weber Xiong Yamada Zeller'

const LABELS = ['Harvest', 'Blue Note', 'Ed Banger Records, Because Music', '021 Records, Human Records (2)', 'Verve']
const FORMATS = ['"LP, Album"', '"LP, Album, RE"', '"CD, Album"', '"2xLP, Album, Gat"', '"7"", EP"', 'Cass']
const CONDITIONS = ['Near Mint (NM or M-)', 'Very Good Plus (VG+)', 'Very Good (VG)', '']
const NOTES = ['', '', '', '"Pochette coupée, ""promo"" au dos"', 'From the flea market']

/** Several albums an artist, names of namesakes and guests, titles many share; one record in eleven is of a work again. */
export function discogsShelf(works: number, seed = 1): DiscogsShelf {
  const random = seededRandom(seed)
  const lines = [HEADER]
  let release = 100_000
  for (let number = 0; number < works; number++) {
    // Eight albums an artist, as on well-filled shelves.
    const artist = artistNamed(Math.floor(number / 8))
    const title = titleOf(number, random)
    const year = 1955 + random.int(68)
    lines.push(row(random, artist, title, year, ++release))
    if (number % 10 !== 0) continue
    const again = random.int(3)
    if (again === 0) lines.push(row(random, artist, title, year, release))
    else if (again === 1) lines.push(row(random, artist, title, year + random.int(3), ++release))
    else lines.push(row(random, artist, `${title} (Deluxe Edition)`, Math.min(2024, year + 20), ++release))
  }
  return { csv: `${lines.join('\r\n')}\r\n`, records: lines.length - 1, works }
}

const words = (text: string) => text.split(' ')
const [ADJECTIVES, NOUNS, SURNAMES] = [words(FIRST), words(SECOND), words(NAMES)]

/** No two are the same, whatever the number. */
function artistNamed(number: number): string {
  const [a, b] = [number % ADJECTIVES.length, Math.floor(number / ADJECTIVES.length)]
  const [noun, name] = [NOUNS[b % NOUNS.length]!, Math.floor(b / NOUNS.length)]
  const surname = SURNAMES[name % SURNAMES.length]!
  const band = `The ${ADJECTIVES[a]!} ${noun} ${surname}`
  return number % 7 === 0 ? `${band} (2)` : number % 11 === 0 ? `${surname} ${noun}* / ${band}` : band
}

/** One title of an artist is never another's of the same artist: they have eight groups of words in turn. */
function titleOf(number: number, random: Random): string {
  if (number % 400 === 0) return 'Greatest Hits'
  const noun = NOUNS[(number % 8) * 3 + random.int(3)]!
  const title = `${random.pick(ADJECTIVES)} ${noun}`
  // Some titles are on many shelves' backs, most on one.
  if (number % 5 === 0) return title
  return number % 3 === 0 ? `${title}, ${random.pick(ADJECTIVES)} ${noun}` : `${random.pick(NOUNS)} of the ${title}`
}

function row(random: Random, artist: string, title: string, year: number, release: number): string {
  const day = `20${10 + random.int(16)}-0${1 + random.int(9)}-${10 + random.int(18)} 12:${10 + random.int(50)}:00`
  const rating = random.int(4) === 0 ? String(1 + random.int(5)) : ''
  return [
    `CAT ${release}`,
    artist,
    quoted(title),
    quoted(random.pick(LABELS)),
    random.pick(FORMATS),
    rating,
    year,
    release,
    random.pick(['Uncategorized', 'Salon']),
    day,
    random.pick(CONDITIONS),
    random.pick(CONDITIONS),
    random.pick(NOTES),
  ].join(',')
}

function quoted(field: string): string {
  return field.includes(',') ? `"${field}"` : field
}

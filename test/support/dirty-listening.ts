import type { Album } from '../../scripts/collection/album.ts'
import type { Listen } from '../../scripts/listens/listen.ts'
import { seededRandom, type Random } from '../../scripts/ground/random.ts'

/** What a listen really was, whatever its spelling says. */
export interface Play {
  timestamp: number
  /** Canonical names of the credited artists. */
  artists: string[]
  /** Canonical title and first artist. */
  track: string
  /** The album: id in the collection, a name for one the collection lacks, null where the listen names none. */
  album: number | string | null
}

/** A listen that says which play it tells of; two that tell of the same one are duplicates. */
export type MarkedListen = Listen & { play: number }

export interface DirtyListening {
  albums: Album[]
  /** In no order, with duplicates. */
  listens: MarkedListen[]
  /** By the listens' `play`. */
  plays: Play[]
}

const ADJECTIVES =
  'Amber Broken Calm Dusty Électrique Faded Golden Hollow Idle Jaded Kind Lost Midnight Naïve Open Pale Quiet Rusty Silent Tender Ultra Velvet Wild Xeric Young Zéro Étrange Ocean Paper Winter'.split(
    ' ',
  )
const NOUNS =
  'Arcade Bridge Circus Dream Engine Forest Garden Harbour Island Jungle Kingdom Lantern Mirror Nation Orchid Parade Queen River Station Temple Umbrella Valley Window Yard Zoo Café Été Ça Île Œuvre'.split(
    ' ',
  )
const FIRST = 'Ana Björn Chloé Dmitri Élise Femi Gaël Hana Igor José'.split(' ')
const LAST = 'Álvarez Brontë Cárdenas Dubois Eriksson Fischer Gómez Hébert Ibsen Jansen Keïta Lindqvist'.split(' ')
/** Names that hold what credits are split at, or what Markdown and XML take for their own. */
const AWKWARD_ARTISTS = [
  'Earth, Wind & Water',
  'Tyler, The Maker',
  'AC/DC & Friends',
  '<script>alert(1)</script>',
  '*NSYNC_2',
  '†††',
  'كايروكي',
  '坂本 九 ',
  '"Weird" Al | Band',
  'Sigur Rós 🎻',
]
const AWKWARD_TITLES = [
  '1. Outside',
  '[unreleased]',
  '*',
  '_x_',
  '<b>&amp;',
  '#1',
  'a|b',
  '$5 & $6',
  ':notes:',
  '“Heroes”',
]
const GENRES = ['Rock', 'rock', ' Jazz', 'Électronique', 'Folk, World, & Country', 'Hip-Hop', null, null]
const DAY = 86_400

/** 900 albums and about 2,000 listens up to `until` (Unix seconds), with the usual dirt. The same seed gives the same. */
export function dirtyListening(seed: number, until: number): DirtyListening {
  const random = seededRandom(seed)
  const artists = [...FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`)), ...AWKWARD_ARTISTS].map(
    (name) => name.trim(),
  )
  const titles = ADJECTIVES.flatMap((adjective) => NOUNS.map((noun) => `${adjective} ${noun}`))
  AWKWARD_TITLES.forEach((title, index) => (titles[index * 7] = title))
  const albums = titles.map((title, index): Album => {
    const credited = [random.pick(artists), ...(random.int(10) === 0 ? [random.pick(artists)] : [])]
    return {
      id: index + 1,
      title,
      artists: index % 100 === 99 ? ['Various Artists'] : [...new Set(credited)],
      year: random.int(5) === 0 ? null : 1955 + random.int(70),
      genre: random.pick(GENRES),
    }
  })
  const byOne = random.shuffle(albums.filter(({ artists }) => artists![0] !== 'Various Artists'))
  const favourites = { lately: byOne.slice(0, 120), longAgo: byOne.slice(120, 150) }
  const plays: Play[] = []
  const listens: MarkedListen[] = []

  const add = (timestamp: number, repeat?: Source) => {
    const pool = timestamp < until - 200 * DAY ? favourites.longAgo : favourites.lately
    const source = repeat ?? draw(random, pool, albums)
    plays.push({ ...source.play, timestamp })
    listens.push({ ...spell(random, source), timestamp, play: plays.length - 1 })
    return source
  }
  for (const timestamp of times(random, until)) {
    const source = add(timestamp)
    const play = plays.length - 1
    const fate = random.int(100)
    // The same play told again, spelled in another way, up to ten minutes earlier or later.
    if (fate < 5) {
      const apart = random.pick([0, 1, 240, 599, 600]) * (random.int(2) === 0 ? 1 : -1)
      listens.push({ ...spell(random, source), timestamp: timestamp + apart, play })
    }
    // Really heard twice, just beyond the ten minutes.
    if (fate >= 5 && fate < 7) add(timestamp + 601, source)
  }
  return { albums, listens: random.shuffle(listens), plays }
}

interface Source {
  play: Omit<Play, 'timestamp'>
  album: { title: string; artists: readonly string[] } | null
  track: string
}

function draw(random: Random, favourites: readonly Album[], albums: readonly Album[]): Source {
  const kind = random.int(100)
  if (kind < 15) {
    const number = random.int(40)
    const artist = `Outsider ${number % 12}`
    const title = `Elsewhere ${number}`
    const track = `Far ${random.int(6)}`
    return {
      play: { artists: [artist], track: `${artist} / ${track}`, album: `${title} / ${artist}` },
      album: { title, artists: [artist] },
      track,
    }
  }
  const album = kind < 80 ? random.pick(favourites) : random.pick(albums)
  const various = album.artists![0] === 'Various Artists'
  const artists = various ? [`Guest ${album.id} ${random.int(3)}`] : album.artists!
  const track = `Song ${random.int(8)} of ${album.id}`
  const named = random.int(12) > 0
  return {
    play: { artists: [...artists], track: `${artists[0]!} / ${track}`, album: named ? album.id : null },
    album: named ? { title: album.title, artists } : null,
    track,
  }
}

const EDITIONS = [
  ' (Remastered 2009)',
  ' - Deluxe Edition',
  ' [Expanded Edition]',
  ' (2019 Mix)',
  ' (50th Anniversary Edition) [Remastered]',
]

function spell(
  random: Random,
  { play, album, track }: Source,
): Pick<Listen, 'artists' | 'album' | 'track' | 'source' | 'loved'> {
  const title = album?.title ?? null
  const respell = (text: string) => {
    switch (random.int(8)) {
      case 0:
        return text.toUpperCase()
      case 1:
        return text.normalize('NFD')
      case 2:
        return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
      default:
        return text
    }
  }
  return {
    artists: play.artists.map(respell),
    album:
      title === null
        ? random.pick([null, '', undefined])
        : respell(title) + (random.int(6) === 0 ? random.pick(EDITIONS) : ''),
    track: track + (random.int(9) === 0 ? ' - Remastered 2011' : ''),
    source: random.pick(['lastfm', 'listenbrainz', null]),
    loved: random.pick([true, false, null]),
  }
}

/** About 1,900 times in fifteen months, most of them in the last three, at least 22 minutes apart, with days of silence. */
function times(random: Random, until: number): number[] {
  const found = new Set<number>()
  const slots = (days: number) => Math.floor((days * DAY) / 1320)
  const silent = new Set(Array.from({ length: 90 }, () => random.int(460)))
  while (found.size < 1900) {
    const slot = 1 + (random.int(10) < 6 ? random.int(slots(95)) : random.int(slots(450)))
    const time = until - slot * 1320
    if (!silent.has(Math.floor((until - time) / DAY))) found.add(time)
  }
  // The very borders of the windows: the last moment counts no longer, the first one does.
  for (const border of [until, until - 7 * DAY, until - 30 * DAY, until - 60 * DAY]) {
    for (const near of [...found]) if (Math.abs(near - border) < 1320) found.delete(near)
    found.add(border)
  }
  return [...found].sort((a, b) => a - b)
}

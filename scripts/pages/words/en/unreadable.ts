import type { Excess } from '../../../sources/readers/measure.ts'
import type { Unreadable } from '../../../sources/readers/unreadable.ts'
import { n } from './numbers.ts'

/** Why nothing can be read from a whole file, and what to do: what follows after its name. Plain text. */
export function unreadable(why: Unreadable): string {
  switch (why.code) {
    case 'too-large':
      return `larger than ${why.limit} MB. Split it into several files that each begin with the same first line.`
    case 'unpacks-too-large':
      return `unpacks to more than ${why.limit} MB. Unpack it and import its files one at a time.`
    case 'too-many-files':
      return `holds ${why.found} files; ${why.limit} can be imported at once. Unpack it and import its files a few at a time.`
    case 'no-files':
      return 'holds no file that can be imported. Archives are searched for .json, .jsonl, .csv and .txt files.'
    case 'password':
      return 'protected by a password. Unpack it and import the files in it.'
    case 'packed-otherwise':
      return 'packed in a way that cannot be read. Unpack it and import the files in it.'
    case 'damaged':
      return 'damaged or not whole: it cannot be unpacked. Download it again, or unpack it and import the files in it.'
    case 'overlapping':
      return 'not packed as any program packs: files in it lie over each other. Unpack it and import the files in it.'
    case 'bounds':
      return `${why.file === null ? '' : `${why.file} in it `}${EXCESS[why.excess](n(why.limit))} Nothing of it was read.`
    case 'beets-tracks':
      return 'holds the tracks of a beets library, not its albums. Export the albums: beet export -a -f json -o albums.json'
    case 'subsonic-without-albums':
      return 'an answer of a Subsonic server that lists no albums. Save the answer to rest/getAlbumList2?type=alphabeticalByArtist&size=500&f=json, with your user name and password.'
    case 'subsonic-refusal':
      return `no list: the Subsonic server answered “${why.said}”. Ask it again with your user name and password; in the answer “status” must be “ok”.`
  }
}

/** What a file has too much of, and what to do. Whole sentences, after its name. */
const EXCESS: Readonly<Record<Excess, (limit: string) => string>> = {
  rows: (limit) => `has more than ${limit} rows. Split it into several files that each begin with the same first line.`,
  values: (limit) => `holds more than ${limit} values. Split it into several files, for example one a year.`,
  text: (limit) =>
    `holds a line or a text of more than ${limit} characters. Look whether it is the right file, and take that text out.`,
  same: (limit) =>
    `names more than ${limit} albums of one title. Look whether it is the right file; if it is, split it into several files.`,
  depth: (limit) =>
    `has lists within lists more than ${limit} deep, as no export has. Look whether it is the right file.`,
}

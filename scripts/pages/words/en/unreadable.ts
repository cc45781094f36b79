import type { Unreadable } from '../../../sources/readers/unreadable.ts'

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
    case 'beets-tracks':
      return 'holds the tracks of a beets library, not its albums. Export the albums: beet export -a -f json -o albums.json'
    case 'subsonic-without-albums':
      return 'an answer of a Subsonic server that lists no albums. Save the answer to rest/getAlbumList2?type=alphabeticalByArtist&size=500&f=json, with your user name and password.'
    case 'subsonic-refusal':
      return `no list: the Subsonic server answered “${why.said}”. Ask it again with your user name and password; in the answer “status” must be “ok”.`
  }
}

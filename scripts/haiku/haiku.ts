import type { Album } from '../collection/album.ts'

/** Three lines of 5, 7 and 5 syllables. */
export type HaikuLines = readonly [string, string, string]

/** The form: how many syllables each line has. */
export const FORM = [5, 7, 5] as const

/** What was heard in a week, most heard first. */
export interface HeardWeek {
  listens: number
  artists: readonly string[]
  albums: readonly { title: string; artists: readonly string[] }[]
}

/**
 * What a poem may know of an album. With `week` it is about a week of listening, and the album is the one heard most; its
 * title is empty where no album is known.
 */
export type HaikuSubject = Pick<Album, 'id' | 'title' | 'artists' | 'year' | 'genre' | 'description' | 'ai_info'> & {
  week?: HeardWeek
}

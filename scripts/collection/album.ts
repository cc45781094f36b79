import { z } from 'zod'
import { LONGEST_NAME } from '../ground/bounds.ts'

const text = z.string()
const name = text.max(LONGEST_NAME).regex(/\S/u, 'at least one visible character')
const httpUrl = z
  .string()
  .regex(/^https?:\/\/[^\s<>"]+$/u, 'an address that begins with https:// or http:// and holds no spaces')
const count = z.int().min(0)

const track = z.looseObject({
  title: text,
  position: z.union([text, count]).nullish(),
  duration_seconds: z.number().min(0).nullish(),
})

/**
 * A record the person has of an album: this pressing on the shelf, that folder of files. It is told by the list it was
 * imported from; fields that stand here not are kept as they are.
 */
export const copyFactsSchema = z.looseObject({
  /** What the list calls it, and whom it credits, where the album goes by another name: an edition's title. */
  title: text.nullish(),
  artists: z.array(text).nullish(),
  /** As the list has it: `LP, Album, RE`. */
  format: text.nullish(),
  label: text.nullish(),
  catalog_number: text.nullish(),
  /** Of the pressing. */
  year: z.int().min(1857).max(2200).nullish(),
  folder: text.nullish(),
  rating: z.number().min(0).nullish(),
  media_condition: text.nullish(),
  sleeve_condition: text.nullish(),
  notes: text.nullish(),
  /** What was paid, with its currency where the list gives one. */
  paid: text.nullish(),
  added_at: text.nullish(),
  /** The day a sync first found that the list does not have it any more, `2026-11-23`. */
  gone_since: text.nullish(),
  /** Columns of the list that have no place above, under their own names. */
  other: z.record(text, text).nullish(),
})

export type CopyFacts = z.infer<typeof copyFactsSchema>

export const copySchema = copyFactsSchema.extend({
  /** What the list calls this record, the same each time it is read: `discogs:249504`, `discogs:249504#2` for a second one. */
  ref: text.regex(/\S/u, 'at least one visible character'),
})

export type Copy = z.infer<typeof copySchema>

/**
 * One record of `data/collection.json`. Null and absent both mean unknown. Fields that stand here not are kept as they
 * are: the schema checks and never transforms, so what a person wrote is what is written back.
 */
export const albumSchema = z.looseObject({
  id: z.int().min(1),
  title: name,
  artists: z.array(name).nullish(),
  /** Year of the first release; recorded sound begins in 1857. */
  year: z.int().min(1857).max(2200).nullish(),
  genre: text.nullish(),
  description: text.nullish(),
  spotify_url: httpUrl.nullish(),
  tracks_count: count.nullish(),
  tracks: z.array(track).nullish(),
  /** Vinyl, CD, cassette, file …, as the person says it. */
  support: text.nullish(),
  /** Where the record came from: `starter`, `discogs` …; albums marked `starter` leave when a person's own arrive. */
  source: text.nullish(),
  discogs_id: count.nullish(),
  /** Discogs' number for the work that all its pressings belong to. */
  discogs_master: count.nullish(),
  discogs_url: httpUrl.nullish(),
  musicbrainz_id: text.nullish(),
  cover_url: httpUrl.nullish(),
  /** A description written from facts by a language model: by which, from what, when. */
  ai_info: z
    .looseObject({
      text: text.nullish(),
      model: text.nullish(),
      sources: z.array(z.looseObject({ name: text, url: httpUrl, licence: text })).nullish(),
      date: text.nullish(),
    })
    .nullish(),
  /** Where the values of single fields came from, e.g. `{ "year": "musicbrainz" }`; the others are the person's own. */
  sources: z.record(text, text).nullish(),
  added_at: text.nullish(),
  /** What the person has of it; absent where only the album is known. */
  copies: z.array(copySchema).nullish(),
  /** What lists of albums, not of copies, call it: `spotify:0ETFjACtuP2ADo6LFhL6HN`. */
  refs: z.array(text).nullish(),
})

export type Album = z.infer<typeof albumSchema>

/** The description to show: the person's own, otherwise the one written from facts, otherwise none. */
export function descriptionOf(album: Album): string | null {
  const own = album.description?.trim()
  if (own) return own
  const written = album.ai_info?.text?.trim()
  return written ? written : null
}

/** The names of an album's artists, blank ones left out; empty where none is known. */
export function artistsOf(album: Album): string[] {
  return (album.artists ?? []).map((artist) => artist.trim()).filter((artist) => artist !== '')
}

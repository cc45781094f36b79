import type { Format } from '../format.ts'
import { notOfFormat, readEntries, someRecord, topList, type JsonRecord, type Rows } from '../json-entries.ts'
import { fieldsOf, known, textOf } from '../json-fields.ts'
import { shown } from '../values.ts'
import type { Place } from '../row.ts'
import { UnreadableFile } from '../unreadable.ts'

/** The albums of a beets library: `beet export -a -f json` or `-f jsonlines`, which write every value as a text. */
export const beets: Format = {
  id: 'beets',
  name: 'beets library (beet export -a, JSON)',
  source: 'beets',
  described: 'https://beets.readthedocs.io/en/stable/plugins/export.html',
  recognises: (document) => {
    const content = document.json()
    return content !== null && someRecord(topList(content), (entry) => isAlbum(entry) || isTrack(entry))
  },
  *read(document) {
    const content = document.json()
    if (content === null || !beets.recognises(document))
      throw notOfFormat(document, 'beets export', 'no entry has “album” and “albumartist”')
    const list = topList(content)
    if (!someRecord(list, isAlbum)) throw new UnreadableFile(document.name, { code: 'beets-tracks' })
    yield* readEntries(content, [list], readAlbum, '{ "album", "albumartist", … }')
  },
}

const isOfBeets = (entry: JsonRecord) =>
  typeof entry['album'] === 'string' && ('albumartist' in entry || 'albumartists' in entry || 'mb_albumid' in entry)
const isTrack = (entry: JsonRecord) => isOfBeets(entry) && 'title' in entry
const isAlbum = (entry: JsonRecord) => isOfBeets(entry) && !('title' in entry)

/** What stands between names where beets writes a list of them as one text; the sign is that for a zero byte. */
const BETWEEN_NAMES = /\s*(?:\\?␀|; )\s*/u

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu

function* readAlbum(entry: JsonRecord, at: Place): Rows {
  const { text, names, year, count, date, doubts } = fieldsOf(entry, at)
  const title = text('album')
  if (title === undefined) return yield { kind: 'bad', at, why: { code: 'no-title' } }

  const discogs = count('discogs_albumid') || undefined
  const [release, group] = [text('mb_albumid'), text('mb_releasegroupid')]
  const [first, pressed] = [year('original_year'), year('year')]
  const several = (field: string) =>
    Array.isArray(entry[field])
      ? names(field)
      : text(field)
          ?.split(BETWEEN_NAMES)
          .filter((part) => part !== '')
  const listed = several('albumartists') ?? names('albumartist')
  const artists = listed ?? (isYes(entry['comp']) ? ['Various Artists'] : undefined)
  const [name, added_at] = [release ?? discogs, date('added')]
  yield {
    kind: 'album',
    at,
    record: {
      key: name === undefined ? null : `beets:${name}`,
      facts: known({
        title,
        // The numbers of namesakes are Discogs'.
        artists: discogs === undefined ? artists : artists?.map((artist) => artist.replace(/\s\(\d+\)$/u, '')),
        year: first ?? pressed,
        genre: several('genres')?.join(', ') ?? text('genre'),
        tracks_count: count('albumtotal') || count('tracktotal') || undefined,
        musicbrainz_id: group !== undefined && UUID.test(group) ? group.toLowerCase() : undefined,
        discogs_id: discogs,
        added_at,
      }),
      isPressingYear: first === undefined && pressed !== undefined,
      copy: known({
        format: text('media'),
        label: text('label'),
        catalog_number: text('catalognum'),
        year: pressed,
        added_at,
      }),
    },
  }
  if (group !== undefined && !UUID.test(group))
    yield { kind: 'doubt', at, why: { code: 'shape', expected: `mb_releasegroupid: "…-…" (${shown(group)})` } }
  yield* doubts
}

const isYes = (value: unknown) => value === true || ['True', 'true', '1'].includes(textOf(value) ?? '')

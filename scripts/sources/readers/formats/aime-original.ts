import type { z } from 'zod'
import { albumSchema } from '../../../collection/album.ts'
import { isRecord, type JsonRecord, type Rows } from '../json-entries.ts'
import { fieldsOf, known } from '../json-fields.ts'
import type { Place } from '../row.ts'

/** Fields that are read into others; what else stands there comes along under its own name. */
const READ = new Set(
  (
    'id title artists year genre description support source spotify_url tracks_count discogs_id discogs_url images ' +
    'created_at metadata'
  ).split(' '),
)

/**
 * An album of an export of the Python program that this one replaces: the old shape (`id`, `title`, `year`, `artists`,
 * `tracks_count`) or the new one with `discogs_id`, `images`, `created_at` and `metadata`. It took its years from the
 * pressing on Discogs, and its descriptions were invented by a language model: they are kept under `metadata` and never
 * become the description.
 */
export function* readOriginalAlbum(entry: JsonRecord, at: Place): Rows {
  const { text, names, year, count, date, address, doubts } = fieldsOf(entry, at)
  const title = text('title')
  if (title === undefined) return yield { kind: 'bad', at, why: { code: 'no-title' } }

  const discogs = count('discogs_id') || undefined
  const isOnDiscogs = discogs !== undefined || entry['source'] === 'discogs'
  const [pressed, added_at, support] = [year('year'), date('created_at'), text('support')]
  const images = Array.isArray(entry['images']) ? (entry['images'] as unknown[]) : []
  const cover = coverOf(images, at)
  const artists = names('artists')
  yield {
    kind: 'album',
    at,
    record: known({
      key: discogs === undefined ? null : `discogs:${discogs}`,
      facts: {
        title,
        ...known({
          // The numbers of namesakes are Discogs'.
          artists: isOnDiscogs ? artists?.map((artist) => artist.replace(/\s\(\d+\)$/u, '')) : artists,
          year: pressed,
          genre: text('genre'),
          spotify_url: address('spotify_url'),
          tracks_count: count('tracks_count') || undefined,
          support,
          discogs_id: discogs,
          discogs_url: address('discogs_url'),
          cover_url: cover,
          added_at,
        }),
        ...othersOf(entry),
        ...(images.length > (cover === undefined ? 0 : 1) ? { images } : {}),
        ...metadataOf(entry),
      },
      isPressingYear: isOnDiscogs && pressed !== undefined,
      copy: discogs === undefined ? null : known({ format: support, year: pressed, added_at }),
      id: count('id') || undefined,
    }),
  }
  yield* doubts
}

/** The address of the first image that is the cover, otherwise of the first. */
function coverOf(images: readonly unknown[], at: Place): string | undefined {
  const records = images.filter(isRecord)
  const first = records.find(({ type }) => type === 'primary') ?? records[0]
  return first === undefined ? undefined : fieldsOf(first, at).address('url')
}

const NEVER = new Set(['copies', 'refs', 'sources', 'ai_info'])
const SCHEMAS: Readonly<Record<string, z.ZodType>> = albumSchema.shape

/** The fields it has beyond those that were described; what is known under the same name must be what it should be. */
function othersOf(entry: JsonRecord): JsonRecord {
  const others = Object.entries(entry).filter(
    ([field, value]) =>
      !READ.has(field) && !NEVER.has(field) && value !== null && (SCHEMAS[field]?.safeParse(value).success ?? true),
  )
  return Object.fromEntries(others)
}

/** What the language model said, as it stands there, with a description of the old shape; nothing where all is null. */
function metadataOf({ metadata, description }: JsonRecord): JsonRecord {
  const said = { ...(isRecord(metadata) ? metadata : {}), ...(description == null ? {} : { description }) }
  return Object.values(said).some((value) => value !== null && value !== '') ? { metadata: said } : {}
}

import { albumSchema, type Album } from '../../../collection/album.ts'
import { hasPressingYear } from '../../../collection/provenance.ts'
import type { Document } from '../document.ts'
import type { Format } from '../format.ts'
import { isRecord, notOfFormat, readEntries, type JsonRecord, type Rows } from '../json-entries.ts'
import { fieldsOf, known } from '../json-fields.ts'
import { shown } from '../values.ts'
import type { Place } from '../row.ts'
import { readOriginalAlbum } from './aime-original.ts'

/**
 * What AIME itself writes: `data/collection.json`, which comes along with everything in it; the exports
 * `export-json-….json`; and those of the program it replaces.
 */
export const aime: Format = {
  id: 'aime',
  name: 'AIME collection or export (JSON)',
  source: 'aime',
  described: 'README.md#your-own-albums',
  recognises: (document) => kindOf(document) !== null,
  *read(document) {
    const [content, kind] = [document.json(), kindOf(document)]
    if (content === null || kind === null)
      throw notOfFormat(
        document,
        'collection or export of AIME',
        'it holds no “albums” beside “version” or “export_date”',
      )
    yield* readEntries(content, [kind.albums], kind.read, '{ "id", "title", "artists", … }')
  },
}

interface Kind {
  albums: readonly unknown[]
  read: (entry: JsonRecord, at: Place) => Rows
}

function kindOf(document: Document): Kind | null {
  const value = document.json()?.value
  if (!isRecord(value) || !Array.isArray(value['albums'])) return null
  const albums = value['albums'] as unknown[]
  if (value['version'] === 1) return { albums, read: readWhole }
  return 'export_date' in value || 'total_albums' in value ? { albums, read: readExported } : null
}

/** An album of `data/collection.json`, taken as it stands but for fields that are not what they should be. */
function* readWhole(entry: JsonRecord, at: Place): Rows {
  const { text, year, doubts } = fieldsOf(entry, at)
  const title = text('title')
  if (title === undefined) return yield { kind: 'bad', at, why: { code: 'no-title' } }
  const candidate = known({
    ...entry,
    title: typeof entry['title'] === 'string' ? entry['title'] : title,
    year: entry['year'] == null ? entry['year'] : year('year'),
  })
  const asItStands = albumSchema.safeParse(candidate)
  const wrong = asItStands.error?.issues ?? []
  for (const { path } of wrong) Reflect.deleteProperty(candidate, path[0]!)
  const { data: whole } = asItStands.success ? asItStands : albumSchema.safeParse(candidate)
  const facts = whole ?? WITHOUT_ID.parse(candidate)

  yield {
    kind: 'album',
    at,
    record: {
      key: null,
      facts: factsOf(facts),
      copy: null,
      ...(whole === undefined ? {} : { id: whole.id, whole, isPressingYear: hasPressingYear(whole) }),
    },
  }
  const fields = [...new Set(wrong.map(({ path }) => String(path[0])))]
  for (const field of fields)
    yield {
      kind: 'doubt',
      at,
      why: { code: 'shape', expected: `${field}: ${messageFor(field, wrong)} (${shown(entry[field])})` },
    }
  yield* doubts
}

/** Made once: making a schema takes a hundred times as long as asking it. */
const WITHOUT_ID = albumSchema.omit({ id: true })

const messageFor = (field: string, issues: readonly { path: readonly PropertyKey[]; message: string }[]) =>
  issues.find(({ path }) => String(path[0]) === field)?.message ?? ''

/** What of an album may stand in `facts`; unknown values are left out, fields nobody knows are kept as they are. */
function factsOf({ title, ...album }: Omit<Album, 'id'> & Pick<Album, 'title'>) {
  const others = Object.entries(album).filter(
    ([field, value]) => !OWN.has(field) && !(field in albumSchema.shape && (value === null || value === '')),
  )
  return { title, ...Object.fromEntries(others) }
}

const OWN = new Set(['id', 'copies', 'refs', 'sources', 'source'])

/** The fields of an album in this program's export, in their order; the other program's exports have others. */
const EXPORTED = 'id title year genre description spotify_url artists tracks_count'

function readExported(entry: JsonRecord, at: Place): Rows {
  return Object.keys(entry).join(' ') === EXPORTED ? readExport(entry, at) : readOriginalAlbum(entry, at)
}

/** An album of this program's `export-json-….json`, where null and no tracks mean unknown. */
function* readExport(entry: JsonRecord, at: Place): Rows {
  const { text, names, year, count, address, doubts } = fieldsOf(entry, at)
  const title = text('title')
  if (title === undefined) return yield { kind: 'bad', at, why: { code: 'no-title' } }
  yield {
    kind: 'album',
    at,
    record: known({
      key: null,
      facts: known({
        title,
        artists: names('artists'),
        year: year('year'),
        genre: text('genre'),
        description: text('description'),
        spotify_url: address('spotify_url'),
        tracks_count: count('tracks_count') || undefined,
      }),
      copy: null,
      id: count('id') || undefined,
    }),
  }
  yield* doubts
}

import { json, startLoopback, type Answer, type Call, type Loopback } from './loopback.ts'

/** A person on Discogs. */
export interface DiscogsPerson {
  /** Shows what only the owner sees. */
  token?: string
  isPrivate?: boolean
  /** Beside "All" and "Uncategorized". */
  folders?: { id: number; name: string }[]
  /** Fields beside each record, as `/collection/fields` lists them. */
  fields?: { id: number; name: string; public: boolean }[]
  /** The collection, oldest addition first; may be changed between requests. */
  items: unknown[]
}

export interface DiscogsServer extends Loopback {
  people: Record<string, DiscogsPerson>
  /** Year of the first release by the number of the master. */
  masters: Record<number, number>
  /** When each request that counts was made, by `now`. */
  made: number[]
}

export interface DiscogsServerOptions {
  people?: Record<string, DiscogsPerson>
  masters?: Record<number, number>
  /** Requests a minute; Discogs has 60 with a token and 25 without. Default 1000, so that no test waits. */
  limit?: { withToken: number; without: number }
  /** Milliseconds, for the minute. */
  now?: () => number
}

export interface DiscogsRelease {
  id: number
  title?: string
  [field: string]: unknown
}

/** An item of a collection, as complete as Discogs sends it; `instance` are the fields of the copy. */
export function discogsItem({ id, ...release }: DiscogsRelease, instance: Record<string, unknown> = {}): unknown {
  return {
    id,
    instance_id: 800_000_000 + id,
    date_added: '2021-05-27T19:20:10-07:00',
    rating: 0,
    basic_information: {
      id,
      master_id: 0,
      master_url: null,
      resource_url: `https://api.discogs.com/releases/${id}`,
      thumb: '',
      cover_image: '',
      title: `Title ${id}`,
      year: 2001,
      formats: [{ name: 'Vinyl', qty: '1', descriptions: ['LP', 'Album'] }],
      labels: [
        {
          name: 'Some Label',
          catno: `SL ${id}`,
          entity_type: '1',
          entity_type_name: 'Label',
          id: 1,
          resource_url: 'https://api.discogs.com/labels/1',
        },
      ],
      artists: [{ name: 'Someone', anv: '', join: '', role: '', tracks: '', id: 1, resource_url: '' }],
      genres: ['Electronic'],
      styles: ['Downtempo'],
      ...release,
    },
    folder_id: 1,
    ...instance,
  }
}

/** As many records as asked for, numbered from 1. */
export const discogsItems = (count: number): unknown[] =>
  Array.from({ length: count }, (_, index) => discogsItem({ id: index + 1 }))

const message = (status: number, text: string, headers: Record<string, string> = {}): Answer =>
  json({ message: text }, status, headers)

export const TOO_QUICKLY = message(429, 'You are making requests too quickly.')

const WINDOW = 60_000

/**
 * Discogs' API on loopback as https://www.discogs.com/developers describes it: collections by pages, what their owner sees
 * and what everybody sees, masters, and the rate limit with its headers. Refusals are worded as the service does.
 */
export async function startDiscogs(options: DiscogsServerOptions = {}): Promise<DiscogsServer> {
  const { limit = { withToken: 1000, without: 1000 }, now = () => performance.now() } = options
  const server = await startLoopback((response, call) => {
    const token = /^Discogs token=(.+)$/u.exec(call.headers.authorization ?? '')?.[1]
    const allowed = token === undefined ? limit.without : limit.withToken
    self.made = self.made.filter((time) => time + WINDOW > now())
    const isFull = self.made.length >= allowed
    if (!isFull) self.made.push(now())
    const rate: Record<string, string> = {
      'x-discogs-ratelimit': String(allowed),
      'x-discogs-ratelimit-used': String(self.made.length),
      'x-discogs-ratelimit-remaining': String(allowed - self.made.length),
    }
    for (const [name, value] of Object.entries(rate)) response.setHeader(name, value)
    return (isFull ? TOO_QUICKLY : route(self, call, token))(response, call)
  })
  const self: DiscogsServer = Object.assign(server, {
    people: options.people ?? {},
    masters: options.masters ?? {},
    made: [] as number[],
  })
  return self
}

function route({ people, masters, url }: DiscogsServer, { path, query }: Call, token: string | undefined): Answer {
  if (token !== undefined && !Object.values(people).some((person) => person.token === token))
    return message(401, 'Invalid consumer token. Please register an app before making requests.')
  const master = /^\/masters\/(\d+)$/u.exec(path)?.[1]
  if (master !== undefined) {
    const year = masters[Number(master)]
    return year === undefined
      ? message(404, 'Master Release not found.')
      : json({ id: Number(master), main_release: 1, title: 'A master', year, data_quality: 'Correct' })
  }
  const [, name, rest] = /^\/users\/([^/]+)\/collection\/(.+)$/u.exec(path) ?? []
  if (name === undefined || rest === undefined) return message(404, 'The requested resource was not found.')
  const person = Object.hasOwn(people, name) ? people[name] : undefined
  if (person === undefined) return message(404, 'User does not exist or may have been deleted.')
  const isOwner = token !== undefined && token === person.token
  if (rest === 'fields' && token === undefined) return message(401, 'You must authenticate to access this resource.')
  if (person.isPrivate === true && !isOwner)
    return message(
      403,
      'You are not allowed to view this resource. Please authenticate as the owner to view this content.',
    )
  const fields = (person.fields ?? STANDARD_FIELDS).filter((field) => isOwner || field.public)
  if (rest === 'fields') return json({ fields })
  if (rest === 'folders') {
    const shown = [
      { id: 0, name: 'All' },
      ...(isOwner ? [{ id: 1, name: 'Uncategorized' }, ...(person.folders ?? [])] : []),
    ]
    return json({ folders: shown.map((folder) => ({ ...folder, count: countOf(person.items, folder.id) })) })
  }
  if (rest !== 'folders/0/releases') return message(404, 'The requested resource was not found.')
  const visible = person.items.map((item) => shownOf(item, new Set(fields.map(({ id }) => id))))
  return page(visible, query, `${url}${path}`)
}

/** What every collection begins with. */
const STANDARD_FIELDS = [
  { id: 1, name: 'Media Condition', type: 'dropdown', position: 1, public: true, options: ['Mint (M)'] },
  { id: 2, name: 'Sleeve Condition', type: 'dropdown', position: 2, public: true, options: ['Mint (M)'] },
  { id: 3, name: 'Notes', type: 'textarea', position: 3, public: true, lines: 3 },
]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function countOf(items: readonly unknown[], folder: number): number {
  return folder === 0 ? items.length : items.filter((item) => isObject(item) && item['folder_id'] === folder).length
}

function shownOf(item: unknown, fields: ReadonlySet<unknown>): unknown {
  if (!isObject(item) || !Array.isArray(item['notes'])) return item
  const notes = (item['notes'] as unknown[]).filter((note) => !isObject(note) || fields.has(note['field_id']))
  const { notes: _, ...others } = item
  return notes.length === 0 ? others : { ...others, notes }
}

function page(items: readonly unknown[], query: URLSearchParams, address: string): Answer {
  const perPage = Math.min(100, Number(query.get('per_page') ?? 50))
  const number = Number(query.get('page') ?? 1)
  const pages = Math.max(1, Math.ceil(items.length / perPage))
  if (number > pages) return message(404, 'The requested resource was not found.')
  const at = (other: number) => `${address}?page=${other}&per_page=${perPage}`
  const before = number > 1 ? { first: at(1), prev: at(number - 1) } : {}
  const after = number < pages ? { last: at(pages), next: at(number + 1) } : {}
  return json({
    pagination: { page: number, pages, per_page: perPage, items: items.length, urls: { ...before, ...after } },
    releases: items.slice((number - 1) * perPage, number * perPage),
  })
}

import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { monotonic } from '../../ground/clock.ts'
import type { IncomingAlbum, IncomingList } from '../../collection/incoming.ts'
import { ConfigError, ServiceError, type ServiceReason } from '../../ground/errors.ts'
import type { Place, Reason } from '../readers/row.ts'
import { baseAddress } from './base-address.ts'
import { readItem, type DiscogsNames } from './discogs-record.ts'
import { createHttp, HttpError, type HttpOptions } from './http.ts'
import { slidingWindow } from './sliding-window.ts'

const SERVICE = 'Discogs'
const STANDARD_ADDRESS = 'https://api.discogs.com/'

/**
 * Requests within a minute, from one address; every answer says what holds for it.
 * https://www.discogs.com/developers#page:home,header:home-rate-limiting
 */
const PER_MINUTE = { withToken: 60, without: 25 }
const WINDOW_MS = 60_000
/** After a 429 that says nothing of how long it lasts; doubled each time, three of them are longer than a window. */
const QUIET_MS = 10_000
const PATIENCE_MS = 90_000
/** The documented maximum. */
const PER_PAGE = 100
/** How often a collection is read that changes meanwhile. */
const ROUNDS = 3
/** The folder in which Discogs shows all the others'. */
const ALL = 0

const SETTINGS = 'https://www.discogs.com/settings'

export type DiscogsOptions = Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'backoffMs'> & {
  /** How often a question is repeated that the service may answer later. Default 3. */
  retries?: number
  /** Milliseconds that only ever grow. */
  clock?: () => number
  /** Pauses, in ms. */
  sleep?: (ms: number) => Promise<unknown>
}

/** Whose collection, asked by whom. */
export interface DiscogsAccount {
  user: string
  /** Of the same person; without it only what is public is seen, and no folders. */
  token: string | null
  /** Base address, ending in a slash. */
  address: URL
}

/** An item of the collection that no record could be made of. */
export interface UnreadableItem {
  /** Its place in the collection, in the order records were added. */
  at: Place
  /** Which record it is: `discogs:249504`. Null where not even that can be read. */
  key: string | null
  why: Reason
}

/** A collection, whole as it was at one time. */
export interface DiscogsCollection extends IncomingList {
  source: 'discogs'
  /**
   * False where items could not be read: what is missing from `records` may be one of them, and must not be taken for
   * sold.
   */
  isWhole: boolean
  unreadable: readonly UnreadableItem[]
}

/** Everything rejects with ServiceError, and waits its turn: questions asked at once are asked one after the other. */
export interface Discogs {
  /** Records in the collection; without a token in what is public of it. */
  count(): Promise<number>
  /**
   * All records, oldest addition first, as many as Discogs counts. A record added or removed while the pages are read moves
   * the others from page to page: then it is read again, and fails as transient where that does not help.
   */
  collection(): Promise<DiscogsCollection>
  /** Year of the first release of a master; null where Discogs does not know it, or knows no such master. */
  firstYear(master: number): Promise<number | null>
  /** How long the next question would wait for its turn, in ms; 0: it is asked at once. For callers with a time budget. */
  waitMs(): number
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The collection of `DISCOGS_USER`; `DISCOGS_TOKEN` is needed where that is not public. Null where neither is set. An empty
 * value counts as absent.
 * @throws ConfigError naming the variable, never its value
 */
export function discogsFromEnvironment(environment: Environment, options: DiscogsOptions): Discogs | null {
  const user = environment['DISCOGS_USER']?.trim()
  const token = environment['DISCOGS_TOKEN']?.trim()
  if (!user && !token) return null
  if (!user)
    throw new ConfigError('DISCOGS_TOKEN is set and DISCOGS_USER is not', {
      todo: 'Set DISCOGS_USER to your name on Discogs, or remove DISCOGS_TOKEN.',
    })
  if (token && !/^[!-~]+$/u.test(token))
    throw new ConfigError('DISCOGS_TOKEN holds a blank, a line break or a character that no token has', {
      todo: `Copy it again from ${SETTINGS}/developers`,
    })
  const address = baseAddress(environment, 'DISCOGS_URL', STANDARD_ADDRESS)
  return createDiscogs({ user, token: token || null, address }, options)
}

/** A client for one person's collection. https://www.discogs.com/developers */
export function createDiscogs({ user, token, address }: DiscogsAccount, options: DiscogsOptions): Discogs {
  const { clock = monotonic, sleep = (ms: number) => pause(ms), retries = 3, backoffMs = 2_000, ...rest } = options
  const limit = token === null ? PER_MINUTE.without : PER_MINUTE.withToken
  const turns = slidingWindow({ limit, windowMs: WINDOW_MS, clock, sleep })
  // Repeating is done here and not by the client, so that a repetition waits its turn as well.
  const http = createHttp({
    timeoutMs: 30_000,
    maxBytes: 16 * 2 ** 20,
    ...rest,
    service: SERVICE,
    retries: 0,
    headers: token === null ? {} : { authorization: `Discogs token=${token}` },
    onHeaders(headers) {
      const rate = rateSchema.safeParse({
        limit: headers.get('x-discogs-ratelimit'),
        used: headers.get('x-discogs-ratelimit-used'),
      })
      if (rate.success) turns.learn(rate.data.limit, rate.data.used)
    },
  })

  async function repeatedly(path: string, searchParams: Record<string, string | number>): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      await turns.turn()
      try {
        return await http.json(new URL(path, address), { searchParams })
      } catch (error) {
        if (!(error instanceof HttpError) || !error.transient || attempt > retries) throw error
        // A server that does not answer in time will not do so sooner when asked once more.
        if (error.status === null && attempt > 1) throw error
        const wait = error.retryAfterMs ?? backoff(error, attempt)
        if (wait > PATIENCE_MS) throw error
        await sleep(wait)
      }
    }
  }

  function backoff({ status }: HttpError, attempt: number): number {
    if (status !== 429) return backoffMs * 2 ** (attempt - 1)
    // Where the answer said that the window is full, its turn is waited for anyway.
    return turns.waitMs() > 0 ? 0 : QUIET_MS * 2 ** (attempt - 1)
  }

  let queue: Promise<unknown> = Promise.resolve()
  function ask(path: string, searchParams: Record<string, string | number> = {}): Promise<unknown> {
    const answer = queue.then(() => repeatedly(path, searchParams))
    queue = answer.catch(() => undefined)
    return answer
  }

  const home = `users/${encodeURIComponent(user)}/collection`

  async function explained<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer
    } catch (error) {
      throw error instanceof HttpError ? explain(error, token !== null) : error
    }
  }

  async function folders(): Promise<z.infer<typeof foldersSchema>['folders']> {
    return parsed(foldersSchema, await explained(ask(`${home}/folders`)), 'a list of folders').folders
  }

  /** Only the owner sees folders by name, and not everybody makes the fields public: neither is needed. */
  async function names(): Promise<DiscogsNames> {
    const shown = (await folders()).filter(({ id }) => id !== ALL)
    return { folders: namesOf(shown), fields: namesOf(await fields()) }
  }

  async function fields(): Promise<readonly Named[]> {
    try {
      return fieldsSchema.safeParse(await ask(`${home}/fields`)).data?.fields ?? []
    } catch (error) {
      if (error instanceof HttpError && [401, 403, 404].includes(error.status ?? 0)) return []
      throw error
    }
  }

  async function page(number: number): Promise<z.infer<typeof pageSchema>> {
    const query = { page: number, per_page: PER_PAGE, sort: 'added', sort_order: 'asc' }
    return parsed(pageSchema, await ask(`${home}/folders/${ALL}/releases`, query), 'a page of a collection')
  }

  /** The items of all pages; null where they are not those that Discogs counted on each of them. */
  async function items(): Promise<unknown[] | null> {
    const first = await explained(page(1))
    const { items: counted, pages } = first.pagination
    const all = [...first.releases]
    for (let number = 2; number <= pages; number++) {
      const next = await explained(orNull(page(number)))
      if (next?.pagination.items !== counted || next.releases.length === 0) return null
      all.push(...next.releases)
    }
    // What moved to a later page meanwhile comes twice.
    const different = new Set(
      all.map((item, index) => instanceSchema.safeParse(item).data?.instance_id ?? `at ${index}`),
    )
    return all.length === counted && different.size === counted ? all : null
  }

  return {
    waitMs: () => turns.waitMs(),
    async count() {
      return (await folders()).find(({ id }) => id === ALL)?.count ?? 0
    },
    async collection() {
      const shown = await names()
      for (let round = 1; round <= ROUNDS; round++) {
        const all = await items()
        if (all !== null) return listOf(all, shown)
      }
      throw new ServiceError(
        SERVICE,
        `${SERVICE} sends another number of records than it counts, ${ROUNDS} times over`,
        {
          transient: true,
          reason: 'unreachable',
          todo: 'Try again when no records are being added or removed.',
        },
      )
    },
    async firstYear(master) {
      const answer = await explained(orNull(ask(`masters/${master}`)))
      return answer === null ? null : parsed(masterSchema, answer, 'a master').year
    },
  }
}

/** Null where the service knows nothing of that address: a master that was merged, a page that is not there any more. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return null
    throw error
  }
}

function listOf(items: readonly unknown[], names: DiscogsNames): DiscogsCollection {
  const records: IncomingAlbum[] = []
  const unreadable: UnreadableItem[] = []
  for (const [index, item] of items.entries()) {
    const read = readItem(item, names)
    if (read.kind === 'record') records.push(read.record)
    else unreadable.push({ at: { entry: index + 1 }, key: read.key, why: read.why })
  }
  return { source: 'discogs', isWhole: unreadable.length === 0, records, unreadable }
}

const count = z.int().min(0)
const header = z
  .string()
  .regex(/^\d{1,6}$/u)
  .transform(Number)
const rateSchema = z.object({ limit: header, used: header })
const foldersSchema = z.looseObject({
  folders: z.array(z.looseObject({ id: z.int(), count, name: z.string().nullish() })),
})
const fieldsSchema = z.looseObject({ fields: z.array(z.looseObject({ id: z.int(), name: z.string().nullish() })) })
const pageSchema = z.looseObject({
  pagination: z.looseObject({ items: count, pages: count }),
  releases: z.array(z.unknown()),
})
const instanceSchema = z.looseObject({ instance_id: z.int() })
const masterSchema = z.looseObject({ year: z.int().min(1857).max(2200).nullable().catch(null) })

interface Named {
  id: number
  name?: string | null | undefined
}

function namesOf(list: readonly Named[]): ReadonlyMap<number, string> {
  return new Map(list.flatMap(({ id, name }) => (name == null ? [] : [[id, name] as const])))
}

function parsed<T extends z.ZodType>(schema: T, answer: unknown, what: string): z.infer<T> {
  const read = schema.safeParse(answer)
  if (!read.success) throw new ServiceError(SERVICE, `${SERVICE} sent JSON that is not ${what}`, { transient: false })
  return read.data
}

function explain(error: HttpError, hasToken: boolean): ServiceError {
  const fail = (reason: ServiceReason, what: string, todo: string) =>
    new ServiceError(SERVICE, `${SERVICE} ${what} (${error.status})`, { transient: false, reason, todo })
  if (error.status === 401 && hasToken)
    return fail('refused-key', 'refused the token', `Copy DISCOGS_TOKEN again from ${SETTINGS}/developers`)
  if (error.status === 401 || error.status === 403)
    return fail(
      'private',
      'does not show this collection',
      `Set DISCOGS_TOKEN to a token of its owner from ${SETTINGS}/developers, or make the collection public at ${SETTINGS}/privacy`,
    )
  if (error.status === 404)
    return fail(
      'unknown-user',
      'knows no user of that name',
      'Check DISCOGS_USER: the name as it stands in the address of your profile.',
    )
  return error
}

import { z } from 'zod'
import type { IncomingAlbum, IncomingList } from '../../collection/incoming.ts'
import { ServiceError } from '../../ground/errors.ts'
import type { Place, Reason } from '../readers/row.ts'
import { orNull, parsed, SERVICE, type Questions } from './discogs-questions.ts'
import { readItem, type DiscogsNames } from './discogs-record.ts'
import { HttpError } from './http.ts'

/** The documented maximum. */
const PER_PAGE = 100
/** How often a collection is read that changes meanwhile. */
const ROUNDS = 3
/** The folder in which Discogs shows all the others'. */
const ALL = 0

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

/** What can be asked of one person's collection. */
export interface CollectionReader {
  /** Records in the collection; without a token in what is public of it. */
  count(): Promise<number>
  /**
   * All records, oldest addition first, as many as Discogs counts. A record added or removed while the pages are read moves
   * the others from page to page: then it is read again, and fails as transient where that does not help.
   */
  collection(): Promise<DiscogsCollection>
}

export function collectionReader({ ask, explained }: Questions, user: string): CollectionReader {
  const home = `users/${encodeURIComponent(user)}/collection`

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
const foldersSchema = z.looseObject({
  folders: z.array(z.looseObject({ id: z.int(), count, name: z.string().nullish() })),
})
const fieldsSchema = z.looseObject({ fields: z.array(z.looseObject({ id: z.int(), name: z.string().nullish() })) })
const pageSchema = z.looseObject({
  pagination: z.looseObject({ items: count, pages: count }),
  releases: z.array(z.unknown()),
})
const instanceSchema = z.looseObject({ instance_id: z.int() })

interface Named {
  id: number
  name?: string | null | undefined
}

function namesOf(list: readonly Named[]): ReadonlyMap<number, string> {
  return new Map(list.flatMap(({ id, name }) => (name == null ? [] : [[id, name] as const])))
}

import { z } from 'zod'
import { ServiceError } from '../../ground/errors.ts'
import { baseAddress } from './base-address.ts'
import { createHttp, type HttpOptions } from './http.ts'
import { spotifyAlbumUrl } from './spotify-address.ts'

const SERVICE = 'Wikidata'

export interface WikidataAlbum {
  /** Year of the earliest publication date; null where none is known to the year. */
  year: number | null
  spotifyUrl: string | null
  /** Titles of its pages, by language. */
  pages: Readonly<Record<string, string>>
}

export interface Wikidata {
  /** Null where there is no such item. */
  album(item: string): Promise<WikidataAlbum | null>
}

/** Wikidata's action API; it needs no key. @throws ConfigError naming `WIKIDATA_URL` where it is no address */
export function wikidataFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  options: Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'retries' | 'backoffMs'>,
): Wikidata {
  const base = baseAddress(environment, 'WIKIDATA_URL', 'https://www.wikidata.org/')
  const http = createHttp({ timeoutMs: 15_000, retries: 1, ...options, service: SERVICE })
  return {
    async album(item) {
      const searchParams = {
        action: 'wbgetentities',
        ids: item,
        props: 'claims|sitelinks',
        sitefilter: 'frwiki|enwiki',
        format: 'json',
        formatversion: 2,
      }
      return readAlbum(await http.json(new URL('w/api.php', base), { searchParams }), item)
    },
  }
}

const claim = z.looseObject({
  rank: z.string().nullish(),
  mainsnak: z.looseObject({ datavalue: z.looseObject({ value: z.unknown() }).nullish() }),
})
const entity = z.looseObject({
  missing: z.unknown().optional(),
  claims: z.record(z.string(), z.array(claim)).or(z.array(z.never())).nullish(),
  sitelinks: z
    .record(z.string(), z.looseObject({ title: z.string() }))
    .or(z.array(z.never()))
    .nullish(),
})
const answerOf = z.looseObject({ entities: z.record(z.string(), entity) })
const time = z.looseObject({ time: z.string(), precision: z.int() })

/** Precision of a date known to the year (https://www.wikidata.org/wiki/Help:Dates). */
const YEAR = 9

function readAlbum(answer: unknown, item: string): WikidataAlbum | null {
  // What does not exist is answered with 200 and an `error`.
  if (z.looseObject({ error: z.looseObject({ code: z.literal('no-such-entity') }) }).safeParse(answer).success)
    return null
  const read = answerOf.safeParse(answer)
  if (!read.success) throw new ServiceError(SERVICE, `${SERVICE} sent JSON of another kind`, { transient: false })
  const found = read.data.entities[item]
  if (found === undefined || found.missing !== undefined) return null
  const values = (property: string) =>
    (Array.isArray(found.claims) ? [] : (found.claims?.[property] ?? []))
      .filter(({ rank }) => rank !== 'deprecated')
      .map(({ mainsnak }) => mainsnak.datavalue?.value)
  const years = values('P577').flatMap((value) => {
    const date = time.safeParse(value).data
    return date === undefined || date.precision < YEAR ? [] : Number(/^\+(\d{4})-/u.exec(date.time)?.[1] ?? NaN)
  })
  const known = years.filter((year) => Number.isInteger(year))
  const spotify = values('P2205').flatMap((value) =>
    typeof value === 'string' ? (spotifyAlbumUrl(`https://open.spotify.com/album/${value}`) ?? []) : [],
  )
  const links = Array.isArray(found.sitelinks) ? {} : (found.sitelinks ?? {})
  return {
    year: known.length === 0 ? null : Math.min(...known),
    spotifyUrl: spotify[0] ?? null,
    pages: Object.fromEntries(
      Object.entries(links).flatMap(([site, { title }]) =>
        /^[a-z]+wiki$/u.test(site) ? [[site.slice(0, -4), title] as const] : [],
      ),
    ),
  }
}

import { json, startLoopback, type Answer, type Loopback } from './loopback.ts'

export interface Article {
  title: string
  extract: string
  description?: string
  type?: 'standard' | 'disambiguation'
  /** The Wikidata item that links to it. */
  item?: string
}

/** What Wikidata states of an item beside its pages. */
export interface Item {
  spotify?: string
  dates?: readonly string[]
}

/** Wikipedia below `/fr/` and `/en/`, and Wikidata below `/wikidata/`. */
export function startWikipedia(
  articles: Readonly<Record<'fr' | 'en', readonly Article[]>>,
  items: Readonly<Record<string, Item>> = {},
): Promise<Loopback> {
  return startLoopback((response, call) => route(articles, items, call.path, call.query)(response, call))
}

const MISSING = { type: 'https://mediawiki.org/wiki/HyperSwitch/errors/not_found', title: 'Not found.' }

function route(
  articles: Readonly<Record<'fr' | 'en', readonly Article[]>>,
  items: Readonly<Record<string, Item>>,
  path: string,
  query: URLSearchParams,
): Answer {
  if (path === '/wikidata/w/api.php') return json(entities(articles, items, query.get('ids') ?? ''))
  const [, language, rest] = /^\/(fr|en)\/(.+)$/.exec(path) ?? []
  const known = articles[language as 'fr' | 'en'] ?? []
  const title = /^api\/rest_v1\/page\/summary\/(.+)$/.exec(rest ?? '')?.[1]?.replaceAll('_', ' ')
  if (title !== undefined) {
    const article = known.find((each) => each.title === title)
    return article === undefined ? json(MISSING, 404) : json(summaryOf(article, language!))
  }
  const words = (query.get('q') ?? '').toLowerCase()
  const pages = known
    .filter((each) => words.includes(each.title.replace(/\s*\(.*/, '').toLowerCase()))
    .map((each, id) => ({
      id,
      key: each.title.replaceAll(' ', '_'),
      title: each.title,
      excerpt: 'an <span class="searchmatch">album</span>',
      matched_title: null,
      description: each.description ?? null,
      thumbnail: null,
    }))
  return json({ pages })
}

function summaryOf({ title, extract, description, type, item }: Article, language: string) {
  const key = title.replaceAll(' ', '_')
  const page = `https://${language}.wikipedia.org/wiki/${encodeURIComponent(key)}`
  return {
    type: type ?? 'standard',
    title,
    displaytitle: `<i>${title}</i>`,
    namespace: { id: 0, text: '' },
    wikibase_item: item,
    titles: { canonical: key, normalized: title, display: `<i>${title}</i>` },
    pageid: 1,
    lang: language,
    dir: 'ltr',
    revision: '1',
    timestamp: '2026-10-01T00:00:00Z',
    ...(description === undefined ? {} : { description, description_source: 'local' }),
    content_urls: { desktop: { page, revisions: page, edit: page, talk: page }, mobile: { page } },
    extract,
    extract_html: `<p>${extract}</p>`,
  }
}

function entities(
  articles: Readonly<Record<'fr' | 'en', readonly Article[]>>,
  items: Readonly<Record<string, Item>>,
  id: string,
) {
  const pages = (['fr', 'en'] as const).flatMap((language) =>
    articles[language].filter(({ item }) => item === id).map(({ title }) => [`${language}wiki`, { site: `${language}wiki`, title, badges: [] }]),
  ) // prettier-ignore
  const item = items[id]
  if (pages.length === 0 && item === undefined)
    return { error: { code: 'no-such-entity', info: `Could not find an entity with the ID "${id}".`, id } }
  const claim = (value: unknown, type: string) => ({
    mainsnak: { snaktype: 'value', datavalue: { value, type } },
    type: 'statement',
    rank: 'normal',
  })
  return {
    entities: {
      [id]: {
        type: 'item',
        id,
        claims: {
          ...(item?.spotify === undefined ? {} : { P2205: [claim(item.spotify, 'string')] }),
          ...(item?.dates === undefined
            ? {}
            : { P577: item.dates.map((time) => claim({ time: `+${time}T00:00:00Z`, precision: 11 }, 'time')) }),
        },
        sitelinks: Object.fromEntries(pages) as unknown,
      },
    },
    success: 1,
  }
}

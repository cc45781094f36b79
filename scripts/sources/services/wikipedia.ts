import { z } from 'zod'
import { ServiceError } from '../../ground/errors.ts'
import { baseAddress } from './base-address.ts'
import { createHttp, HttpError, type Http, type HttpOptions } from './http.ts'

const SERVICE = 'Wikipedia'

/** The beginning of an article, free to use under CC BY-SA 4.0 with its address named. */
export interface WikipediaSummary {
  title: string
  language: string
  /** First sentences, plain text. */
  extract: string
  /** One line such as "1969 studio album by the Beatles"; null where there is none. */
  description: string | null
  url: string
}

export interface Wikipedia {
  /** Null where there is no such article, or it is a list of namesakes. */
  summary(language: string, title: string): Promise<WikipediaSummary | null>
  /** Titles of articles found by words, best first. */
  search(language: string, words: string): Promise<string[]>
}

/**
 * Wikipedia's REST API; it needs no key. `WIKIPEDIA_URL` may hold `{language}`, as the standard address
 * `https://{language}.wikipedia.org/` does.
 * @throws ConfigError naming the variable where it is no address
 */
export function wikipediaFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  options: Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'retries' | 'backoffMs'>,
): Wikipedia {
  const standard = 'https://{language}.wikipedia.org/'
  const pattern = environment['WIKIPEDIA_URL']?.trim() || standard
  const http = createHttp({ timeoutMs: 15_000, retries: 1, ...options, service: SERVICE, redirects: 'follow' })
  const baseOf = (language: string) =>
    baseAddress({ WIKIPEDIA_URL: pattern.replaceAll('{language}', language) }, 'WIKIPEDIA_URL', standard)
  baseOf('en')
  return {
    async summary(language, title) {
      const path = `api/rest_v1/page/summary/${encodeURIComponent(title.replaceAll(' ', '_'))}`
      const answer = await unlessMissing(http, new URL(path, baseOf(language)), {})
      return answer === null ? null : readSummary(answer, language)
    },
    async search(language, words) {
      const searchParams = { q: words, limit: 5 }
      const answer = await unlessMissing(http, new URL('w/rest.php/v1/search/page', baseOf(language)), searchParams)
      return answer === null ? [] : readTitles(answer)
    },
  }
}

async function unlessMissing(http: Http, url: URL, searchParams: Record<string, string | number>): Promise<unknown> {
  try {
    return await http.json(url, { searchParams })
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return null
    throw error
  }
}

/** https://www.mediawiki.org/wiki/Specs/Summary */
const summaryAnswer = z.looseObject({
  type: z.string().nullish(),
  title: z.string(),
  lang: z.string().nullish(),
  extract: z.string(),
  description: z.string().nullish(),
  content_urls: z.looseObject({ desktop: z.looseObject({ page: z.string().regex(/^https:\/\/[^\s<>"]+$/u) }) }),
})

function readSummary(answer: unknown, language: string): WikipediaSummary | null {
  const read = summaryAnswer.safeParse(answer)
  if (!read.success) throw notAnAnswer()
  const { type, title, lang, extract, description, content_urls } = read.data
  if ((type ?? 'standard') !== 'standard' || extract.trim() === '') return null
  return {
    title,
    language: lang ?? language,
    extract,
    description: description ?? null,
    url: content_urls.desktop.page,
  }
}

const searchAnswer = z.looseObject({ pages: z.array(z.looseObject({ title: z.string() })) })

function readTitles(answer: unknown): string[] {
  const read = searchAnswer.safeParse(answer)
  if (!read.success) throw notAnAnswer()
  return read.data.pages.map(({ title }) => title)
}

function notAnAnswer(): ServiceError {
  return new ServiceError(SERVICE, `${SERVICE} sent JSON of another kind`, { transient: false })
}

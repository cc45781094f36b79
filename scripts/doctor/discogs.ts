import { z } from 'zod'
import { ConfigError, ServiceError } from '../errors.ts'
import { baseAddress } from '../services/base-address.ts'
import { createHttp, HttpError, type HttpOptions } from '../services/http.ts'

const SERVICE = 'Discogs'
const STANDARD_ADDRESS = 'https://api.discogs.com/'

type Environment = Readonly<Record<string, string | undefined>>

/** Gives the number of records in the collection. @throws ServiceError */
export type CountRecords = () => Promise<number>

/**
 * A look at the collection of `DISCOGS_USER`; `DISCOGS_TOKEN` is needed where that is not public. Null where neither is set.
 * https://www.discogs.com/developers#page:user-collection,header:user-collection-collection
 * @throws ConfigError naming the variable, never its value
 */
export function discogsFromEnvironment(
  environment: Environment,
  options: Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'retries'>,
): CountRecords | null {
  const user = environment['DISCOGS_USER']?.trim()
  const token = environment['DISCOGS_TOKEN']?.trim()
  if (!user && !token) return null
  if (!user)
    throw new ConfigError('DISCOGS_TOKEN is set and DISCOGS_USER is not', {
      todo: 'Set DISCOGS_USER to your name on Discogs, or remove DISCOGS_TOKEN.',
    })
  if (token && !/^[!-~]+$/u.test(token))
    throw new ConfigError('DISCOGS_TOKEN holds a blank, a line break or a character that no token has', {
      todo: 'Copy it again from https://www.discogs.com/settings/developers',
    })
  const url = new URL(
    `users/${encodeURIComponent(user)}/collection/folders`,
    baseAddress(environment, 'DISCOGS_URL', STANDARD_ADDRESS),
  )
  const http = createHttp({
    ...options,
    service: SERVICE,
    headers: token ? { authorization: `Discogs token=${token}` } : {},
  })
  return async () => {
    try {
      return countOf(await http.json(url))
    } catch (error) {
      throw error instanceof HttpError ? explain(error, Boolean(token)) : error
    }
  }
}

const foldersSchema = z.looseObject({ folders: z.array(z.looseObject({ id: z.int(), count: z.int().min(0) })) })
/** The folder in which Discogs shows all the others'. */
const ALL = 0

function countOf(answer: unknown): number {
  const read = foldersSchema.safeParse(answer)
  if (!read.success)
    throw new ServiceError(SERVICE, `${SERVICE} sent JSON that is not a list of folders`, { transient: false })
  return read.data.folders.find(({ id }) => id === ALL)?.count ?? 0
}

function explain(error: HttpError, hasToken: boolean): ServiceError {
  const fail = (what: string, todo: string) =>
    new ServiceError(SERVICE, `${SERVICE} ${what}`, { transient: false, todo })
  switch (error.status) {
    case 401:
    case 403:
      return hasToken
        ? fail(
            `refused the token (${error.status})`,
            'Copy DISCOGS_TOKEN again from https://www.discogs.com/settings/developers',
          )
        : fail(
            `does not show this collection (${error.status})`,
            'Set DISCOGS_TOKEN to a token from https://www.discogs.com/settings/developers, or make the collection public at https://www.discogs.com/settings/privacy',
          )
    case 404:
      return fail(
        'knows no user of that name (404)',
        'Check DISCOGS_USER: the name as it stands in the address of your profile.',
      )
    default:
      return error
  }
}

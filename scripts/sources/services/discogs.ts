import { z } from 'zod'
import { ConfigError } from '../../ground/errors.ts'
import { baseAddress } from './base-address.ts'
import { collectionReader, type CollectionReader } from './discogs-collection.ts'
import {
  createQuestions,
  orNull,
  parsed,
  SETTINGS,
  type DiscogsAccount,
  type DiscogsOptions,
} from './discogs-questions.ts'

const STANDARD_ADDRESS = 'https://api.discogs.com/'

/** Everything rejects with ServiceError, and waits its turn: questions asked at once are asked one after the other. */
export interface Discogs extends CollectionReader {
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
export function createDiscogs(account: DiscogsAccount, options: DiscogsOptions): Discogs {
  const questions = createQuestions(account, options)
  return {
    waitMs: questions.waitMs,
    ...collectionReader(questions, account.user),
    async firstYear(master) {
      const answer = await questions.explained(orNull(questions.ask(`masters/${master}`)))
      return answer === null ? null : parsed(masterSchema, answer, 'a master').year
    },
  }
}

const masterSchema = z.looseObject({ year: z.int().min(1857).max(2200).nullable().catch(null) })

import { z } from 'zod'
import { baseAddress } from './base-address.ts'
import { createHttp, HttpError, type HttpOptions } from './http.ts'

export interface CoverArt {
  /** Address of the front cover of a MusicBrainz release group, 500 pixels wide; null where there is none. */
  frontCover(releaseGroup: string): Promise<string | null>
}

/** The Cover Art Archive (https://musicbrainz.org/doc/Cover_Art_Archive/API); it needs no key. @throws ConfigError */
export function coverArtFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  options: Pick<HttpOptions, 'userAgent' | 'timeoutMs' | 'retries' | 'backoffMs'>,
): CoverArt {
  const base = baseAddress(environment, 'COVERART_URL', 'https://coverartarchive.org/')
  // Its answers are redirections into the Internet Archive.
  const http = createHttp({
    timeoutMs: 15_000,
    retries: 1,
    ...options,
    service: 'Cover Art Archive',
    redirects: { to: ['archive.org'] },
  })
  return {
    async frontCover(releaseGroup) {
      try {
        return readFrontCover(await http.json(new URL(`release-group/${encodeURIComponent(releaseGroup)}`, base)))
      } catch (error) {
        if (error instanceof HttpError && error.status === 404) return null
        throw error
      }
    },
  }
}

const answerOf = z.looseObject({
  images: z.array(
    z.looseObject({
      front: z.boolean().nullish(),
      image: z.string().nullish(),
      thumbnails: z.looseObject({ '500': z.string().nullish(), large: z.string().nullish() }).nullish(),
    }),
  ),
})

function readFrontCover(answer: unknown): string | null {
  const front = answerOf.safeParse(answer).data?.images.find((image) => image.front === true)
  const address = front?.thumbnails?.['500'] ?? front?.thumbnails?.large ?? front?.image ?? null
  // The archive still writes http:// into its answers.
  return address !== null && /^https?:\/\/[^\s<>"]+$/u.test(address) ? address.replace(/^http:/u, 'https:') : null
}

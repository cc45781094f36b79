import { ServiceError } from '../../ground/errors.ts'
import { newestVersion, type Newest } from '../../repository/template/newest-version.ts'
import { newerThan } from '../../repository/template/version.ts'
import { notAsked, ok, type Check, type Finding } from './check.ts'

const ONE_RETRY = { retries: 1 }

/** Whether the template has a newer version. Neither an old one nor an unknown one is a problem: it goes on working. */
export function versionCheck(root: string, env: NodeJS.ProcessEnv): Check {
  return {
    name: 'version',
    async ask() {
      try {
        return judgeVersion(await newestVersion(root, env, ONE_RETRY))
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error
        return judgeVersion({ kind: 'unknown', why: error.message })
      }
    },
  }
}

export function judgeVersion(newest: Newest): Finding {
  if (newest.kind === 'unknown')
    return notAsked(`It cannot be told whether a newer one exists (npm run upgrade would ask): ${newest.why}`)
  const { current, newest: there, template } = newest
  if (there === null) return ok(`${current}; ${template} has published no version`)
  return newerThan(current, there) === null
    ? ok(`${current}; ${template} has no newer one`)
    : ok(`${current}; a newer one exists, ${there} (npm run upgrade brings it)`)
}

import type { Wrong } from '../../../config/form-entries.ts'
import { SERVICE_NAMES, SERVICE_SECRETS } from '../../../config/service-names.ts'
import { s } from './numbers.ts'

/**
 * What the form “▶ Commencer ici” answers, in a job summary or on a terminal. Links come whole; on a terminal they are a
 * name alone.
 */
export const begin = {
  /** Subject of the commit. */
  commit: 'Set up the collection from the form',
  /** What the step that writes the configuration is called, beside the names of tasks. */
  settings: 'Settings',
  /** Titles of a refusal: something is wrong, or a service could not be asked whether it is. */
  wrongTitle: 'The form needs mending',
  silentTitle: 'A service does not answer',
  /**
   * What is wrong with an entry, and what to do. Its `entry` is already escaped; `secrets`: a link to the page of the
   * repository’s secrets.
   */
  wrong(wrong: Wrong, secrets: string): string {
    switch (wrong.kind) {
      case 'language':
        return `Language: “${wrong.entry}” is not on offer. Choose fr or en.`
      case 'zone':
        return `Time zone: “${wrong.entry}” is not known. ${wrong.perhaps === null ? 'Write a name such as Europe/London or America/New_York.' : `Did you mean ${wrong.perhaps}?`}`
      case 'user-name':
        return `${SERVICE_NAMES[wrong.service]}: “${wrong.entry}” cannot be a user name. Copy the one that stands after “/user/” in the address of your profile.`
      case 'unknown-user':
        return `${SERVICE_NAMES[wrong.service]} knows nobody by the name of “${wrong.entry}”. Copy the name that stands after “/user/” in the address of your profile.`
      case 'private':
        return wrong.service === 'discogs'
          ? `Discogs: the collection of “${wrong.entry}” is private. Make it public at https://www.discogs.com/settings/privacy (“Allow others to browse my collection”), or generate a token at ${SERVICE_SECRETS.discogs.page} and save it under ${secrets} with the name DISCOGS_TOKEN.`
          : `${SERVICE_NAMES[wrong.service]}: the listens of “${wrong.entry}” are hidden. Open https://www.last.fm/settings/privacy and untick “Hide recent listening information”.`
      case 'refused-key': {
        const { name, page } = SERVICE_SECRETS[wrong.service]
        return `${SERVICE_NAMES[wrong.service]} refuses the secret ${name}. Copy it again from ${page} and replace it under ${secrets}.`
      }
    }
  },
  /** `service`: its name; `why`: what happened, as the service’s own words have it. */
  silent: (service: string, why: string) => `${service} gives no answer that can be used. (${why})`,
  /** Below what was wrong, and below what could not be asked. `form`: a link to the form. */
  tryAgain: (form: string) => `Nothing was changed. Mend this, then start the form again: ${form}.`,
  tryLater: (form: string) =>
    `Nothing was changed, and there is nothing to mend. Start the form again a little later: ${form}.`,
  /** Titles of what was done: all of it, or all but something. */
  title: 'Here we go',
  partly: 'Here we go, but for one thing',
  /** Above links to what was made. */
  look: 'To look at now',
  firstPage: 'the first page of your repository, with the haiku and the record of the day',
  /** Above what is left to do, or to know. */
  left: 'Good to know',
  /** `secrets`: as above. */
  missingKey: (secrets: string) =>
    `Last.fm wants a key, which is free: make one at https://www.last.fm/api/account/create and save it under ${secrets} (button “New repository secret”, name LASTFM_API_KEY), then start this form again with your name. Until then no listens come in from Last.fm.`,
  /** `inbox`: a link to the folder. */
  noAccount: (inbox: string) =>
    `No Discogs account is given, so the collection stays as it is. To import yours from a file, put it into ${inbox}.`,
  /** `file`: a link to the review file. */
  toDecide: (count: number, file: string) =>
    `${count} record${s(count)} to decide about: a copy of an album that is there? Answer in ${file}.`,
  /** A thing and what is said of it. */
  about: (what: string, said: string) => `${what}: ${said}`,
}

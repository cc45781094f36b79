import { SERVICE_NAMES, SERVICE_SECRETS } from '../../config/service-names.ts'
import type { BeginWords } from './begin-words.ts'

export const beginWordsEn: BeginWords = {
  commit: 'Set up the collection from the form',
  settings: 'Settings',
  wrongTitle: 'The form needs mending',
  silentTitle: 'A service does not answer',
  wrong(wrong, secrets) {
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
  silent: (service, why) => `${service} gives no answer that can be used. (${why})`,
  tryAgain: (form) => `Nothing was changed. Mend this, then start the form again: ${form}.`,
  tryLater: (form) =>
    `Nothing was changed, and there is nothing to mend. Start the form again a little later: ${form}.`,
  title: 'Here we go',
  partly: 'Here we go, but for one thing',
  look: 'To look at now',
  firstPage: 'the first page of your repository, with the haiku and the record of the day',
  left: 'Good to know',
  missingKey: (secrets) =>
    `Last.fm wants a key, which is free: make one at https://www.last.fm/api/account/create and save it under ${secrets} (button “New repository secret”, name LASTFM_API_KEY), then start this form again with your name. Until then no listens come in from Last.fm.`,
  noAccount: (inbox) =>
    `No Discogs account is given, so the collection stays as it is. To import yours from a file, put it into ${inbox}.`,
  toDecide: (count, file) =>
    `${count} record${count === 1 ? '' : 's'} to decide about: a copy of an album that is there? Answer in ${file}.`,
  about: (what, said) => `${what}: ${said}`,
}

import { SERVICE_NAMES } from '../begin/service-names.ts'
import type { BeginWords } from './begin-words.ts'

export const beginWordsEn: BeginWords = {
  commit: 'Set up the collection from the form',
  wrongTitle: 'Something in the form needs mending',
  wrong(wrong) {
    switch (wrong.kind) {
      case 'language':
        return `Language: “${wrong.entry}” is not on offer. Possible: fr or en.`
      case 'zone':
        return `Time zone: there is no “${wrong.entry}”. ${wrong.perhaps === null ? 'Possible: a name such as Europe/London or America/New_York.' : `Did you mean ${wrong.perhaps}?`}`
      case 'user-name':
        return `${SERVICE_NAMES[wrong.service]}: “${wrong.entry}” is no user name. It is the name that stands in the address of your profile.`
      case 'unknown-user':
        return `${SERVICE_NAMES[wrong.service]} knows no user “${wrong.entry}”. It is the name that stands in the address of your profile.`
      case 'private':
        return wrong.service === 'discogs'
          ? `The collection of “${wrong.entry}” on Discogs is private. Make it public (discogs.com → Settings → Privacy → “Allow others to browse my collection”), or add the secret DISCOGS_TOKEN.`
          : `The listens of “${wrong.entry}” on ${SERVICE_NAMES[wrong.service]} are hidden. On last.fm → Settings → Privacy take the mark from “Hide recent listening information”.`
      case 'refused-key':
        return `${SERVICE_NAMES[wrong.service]} refuses the key in the repository’s secrets. Copy it again.`
    }
  },
  silent: (service, why) => `${service} gives no answer to go by; try again later. (${why})`,
  tryAgain: (form) => `Nothing was changed. Mend it and start again: ${form}.`,
  title: 'Here we go',
  look: 'To look at now',
  firstPage: 'the repository’s first page, with the haiku and the record of the day',
  missingKey: (secrets) =>
    `Last.fm wants a key: get one at https://www.last.fm/api/account/create, add it under ${secrets} as LASTFM_API_KEY, then press this form again. Until then no listens come in.`,
  noAccount: 'Without a Discogs account the collection stays as it is. To import a file, see the inbox:',
  toDecide: (count, file) =>
    `${count} record${count === 1 ? '' : 's'} to decide about: a copy of an album that is there? Answer in ${file}.`,
  failed: (task, why) => `${task}: ${why}`,
  details: 'Details',
}

import { begin } from './begin/begin.ts'
import { systemNow } from '../ground/clock.ts'
import { command } from './command.ts'
import { EXIT } from '../ground/errors.ts'
import { freshSeed } from '../ground/random.ts'

const USAGE = `npm run begin -- [--discogs NAME] [--lastfm NAME] [--listenbrainz NAME] [--language fr|en] [--zone ZONE]
                 [--personal-notes] [--publish] [--accept-shrink] [--verbose]
Sets your copy up: writes config/app.json, brings your collection and your listens in, and writes the first poems and exports.
    --discogs, --lastfm, --listenbrainz   your user name there; what is left out stays as it is
    --zone            such as Europe/Paris
    --personal-notes  keep notes, prices, sellers and folders of Discogs in a repository that others can read
    --publish         commit to the branch and push
    --accept-shrink   go on where the collection would become much smaller`

export default command({
  usage: USAGE,
  options: {
    discogs: 'text',
    lastfm: 'text',
    listenbrainz: 'text',
    language: 'text',
    zone: 'text',
    'personal-notes': 'flag',
    publish: 'flag',
    'accept-shrink': 'flag',
  },
  run: async ({ values, root, env, terminal }) => {
    const { discogs = '', lastfm = '', listenbrainz = '', language = '', zone = '' } = values
    const { verdict, summary, report, annotations } = await begin({
      // The form cannot leave a choice open; this is what stands for it there.
      entries: {
        discogs,
        lastfm,
        listenbrainz,
        language: language === '–' ? '' : language,
        zone,
      },
      keepsPersonal: values['personal-notes'],
      root,
      env,
      now: systemNow(),
      seed: freshSeed(),
      publish: values.publish,
      acceptShrink: values['accept-shrink'],
      progress: terminal.progress,
    })
    await terminal.summarize(summary)
    terminal.annotate(annotations)
    if (verdict === 'wrong' || verdict === 'silent') {
      terminal.tell(`✗ ${report}`)
      return verdict === 'wrong' ? EXIT.misuse : EXIT.failed
    }
    terminal.print(report)
    return verdict === 'done' ? EXIT.ok : EXIT.failed
  },
})

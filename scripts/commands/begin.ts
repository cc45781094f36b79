import { parseArgs } from 'node:util'
import { begin } from './begin/begin.ts'
import { systemNow } from '../ground/clock.ts'
import { door, parsed } from './terminal.ts'
import { EXIT } from '../ground/errors.ts'
import { freshSeed } from '../ground/random.ts'

const USAGE = `npm run begin -- [--discogs NAME] [--lastfm NAME] [--listenbrainz NAME] [--language fr|en] [--zone ZONE]
                 [--publish] [--accept-shrink] [--verbose]
Sets your copy up: writes config/app.json, brings your collection and your listens in, and writes the first poems and exports.
    --discogs, --lastfm, --listenbrainz   your user name there; what is left out stays as it is
    --zone            such as Europe/Paris
    --publish         commit to the branch and push
    --accept-shrink   go on where the collection would become much smaller`

await door(async ({ print, tell, summarize, annotate }) => {
  const { values } = parsed(
    () =>
      parseArgs({
        options: {
          discogs: { type: 'string', default: '' },
          lastfm: { type: 'string', default: '' },
          listenbrainz: { type: 'string', default: '' },
          language: { type: 'string', default: '' },
          zone: { type: 'string', default: '' },
          publish: { type: 'boolean', default: false },
          'accept-shrink': { type: 'boolean', default: false },
          verbose: { type: 'boolean', default: false },
          help: { type: 'boolean', short: 'h', default: false },
        },
      }),
    USAGE,
  )
  if (values.help) {
    print(USAGE)
    return EXIT.ok
  }
  const started = performance.now()
  const { verdict, summary, report, annotations } = await begin({
    // The form cannot leave a choice open; this is what stands for it there.
    entries: { ...values, language: values.language === '–' ? '' : values.language },
    root: process.cwd(),
    env: process.env,
    now: systemNow(),
    seed: freshSeed(),
    publish: values.publish,
    acceptShrink: values['accept-shrink'],
    progress: (line) => tell(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`),
  })
  await summarize(summary)
  annotate(annotations)
  if (verdict === 'wrong' || verdict === 'silent') {
    tell(`✗ ${report}`)
    return verdict === 'wrong' ? EXIT.misuse : EXIT.failed
  }
  print(report)
  return verdict === 'done' ? EXIT.ok : EXIT.failed
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemNow } from '../ground/clock.ts'
import { checkCollection } from '../collection/check/check.ts'
import { verdictOf } from '../collection/check/finding.ts'
import { fixCollection, type Fixed } from '../collection/check/fix.ts'
import { albumLines } from '../collection/check/places.ts'
import { closingText, doneText, findingsText, jsonFinding } from '../collection/check/report.ts'
import { COLLECTION_FILE, openCollection, type Collection } from '../collection/store.ts'
import { command } from './command.ts'
import { EXIT, UsageError } from '../ground/errors.ts'

const USAGE = `npm run collection -- check [--fix] [--json] [--verbose]
    --fix      put right what is beyond doubt, and show each change
    --json     for programs: { changes, findings }
    --verbose  list everything
Looks through ${COLLECTION_FILE} for albums that stand there twice, links that cannot be right, suspicious years, artists
spelled in two ways, titles that differ by a letter or begin with the artist, and names with wrong characters. Without --fix
it changes nothing. ✗ --fix puts it right; ? you decide; – good to know. Exit code 0: nothing asks for you; 1: something does.`

export default command({
  usage: USAGE,
  positionals: true,
  options: { fix: 'flag', json: 'flag' },
  run: async ({ values, positionals, root, terminal: { print } }) => {
    if (positionals.length !== 1 || positionals[0] !== 'check')
      throw new UsageError(
        positionals.length === 0 ? 'What is to be done is missing.' : `Not understood: ${positionals.join(' ')}`,
        { todo: USAGE },
      )

    const thisYear = systemNow().toZonedDateTimeISO('UTC').year
    const store = await openCollection(root)
    const { albums, done, left }: Fixed = values.fix
      ? fixCollection(store.data.albums, thisYear)
      : { albums: store.data.albums, done: [], left: checkCollection(store.data.albums, thisYear) }
    if (done.length > 0) {
      store.data = withAlbums(store.data, albums)
      await store.write()
    }

    const lines = left.length === 0 ? [] : albumLines(await readFile(join(root, COLLECTION_FILE), 'utf8'))
    const lineOf = new Map(albums.map(({ id }, at) => [id, lines[at] ?? 1]))
    if (values.json) {
      const findings = left.map((finding) => jsonFinding(finding, lineOf))
      print(JSON.stringify({ changes: done, findings }, null, 2))
    } else {
      const options = { lines: lineOf, isWhole: values.verbose }
      const parts = [doneText(done), findingsText(left, options), closingText(albums.length, left, done, values.fix)]
      print(parts.filter((part) => part !== '').join('\n\n'))
    }
    return left.some((finding) => verdictOf(finding) !== 'information') ? EXIT.failed : EXIT.ok
  },
})

/** The collection with these albums; the id of one that went into another is not given again. */
function withAlbums(collection: Collection, albums: Collection['albums']): Collection {
  const highest = (list: Collection['albums']) => list.reduce((most, { id }) => Math.max(most, id), 0)
  const given = Math.max(collection.last_id ?? 0, highest(collection.albums))
  return { ...collection, albums, ...(given > highest(albums) ? { last_id: given } : {}) }
}

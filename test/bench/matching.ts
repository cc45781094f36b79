import { precision, readCases, recall, scoreOf, type Score } from '../support/matching-cases.ts'

/* How well albums are matched, on labelled queries: `npm run bench:matching`. `--misses` shows those of the dev half. */

const FLOOR = { precision: 0.99, recall: 0.9 }

const write = (line: string) => process.stdout.write(`${line}\n`)
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function report(name: string, score: Score): boolean {
  const [p, r] = [precision(score), recall(score)]
  write(
    `${name.padEnd(9)} ${String(score.queries).padStart(4)} queries, ${score.answerable} with an answer: ` +
      `precision ${percent(p)} (${score.takenRightly}/${score.taken}), recall ${percent(r)} (${score.takenRightly}/${score.answerable})`,
  )
  return p >= FLOOR.precision && r >= FLOOR.recall
}

const dev = readCases('dev')
const heldOut = readCases('heldout')
const devScore = scoreOf(dev)
const good = [
  report('dev', devScore),
  report('held out', scoreOf(heldOut)),
  report('all', scoreOf([...dev, ...heldOut])),
]
if (process.argv.includes('--misses')) {
  for (const { one, taken } of devScore.wrong)
    write(`wrong   dev:${one.line} ${one.query.title}: took ${taken.title} (${taken.year ?? '?'})`)
  for (const one of devScore.missed)
    write(`missed  dev:${one.line} ${one.query.title} – ${one.query.artists.join(', ')}`)
}
write(`floors: precision ${percent(FLOOR.precision)}, recall ${percent(FLOOR.recall)}`)
process.exitCode = good.every(Boolean) ? 0 : 1

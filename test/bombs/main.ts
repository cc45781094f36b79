import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bombs, type Bomb } from '../support/bombs.ts'
import { measured } from '../support/measured-process.ts'

/**
 * Imports files that are made to fill a machine's memory, each beside a good one in the inbox of a fresh copy: whether it is
 * refused in words, within the time and the memory there is, and the good one comes in. Prints a Markdown table and exits with
 * 1 when one is not.
 *
 *     npm run bombs [-- <path of a Node> …]
 */

const LIMIT = { seconds: 15, megabytes: 500 }
const GOOD = 'Artist,Title,Year\nIda Quill,Undersong,1999\n'

async function copyWith({ name, bytes }: Bomb): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'aime-bomb-'))
  for (const folder of ['config', 'data/inbox']) await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, 'config/app.json'), '{ "locale": "en" }')
  await writeFile(join(root, 'data/runs.json'), '{ "version": 1, "repository": null, "since": null, "tasks": {} }')
  await cp('test/fixtures/collection.json', join(root, 'data/collection.json'))
  await writeFile(join(root, 'data/inbox', name), bytes)
  await writeFile(join(root, 'data/inbox/zz-good.csv'), GOOD)
  return root
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const args = ['--import', import.meta.resolve('tsx'), resolve('scripts/cli.ts'), 'import']
const nodes = process.argv.length > 2 ? process.argv.slice(2) : [process.execPath]
const all = await bombs()
let isGood = true
for (const node of nodes) {
  print(`${node}; limits: ${LIMIT.seconds} s, ${LIMIT.megabytes} MB\n`)
  print('| bomb | kB | s | MB | refused | the other file came in |')
  print('|---|--:|--:|--:|---|---|')
  for (const bomb of all) {
    const root = await copyWith(bomb)
    const { output, seconds, megabytes } = await measured(root, args, node)
    const said = output.split('\n').find((line) => line.includes(`! ${bomb.name}`)) ?? ''
    const isRefused = bomb.says.test(said)
    const isIn = (await readFile(join(root, 'data/collection.json'), 'utf8')).includes('Undersong')
    const fits = seconds < LIMIT.seconds && megabytes < LIMIT.megabytes
    isGood &&= isRefused && isIn && fits
    const size = (bomb.bytes.length / 1024).toFixed(0)
    print(
      `| ${[bomb.what, size, seconds.toFixed(1), megabytes.toFixed(0), isRefused ? 'yes' : 'NO', isIn ? 'yes' : 'NO'].join(' | ')} |`,
    )
    if (!isRefused || !isIn) print(`\n${output}\n`)
    await rm(root, { recursive: true })
  }
  print('')
}
process.exitCode = isGood ? 0 : 1

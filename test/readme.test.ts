import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { copy, run, tree } from './support/command.ts'

interface Manifest {
  scripts: Record<string, string>
}

const readme = await readFile('README.md', 'utf8')
const collection = JSON.parse(await readFile('data/collection.json', 'utf8')) as { albums: { source?: string }[] }
const isTemplate = collection.albums.every(({ source }) => source === 'starter')

describe('the README', () => {
  it.each(['README.md', 'CONTRIBUTING.md'])('names no command that is not there (%s)', async (file) => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as Manifest
    const text = await readFile(file, 'utf8')
    const named = [...text.matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test))/g)].map(
      ([, script, own]) => script ?? own!,
    )
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it.runIf(isTemplate)('shows what the commands print, to the letter', async () => {
    const [, args] = /npm run task -- (generate_haiku_scheduled --now \S+ --seed \d+) -->/.exec(readme)!
    const root = await copy('{}', collection)
    const { stdout } = await run(root, args!.split(' '))
    const shown = /```console\n([^]*?)\n```/.exec(readme)![1]!
    expect(stdout.replace(/done in [\d.]+ s/, 'done in … s').trimEnd()).toBe(shown)
    const page = Object.entries(await tree(root)).find(([path]) => path.includes('/generate-haiku-'))![1]
    const poems = [...readme.matchAll(/^> (.+)\\\n> (.+)\\\n> (.+)$/gm)].filter(([, line]) => page.includes(line!))
    expect(poems).toHaveLength(3)
    for (const [, ...lines] of poems) expect(page).toContain(lines.join('\n'))
  })
})

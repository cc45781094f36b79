import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { terminalIn } from '../../scripts/commands/terminal.ts'
import { command, copy } from '../support/command.ts'

const HOSTILE = 'A\u001b[2J\u001b]0;x\u0007\u009b31m\rB\u202eC\u2066D\u200fE\u0008\u2028F\ud800'
const SHOWN = 'A\\u001b[2J\\u001b]0;x\\u0007\\u009b31m\\u000dB\\u202eC\\u2066D\\u200fE\\u0008\\u2028F\\ud800'

describe('what comes from outside', () => {
  it('reaches no terminal, annotation or summary raw', async () => {
    const summary = join(await mkdtemp(join(tmpdir(), 'aime-terminal-')), 'summary.md')
    await writeFile(summary, '')
    const [out, err] = [[] as string[], [] as string[]]
    const terminal = terminalIn({
      root: '.',
      env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
      width: 80,
      write: (text) => out.push(text),
      writeError: (text) => err.push(text),
    })
    terminal.print(HOSTILE)
    terminal.tell(`${HOSTILE}\n\t→ é 🎵 👩‍👧 日本`)
    terminal.progress(HOSTILE)
    terminal.annotate([{ level: 'error', title: HOSTILE, message: `one\n${HOSTILE}` }])
    await terminal.summarize(`# ${HOSTILE}\n\ntext`)
    expect(out[0]).toBe(`${SHOWN}\n`)
    expect(err[0]).toBe(`${SHOWN}\n\t→ é 🎵 👩‍👧 日本\n`)
    expect(err[1]).toContain(SHOWN)
    expect(out[1]).toBe(`::error title=${SHOWN}::one%0A${SHOWN}\n`)
    expect(await readFile(summary, 'utf8')).toBe(`# ${SHOWN}\n\ntext\n`)
  })

  it('is shown by commands as one can read it: titles, names of files and of tasks', async () => {
    const root = await copy('{}', { version: 1, albums: [{ id: 1, title: HOSTILE, artists: ['Air'] }] })
    const shown = [
      await command('task', root, ['generate_haiku_scheduled', '--dry-run']),
      await command('collection', root, ['check']),
      await command('import', root, [`${HOSTILE.replaceAll('/', '')}.csv`]),
      await command('task', root, [HOSTILE]),
    ]
    for (const { stdout, stderr } of shown)
      expect(`${stdout}${stderr}`).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/u,
      )
    expect(shown[3]!.stderr).toContain('\\u001b[2J')
  })
})

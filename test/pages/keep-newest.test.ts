import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copy, run } from '../support/command.ts'

it('a run with a time of long ago keeps what it has just written', async () => {
  const root = await copy('{ "scheduler": { "tasks": [{ "name": "export_collection_json", "keep": 1 }] } }')
  for (const day of [5, 4, 1]) await run(root, ['export_collection_json', '--now', `2026-01-0${day}T08:00:00Z`])
  const names = (await readdir(join(root, 'Scheduled Output'))).filter((name) => name.startsWith('export-json-'))
  expect(names.sort()).toEqual(['export-json-20260101-080000.json', 'export-json-20260105-080000.json'])
})

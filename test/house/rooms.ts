/**
 * The rooms of the house, from the roof to the ground. An import goes down this list or stays in its room; inside a room
 * the files form no circle. `plan.test.ts` holds the code to it, `npm run house` prints how it stands.
 */
export const ROOMS = [
  { name: 'cli.ts', holds: 'name → command, loaded only when asked for' },
  { name: 'commands', holds: 'one file a command, a folder for the large ones; the terminal' },
  { name: 'runner', holds: 'load → decide → apply → keep → report' },
  { name: 'tasks', holds: 'one file a task, and the registry' },
  { name: 'pages', holds: 'what people read: Markdown, charts, the README block, words in French and English' },
  { name: 'haiku', holds: 'syllables, the composer and its phrases, the prompt and reading an AI’s answer' },
  { name: 'sources', holds: 'what comes from outside: readers of files, services over one HTTP client' },
  { name: 'listens', holds: 'what a listen is, months, windows, figures' },
  { name: 'collection', holds: 'what an album is, its store, names, merging, checking' },
  { name: 'repository', holds: 'git, publishing, the ledger, GitHub, the template' },
  { name: 'config', holds: 'config/app.json: schema, defaults, the tasks’ catalogue, accounts' },
  { name: 'schedule', holds: 'slots, due or not, what is next' },
  { name: 'ground', holds: 'errors, clock, random, languages, JSON files, text' },
] as const

/** The room of a path below `scripts/`; null for a loose file. */
export function roomOf(path: string): number | null {
  const first = path.split('/')[0]
  const room = ROOMS.findIndex(({ name }) => name === first)
  return room === -1 ? null : room
}

import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Time and chance enter through `clock.ts` and `random.ts` alone, so that a run can be repeated to the byte. */
const ambient = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take a Random from the context; Math.random() stands in scripts/random.ts alone.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the context; the clock is read in scripts/clock.ts alone.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the time from the context; the clock is read in scripts/clock.ts alone.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'Take the time from the context; the clock is read in scripts/clock.ts alone.',
  },
]

const doors = [
  ...['run', 'status', 'trigger', 'wake', 'sync-workflows', 'sync-schema', 'doctor', 'check-data'],
  ...['import', 'collection', 'begin', 'upgrade'],
]
const noDoors = {
  group: doors.map((door) => `**/scripts/${door}.ts`).concat(doors.map((door) => `../${door}.ts`)),
  message: 'Nothing imports a door.',
}
const noProcess = {
  group: ['node:fs', 'node:fs/*', 'node:child_process', 'node:http', 'node:https', 'node:net', 'simple-git', 'ky'],
  message: 'This room is pure: effects stand at the edge (repository, github, services, the stores).',
}
/** @param {string[]} folders @param {string} message */
const no = (folders, message) => ({ group: folders.map((folder) => `**/${folder}/**`), message })

/**
 * The arrows of the architecture: doors → runner → tasks → rooms; nothing points back.
 * @param {string[]} files
 * @param {string[]} ignores
 * @param {{ group: string[], message: string }[]} patterns
 */
function arrows(files, ignores, patterns) {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns: [noDoors, ...patterns] }] } }
}

export default defineConfig(
  { ignores: ['node_modules', 'coverage', 'Scheduled Output', 'data', '*.config.js'] },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    files: ['scripts/**/*.ts'],
    ignores: ['scripts/clock.ts', 'scripts/random.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ambient] },
  },
  arrows(
    ['scripts/tasks/**'],
    [],
    [noProcess, no(['repository', 'github', 'runner'], 'A task decides; the runner applies what it decided.')],
  ),
  arrows(
    ['scripts/{haiku,output,schedule}/**'],
    ['scripts/haiku/store.ts'],
    [noProcess, no(['tasks', 'services', 'repository', 'github', 'runner'], 'This room is pure and knows no other.')],
  ),
  arrows(
    ['scripts/{collection,listens}/**'],
    ['scripts/*/*store.ts'],
    [noProcess, no(['tasks', 'services', 'repository', 'github', 'runner'], 'This room is pure and knows no other.')],
  ),
  arrows(
    ['scripts/import/**'],
    [],
    [
      noProcess,
      no(['tasks', 'services', 'repository', 'github', 'runner', 'begin'], 'A reader is given bytes and gives rows.'),
    ],
  ),
  arrows(
    ['scripts/{descriptions,status}/**'],
    [],
    [noProcess, no(['runner', 'wake', 'doctor'], 'This room is pure: it is told what it judges.')],
  ),
  arrows(
    ['scripts/services/**'],
    [],
    [
      no(
        ['tasks', 'repository', 'github', 'runner', 'output', 'begin'],
        'A service knows its own protocol and nothing else.',
      ),
    ],
  ),
  arrows(
    ['scripts/{repository,github}/**'],
    [],
    [no(['runner', 'services', 'wake', 'doctor', 'status'], 'The edge is called and does not call back.')],
  ),
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
)

import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Time and chance enter through `clock.ts` and `random.ts` alone, so that a run can be repeated to the byte. */
const ambient = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take a Random from the context; Math.random() stands in scripts/ground/random.ts alone.',
  },
  ...[
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "MemberExpression[object.name='Date'][property.name='now']",
    "MemberExpression[object.name='Temporal'][property.name='Now']",
  ].map((selector) => ({
    selector,
    message: 'Take the time from the context; the clock is read in scripts/ground/clock.ts alone.',
  })),
]

const effects = {
  group: ['node:fs', 'node:fs/*', 'node:child_process', 'node:http', 'node:https', 'node:net', 'simple-git', 'ky'],
  message: 'This room is pure: effects stand at the edge (repository, sources/services, the stores).',
}
/** @param {string[]} folders @param {string} message */
const no = (folders, message) => ({
  group: folders.map((folder) => `**/${folder}/**`),
  message,
  allowTypeImports: true,
})

/**
 * What a room may not touch although it lies below it. Which room may import which at all is not said here: the order of
 * the rooms in `test/house/rooms.ts` says it for all of them.
 * @param {string[]} files
 * @param {string[]} ignores
 * @param {{ group: string[], message: string, allowTypeImports?: boolean }[]} patterns
 */
function pure(files, ignores, patterns) {
  return { files, ignores, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } }
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
    ignores: ['scripts/ground/clock.ts', 'scripts/ground/random.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ambient] },
  },
  pure(['scripts/tasks/**'], [], [effects, no(['repository'], 'A task decides; the runner applies what it decided.')]),
  pure(
    ['scripts/{pages,haiku,listens,collection,schedule}/**'],
    ['scripts/*/*store.ts'],
    [effects, no(['services', 'repository'], 'This room is told what it judges, and knows neither of these.')],
  ),
  pure(
    ['scripts/sources/readers/**'],
    [],
    [effects, no(['services', 'repository'], 'A reader is given bytes and gives rows.')],
  ),
  pure(['scripts/sources/services/**'], [], [no(['repository'], 'A service knows its own protocol and nothing else.')]),
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
)

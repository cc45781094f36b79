import { defineConfig } from 'vitest/config'

/** Rooms without effects: nothing in them needs a process of its own, and what they import is loaded once for all. */
const PURE = [
  'test/{ground,schedule,config,collection,listens,haiku,pages}/**/*.test.ts',
  // These two start programs.
  'test/sources/readers/!(inbox|round-trip).test.ts',
]

export default defineConfig({
  // Packages that ship source maps without their sources would fill the log.
  logLevel: 'error',
  test: {
    setupFiles: 'test/support/seed.ts',
    // Most tests wait for other processes, so two at a time are worth it on the smallest machines too.
    maxWorkers: 2,
    // Git and process tests start real programs on small machines.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // GitHub's own workflow parser ships imports without file endings, which Node alone refuses.
    server: { deps: { inline: [/@actions\//] } },
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: PURE, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'world',
          include: ['test/**/*.test.ts'],
          exclude: PURE,
        },
      },
    ],
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages that ship source maps without their sources would fill the log.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: 'test/support/seed.ts',
    // Most tests wait for other processes, so two at a time are worth it on the smallest machines too.
    maxWorkers: 2,
    // Git and process tests start real programs on small machines.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // GitHub's own workflow parser ships imports without file endings, which Node alone refuses.
    server: { deps: { inline: [/@actions\//] } },
  },
})

import fc from 'fast-check'

/**
 * Property tests draw the same cases every time, so that a change alone can make them fail. `npm run test:random` draws
 * new ones; a failure prints its seed and path, and belongs into the test as an example.
 */
if (process.env['DRAW'] !== 'new') fc.configureGlobal({ seed: 20_260_131 })

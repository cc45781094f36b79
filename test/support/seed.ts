import fc from 'fast-check'
import { SEED } from './draws.ts'

/*
 * Property tests draw the same cases every time, so that nothing but a change makes them fail. What `npm run test:random`
 * finds it prints with its seed and path; the case belongs into the test as an example.
 */
if (SEED !== undefined) fc.configureGlobal({ seed: SEED })

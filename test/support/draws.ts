const isNew = process.env['DRAW'] === 'new'

/**
 * How often a costly property is tried. `npm test` draws the same cases each time, for which a fifth is enough;
 * `npm run test:random` tries new ones in full.
 */
export function draws(inFull: number): { numRuns: number } {
  return { numRuns: isNew ? inFull : inFull / 5 }
}

/** Of `npm test`; undefined where new cases are to be drawn. */
export const SEED = isNew ? undefined : 20_260_131

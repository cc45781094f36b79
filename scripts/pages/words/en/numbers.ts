/** A whole number as people write it: `1,234`. */
export const n = (count: number) => count.toLocaleString('en')

/** The ending of a regular noun after a whole number. */
export const s = (count: number) => (count === 1 ? '' : 's')

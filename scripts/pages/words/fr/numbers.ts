import type * as en from '../en/numbers.ts'

export const n: typeof en.n = (count) => count.toLocaleString('fr')

/** None of something is singular in French. */
export const s: typeof en.s = (count) => (count > 1 ? 's' : '')

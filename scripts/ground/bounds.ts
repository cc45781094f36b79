/** The longest text that is taken from outside or kept in a data file, in UTF-16 units: a long essay on one album. */
export const LONGEST_TEXT = 10_000

/** The longest title, and the longest name of an artist or a track. */
export const LONGEST_NAME = 1000

/** How many lists and objects may stand within each other; no format that is known here has ten. */
export const DEEPEST = 64

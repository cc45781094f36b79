import { DEEPEST } from '../../ground/bounds.ts'
import { JsonMeter } from '../../ground/json-meter.ts'
import { TextMeter } from './text-meter.ts'

export interface Bounds {
  /** Lines of a table or of JSON Lines. */
  rows: number
  /** Values of a JSON, cells of a table. */
  values: number
  /** UTF-16 units that stand together: of one text of a JSON, one line of a table. Readers say of shorter ones which row it is. */
  text: number
  /** Lists and objects within each other. */
  depth: number
}

/**
 * More than any export of a person has: the longest histories known are 700,000 listens, and one as Last.fm's API gives it
 * is 27 values. A file that keeps to them is read in less than two gigabytes.
 */
export const BOUNDS: Bounds = { rows: 1_000_000, values: 10_000_000, text: 1_000_000, depth: DEEPEST }

/** What a file has too much of; `same`: albums of one title. */
export type Excess = keyof Bounds | 'same'

/**
 * As many albums of one title may a list have. Each is compared with all others of its name, so that a million of one would
 * take weeks; large collections have some hundred “Untitled”.
 */
export const MOST_OF_A_TITLE = 1000

/** Looks at the text of a file as it arrives, piece by piece; gives the first thing it has too much of, otherwise null. */
export type Measure = (text: string) => keyof Bounds | null

/** A measure for one file: what begins like JSON is counted as JSON, everything else as lines of a table. */
export function measureOf(bounds: Bounds = BOUNDS): Measure {
  const { rows, values, text: longest, depth } = bounds
  const table = new TextMeter({ lines: rows, cells: values, line: longest })
  let json: JsonMeter | null | undefined
  return (text) => {
    const [first] = json === undefined ? (/\S/u.exec(text) ?? []) : []
    if (first !== undefined)
      json = first === '[' || first === '{' ? new JsonMeter({ lines: rows, nodes: values, run: longest, depth }) : null
    if (json) return OF_JSON[json.push(text)?.what ?? 'none']
    return OF_TABLE[table.push(text) ?? 'none']
  }
}

const OF_JSON = { none: null, lines: 'rows', nodes: 'values', run: 'text', depth: 'depth' } as const
const OF_TABLE = { none: null, lines: 'rows', cells: 'values', line: 'text' } as const

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonMeter } from '../../../scripts/ground/json-meter.ts'
import { measureOf, type Bounds } from '../../../scripts/sources/readers/measure.ts'
import { survey } from '../../../scripts/sources/readers/survey.ts'
import { unpack } from '../../../scripts/sources/readers/unpack.ts'
import { catalogOf } from '../../../scripts/pages/words/catalog.ts'
import { UnreadableFile } from '../../../scripts/sources/readers/unreadable.ts'
import { bombs } from '../../support/bombs.ts'

const FEW: Bounds = { rows: 10, values: 30, text: 40, depth: 5 }

/** What a text has too much of, whatever the pieces it comes in. */
function excessOf(text: string, bounds = FEW): keyof Bounds | null {
  const found = [1, 3, text.length].map((length) => {
    const measure = measureOf(bounds)
    for (let at = 0; at < text.length; at += length) {
      const excess = measure(text.slice(at, at + length))
      if (excess !== null) return excess
    }
    return null
  })
  expect(new Set(found).size).toBe(1)
  return found[0]!
}

describe('the measure of a file', () => {
  it.each<[what: string, text: string, excess: keyof Bounds | null]>([
    ['a JSON within them', '[{"a": [1, 2, {"b": "}}}}]]]]"}]}]', null],
    ['six lists within each other', '[[[[[[', 'depth'],
    ['many values', `[${'1,'.repeat(31)}1]`, 'values'],
    ['many small objects', `[${'{},'.repeat(20)}1]`, 'values'],
    ['a long text', `["${'x'.repeat(41)}"]`, 'text'],
    ['a long name of a field', `{"${'x'.repeat(41)}": 1}`, 'text'],
    ['a long number', `[${'1'.repeat(41)}]`, 'text'],
    ['many blanks', `[${' '.repeat(41)}]`, 'text'],
    ['an escaped mark in a text', `["${'\\"'.repeat(21)}"]`, 'text'],
    ['lines of JSON, each as deep as it may be', '[[[[[]]]]]\n'.repeat(5), null],
    ['lines of JSON that are torn', '{"a": 1}\n{"a": "\n{"a": [\n{"a": {\n{"a": [\n{"a": [\n', null],
    ['many lines of JSON', '{}\n'.repeat(11), 'rows'],
    ['a table within them', 'Artist,Title\r\n'.repeat(9), null],
    ['many rows', 'a\n'.repeat(11), 'rows'],
    ['many rows of an old Macintosh', 'a\r'.repeat(11), 'rows'],
    ['many cells', ',;\t|'.repeat(8), 'values'],
    ['a long line', `a,${'x'.repeat(40)}\n`, 'text'],
    ['nothing but blanks', ' '.repeat(41), 'text'],
  ])('says of %s what there is too much of', (_, text, excess) => {
    expect(excessOf(text)).toBe(excess)
  })

  it('counts the names of fields in any JSON, whatever the pieces', () => {
    const keysIn = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 0
        : Object.values(value).reduce<number>((sum, part) => sum + (Array.isArray(value) ? 0 : 1) + keysIn(part), 0)
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(9), fc.nat(4), (value, length, indent) => {
        const [text, meter] = [JSON.stringify(value, null, indent), new JsonMeter()]
        for (let at = 0; at < text.length; at += length + 1) meter.push(text.slice(at, at + length + 1))
        expect(meter.keys).toBe(keysIn(value))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a bomb a thousandth of its size', async () => {
  const small = await bombs(1 / 1000)
  const bounds: Bounds = { rows: 1000, values: 10_000, text: 1000, depth: 64 }
  const limits = { files: 500, bytes: 400 * 2 ** 10 }

  it.each(small.map((bomb) => [bomb.what, bomb] as const))('of %s is refused before it is read', async (_, bomb) => {
    const refused = (async () => {
      for (const file of unpack(bomb.name, bomb.bytes, limits)) await survey(file, bomb.name, bounds)
    })()
    const error: unknown = await refused.then(
      () => null,
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(UnreadableFile)
    const { why } = error as UnreadableFile
    expect(catalogOf('en').importing.unreadable(why)).toMatch(bomb.says)
    expect(catalogOf('fr').importing.unreadable(why)).toMatch(/\. (?:Rien n’en a été lu|Décompressez-le)/u)
  })
})

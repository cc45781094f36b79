import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonBytes } from '../../scripts/ground/json-bytes.ts'

const written = (value: unknown) => jsonBytes(value).toString('utf8')
const expected = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

describe('a value as the bytes of JSON', () => {
  it('is what JSON.stringify writes, whatever the value', () => {
    const nothing = fc.constantFrom(undefined, Number.NaN, -0, '\u2028\n"\\', '\ud800', new Date(0))
    const anything = fc.oneof(fc.jsonValue(), nothing)
    const value = fc.oneof(anything, fc.dictionary(fc.string(), fc.oneof(anything, fc.array(anything))))
    fc.assert(
      fc.property(value, (each) => {
        if (each !== undefined) expect(written(each)).toBe(expected(each))
      }),
    )
  })

  it('is so where it is made of many pieces', () => {
    const albums = Array.from({ length: 30_000 }, (_, id) => ({
      id,
      title: `夜の “${id}”`,
      artists: [],
      copies: [{ id }],
    }))
    const collection = { version: 1, albums, last_id: undefined, none: [], other: {} }
    expect(written(collection)).toBe(expected(collection))
  })
})

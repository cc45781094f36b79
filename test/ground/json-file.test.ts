import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../scripts/config/config.ts'
import { reviewSchema } from '../../scripts/collection/review.ts'
import { parseJson } from '../../scripts/ground/json-file.ts'
import { albumSchema } from '../../scripts/collection/album.ts'

const messageOf = (attempt: () => unknown): string => {
  try {
    attempt()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const REVIEW = { file: 'data/review.json', schema: reviewSchema }
const ALBUM = { file: 'data/album.json', schema: albumSchema }

describe('a data file', () => {
  it('that is too deep is refused before anything is made of it, with the line', () => {
    const text = (depth: number) => `{"version": 1, "unsure": [],\n"x": ${nested(depth)}}`
    expect(messageOf(() => parseJson(text(1_000_000), REVIEW))).toMatch(
      /^data\/review\.json, line 2: lists or objects stand within each other more than 64 deep here/u,
    )
    expect(messageOf(() => parseJson(text(63), REVIEW))).toBe('')
    expect(messageOf(() => parseConfig(`{"scheduler": ${nested(1_000_000)}}`))).toMatch(
      /^config\/app\.json, line 1: lists/u,
    )
    expect(messageOf(() => parseConfig(`{"locale": "${'x'.repeat(1_000_000)}"}`))).toMatch(
      /^config\/app\.json, line 1, locale: a text of 1,000,000/u,
    )
  })

  it('that holds a text too long for what it is, is refused with its line and place', () => {
    const text = (album: object) => JSON.stringify({ id: 1, title: 'a', ...album }, null, 1)
    expect(messageOf(() => parseJson(text({ more: { notes: 'x'.repeat(10_001) } }), ALBUM))).toBe(
      'data/album.json, line 5, more.notes: a text of 10,001 characters stands here. Possible: at most 10,000.',
    )
    expect(messageOf(() => parseJson(text({ artists: ['Air', 'x'.repeat(1001)] }), ALBUM))).toMatch(
      /^data\/album\.json, line 6, artists\[1\]: "x{39}… stands here\. Possible: at most 1,000 characters\.$/u,
    )
    expect(messageOf(() => parseJson(text({ description: 'x'.repeat(10_000) }), ALBUM))).toBe('')
  })
})

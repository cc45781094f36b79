import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_END, BLOCK_START, findBlock, withBlock } from '../../scripts/pages/marked-block.ts'

/** Text that may come near to being a mark, with either kind of line end. */
const around = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\r\n', '\r', `\`${BLOCK_START}\``, ` ${BLOCK_END}`, `${BLOCK_START}x`, '<!--', '```\n'),
    ),
  )
  .map((parts) => parts.join(''))
  // A mark on a line of its own belongs to the case of a broken block.
  .filter((text) => findBlock(text) === null)

describe('the marked block', () => {
  it('is replaced without touching any other byte', () => {
    fc.assert(
      fc.property(
        around,
        around,
        fc.string(),
        fc.string(),
        fc.constantFrom('\n', '\r\n'),
        (head, tail, old, content, newline) => {
          const before = `${head}${newline}${BLOCK_START}${newline}`
          const after = `${BLOCK_END}${newline}${tail}`
          const inside = old.replaceAll('<', '')
          const text = `${before}${inside === '' ? '' : inside + newline}${after}`
          const block = findBlock(text)
          if (block === null || block === 'broken') throw new Error(`no block: ${JSON.stringify(text)}`)
          const replaced = withBlock(text, block, content)
          expect(replaced.startsWith(before)).toBe(true)
          expect(replaced.endsWith(after)).toBe(true)
          expect(replaced.slice(before.length, -after.length)).toBe(
            [newline, ...content.split('\n').map((line) => line + newline), newline].join(''),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  it('comes out the same when it is replaced by the same content again', () => {
    const once = withBlock(...blockOf(`a\r\n${BLOCK_START}\r\nold\r\n${BLOCK_END}\r\nb`), 'one\ntwo')
    expect(once).toBe(`a\r\n${BLOCK_START}\r\n\r\none\r\ntwo\r\n\r\n${BLOCK_END}\r\nb`)
    expect(withBlock(...blockOf(once), 'one\ntwo')).toBe(once)
  })

  it.each([
    ['no marks', '# Records\n'],
    ['marks within a line', `Put \`${BLOCK_START}\` and \`${BLOCK_END}\` where it shall stand.\n`],
    ['marks that are indented', `    ${BLOCK_START}\n    ${BLOCK_END}\n`],
  ])('is not there with %s', (_, text) => {
    expect(findBlock(text)).toBeNull()
  })

  it.each([
    ['only a start', `${BLOCK_START}\ntext\n`],
    ['only an end', `text\n${BLOCK_END}\n`],
    ['two starts', `${BLOCK_START}\n${BLOCK_START}\n${BLOCK_END}\n`],
    ['two blocks', `${BLOCK_START}\n${BLOCK_END}\n${BLOCK_START}\n${BLOCK_END}\n`],
    ['the end first', `${BLOCK_END}\n${BLOCK_START}\n`],
  ])('is broken with %s', (_, text) => {
    expect(findBlock(text)).toBe('broken')
  })
})

function blockOf(text: string) {
  const block = findBlock(text)
  if (block === null || block === 'broken') throw new Error('no block')
  return [text, block] as const
}

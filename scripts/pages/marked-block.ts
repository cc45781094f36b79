export const BLOCK_START = '<!-- aime:status -->'
export const BLOCK_END = '<!-- /aime:status -->'

/** What stands between the marks: where in the text, and the line ending used there. */
export interface Block {
  from: number
  to: number
  newline: '\n' | '\r\n'
}

/**
 * The marked block of a page; both marks stand on lines of their own. Null where there are no marks, `broken` where they
 * are not one start followed by one end, so that nothing outside a block can be taken for a part of it.
 */
export function findBlock(text: string): Block | 'broken' | null {
  const starts = linesThatAre(text, BLOCK_START)
  const ends = linesThatAre(text, BLOCK_END)
  if (starts.length === 0 && ends.length === 0) return null
  const [start, end] = [starts[0], ends[0]]
  if (starts.length !== 1 || ends.length !== 1 || start === undefined || end === undefined || start >= end) {
    return 'broken'
  }
  const from = text.indexOf('\n', start) + 1
  return { from, to: end, newline: text[from - 2] === '\r' ? '\r\n' : '\n' }
}

/** The text with other content in the block; every byte outside stays. `content` has `\n` line ends. */
export function withBlock(text: string, block: Block, content: string): string {
  const lines = ['', ...content.split('\n'), ''].map((line) => line + block.newline)
  return text.slice(0, block.from) + lines.join('') + text.slice(block.to)
}

/** Offsets of the lines that hold the mark and nothing else but spaces behind it. */
function linesThatAre(text: string, mark: string): number[] {
  const offsets: number[] = []
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
    const rest = /^[ \t]*(?:\r?\n|$)/.test(text.slice(at + mark.length, at + mark.length + 200))
    if ((at === 0 || text[at - 1] === '\n') && rest) offsets.push(at)
  }
  return offsets
}

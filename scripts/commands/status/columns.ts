const GAP = 2

/** Rows as aligned columns, each as wide as its longest cell; lines have no trailing spaces. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]! + GAP))
      .join('')
      .trimEnd(),
  )
}

/**
 * Text broken between words so that no line is longer than `width`; lines after the first begin with `indent`. A word
 * that is longer by itself, as an address is, stays whole.
 */
export function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = []
  let line = /^ */.exec(text)![0]
  let empty = true
  for (const word of text.trim().split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}

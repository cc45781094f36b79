import { visit } from 'jsonc-parser'

/** The line (from 1) on which each entry of `albums` begins in the text of `data/collection.json`, in their order. */
export function albumLines(text: string): number[] {
  const lines: number[] = []
  let depth = 0
  let key = ''
  const close = () => void depth--
  visit(text, {
    onObjectProperty: (name) => {
      if (depth === 1) key = name
    },
    onObjectBegin: (_offset, _length, line) => {
      if (depth === 2 && key === 'albums') lines.push(line + 1)
      depth++
    },
    onArrayBegin: () => void depth++,
    onObjectEnd: close,
    onArrayEnd: close,
  })
  return lines
}

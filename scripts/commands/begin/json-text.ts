import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser'
import { applyEdits, insertion, lineStart, newlineOf } from '../../ground/text-edit.ts'

type Path = readonly (string | number)[]

/**
 * A JSON text with one value in it set; not a character of the rest changes, which jsonc-parser's own `modify` does not
 * promise: it lays out anew what stands around. What the path lacks is made; a list is made longer by its length as the last
 * step.
 */
export function withValue(text: string, path: Path, value: unknown): string {
  const root = parseTree(text)!
  const known = findNodeAtLocation(root, [...path])
  if (known !== undefined)
    return applyEdits(text, [{ from: known.offset, to: known.offset + known.length, text: inline(value) }])
  let depth = path.length - 1
  while (findNodeAtLocation(root, path.slice(0, depth)) === undefined) depth--
  const parent = findNodeAtLocation(root, path.slice(0, depth))!
  const inner = path
    .slice(depth + 1)
    .reduceRight((sum, step) => (typeof step === 'number' ? [sum] : { [step]: sum }), value)
  const step = path[depth]!
  return added(text, parent, typeof step === 'number' ? inline(inner) : `${JSON.stringify(step)}: ${inline(inner)}`)
}

/** The text with an entry at the end of an object or a list, laid out as the entry before it. */
function added(text: string, { offset, length, children = [], parent }: Node, entry: string): string {
  const last = children.at(-1)
  if (last === undefined) {
    const close = offset + length - 1
    const isOpen = text.slice(offset, close).includes('\n')
    const [before, after] = isOpen || parent === undefined ? [`${newlineOf(text)}  `, newlineOf(text)] : [' ', ' ']
    return applyEdits(text, [insertion(offset + 1, before + entry + (isOpen ? '' : after))])
  }
  const start = lineStart(text, last.offset)
  const indent = text.slice(start, last.offset)
  const isOnLineOfItsOwn = start > offset && indent.trim() === ''
  const gap = isOnLineOfItsOwn ? newlineOf(text) + indent : ' '
  return applyEdits(text, [insertion(last.offset + last.length, `,${gap}${entry}`)])
}

/** JSON on one line, with room to breathe: `{ "name": "sync_listens" }`. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${inline(each)}`)
  return `{ ${entries.join(', ')} }`
}

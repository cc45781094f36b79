import { visit } from 'jsonc-parser'

export interface CutJson {
  /** What there is of the text. */
  value: unknown
  /** The objects and lists in it that the text ends in the middle of. */
  unfinished: ReadonlySet<object>
}

/** What there is of a JSON text that ends too early; null where it is broken in another way. */
export function readCutJson(text: string): CutJson | null {
  const end = text.trimEnd().length
  const open: { container: object; put: (value: unknown) => void }[] = []
  const unfinished = new Set<object>()
  let [value, name, isCut] = [undefined as unknown, '', true]

  const put = (part: unknown) => {
    const top = open.at(-1)
    if (top === undefined) value = part
    else top.put(part)
  }
  const begin = (container: object, putInto: (part: unknown) => void) => {
    put(container)
    open.push({ container, put: putInto })
    unfinished.add(container)
  }
  const finish = (_: number, length: number) => {
    const { container } = open.pop()!
    // Without a bracket of its own where the text ends before it.
    if (length > 0) unfinished.delete(container)
  }
  try {
    visit(
      text,
      {
        onObjectBegin() {
          const object = {}
          // A plain assignment to `__proto__` would be none of its fields.
          begin(object, (part) => Object.defineProperty(object, name, { value: part, ...PLAIN }))
        },
        onObjectProperty(property) {
          name = property
        },
        onArrayBegin() {
          const list: unknown[] = []
          begin(list, (part) => list.push(part))
        },
        onObjectEnd: finish,
        onArrayEnd: finish,
        onLiteralValue: put,
        // A text cut inside of a string is reported where the string begins.
        onError(_, offset, length) {
          isCut &&= offset + length >= end
        },
      },
      { disallowComments: true },
    )
  } catch (error) {
    // Lists within lists, deeper than the stack: no format has such.
    if (error instanceof RangeError) return null
    throw error
  }
  return isCut && unfinished.size > 0 ? { value, unfinished } : null
}

const PLAIN = { enumerable: true, writable: true, configurable: true }

/** An element as it stands in a document. */
export interface Element {
  name: string
  attributes: Record<string, string>
  /** The text directly in it. */
  text: string
}

const TOKEN = /<(\/)?([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/)?>|[^<]+/gy
const CODE = /&(?:#(\d+)|amp|lt|gt|quot|apos);/g

/**
 * Reads a small XML document: elements, attributes in double quotes, text; no comments, no doctype.
 * @throws where it is not well-formed, or holds a character that XML 1.0 forbids
 */
export function parseXml(document: string): Element[] {
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.exec(document)
  if (forbidden) throw new Error(`a forbidden character at ${forbidden.index}`)
  const all: Element[] = []
  const open: Element[] = []
  let at = 0
  for (const token of document.trim().matchAll(TOKEN)) {
    const [whole, closing, name, attributes = '', alone] = token
    if (token.index !== at) break
    at += whole.length
    if (name === undefined) {
      if (open.length === 0) throw new Error('text outside the root')
      open.at(-1)!.text += decode(whole)
    } else if (closing !== undefined) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
    } else {
      if (open.length === 0 && all.length > 0) throw new Error('two roots')
      const element = {
        name,
        attributes: Object.fromEntries(
          [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, decode(value!)]),
        ),
        text: '',
      }
      all.push(element)
      if (alone === undefined) open.push(element)
    }
  }
  if (at !== document.trim().length) throw new Error(`not well-formed at ${at}: ${document.trim().slice(at, at + 60)}`)
  if (open.length > 0) throw new Error(`<${open.at(-1)!.name}> is not closed`)
  return all
}

function decode(text: string): string {
  if (/&(?!#\d+;|(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`a bare & in: ${text.slice(0, 60)}`)
  return text.replace(CODE, (entity, code: string | undefined) =>
    code === undefined
      ? { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }[entity]!
      : String.fromCodePoint(Number(code)),
  )
}

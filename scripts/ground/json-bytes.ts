/** So many entries of a list are turned into text at a time. */
const BATCH = 1000

/**
 * A value as the bytes of JSON with an indent of 2 and a final newline, exactly as `JSON.stringify` writes it. The lists
 * in an object are written piece by piece: as one text a large collection needs several times the memory.
 */
export function jsonBytes(value: unknown): Buffer {
  const chunks: Buffer[] = []
  for (const piece of pieces(value)) chunks.push(Buffer.from(piece))
  return Buffer.concat(chunks)
}

function* pieces(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'toJSON' in value) {
    yield `${JSON.stringify(value, null, 2)}\n`
    return
  }
  let before = '{\n  '
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (Array.isArray(member) && member.length > 0) {
      yield `${before}${JSON.stringify(key)}: [`
      for (let at = 0; at < member.length; at += BATCH) {
        // In a list of its own, for the indent.
        const text = JSON.stringify([member.slice(at, at + BATCH)], null, 2)
        yield `${at === 0 ? '' : ','}${text.slice('[\n  ['.length, -'\n  ]\n]'.length)}`
      }
      yield '\n  ]'
    } else {
      const text = JSON.stringify({ [key]: member }, null, 2)
      if (text === '{}') continue
      yield `${before}${text.slice('{\n  '.length, -'\n}'.length)}`
    }
    before = ',\n  '
  }
  yield before.startsWith('{') ? '{}\n' : '\n}\n'
}

import { BOUNDS, measureOf, type Bounds } from './measure.ts'
import { privacyWatch } from './private.ts'
import type { PackedFile } from './unpack.ts'
import { UnreadableFile } from './unreadable.ts'

/**
 * Looks a file through before anything is made of it, in the memory of one piece. Gives whether it carries network addresses
 * or account names of a person.
 * @param archive The name of what it was packed in; the file's own where it was not.
 * @throws UnreadableFile where it has too much of something, or cannot be unpacked
 */
export async function survey(
  file: PackedFile,
  archive: string,
  bounds: Bounds = BOUNDS,
): Promise<{ isPrivate: boolean }> {
  const [measure, watch] = [measureOf(bounds), privacyWatch()]
  let decoder: ReturnType<typeof decoderFor> | undefined
  let isPrivate = false
  for await (const piece of file.pieces()) {
    decoder ??= decoderFor(piece)
    const text = decoder.decode(piece, { stream: true })
    const excess = measure(text)
    if (excess !== null) {
      const inside = file.name === archive ? null : file.name
      throw new UnreadableFile(file.name, { code: 'bounds', excess, limit: bounds[excess], file: inside })
    }
    isPrivate = watch(text)
  }
  return { isPrivate }
}

/** In every other encoding what JSON and tables are made of has the bytes of UTF-8. */
function decoderFor([first, second]: Uint8Array) {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8')
}

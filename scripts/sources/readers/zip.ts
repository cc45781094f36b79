/** A file within a zip archive, as the archive's table of contents describes it. */
export interface ZipEntry {
  /** With its folders, parted by `/`; folders themselves end in one. */
  name: string
  isEncrypted: boolean
  /** 0 stored, 8 deflated; others are rare. */
  method: number
  crc32: number
  /** Bytes in the archive, and unpacked. */
  packedSize: number
  size: number
  /** Where the entry begins in the archive. */
  offset: number
}

const SIGNATURE = { entry: 0x04034b50, content: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 }

/** Whether a file is a zip archive, by its first bytes: those of its first entry, or of an empty archive. */
export function isZip(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false
  return [SIGNATURE.entry, SIGNATURE.end].includes(viewOf(bytes).getUint32(0, true))
}

/**
 * The table of contents that a zip archive ends with (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3),
 * Zip64 included. Null where there is none: the archive is cut short or damaged.
 */
export function contentsOfZip(bytes: Uint8Array): ZipEntry[] | null {
  const view = viewOf(bytes)
  try {
    const end = endOf(view)
    if (end === null) return null
    const entries: ZipEntry[] = []
    let at = end.offset
    for (let index = 0; index < end.entries; index++) {
      if (view.getUint32(at, true) !== SIGNATURE.content) return null
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
      entries.push(entryAt(view, bytes, at, nameLength!, extraLength!))
      at += 46 + nameLength! + extraLength! + commentLength!
    }
    return entries
  } catch (error) {
    // It points beyond the end of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The bytes of an entry as they are packed; null where they are not where the table says. */
export function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | null {
  const view = viewOf(bytes)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== SIGNATURE.entry) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return start + packedSize > bytes.length ? null : bytes.subarray(start, start + packedSize)
}

/** Whether two files of an archive share bytes, as in no archive a program packs: a few then unpack to any amount. */
export function overlap(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) return true
    // One that is not where the table says is damaged, which reading it tells.
    const packed = packedBytes(bytes, entry)
    end = packed === null ? entry.offset + 1 : packed.byteOffset - bytes.byteOffset + packed.length
  }
  return false
}

/** The names that the entries themselves carry, where the table of contents is missing. */
export function namesInZip(bytes: Uint8Array): string[] {
  const [buffer, mark, names] = [
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    'PK\u0003\u0004',
    [] as string[],
  ]
  for (let at = buffer.indexOf(mark, 0, 'latin1'); at >= 0; at = buffer.indexOf(mark, at + 4, 'latin1')) {
    if (at + 30 > buffer.length) break
    names.push(nameIn(bytes, at + 30, buffer.readUInt16LE(at + 26)))
  }
  return names
}

function entryAt(view: DataView, bytes: Uint8Array, at: number, nameLength: number, extraLength: number): ZipEntry {
  const small = { size: view.getUint32(at + 24, true), packedSize: view.getUint32(at + 20, true) }
  const extra = at + 46 + nameLength
  return {
    name: nameIn(bytes, at + 46, nameLength),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    ...wide(view, { ...small, offset: view.getUint32(at + 42, true) }, extra, extra + extraLength),
  }
}

const FULL = 0xffffffff

/** Sizes and offsets that need more than 32 bits stand in an extra field, in this order, those alone that do. */
function wide(view: DataView, fields: Record<'size' | 'packedSize' | 'offset', number>, from: number, to: number) {
  let at = from
  while (at + 4 <= to && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true)
  if (at + 4 > to) return fields
  at += 4
  const next = (value: number) => {
    if (value !== FULL) return value
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  }
  return { size: next(fields.size), packedSize: next(fields.packedSize), offset: next(fields.offset) }
}

/** Where the table of contents begins and how many entries it has; null where it is not there. */
function endOf(view: DataView): { entries: number; offset: number } | null {
  const last = view.byteLength - 22
  // A comment of up to 65,535 bytes may follow.
  let at = last
  while (at >= Math.max(0, last - 0xffff) && view.getUint32(at, true) !== SIGNATURE.end) at--
  if (at < 0 || view.getUint32(at, true) !== SIGNATURE.end) return null
  const end = { entries: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) }
  if (at < 20 || view.getUint32(at - 20, true) !== SIGNATURE.locator64) return end
  const at64 = Number(view.getBigUint64(at - 20 + 8, true))
  if (view.getUint32(at64, true) !== SIGNATURE.end64) return null
  return { entries: Number(view.getBigUint64(at64 + 32, true)), offset: Number(view.getBigUint64(at64 + 48, true)) }
}

/** Without the characters that move a cursor; some programs part folders by `\`. */
function nameIn(bytes: Uint8Array, start: number, length: number): string {
  const name = new TextDecoder().decode(bytes.subarray(start, start + length))
  return name.replaceAll('\\', '/').replace(/\p{Cc}/gu, '')
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

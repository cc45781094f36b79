import { crc32, gunzipSync, inflateRawSync } from 'node:zlib'
import { UnreadableFile } from './unreadable.ts'
import { contentsOfZip, isZip, packedBytes, type ZipEntry } from './zip.ts'

export interface NamedFile {
  /** With its folders within the archive. */
  name: string
  bytes: Uint8Array
}

export interface UnpackLimits {
  files: number
  /** Bytes of all files together when unpacked. */
  bytes: number
}

/** More than any export of a person's listening has, and less than a job's memory. */
const LIMITS: UnpackLimits = { files: 500, bytes: 400 * 2 ** 20 }

const READABLE = /\.(?:json|jsonl|csv|txt)$/iu

/**
 * The files that can be read in a zip archive or a gzipped file, known by their first bytes; any other file is itself.
 * Folders, hidden files, pictures and the like are passed over. What an archive says of its sizes is checked before
 * anything is unpacked and again while it is.
 * @throws UnreadableFile where it is too large, encrypted, cut short, damaged, or holds nothing that can be read
 */
export function unpack(name: string, bytes: Uint8Array, limits: UnpackLimits = LIMITS): NamedFile[] {
  if (isZip(bytes)) return unzip(name, bytes, limits)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzip(name, bytes, limits)]
  if (bytes.length > limits.bytes) throw new UnreadableFile(name, { code: 'too-large', limit: megabytes(limits.bytes) })
  return [{ name, bytes }]
}

function unzip(name: string, bytes: Uint8Array, limits: UnpackLimits): NamedFile[] {
  const contents = contentsOfZip(bytes)
  if (contents === null) throw damaged(name)
  const entries = contents.filter((entry) => isReadable(entry.name))
  if (entries.length === 0) throw new UnreadableFile(name, { code: 'no-files' })
  if (entries.length > limits.files)
    throw new UnreadableFile(name, { code: 'too-many-files', found: entries.length, limit: limits.files })
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new UnreadableFile(name, { code: 'password' })
  let left = limits.bytes
  if (entries.reduce((sum, { size }) => sum + size, 0) > left) throw tooLarge(name, limits)
  return entries.map((entry) => {
    const unpacked = inflate(name, bytes, entry, left)
    left -= unpacked.length
    return { name: entry.name, bytes: unpacked }
  })
}

function isReadable(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '.' && part !== '..')
  return READABLE.test(path) && !parts.some((part) => part.startsWith('.') || part === '__MACOSX')
}

function inflate(archive: string, bytes: Uint8Array, entry: ZipEntry, left: number): Uint8Array {
  const packed = packedBytes(bytes, entry)
  if (packed === null) throw damaged(archive)
  if (entry.method !== 0 && entry.method !== 8) throw new UnreadableFile(archive, { code: 'packed-otherwise' })
  const unpacked = entry.method === 0 ? packed : attempt(archive, () => inflateRawSync(packed, sizeLimit(entry.size)))
  if (unpacked.length !== entry.size || unpacked.length > left || crc32(unpacked) !== entry.crc32)
    throw damaged(archive)
  return unpacked
}

function gunzip(name: string, bytes: Uint8Array, limits: UnpackLimits): NamedFile {
  try {
    return { name: name.replace(/\.gz$/iu, ''), bytes: gunzipSync(bytes, sizeLimit(limits.bytes)) }
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(name, limits)
    throw damaged(name, error)
  }
}

/** At least one byte, which an empty file is not longer than. */
const sizeLimit = (bytes: number) => ({ maxOutputLength: Math.max(1, bytes) })

function attempt<T>(archive: string, unpackIt: () => T): T {
  try {
    return unpackIt()
  } catch (error) {
    throw damaged(archive, error)
  }
}

function damaged(name: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile(name, { code: 'damaged' }, cause)
}

function tooLarge(name: string, { bytes }: UnpackLimits): UnreadableFile {
  return new UnreadableFile(name, { code: 'unpacks-too-large', limit: megabytes(bytes) })
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 2 ** 20)
}

import { createGunzip, createInflateRaw, crc32, type Gunzip, type InflateRaw } from 'node:zlib'
import { UnreadableFile } from './unreadable.ts'
import { contentsOfZip, isZip, overlap, packedBytes, type ZipEntry } from './zip.ts'

/** A file as it was given, or within an archive, which is unpacked piece by piece each time it is read. */
export interface PackedFile {
  /** With its folders within the archive. */
  name: string
  /** @throws UnreadableFile where it turns out damaged or too large on the way */
  pieces: () => AsyncIterable<Uint8Array>
  /** All of it, where it is not packed. */
  bytes?: Uint8Array
}

export interface UnpackLimits {
  files: number
  /** Bytes of all files together when unpacked. */
  bytes: number
}

/** More than any export of a person's listening has, and less than a job's memory. */
const LIMITS: UnpackLimits = { files: 500, bytes: 400 * 2 ** 20 }

const READABLE = /\.(?:json|jsonl|csv|txt)$/iu

/** How much is unpacked at a time. */
const PIECE = 2 ** 18

/**
 * The files that can be read in a zip archive or a gzipped file, known by their first bytes; any other file is itself.
 * Folders, hidden files, pictures and the like are passed over. What an archive says of its sizes is checked before
 * anything is unpacked and again while it is.
 * @throws UnreadableFile where it is too large, encrypted, cut short, damaged, or holds nothing that can be read
 */
export function unpack(name: string, bytes: Uint8Array, limits: UnpackLimits = LIMITS): PackedFile[] {
  if (isZip(bytes)) return unzip(name, bytes, limits)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const pieces = () => inflated(name, bytes, createGunzip(PIECES), limits.bytes, () => tooLarge(name, limits))
    return [{ name: name.replace(/\.gz$/iu, ''), pieces }]
  }
  if (bytes.length > limits.bytes) throw new UnreadableFile(name, { code: 'too-large', limit: megabytes(limits.bytes) })
  return [{ name, pieces: () => cutUp(bytes), bytes }]
}

/** All of a file. @throws UnreadableFile */
export async function wholeOf({ pieces, bytes }: PackedFile): Promise<Uint8Array> {
  if (bytes !== undefined) return bytes
  const all: Uint8Array[] = []
  for await (const piece of pieces()) all.push(piece)
  return Buffer.concat(all)
}

function unzip(name: string, bytes: Uint8Array, limits: UnpackLimits): PackedFile[] {
  const contents = contentsOfZip(bytes)
  if (contents === null) throw damaged(name)
  const entries = contents.filter((entry) => isReadable(entry.name))
  if (entries.length === 0) throw new UnreadableFile(name, { code: 'no-files' })
  if (entries.length > limits.files)
    throw new UnreadableFile(name, { code: 'too-many-files', found: entries.length, limit: limits.files })
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new UnreadableFile(name, { code: 'password' })
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.bytes) throw tooLarge(name, limits)
  if (overlap(bytes, contents)) throw new UnreadableFile(name, { code: 'overlapping' })
  return entries.map((entry) => ({ name: entry.name, pieces: () => unzipped(name, bytes, entry) }))
}

function isReadable(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '.' && part !== '..')
  return READABLE.test(path) && !parts.some((part) => part.startsWith('.') || part === '__MACOSX')
}

async function* unzipped(archive: string, bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry)
  if (packed === null) throw damaged(archive)
  if (entry.method !== 0 && entry.method !== 8) throw new UnreadableFile(archive, { code: 'packed-otherwise' })
  const pieces =
    entry.method === 0
      ? cutUp(packed)
      : inflated(archive, packed, createInflateRaw(PIECES), entry.size, () => damaged(archive))
  let [size, sum] = [0, 0]
  for await (const piece of pieces) {
    size += piece.length
    sum = crc32(piece, sum)
    yield piece
  }
  if (size !== entry.size || sum !== entry.crc32) throw damaged(archive)
}

const PIECES = { chunkSize: PIECE }

/** @param tooMuch The error of what unpacks to more than `most` bytes. */
async function* inflated(
  archive: string,
  packed: Uint8Array,
  unpacking: Gunzip | InflateRaw,
  most: number,
  tooMuch: () => UnreadableFile,
): AsyncGenerator<Uint8Array> {
  let size = 0
  unpacking.end(packed)
  try {
    for await (const piece of unpacking as AsyncIterable<Uint8Array>) {
      size += piece.length
      if (size > most) throw tooMuch()
      yield piece
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(archive, error)
  }
}

async function* cutUp(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
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

import { crc32, gunzipSync, inflateRawSync } from 'node:zlib'
import { DataError } from '../errors.ts'
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
 * @throws DataError where it is too large, encrypted, cut short, damaged, or holds nothing that can be read
 */
export function unpack(name: string, bytes: Uint8Array, limits: UnpackLimits = LIMITS): NamedFile[] {
  if (isZip(bytes)) return unzip(name, bytes, limits)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzip(name, bytes, limits)]
  if (bytes.length > limits.bytes)
    throw new DataError(`${name} is larger than ${megabytes(limits.bytes)}`, {
      todo: 'Split it into several files that each begin with the same first line.',
    })
  return [{ name, bytes }]
}

function unzip(name: string, bytes: Uint8Array, limits: UnpackLimits): NamedFile[] {
  const contents = contentsOfZip(bytes)
  if (contents === null) throw damaged(name)
  const entries = contents.filter((entry) => isReadable(entry.name))
  if (entries.length === 0)
    throw new DataError(`${name} holds no file that can be imported`, {
      todo: 'Archives are searched for .json, .jsonl, .csv and .txt files.',
    })
  if (entries.length > limits.files)
    throw new DataError(`${name} holds ${entries.length} files; ${limits.files} can be imported at once`, {
      todo: 'Unpack it and import its files a few at a time.',
    })
  if (entries.some(({ isEncrypted }) => isEncrypted))
    throw new DataError(`${name} is protected by a password`, { todo: 'Unpack it and import the files in it.' })
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
  if (entry.method !== 0 && entry.method !== 8)
    throw new DataError(`${archive} is packed in a way that cannot be read (method ${entry.method})`, {
      todo: 'Unpack it and import the files in it.',
    })
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

function damaged(name: string, cause?: unknown): DataError {
  return new DataError(`${name} is damaged or not whole: it cannot be unpacked`, {
    todo: 'Download it again, or unpack it and import the files in it.',
    cause,
  })
}

function tooLarge(name: string, { bytes }: UnpackLimits): DataError {
  return new DataError(`${name} unpacks to more than ${megabytes(bytes)}`, {
    todo: 'Unpack it and import its files one at a time.',
  })
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 2 ** 20)} MB`
}

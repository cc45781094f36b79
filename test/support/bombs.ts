import { createGzip } from 'node:zlib'
import { zipSync } from 'fflate'

/** A file that is small and swells to what no program should try to hold. */
export interface Bomb {
  what: string
  name: string
  bytes: Uint8Array
  /** What is said of it in English. */
  says: RegExp
}

/** The parts of a text, one of them many times. */
type Parts = readonly [before: string, repeated: string, after: string]

const HEADER = 'Artist,Title,Year\n'
const [MILLION, MEGABYTE] = [1_000_000, 2 ** 20]

/**
 * Bombs of the size that is asked for: 1 is the real thing, gigabytes once parsed; a thousandth still goes beyond the bounds
 * where those are as much smaller.
 */
export async function bombs(size = 1): Promise<Bomb[]> {
  const times = (count: number) => Math.ceil(count * size)
  const albums = (repeated: string, count: number): [Parts, number] => [
    ['{"version":1,"albums":[', repeated, '1]}'],
    times(count),
  ]
  const gzipped = async (
    what: string,
    name: string,
    [[before, repeated, after], count]: [Parts, number],
    says: RegExp,
  ) => ({
    what,
    name: `${name}.gz`,
    bytes: await gzip(before, repeated, count, after),
    says,
  })
  const long = times(380 * MEGABYTE)
  return [
    await gzipped('200 million numbers', 'numbers.json', albums('1,', 200 * MILLION), /values/),
    await gzipped('100 million empty objects', 'objects.json', albums('{},', 100 * MILLION), /values/),
    await gzipped('50 million brackets', 'brackets.json', [['', '[', ''], times(50 * MILLION)], /lists within lists/),
    await gzipped('20 million rows', 'rows.csv', [[HEADER, 'Air,Moon Safari,98\n', ''], times(20 * MILLION)], /rows/),
    await gzipped(
      '20 million lines of JSON',
      'lines.jsonl',
      [['', '{"title":"Air"}\n', ''], times(20 * MILLION)],
      /rows/,
    ),
    await gzipped(
      '200 million cells',
      'cells.csv',
      [[HEADER, `${',,'.repeat(9)}\n`, ''], times(20 * MILLION)],
      /values|rows/,
    ),
    await gzipped(
      'one field of 380 MB',
      'field.csv',
      [[`${HEADER}Air,"`, 'Moon Safari '.repeat(100), '",1998\n'], long / 1200],
      /characters/,
    ),
    await gzipped(
      'one text of 380 MB',
      'text.json',
      [['{"version":1,"albums":[{"id":1,"title":"', 'x'.repeat(1024), '"}]}'], long / 1024],
      /characters/,
    ),
    await gzipped('380 MB of blanks', 'blanks.json', [['[', ' '.repeat(1024), ']'], long / 1024], /characters/),
    await gzipped(
      '380 MB of quotation marks',
      'quotes.csv',
      [[HEADER, '"'.repeat(1023) + ',', ''], long / 1024],
      /characters/,
    ),
    await gzipped(
      'two gigabytes of nothing',
      'nothing.json',
      [['', '\0'.repeat(1024), ''], times(2 ** 21)],
      /characters|unpacks/,
    ),
    {
      what: '400 files over each other',
      name: 'overlapping.zip',
      bytes: overlapping(400, times(10 * MEGABYTE)),
      says: /lie over|unpacks/,
    },
  ]
}

async function gzip(before: string, repeated: string, count: number, after: string): Promise<Uint8Array> {
  const packing = createGzip({ level: 1 })
  const chunks: Buffer[] = []
  packing.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => packing.on('end', done))
  packing.write(before)
  const each = Math.max(1, Math.floor(MEGABYTE / repeated.length))
  const block = repeated.repeat(each)
  for (let left = Math.ceil(count); left > 0; left -= each)
    if (!packing.write(left >= each ? block : repeated.repeat(left)))
      await new Promise((done) => packing.once('drain', done))
  packing.end(after)
  await ended
  return Buffer.concat(chunks)
}

/** An archive whose table of contents names the same packed bytes many times. */
function overlapping(count: number, size: number): Uint8Array {
  const zip = Buffer.from(zipSync({ 'a.json': new Uint8Array(size).fill(0x20) }))
  const at = zip.indexOf('PK\u0001\u0002', 0, 'latin1')
  const end = zip.indexOf('PK\u0005\u0006', at, 'latin1')
  const tail = Buffer.from(zip.subarray(end))
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE((end - at) * count, 12)
  return Buffer.concat([zip.subarray(0, at), ...Array<Buffer>(count).fill(zip.subarray(at, end)), tail])
}

import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { catalogOf } from '../../../scripts/pages/words/catalog.ts'
import { decode } from '../../../scripts/sources/readers/document.ts'
import { isNamedPrivate, privacyWatch } from '../../../scripts/sources/readers/private.ts'
import { unpack, wholeOf } from '../../../scripts/sources/readers/unpack.ts'
import { UnreadableFile } from '../../../scripts/sources/readers/unreadable.ts'
import { contentsOfZip } from '../../../scripts/sources/readers/zip.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const unpacked = async (bytes: Uint8Array, name = 'export.zip') => {
  const files: [name: string, text: string][] = []
  for (const file of unpack(name, bytes)) files.push([file.name, text(await wholeOf(file))])
  return files
}
const refusal = async (bytes: Uint8Array, ...limits: Parameters<typeof unpack>[2][]) => {
  try {
    for (const file of unpack('export.zip', bytes, ...limits)) await wholeOf(file)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile)
    return catalogOf('en').importing.unreadable((error as UnreadableFile).why)
  }
  return null
}

/** Changes bytes of the first entry of the table of contents, counted from its beginning. */
function doctored(zip: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = zip.slice()
  const at = Buffer.from(copy.buffer).indexOf('PK\u0001\u0002', 0, 'latin1')
  change(new DataView(copy.buffer), at)
  return copy
}

/** An archive as a program writes it that does not know the sizes beforehand (Zip64, sizes after the data). */
function streamed(name: string, content: string): Uint8Array {
  const [path, raw] = [Buffer.from(name), Buffer.from(content)]
  const packed = deflateRawSync(raw)
  const crc = contentsOfZip(zipSync({ x: new Uint8Array(raw) }))![0]!.crc32
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(8, 6)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(path.length, 26)
  const extra = Buffer.alloc(4 + 24)
  extra.writeUInt16LE(1)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(raw.length), 4)
  extra.writeBigUInt64LE(BigInt(packed.length), 12)
  const content64 = Buffer.alloc(46)
  content64.writeUInt32LE(0x02014b50)
  content64.writeUInt16LE(8, 8)
  content64.writeUInt16LE(8, 10)
  content64.writeUInt32LE(crc, 16)
  for (const field of [20, 24, 42]) content64.writeUInt32LE(0xffffffff, field)
  content64.writeUInt16LE(path.length, 28)
  content64.writeUInt16LE(extra.length, 30)
  const start = local.length + path.length + packed.length
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50)
  end64.writeBigUInt64LE(1n, 32)
  end64.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50)
  locator.writeBigUInt64LE(BigInt(start + 46 + path.length + extra.length), 8)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(0xffff, 10)
  end.writeUInt32LE(0xffffffff, 16)
  return new Uint8Array(Buffer.concat([local, path, packed, content64, path, extra, end64, locator, end]))
}

describe('unpacking', () => {
  it('gives a file that is no archive as it is, whatever it is called', () => {
    const bytes = strToU8('{"a": 1}')
    expect(unpack('data.zip', bytes)).toMatchObject([{ name: 'data.zip', bytes }])
  })

  it('gives the files that can be read, in their order, whatever the archive is called', async () => {
    const zip = zipSync({
      './user.json': strToU8('{}'),
      '../up.csv': strToU8('c;d'),
      'listens/2024/5.jsonl': strToU8('{"a":1}\n'),
      'Read_Me_First.pdf': strToU8('%PDF'),
      '__MACOSX/._user.json': strToU8('x'),
      '__MACOSX/user.json': strToU8('x'),
      'folder/.hidden.json': strToU8('x'),
      '.git/config.txt': strToU8('x'),
      'lists/Größe.CSV': [strToU8('a;b'), { level: 0 }],
      'empty.txt': new Uint8Array(),
    })
    const files = [
      ['./user.json', '{}'],
      ['../up.csv', 'c;d'],
      ['listens/2024/5.jsonl', '{"a":1}\n'],
      ['lists/Größe.CSV', 'a;b'],
      ['empty.txt', ''],
    ]
    expect(await unpacked(zip)).toEqual(files)
    expect(unpack('renamed.json', zip).map(({ name }) => name)).toEqual(files.map(([name]) => name))
  })

  it('brings back any files as they were', async () => {
    const names = fc.stringMatching(/^[a-z]{1,8}\.json$/u)
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, fc.uint8Array({ maxLength: 3000 }), { minKeys: 1 }), async (files) => {
        const back: [string, number[]][] = []
        for (const file of unpack('x.zip', zipSync(files))) back.push([file.name, Array.from(await wholeOf(file))])
        expect(Object.fromEntries(back)).toEqual(
          Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Array.from(bytes)])),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('reads archives with a comment at the end, and those whose sizes stand elsewhere', async () => {
    const zip = zipSync({ 'a.json': strToU8('[1]') })
    const commented = new Uint8Array([...zip, ...strToU8('a comment')])
    new DataView(commented.buffer).setUint16(zip.length - 2, 9, true)
    expect(await unpacked(commented)).toEqual([['a.json', '[1]']])
    expect(await unpacked(streamed('a.json', '[1, 2]'))).toEqual([['a.json', '[1, 2]']])
  })

  it('unpacks a gzipped file', async () => {
    expect(await unpacked(gzipSync('[1]'), 'albums.json.gz')).toEqual([['albums.json', '[1]']])
  })

  it('refuses what is cut short, wherever', async () => {
    const zip = zipSync({ 'a.json': strToU8('[1, 2, 3]'.repeat(20)), 'b.json': strToU8('[4]') })
    for (let end = 4; end < zip.length; end += 7)
      expect(await refusal(zip.subarray(0, end))).toMatch(/damaged or not whole/)
    const gzipped = gzipSync('[1, 2, 3]'.repeat(20))
    for (let end = 2; end < gzipped.length; end += 5)
      expect(await refusal(gzipped.subarray(0, end))).toMatch(/damaged or not whole/)
  })

  it('refuses what was damaged on the way', async () => {
    const content = strToU8('[1, 2, 3]'.repeat(20))
    for (const level of [0, 6] as const) {
      const zip = zipSync({ 'a.json': [content, { level }] })
      zip[40] = zip[40]! ^ 1
      expect(await refusal(zip)).toMatch(/damaged or not whole/)
    }
  })

  it('refuses what is protected by a password, and says so', async () => {
    const zip = doctored(zipSync({ 'a.json': strToU8('[1]') }), (view, at) => view.setUint16(at + 8, 1, true))
    expect(await refusal(zip)).toMatch(/protected by a password/)
  })

  it('refuses packing it does not know', async () => {
    const zip = doctored(zipSync({ 'a.json': strToU8('[1]') }), (view, at) => view.setUint16(at + 10, 14, true))
    expect(await refusal(zip)).toMatch(/packed in a way that cannot be read/)
  })

  it('refuses an archive with nothing to read in it', async () => {
    expect(await refusal(zipSync({ 'cover.jpg': strToU8('x') }))).toMatch(/no file that can be imported/)
    expect(await refusal(zipSync({}))).toMatch(/no file that can be imported/)
  })

  it('refuses more files than there may be, not counting those it passes over', async () => {
    const files = Object.fromEntries(['a.json', 'b.json', 'c.jpg'].map((name) => [name, strToU8('1')]))
    expect(await refusal(zipSync(files), { files: 2, bytes: 100 })).toBeNull()
    expect(await refusal(zipSync(files), { files: 1, bytes: 100 })).toMatch(/holds 2 files; 1 can be/)
  })

  it('refuses a plain file that is larger than what is read', async () => {
    const limits = { files: 9, bytes: 2 ** 20 }
    expect(await refusal(new Uint8Array(2 ** 20), limits)).toBeNull()
    expect(await refusal(new Uint8Array(2 ** 20 + 1), limits)).toMatch(/larger than 1 MB/)
  })

  it('refuses files that lie over each other, which unpack to more than there is', async () => {
    const zip = zipSync({ 'a.json': strToU8('[1, 2, 3]'), 'b.json': strToU8('[1, 2, 3]') })
    const second = Buffer.from(zip.buffer).indexOf('PK\u0001\u0002', zip.length / 2, 'latin1')
    new DataView(zip.buffer).setUint32(second + 42, 0, true)
    expect(await refusal(zip)).toMatch(/lie over each other/)
  })

  describe('a bomb', () => {
    const limits = { files: 9, bytes: 2 ** 20 }
    const bomb = zipSync({ 'a.json': new Uint8Array(2 ** 20 + 1), 'b.json': strToU8('1') })

    it('is refused by the size it says', async () => {
      expect(await refusal(bomb, limits)).toMatch(/more than 1 MB/)
      expect(await refusal(bomb, { ...limits, bytes: 2 ** 20 + 2 })).toBeNull()
    })

    it('is refused although it lies about its size', async () => {
      const lying = doctored(bomb, (view, at) => view.setUint32(at + 24, 10, true))
      expect(await refusal(lying, limits)).toMatch(/damaged/)
      const stored = zipSync({ 'a.json': [strToU8('[1, 2, 3]'), { level: 0 }] })
      expect(await refusal(doctored(stored, (view, at) => view.setUint32(at + 24, 1, true)))).toMatch(/damaged/)
    })

    it('is refused when gzipped', async () => {
      expect(await refusal(gzipSync(new Uint8Array(2 ** 20 + 1)), limits)).toMatch(/more than 1 MB/)
    })
  })

  it('throws nothing but errors meant for people, whatever the bytes', async () => {
    const zip = zipSync({ 'a.json': strToU8('[1, 2, 3]'), 'b.csv': strToU8('a,b') })
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), async (at, byte) => {
        const changed = zip.slice()
        changed[at] = byte
        await refusal(changed)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a file that must not lie where others can read it', () => {
  const extended = JSON.stringify([
    { ts: '2024-03-02T07:10:07Z', platform: 'ios', ms_played: 1, conn_country: 'CH', ip_addr: '203.0.113.77' },
  ])
  const endsong = JSON.stringify(
    [{ ts: '2016-12-17T23:35:02Z', username: 'somebody', ms_played: 1, ip_addr_decrypted: '203.0.113.77' }],
    null,
    4,
  )
  const account = JSON.stringify([
    { endTime: '2024-01-31 06:00', artistName: 'Air', trackName: 'Sexy Boy', msPlayed: 9 },
  ])
  const library = JSON.stringify({
    tracks: [],
    albums: [{ artist: 'Air', album: 'Moon Safari', uri: 'spotify:album:1' }],
  })
  const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('[]')])))

  const looksPrivate = (name: string, bytes: Uint8Array) => isNamedPrivate(name, bytes) || privacyWatch()(decode(bytes))

  it.each<[what: string, name: string, bytes: Uint8Array]>([
    ['an extended history by its name', 'Streaming_History_Audio_2019-2021_3.json', new Uint8Array()],
    ['that of videos', 'Streaming_History_Video_2018-2024.json', new Uint8Array()],
    ['a second download of it', 'Streaming_History_Audio_2019_1 (1).json', new Uint8Array()],
    ['an older one by its name', 'endsong_0.json', new Uint8Array()],
    ['a renamed one by its content', 'history.json', strToU8(extended)],
    ['a renamed older one', 'my listening.txt', strToU8(endsong)],
    ['a renamed one in UTF-16', 'x.json', new Uint8Array(Buffer.from(`\uFEFF${extended}`, 'utf16le'))],
    ['a renamed one cut short', 'x.json', strToU8(extended.repeat(100)).subarray(0, 4096)],
    ['the archive by its name', 'my_spotify_data.zip', new Uint8Array()],
    ['the archive with a number', 'my_spotify_data (2).zip', new Uint8Array()],
    ['a renamed archive', 'x.zip', archive('MyData/YourLibrary.json', 'MyData/Userdata.json')],
    ['an archive called something else', 'x.json', archive('Spotify Account Data/Payments.json')],
    ['one of the history', 'x.zip', archive('Spotify Extended Streaming History/Streaming_History_Audio_2024.json')],
    ['one of the technical log', 'x.zip', archive('Spotify Technical Log Information/Download.json')],
    ['one within another', 'x.zip', archive('backup/my_spotify_data.zip')],
    ['one that is cut short', 'x.zip', archive('a/Identity.json', 'b.json').subarray(0, 60)],
    ['a file of the account data', 'Userdata.json', strToU8('{}')],
  ])('is %s', (_, name, bytes) => {
    expect(looksPrivate(name, bytes)).toBe(true)
  })

  it('is one whose addresses stand at its end, wherever its pieces are cut', () => {
    const played = '{"ts":"2024-03-02T07:10:07Z","ms_played" : 1},'.repeat(200)
    const whole = `[${played}{"ms_played": 1, "ip_addr" : "203.0.113.77"}]`
    for (let cut = whole.length - 60; cut < whole.length; cut++) {
      const watch = privacyWatch()
      expect(watch(whole.slice(0, cut)) || watch(whole.slice(cut))).toBe(true)
    }
    expect(privacyWatch()(`[${played}]`)).toBe(false)
  })

  it.each<[what: string, name: string, bytes: Uint8Array]>([
    ['the history of the account data, which has no addresses', 'StreamingHistory_music_0.json', strToU8(account)],
    ['the older one', 'StreamingHistory0.json', strToU8(account)],
    ['the library', 'YourLibrary.json', strToU8(library)],
    ['an archive of the library', 'x.zip', archive('MyData/YourLibrary.json', 'MyData/StreamingHistory_music_0.json')],
    ['one of ListenBrainz', 'listenbrainz_x_1.zip', archive('user.json', 'listens/2024/1.jsonl')],
    ['a collection', 'collection.json', strToU8('{"version": 1, "albums": [{"id": 1, "title": "ip_addr"}]}')],
    ['a list with a user name', 'x.json', strToU8('[{"listened_at": 1, "username": "x"}]')],
    ['nothing', 'x.csv', new Uint8Array()],
  ])('is not %s', (_, name, bytes) => {
    expect(looksPrivate(name, bytes)).toBe(false)
  })
})

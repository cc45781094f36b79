import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocument, decode } from '../../../scripts/sources/readers/document.ts'
import { decodeWindows } from '../../../scripts/ground/windows-1252.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isBigEndian = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes)
}
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
/** By a table made from the decoder, so that texts can be written here as they are. */
const encoder = (decoder: (bytes: Uint8Array) => string) => {
  const places = new Map(Array.from({ length: 256 }, (_, byte) => [decoder(Uint8Array.of(byte)), byte]))
  return (text: string) => Uint8Array.from(text, (character) => places.get(character)!)
}
const windows = encoder(decodeWindows)
const mac = encoder((bytes) => new TextDecoder('macintosh').decode(bytes))
const json = (text: string) => createDocument('x.json', utf8(text)).json()

describe('the text of a file', () => {
  it.each<[what: string, bytes: Uint8Array, text: string]>([
    ['UTF-8', utf8('Björk 空洞です 🎵'), 'Björk 空洞です 🎵'],
    ['UTF-8 with a byte order mark', utf8('\uFEFFBjörk'), 'Björk'],
    ['UTF-16, as PowerShell redirects', utf16('Björk 🎵'), 'Björk 🎵'],
    ['UTF-16 the other way round', utf16('Björk 🎵', true), 'Björk 🎵'],
    ['Latin-1', latin1('Björk, Café, Motörhead'), 'Björk, Café, Motörhead'],
    [
      'Latin-1 with its only accent at the very end',
      latin1('Artist,Title\nNoir Désir,Café'),
      'Artist,Title\nNoir Désir,Café',
    ],
    ['ASCII but for a last Latin-1 letter', latin1('Title\nCafé'), 'Title\nCafé'],
    ['Windows-1252', new Uint8Array([0x93, 0x41, 0x94, 0x20, 0x80]), '“A” €'],
    [
      'Windows-1252 with its signs inside of words',
      windows('“L’œuvre” – d’été… 12€, ça — Škoda™'),
      '“L’œuvre” – d’été… 12€, ça — Škoda™',
    ],
    ['Windows-1252 with words that end in accents', windows('voilà, café, où; À la Œ'), 'voilà, café, où; À la Œ'],
    ['Mac Roman', mac('Déjà; «L’été» – Noël, façade, Motörhead'), 'Déjà; «L’été» – Noël, façade, Motörhead'],
    ['Mac Roman with one accent', mac('Titre;Artiste\rCafé;Zoe\r'), 'Titre;Artiste\rCafé;Zoe\r'],
    ['UTF-8 cut inside a character', utf8('Björk – Début').subarray(0, -4), 'Björk – D\uFFFD'],
    ['UTF-8 cut inside an emoji', utf8('Björk 🎵').subarray(0, -1), 'Björk \uFFFD'],
    [
      'UTF-8 with one broken byte',
      new Uint8Array([...utf8('Björk, Sigur Rós, '), 0xff, ...utf8('!')]),
      'Björk, Sigur Rós, \uFFFD!',
    ],
    ['nothing', new Uint8Array(), ''],
  ])('is read from %s', (_, bytes, text) => {
    expect(decode(bytes)).toBe(text)
  })

  const words = fc.array(
    fc.constantFrom(
      'Déjà Vu',
      'L’Été indien',
      'Noël Ève',
      '“Rendez-vous”',
      'Où es-tu… 12,50 €',
      'Motörhead – Übung',
      'El Niño',
      'Françoise Hardy',
      'À bout',
      'L’œuvre',
    ),
    { minLength: 1, maxLength: 12 },
  )

  it('comes back from Windows-1252 whatever words it has', () => {
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join('\n')
        expect(decode(windows(text))).toBe(text)
      }),
    )
  })

  it('comes back from Mac Roman where a word of it could be none in Windows-1252', () => {
    fc.assert(
      fc.property(words, (list) => {
        const text = ['Hélène, là-bas', ...list].join('\r')
        expect(decode(mac(text))).toBe(text)
      }),
    )
  })

  it('comes back from UTF-8 and UTF-16 whatever it is', () => {
    const anyText = fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\uFEFF'))
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decode(utf8(text))).toBe(text)
        expect(decode(utf16(text))).toBe(text)
        expect(decode(utf16(text, true))).toBe(text)
      }),
    )
  })

  it('is read from any bytes without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const document = createDocument('x', bytes)
        document.json()
        expect(typeof document.text).toBe('string')
      }),
    )
  })
})

describe('the JSON of a file', () => {
  it('is null where there is none', () => {
    for (const text of ['', ' ', 'Artist,Title\nA,B', '"a text"', '12', '{"a" 1}\n{"b" 2}'])
      expect(json(text)).toBeNull()
  })

  it('is read whole, with a byte order mark or blanks in front', () => {
    expect(json('\uFEFF \n{"a": [1]}')).toMatchObject({ value: { a: [1] }, lines: null, broken: [] })
    expect(json('[]')!.unfinished.size).toBe(0)
  })

  it('is not read where it is broken in the middle', () => {
    expect(json('{"a": [{"b": 1 "c": 2}], "d": 3}')).toBeNull()
    expect(json('{"a": "x\ny"}')).toBeNull()
    expect(json('{"a": 1, /* no */ "b": [')).toBeNull()
  })

  describe('that is cut short', () => {
    const value = {
      version: 1,
      albums: [
        { title: 'A “quoted” \\ ü', year: 1969, deep: [[{}]] },
        { title: '空洞', __proto__x: null },
      ],
    }

    it('gives what there is, and says what is not whole, wherever it is cut', () => {
      for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)])
        for (let end = 1; end < text.length; end++) {
          const content = json(text.slice(0, end))
          expect(content, text.slice(0, end)).not.toBeNull()
          const read = content!.value as Partial<typeof value>
          expect(content!.unfinished.has(read)).toBe(true)
          for (const [index, album] of (read.albums ?? []).entries())
            if (!content!.unfinished.has(album)) expect(album).toEqual(value.albums[index])
            else expect(index).toBe(read.albums!.length - 1)
        }
    })

    it('keeps a field called __proto__ a field', () => {
      const read = json('[{"__proto__": {"polluted": true}}, {"a"')!.value as object[]
      expect(Object.keys(read[0]!)).toEqual(['__proto__'])
      expect(read[0]).not.toHaveProperty('polluted')
    })

    it('is not read where lists lie in lists without end', () => {
      expect(json('['.repeat(200_000))).toBeNull()
      expect(json('['.repeat(200_000) + ']'.repeat(200_000))).not.toBeNull()
    })
  })

  describe('that is one value a line', () => {
    it('is read with the numbers of the lines, empty ones and CRLF included', () => {
      expect(json('{"a":1}\r\n\r\n[2]\n{"c":3}\n')).toMatchObject({
        value: [{ a: 1 }, [2], { c: 3 }],
        lines: [1, 3, 4],
        broken: [],
      })
    })

    it('names the lines that are not JSON, the first one too', () => {
      const why = { code: 'shape', expected: 'JSON' }
      expect(json('{"a":1}\n{"b" 2}\noops\n{"c":3}\n')).toMatchObject({
        value: [{ a: 1 }, { c: 3 }],
        lines: [1, 4],
        broken: [
          { line: 2, why },
          { line: 3, why },
        ],
      })
      expect(json('{"a" 1}\n{"b":2}\n{"c":3}\n')).toMatchObject({ lines: [2, 3], broken: [{ line: 1, why }] })
    })

    it('says that the last line is cut short', () => {
      expect(json('{"a":1}\n{"b":')).toMatchObject({
        value: [{ a: 1 }],
        broken: [{ line: 2, why: { code: 'cut-short' } }],
      })
    })

    it('is not taken for that where it is one value over many lines, cut short', () => {
      const content = json('{ "albums": [\n{"title":"A"},\n{"title":"B"},\n{"title":"C"}\n')!
      expect(content.lines).toBeNull()
      expect(content.value).toEqual({ albums: [{ title: 'A' }, { title: 'B' }, { title: 'C' }] })
    })
  })
})

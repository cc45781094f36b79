import { decode } from 'html-entities'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocument } from '../../../scripts/sources/readers/document.ts'
import { parseTable } from '../../../scripts/sources/readers/table.ts'

const read = (text: string) => {
  const table = parseTable(text)
  if (table === null) throw new Error('no table')
  return table
}
/** Rows as lists of cells, without their lines. */
const cells = (text: string) => read(text).rows.map(({ fields }) => fields)
const lines = (text: string) => read(text).rows.map(({ line }) => line)
/** What was refused: `line 4 quote`. */
const refused = (text: string) => read(text).bad.map(({ line, why }) => `line ${line} ${why.code}`)

describe('the separator', () => {
  it.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ])('%j is found', (separator) => {
    const text = [
      ['title', 'artist'],
      ['Low', 'Bowie'],
    ]
      .map((row) => row.join(separator))
      .join('\n')
    expect(read(text)).toEqual({
      line: 1,
      header: ['title', 'artist'],
      rows: [{ line: 2, fields: ['Low', 'Bowie'] }],
      bad: [],
    })
  })

  it('is that of the rows where the header has commas in its names', () => {
    expect(read('Titre;Artiste, groupe;Prix\nLow;Bowie;9,99\nAir;X, Y & Z;5\n').header).toEqual([
      'Titre',
      'Artiste, groupe',
      'Prix',
    ])
  })

  it('does not count inside of quotation marks', () => {
    expect(cells('"a;b";"c;d"\n"1,5";"2,5"\n"1,2,3";"4,5,6"\n')).toEqual([
      ['1,5', '2,5'],
      ['1,2,3', '4,5,6'],
    ])
  })

  it('is told by the first line Excel writes, which counts as a line', () => {
    const text = 'sep=;\r\ntitle, or name;artist, or band\r\nLow;Bowie\r\n'
    expect(read(text)).toMatchObject({ header: ['title, or name', 'artist, or band'], rows: [{ line: 3 }] })
  })

  it('is none that would make the header a damaged row', () => {
    expect(read(`"a\t"|b\n${'x\ty\tz|1\n'.repeat(4)}`).header).toEqual(['a', 'b'])
  })

  it('is found although one row is damaged', () => {
    expect(cells('Titre;Artiste, groupe;Prix\nA;B;9,99\nC;"D;1,99\nE;F;3,50\n')).toEqual([
      ['A', 'B', '9,99'],
      ['E', 'F', '3,50'],
    ])
  })
})

describe('what is no table', () => {
  it.each([
    ['a single column', 'title\nLow\nHeroes\n'],
    ['prose', 'Hello, world.\nThis is a letter\nabout nothing in particular, really, as you, too, see\nBye\n'],
    ['a JSON object', '{"a": 1, "b": 2}'],
    ['a JSON list', '[1, 2, 3]'],
    ['XML', '<?xml version="1.0"?>\n<a title="x,y">\n<b>c,d</b>\n'],
    ['HTML', '<!DOCTYPE html><table>\n<tr><td>title,artist</td></tr>\n<tr><td>Low,Bowie</td></tr>\n</table>'],
    ['HTML without a doctype', '\n<table>\n<tr><td>title,artist</td></tr>\n<tr><td>Low,Bowie</td></tr>\n</table>'],
    ['RTF', '{\\rtf1\\ansi title,artist\nLow,Bowie\n}'],
    ['JSON lines', '{"a": 1, "b": 2}\n{"a": 1, "b": 2}\n'],
    ['a zip archive', 'PK\u0003\u0004\u0014\0,\0;\0'],
    ['nothing', ''],
    ['empty lines', '\n \n\n'],
  ])('is null: %s', (_, text) => {
    expect(parseTable(text)).toBeNull()
  })
})

describe('the header', () => {
  it.each([
    ['a title of the list', 'Ma discothèque\nTitre;Artiste;Année\n', 2],
    ['a title with separators', 'Ma discothèque;;\n;;\nTitre;Artiste;Année\n', 3],
    ['commas in a sentence', 'Mes disques, les vrais, par moi\n\nTitre;Artiste;Année\n', 3],
    ['what tells Excel the separator', 'sep=;\nMa discothèque\nTitre;Artiste;Année\n', 3],
    ['nine lines', `${'x\n'.repeat(9)}Titre;Artiste;Année\n`, 10],
    ['a field of two lines', '"Ma\ndiscothèque";2024\nTitre;Artiste;Année\n', 3],
  ])('is found below %s', (_, top, line) => {
    const table = read(`${top}Low;Bowie;1977\nLodger;Bowie;1979\n`)
    expect(table).toMatchObject({ line, header: ['Titre', 'Artiste', 'Année'], bad: [] })
    expect(table.rows.map((row) => row.line)).toEqual([line + 1, line + 2])
  })

  it('is the first line where that is one, whatever stands below', () => {
    expect(cells('Titre;Artiste\nTitle;Artist\nLow;Bowie\n')).toEqual([
      ['Title', 'Artist'],
      ['Low', 'Bowie'],
    ])
    expect(read('"Titre\n(album)";Artiste\nLow;Bowie\n').header).toEqual(['Titre\n(album)', 'Artiste'])
  })

  it('is the first line where none names columns, and is not looked for beyond the tenth', () => {
    expect(read('a;b\nThe Band;1969\nx;y\n').header).toEqual(['a', 'b'])
    expect(read(`${'x;y\n'.repeat(10)}Titre;Artiste\n`).header).toEqual(['x', 'y'])
  })
})

describe('rows', () => {
  it('keep the lines they begin on, past empty lines, CRLF and fields of several lines', () => {
    const text = '\r\ntitle,notes\r\n\r\nLow,"one\r\ntwo\r\n"\r\n , \r\n"Heroes","x"\r\n'
    expect(read(text).header).toEqual(['title', 'notes'])
    expect(cells(text)).toEqual([
      ['Low', 'one\ntwo'],
      ['Heroes', 'x'],
    ])
    expect(lines(text)).toEqual([4, 8])
  })

  it('are told apart by line feeds, carriage returns or both in one file', () => {
    expect(cells('a,b\rc,d\re,f')).toEqual([
      ['c', 'd'],
      ['e', 'f'],
    ])
    expect(lines('a,b\r\nc,d\ne,f\r\n')).toEqual([2, 3])
  })

  it('are trimmed, and entities in them decoded; what only looks like one stays', () => {
    const text = 'title\tartist\n  Low&nbsp; \t AT&amp;T &eacute;&#39;&#x2020;\nR&B;\tAT&T & Co &unknown; &amp\n'
    expect(cells(text)).toEqual([
      ['Low', "AT&T é'†"],
      ['R&B;', 'AT&T & Co &unknown; &amp'],
    ])
    expect(cells('a,b\nx,&amp;amp;\n')).toEqual([['x', '&amp;']])
  })

  it('may have entities although semicolons separate them', () => {
    expect(cells('a;b\nRock &amp; Roll;&#201;toile\nR&B;x\n')).toEqual([
      ['Rock & Roll', 'Étoile'],
      ['R&B', 'x'],
    ])
  })

  it('may have quotation marks in titles, doubled or bare', () => {
    expect(
      cells(
        [
          'title,artist,year',
          '"""Heroes""",Bowie,1977',
          '12" Mix,"Heroes" Tour,1978',
          '"Blue 12" Mix, long","New Order",1983',
          '"He said "hi"",X, "1984"',
          '5\'10", "so, what" ,""',
          '"so, "what" then",X,1985',
        ].join('\n'),
      ),
    ).toEqual([
      ['"Heroes"', 'Bowie', '1977'],
      ['12" Mix', '"Heroes" Tour', '1978'],
      ['Blue 12" Mix, long', 'New Order', '1983'],
      ['He said "hi"', 'X', '1984'],
      ['5\'10"', 'so, what', ''],
      ['so, "what" then', 'X', '1985'],
    ])
  })

  it('may leave out empty fields at the end, or have too many', () => {
    const text = 'title,artist,year,,\nLow,Bowie,1977,,\nAir,Air\nX,Y,1980,,,,,\nZ,W\n'
    expect(read(text).header).toEqual(['title', 'artist', 'year'])
    expect(cells(text)).toEqual([
      ['Low', 'Bowie', '1977'],
      ['Air', 'Air', ''],
      ['X', 'Y', '1980'],
      ['Z', 'W', ''],
    ])
    expect(refused(text)).toEqual([])
  })

  it('may leave out the last field where no other row does', () => {
    const text = `a,b,c\n${'1,2,3\n'.repeat(9)}4,5\n6,7,8\n`
    expect(cells(text)[9]).toEqual(['4', '5', ''])
  })

  it('with more fields than the header are refused with the numbers', () => {
    expect(read('title,artist\nLow,Bowie\nEarth, Wind,Fire\nX,Y\n').bad).toEqual([
      { line: 3, why: { code: 'columns', found: 3, expected: 2 } },
    ])
  })

  it('that are too short and name a sum are no albums', () => {
    const text = `a,b,c,d\n${'1,2,3,4\n'.repeat(9)}TOTAL : 9 disques\n`
    expect(read(text).bad).toEqual([{ line: 11, why: { code: 'no-album', value: 'TOTAL : 9 disques' } }])
    expect(refused(text.trimEnd())).toEqual(['line 11 no-album'])
    expect(refused(`a,b,c,d\n${'1,2,3,4\n'.repeat(9)}Total Eclipse\n`)).toEqual(['line 11 columns'])
  })

  it('that a line end tears apart are refused', () => {
    const whole = (id: number) => `A,B,C,D,E,${id}\n`
    const text = `a,b,c,d,e,id\n${Array.from({ length: 9 }, (_, id) => whole(id)).join('')}A,B\nx\n${whole(10)}`
    expect(refused(text)).toEqual(['line 11 columns', 'line 12 columns'])
    expect(read(text).rows).toHaveLength(10)
  })
})

describe('damage', () => {
  it.each([
    ['a mark before a row without any', 'a,b,c\n1,"2,3\n4,5,6\n7,8,9\n', ['4', '7']],
    ['a mark before a row with marks', 'a,b,c\n1,"2,3\n4,"5",6\n"7",8,9\n', ['4', '7']],
    ['a mark among marks', '"a","b","c"\n"1","2\n"4","5","6"\n"7","","9"\n', ['4', '7']],
    ['a mark before empty fields', 'a,b,c\n1,"2,3\n4,"",6\n7,"8",9\n', ['4', '7']],
    ['a mark before a mark after a blank', 'a,b,c\n1,2, "3\n4,5, "6, 6"\n7,8,9\n', ['4', '7']],
    ['a mark before inches', 'a,b,c\n1,"2,3\n4,5,12"\n7,8,9\n', ['4', '7']],
  ])('%s that is never closed costs its own row alone', (_, text, firsts) => {
    expect(refused(text)).toEqual(['line 2 quote'])
    expect(cells(text).map(([first]) => first)).toEqual(firsts)
    expect(lines(text)).toEqual([3, 4])
  })

  it('does not stop fields of several lines from being read elsewhere', () => {
    const text = 'a,b\n1,"x\ny"\n2,"z\n3,"p\n\nq"\n4,r\n'
    expect(cells(text)).toEqual([
      ['1', 'x\ny'],
      ['3', 'p\n\nq'],
      ['4', 'r'],
    ])
    expect(lines(text)).toEqual([2, 5, 8])
    expect(refused(text)).toEqual(['line 4 quote'])
  })

  it('of a file that ends in its last row is that of the last row', () => {
    const whole = 'title,artist,label,notes\nLow,Bowie,RCA,"a, b"\nAir,Air,Virgin,\n'
    const last = 'Moon Safari,Air,"Virgin, Source","x"\n'
    for (let end = 1; end < last.length; end++) {
      const { rows, bad } = read(whole + last.slice(0, end))
      expect(rows.slice(0, 2).map(({ fields }) => fields[0])).toEqual(['Low', 'Air'])
      expect(rows.length + bad.length, last.slice(0, end)).toBe(3)
      if (bad.length > 0) expect(bad).toEqual([{ line: 4, why: { code: 'cut-short' } }])
    }
    expect(refused(`${whole}Moon Safari,"Ai`)).toEqual(['line 4 cut-short'])
    expect(refused(`${whole}Moon Safari,Ai`)).toEqual(['line 4 cut-short'])
  })

  it('is read without going over the file again and again', () => {
    const text = `a,b\n${'1, "2\n3,4\n'.repeat(20_000)}`
    expect(read(text).bad).toHaveLength(20_000)
    expect(read(text).rows).toHaveLength(20_000)
  })
})

it('columns may be called like parts of every object', () => {
  const text = '__proto__,constructor,title\n1,2,Low\n'
  expect(read(text)).toEqual({
    line: 1,
    header: ['__proto__', 'constructor', 'title'],
    rows: [{ line: 2, fields: ['1', '2', 'Low'] }],
    bad: [],
  })
})

describe('encodings', () => {
  const text = 'Titre;Artiste\r\nÀ l’œuvre;Noël\r\nيا طيبة;أم كلثوم\r\n夜に駆ける;YOASOBI 🎵\r\nשלום;עפרה חזה\r\n'
  const expected = [
    ['À l’œuvre', 'Noël'],
    ['يا طيبة', 'أم كلثوم'],
    ['夜に駆ける', 'YOASOBI 🎵'],
    ['שלום', 'עפרה חזה'],
  ]
  const table = (bytes: Uint8Array) => createDocument('x.csv', bytes).table()

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('%s is read', (_, bytes) => {
    expect(table(bytes)?.header).toEqual(['Titre', 'Artiste'])
    expect(table(bytes)?.rows.map(({ fields }) => fields)).toEqual(expected)
  })

  it('Latin-1 is read', () => {
    expect(table(Buffer.from('Titre;Artiste\r\nDéjà;Noël\r\n', 'latin1'))?.rows[0]?.fields).toEqual(['Déjà', 'Noël'])
  })
})

describe('any table', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', ' ', 'a', '&', '&amp;', 'é') }),
  )
  const written = fc
    .record({ width: fc.integer({ min: 2, max: 6 }), separator: fc.constantFrom(',', ';', '\t', '|') })
    .chain(({ width, separator }) =>
      fc.record({
        separator: fc.constant(separator),
        end: fc.constantFrom('\n', '\r\n'),
        header: fc.array(cell, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
      }),
    )
    // NUL and U+FFFF say that a file is no text; names keep the columns from being left out as empty.
    .map(({ header, rows, ...rest }) => ({
      ...rest,
      header: header.map((name, index) => `c${index}${name.replace(/[\0\uFFFF]/gu, '')}`),
      rows: rows.map((row) => row.map((value) => value.replace(/[\0\uFFFF]/gu, ''))),
    }))
  const write = ({
    header,
    rows,
    separator,
    end,
  }: {
    header: string[]
    rows: string[][]
    separator: string
    end: string
  }) =>
    [header, ...rows]
      .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator) + end)
      .join('')
  const clean = (value: string) => decode(value.replace(/\r\n?/gu, '\n').trim(), { scope: 'strict' }).trim()

  it('that is written by the rules comes back as it was', () => {
    fc.assert(
      fc.property(written, (table) => {
        const found = read(write(table))
        expect(found.bad).toEqual([])
        expect(found.header).toEqual(table.header.map(clean))
        const rows = table.rows.filter((row) => row.some((value) => value.trim() !== ''))
        expect(found.rows.map(({ fields }) => fields)).toEqual(rows.map((row) => row.map(clean)))
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same rows in another order when they are shuffled', () => {
    const shuffled = written.chain((table) =>
      fc
        .shuffledSubarray([...table.rows.keys()], { minLength: table.rows.length })
        .map((order) => [table, { ...table, rows: order.map((index) => table.rows[index]!) }] as const),
    )
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const sorted = (text: string) =>
          cells(text)
            .map((fields) => JSON.stringify(fields))
            .sort()
        expect(sorted(write(other))).toEqual(sorted(write(one)))
      }),
      { numRuns: 100 },
    )
  })

  it('is read to the end whatever stands in it', () => {
    const scraps = fc.array(fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', 'a', ' ', '12"', 'b c', '\t'), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(scraps, (parts) => {
        const text = `a,b,c\n${parts.join('')}\nlast,row,here\n`
        const found = parseTable(text)
        if (found === null) return
        const count = text.split(/\r?\n/u).length
        for (const { line } of [...found.rows, ...found.bad]) expect(line).toBeLessThanOrEqual(count)
        for (const { fields } of found.rows) expect(fields).toHaveLength(found.header.length)
      }),
      { numRuns: 500 },
    )
  })
})

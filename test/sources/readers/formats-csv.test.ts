import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { albumSchema, copySchema } from '../../../scripts/collection/album.ts'
import type { IncomingAlbum } from '../../../scripts/collection/incoming.ts'
import { DataError } from '../../../scripts/ground/errors.ts'
import { createDocument, type Document } from '../../../scripts/sources/readers/document.ts'
import type { Format } from '../../../scripts/sources/readers/format.ts'
import { discogsCsv } from '../../../scripts/sources/readers/formats/discogs-csv.ts'
import { lastfmCsv } from '../../../scripts/sources/readers/formats/lastfm-csv.ts'
import { EXAMPLE_TABLE, plainCsv } from '../../../scripts/sources/readers/formats/plain-csv.ts'
import { plexCsv } from '../../../scripts/sources/readers/formats/plex-csv.ts'
import type { Row } from '../../../scripts/sources/readers/row.ts'

const FOLDER = new URL('../../fixtures/import/', import.meta.url)

/** The formats in the order they are asked, and their files (test/fixtures/import/README-csv.md names the sources). */
const FORMATS: [format: Format, ...files: string[]][] = [
  [discogsCsv, 'discogs-collection.csv'],
  [plexCsv, 'plex-tautulli.csv', 'plex-webtools.csv'],
  [lastfmCsv, 'lastfm-ghan.csv', 'lastfm-to-csv.csv', 'lastfmstats.csv', 'lastfm-archive.csv'],
  [plainCsv, 'plain-fr.csv', 'plain-en.csv', 'plain-others.csv', 'plain-excel.csv'],
]

const bytesOf = (file: string) => readFileSync(new URL(file, FOLDER))
const fixture = (file: string): Document => createDocument(file, bytesOf(file))
const documentOf = (text: string) => createDocument('x.csv', Buffer.from(text))
const readText = (format: Format, text: string): Row[] => [...format.read(documentOf(text))]
const readFixture = (format: Format, file: string): Row[] => [...format.read(fixture(file))]
const albumsIn = (rows: readonly Row[]) => rows.flatMap((row) => (row.kind === 'album' ? [row.record] : []))
const listensIn = (rows: readonly Row[]) => rows.flatMap((row) => (row.kind === 'listen' ? [row.listen] : []))
const only = (records: readonly IncomingAlbum[]): IncomingAlbum => {
  expect(records).toHaveLength(1)
  return records[0]!
}
/** What was refused or taken in part: `line 4 doubt not-a-year Année “c. 1971”`. */
const reproofs = (rows: readonly Row[]) =>
  rows.flatMap((row) => {
    if ((row.kind !== 'bad' && row.kind !== 'doubt') || !('line' in row.at)) return []
    const about = 'field' in row.why && 'value' in row.why ? ` ${row.why.field} “${row.why.value}”` : ''
    return [`line ${row.at.line} ${row.kind} ${row.why.code}${about}`]
  })
/** Each cell in quotation marks, as any program may write it. */
const csv = (rows: readonly (readonly string[])[], separator = ',') =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator) + '\n').join('')

describe('a format', () => {
  const files = FORMATS.flatMap(([, ...own]) => own)

  it.each(FORMATS)('$id is the first to recognise its own files', (format, ...own) => {
    const first = (file: string) => FORMATS.find(([one]) => one.recognises(fixture(file)))?.[0]
    expect(files.filter((file) => first(file) === format)).toEqual(own)
  })

  it.each(FORMATS.slice(0, -1))('$id recognises no file of another', (format, ...own) => {
    expect(files.filter((file) => format.recognises(fixture(file)))).toEqual(own)
  })

  it('of somebody’s own list recognises no scrobbles and no songs', () => {
    for (const file of ['lastfm-ghan.csv', 'lastfm-to-csv.csv', 'lastfmstats.csv', 'lastfm-archive.csv'])
      expect(plainCsv.recognises(fixture(file)), file).toBe(false)
    for (const header of ['Track Name,Album Name,Artist Name(s)', 'Artist,Album,Title', 'Titre,Artiste,Chanson'])
      expect(plainCsv.recognises(documentOf(`${header}\na,b,c\n`)), header).toBe(false)
  })

  it.each(FORMATS)('$id says of any other file what it is not', (format) => {
    for (const text of ['', 'Hello', '{"albums": []}', 'a,b\n1,2\n', 'date,amount\n2020-01-01,3\n']) {
      expect(format.recognises(documentOf(text)), text).toBe(false)
      expect(() => readText(format, text), text).toThrow(DataError)
    }
  })

  it.each(FORMATS)('$id brings what a collection can hold', (format, ...own) => {
    for (const { facts, copy } of own.flatMap((file) => albumsIn(readFixture(format, file)))) {
      albumSchema.parse({ id: 1, ...facts })
      if (copy !== null) copySchema.parse({ ref: 'x', ...copy })
    }
  })

  it.each(FORMATS.filter(([format]) => format !== lastfmCsv))(
    '$id reads the same from every separator and encoding',
    (format, ...own) => {
      for (const file of own) {
        const table = fixture(file).table()!
        const rows = [table.header, ...table.rows.map(({ fields }) => fields)]
        const expected = albumsIn(readFixture(format, file))
        for (const separator of [',', ';', '\t', '|']) {
          const text = csv(rows, separator).replaceAll('\n', '\r\n')
          for (const bytes of [Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le')])
            expect(albumsIn([...format.read(createDocument(file, bytes))])).toEqual(expected)
        }
      }
    },
  )

  it.each(FORMATS.filter(([format]) => format !== plexCsv))(
    '$id reads shuffled rows as the same rows',
    (format, ...own) => {
      for (const file of own.filter((name) => name !== 'lastfm-to-csv.csv')) {
        const table = fixture(file).table()!
        const taken = (rows: readonly (readonly string[])[]) =>
          readText(format, csv([table.header, ...rows]))
            .map((row) => JSON.stringify({ ...row, at: null }))
            .sort()
        const rows = table.rows.map(({ fields }) => fields)
        fc.assert(
          fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
            expect(taken(shuffled)).toEqual(taken(rows))
          }),
          { numRuns: 10 },
        )
      }
    },
  )
})

describe('a Discogs collection', () => {
  const records = albumsIn(readFixture(discogsCsv, 'discogs-collection.csv'))
  const titled = (title: string) => records.filter(({ facts }) => facts.title === title)

  it('is read whole, also where the last fields of a row are left out', () => {
    expect(reproofs(readFixture(discogsCsv, 'discogs-collection.csv'))).toEqual([])
    expect(records).toHaveLength(12)
    expect(records[0]).toEqual({
      key: 'discogs:7530535',
      facts: {
        title: 'You',
        artists: ['Au Pairs'],
        year: 1979,
        support: 'Vinyl',
        discogs_id: 7530535,
        discogs_url: 'https://www.discogs.com/release/7530535',
        added_at: '2020-11-12T12:24:52',
      },
      isPressingYear: true,
      copy: {
        format: '7", EP',
        label: '021 Records',
        catalog_number: 'OTO 2',
        year: 1979,
        folder: 'Uncategorized',
        added_at: '2020-11-12T12:24:52',
      },
    })
  })

  it('tells two copies of one pressing apart by what is said of them', () => {
    const copies = titled('The Dark Side Of The Moon')
    expect(copies.map(({ key }) => key)).toEqual(['discogs:1873013', 'discogs:1873013'])
    expect(copies[0]?.copy).toMatchObject({
      rating: 5,
      folder: 'Salon',
      media_condition: 'Very Good Plus (VG+)',
      sleeve_condition: 'Very Good (VG)',
      notes: 'First UK pressing',
      paid: '25,00 €',
      other: { 'Acquired From': 'Gibert' },
    })
    expect(copies[1]?.copy).toMatchObject({ folder: 'Cave', media_condition: 'Good (G)' })
  })

  it('has artists without Discogs’ marks, and keeps the credit beside them', () => {
    expect(only(titled('†'))).toMatchObject({
      facts: { artists: ['Justice'] },
      copy: { other: { Artist: 'Justice (3)' } },
    })
    expect(only(titled('Split'))).toMatchObject({ facts: { artists: ['Eat', 'Die Warzau'] } })
    expect(only(titled('Angel Coma'))).toMatchObject({ facts: { artists: ['Earth', 'Sunn O)))'] } })
    expect(only(titled("That's The Way Of The World")).facts.artists).toEqual(['Earth, Wind & Fire'])
    expect(only(titled('Ethiopiques 4 & 5')).facts.artists).toEqual(['Various Artists'])
    expect(only(titled('Diet / Its Obvious')).copy).toMatchObject({
      label: '021 Records, Human Records',
      other: { Label: '021 Records, Human Records (2)' },
    })
  })

  it('knows no year where Discogs says 0, no rating and no number where it says none', () => {
    const { facts, copy } = only(titled('†'))
    expect(facts).not.toHaveProperty('year')
    expect(copy).not.toHaveProperty('year')
    expect(copy).not.toHaveProperty('rating')
    expect(only(titled('Split')).copy).not.toHaveProperty('catalog_number')
  })

  it('keeps a whole date of release beside the year', () => {
    expect(only(titled("That's The Way Of The World"))).toMatchObject({
      facts: { year: 1975 },
      copy: { notes: 'Pochette coupée\n"promo" au dos', other: { Released: '1975-03-15' } },
    })
  })

  it('names rows without a title and values that cannot be read', () => {
    const rows = readText(
      discogsCsv,
      'Artist,Title,Released,release_id,CollectionFolder,Date Added,Rating\n' +
        'Bowie,,1977,1,x,2020-01-01 00:00:00,\n' +
        'Bowie,Low,c. 1977,1a,x,yesterday,good\n' +
        'Bowie,Lodger,1979,0,x,03/05/2020 10:00,5\n',
    )
    expect(reproofs(rows)).toEqual([
      'line 2 bad no-title',
      'line 3 doubt not-a-number release_id “1a”',
      'line 3 doubt read-as Released “c. 1977”',
      'line 3 doubt not-a-date Date Added “yesterday”',
      'line 3 doubt not-a-number Rating “good”',
    ])
    const [low, lodger] = albumsIn(rows)
    expect(low).toEqual({
      key: null,
      facts: { title: 'Low', artists: ['Bowie'], year: 1977 },
      isPressingYear: true,
      copy: {
        year: 1977,
        folder: 'x',
        other: { Released: 'c. 1977', release_id: '1a', 'Date Added': 'yesterday', Rating: 'good' },
      },
    })
    expect(lodger).toMatchObject({
      key: null,
      facts: { year: 1979, added_at: '2020-05-03T10:00:00' },
      copy: { rating: 5 },
    })
  })

  it('has titles and artists without their translations, and keeps those beside them', () => {
    const rows = readText(
      discogsCsv,
      'Artist,Title,Released,release_id,CollectionFolder,Date Added\n' +
        'Björk = ビョーク,Homogenic = ホモジェニック,1997,1,x,2020-01-01\n',
    )
    expect(reproofs(rows)).toEqual([])
    expect(only(albumsIn(rows))).toMatchObject({
      facts: { title: 'Homogenic', artists: ['Björk'] },
      copy: { other: { Artist: 'Björk = ビョーク', Title: 'Homogenic = ホモジェニック' } },
    })
  })

  it('may have gone through a spreadsheet', () => {
    const rows = readText(
      discogsCsv,
      'My records,,,,,\n\nArtist,Title,Released,release_id,CollectionFolder,Date Added\n' +
        'Prince,4-févr,juin-85,1,x,2020-01-01\n[Unknown Artist],[Unknown Album],,,x,\nTotal,,,,2,\n',
    )
    expect(reproofs(rows)).toEqual([
      'line 4 doubt mangled-title Title “4-févr”',
      'line 4 doubt read-as Released “juin-85”',
      'line 5 bad no-album',
      'line 6 bad no-album',
    ])
    expect(only(albumsIn(rows))).toMatchObject({
      facts: { title: '4-févr', year: 1985 },
      copy: { other: { Released: 'juin-85' } },
    })
  })

  it('is no wantlist', () => {
    const wantlist = 'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,Notes\na,b,c,d,LP,,1977,1,\n'
    expect(discogsCsv.recognises(documentOf(wantlist))).toBe(false)
    expect(() => readText(discogsCsv, wantlist)).toThrow(/CollectionFolder, Date Added/u)
  })

  it('loses nothing of any row', () => {
    const header = [
      'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added',
      'Collection Media Condition,Collection Sleeve Condition,Collection Notes,Collection Price Paid,Collection Shelf,Artist,__proto__',
    ]
      .join(',')
      .split(',')
    const text = fc.oneof(
      fc.constant(''),
      fc.string({ maxLength: 12 }),
      fc.constantFrom('12"', 'a, b', 'x\ny', 'é&', '東京'),
    )
    const columns = new Map<string, fc.Arbitrary<string>>(
      Object.entries({
        Artist: fc.oneof(text, fc.constantFrom('Air (2)', 'A / B', 'A (2), B', 'Beatles*', 'Beatles, The', 'Various')),
        Title: fc.string({ minLength: 1 }).map((title) => `T${title}`),
        Label: fc.oneof(text, fc.constantFrom('X (2), Y', 'Y')),
        Rating: fc.oneof(text, fc.constantFrom('3', '4.5', '4/5')),
        Released: fc.oneof(
          text,
          fc.constantFrom('1999', '1999-00-00', '1999-05-00', '1999-05-03', '12 May 1999', "'69"),
        ),
        release_id: fc.oneof(text, fc.nat().map(String)),
        'Date Added': fc.oneof(text, fc.constantFrom('2021-03-04', '2021-03-04 12:34:56', '04/03/2021', '2021')),
      }),
    )
    const row = fc.tuple(...header.map((name) => columns.get(name) ?? text))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const document = documentOf(csv([header, ...rows]))
        const read = document.table()!.rows
        const found = albumsIn([...discogsCsv.read(document)])
        expect(found).toHaveLength(rows.length)
        for (const [index, { fields }] of read.entries()) {
          const told = saidBy(found[index]!)
          for (const cell of fields) if (!isNothing(cell)) expect(told, JSON.stringify(cell)).toContain(plain(cell))
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Everything a record says, as the cells it may have come from. */
function saidBy({ facts, copy }: IncomingAlbum): string[] {
  const { other, ...own } = { ...copy }
  const values = [...Object.values(facts), ...Object.values(own), ...Object.values(other ?? {})]
  const artists = facts.artists ?? []
  const year = facts.year == null ? [] : [`${facts.year}-00-00`]
  const added = facts.added_at == null ? [] : [facts.added_at.replace('T', ' ')]
  const various = artists[0] === 'Various Artists' ? ['Various'] : []
  return [...values.map(String), artists.join(' / '), ...year, ...added, ...various].map(plain)
}

/** Blanks are no information, and a leading zero of a number is none. */
function plain(cell: string): string {
  return cell
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^0+(?=\d+$)/u, '')
}

/** What says that nothing is known. */
function isNothing(cell: string): boolean {
  return /^(?:0*|[-–—?.]+|n\/?a|none|null|unknown)$/iu.test(cell)
}

describe('a list of one’s own', () => {
  const french = readFixture(plainCsv, 'plain-fr.csv')
  const english = readFixture(plainCsv, 'plain-en.csv')

  it('in French has prices, ratings called “Note”, and dates of buying', () => {
    expect(albumsIn(french)[0]).toEqual({
      key: null,
      facts: {
        title: 'Les Marquises',
        artists: ['Jacques Brel'],
        year: 1977,
        genre: 'Chanson',
        support: 'Vinyl',
        added_at: '2019-01-31',
      },
      isPressingYear: false,
      copy: {
        format: 'LP, Album',
        folder: 'Salon',
        rating: 5,
        media_condition: 'VG+',
        notes: 'offert par « Léa »',
        paid: '12,50 €',
        added_at: '2019-01-31',
      },
    })
    expect(albumsIn(french)[1]).toMatchObject({
      facts: { year: 1998, added_at: '2020-05-03' },
      copy: { rating: 4.5, other: { 'Prêté à': 'Paul' } },
    })
    expect(albumsIn(french)[3]?.facts).toMatchObject({ year: 2004, added_at: '2023-03-15', support: 'Coffret' })
  })

  it('has each row and value that cannot be taken named by its line', () => {
    expect(reproofs(french)).toEqual([
      'line 1 doubt unread-columns',
      'line 4 doubt read-as Année “c. 1971”',
      'line 5 bad no-title',
      'line 7 doubt not-a-date Acheté le “Mar-99”',
    ])
    expect(albumsIn(french)[2]).toMatchObject({
      facts: { title: 'Histoire de Melody Nelson', year: 1971 },
      copy: { other: { Année: 'c. 1971' } },
    })
    expect(reproofs(english)).toEqual([
      'line 4 doubt not-an-address Discogs URL “not there”',
      'line 4 doubt not-a-number Tracks “ten”',
    ])
  })

  it('in English has links and tells the first release from the pressing', () => {
    const [abbeyRoad, throne, blue] = albumsIn(english)
    expect(abbeyRoad).toEqual({
      key: null,
      facts: {
        title: 'Abbey Road',
        artists: ['The Beatles'],
        year: 1969,
        genre: 'Rock',
        description: 'The eleventh album.',
        tracks_count: 17,
        spotify_url: 'https://open.spotify.com/album/0ETFjACtuP2ADo6LFhL6HN',
        discogs_id: 14204133,
        discogs_url: 'https://www.discogs.com/release/14204133',
        musicbrainz_id: '9162580e-5df4-32de-80cc-f45a8d8a9b1d',
        cover_url: 'https://coverartarchive.org/release/1/front.jpg',
      },
      isPressingYear: false,
      copy: { year: 2019, other: { Released: '26/09/2019' } },
    })
    expect(throne).toMatchObject({
      facts: { artists: ['JAY-Z', 'Kanye West'], discogs_master: 352421 },
      isPressingYear: false,
      copy: { year: 2011 },
    })
    expect(blue).toMatchObject({ facts: { title: 'Blue', year: 2007 }, isPressingYear: true })
  })

  it.each([
    ['Künstler|Titel|Jahr|Tonträger', 'Faust|IV|1973|LP'],
    ['ARTISTA;ÁLBUM;AÑO;SOPORTE', 'Faust;IV;1973;LP'],
    ['artista,titolo,anno,supporto', 'Faust,IV,1973,LP'],
    ['Artiest\ttitel\tjaar\tdrager', 'Faust\tIV\t1973\tLP'],
    ['interprète;titres;année de sortie;support', 'Faust;IV;1973;LP'],
  ])('with the columns %j is read', (header, row) => {
    expect(only(albumsIn(readText(plainCsv, `${header}\n${row}\n`)))).toEqual({
      key: null,
      facts: { title: 'IV', artists: ['Faust'], year: 1973, support: 'LP' },
      isPressingYear: false,
      copy: { format: 'LP' },
    })
  })

  it('of albums alone says nothing of copies', () => {
    expect(only(albumsIn(readText(plainCsv, 'title,artist,year,genre\nLow,David Bowie,1977,Rock\n')))).toEqual({
      key: null,
      facts: { title: 'Low', artists: ['David Bowie'], year: 1977, genre: 'Rock' },
      isPressingYear: false,
      copy: null,
    })
  })

  it('has remarks in a column “Notes” unless they are numbers', () => {
    const copyOf = (notes: string) =>
      only(albumsIn(readText(plainCsv, `title,artist,notes\nLow,Bowie,${notes}\n`))).copy
    expect(copyOf('a gift')).toEqual({ notes: 'a gift' })
    expect(copyOf('4/5')).toEqual({ rating: 4, other: { notes: '4/5' } })
  })

  it('has months first where a day says so', () => {
    const text = (last: string) => `title,artist,date added\nLow,Bowie,03/05/2020\nLodger,Bowie,${last}\n`
    const first = (last: string) => albumsIn(readText(plainCsv, text(last)))[0]?.facts.added_at
    expect(first('04/30/2020')).toBe('2020-03-05')
    expect(first('30/04/2020')).toBe('2020-05-03')
    expect(first('04/04/2020')).toBe('2020-05-03')
  })

  it('may have a year of pressing alone', () => {
    expect(only(albumsIn(readText(plainCsv, 'titre;artiste;année de pressage\nLow;Bowie;2017\n')))).toMatchObject({
      facts: { year: 2017 },
      isPressingYear: true,
      copy: { year: 2017 },
    })
  })

  it('credits the artist of the album before those of its songs', () => {
    const text = 'album,artist,album artist\nLow,Bowie & Eno,David Bowie\nHeroes,David Bowie,\n'
    const [low, heroes] = albumsIn(readText(plainCsv, text))
    expect(low).toMatchObject({ facts: { artists: ['David Bowie'] }, copy: { other: { artist: 'Bowie & Eno' } } })
    expect(heroes).toMatchObject({ facts: { artists: ['David Bowie'] }, copy: null })
  })

  it('without titles is refused with its columns and the ones it needs', () => {
    expect(() => readText(plainCsv, 'artiste;année\nBowie;1977\n')).toThrow(
      /no column of titles; its columns are “artiste”, “année”/u,
    )
  })

  it('shows what works where it cannot be read', () => {
    const todo = (text: string) => {
      try {
        readText(plainCsv, text)
      } catch (error) {
        return (error as DataError).todo
      }
      return null
    }
    for (const text of ['The Beatles,Abbey Road,1969\nAir,Moon Safari,1998\n', 'Hello\nworld\n'])
      expect(todo(text)).toContain('Artist,Title,Year\n    The Beatles,Abbey Road,1969')
    expect(readText(plainCsv, `${EXAMPLE_TABLE.join('\n')}\n`).map(({ kind }) => kind)).toEqual(['album', 'album'])
  })

  it('out of a spreadsheet is read below its title, and no sum is an album', () => {
    const rows = readFixture(plainCsv, 'plain-excel.csv')
    expect(reproofs(rows)).toEqual([
      'line 4 doubt unread-columns',
      'line 5 doubt not-a-year An “16-nov-16”',
      'line 6 doubt read-as An “vers 1967”',
      'line 7 doubt read-as An “juin-85”',
      'line 8 doubt read-as An “30417”',
      'line 10 doubt read-as An “1999?”',
      'line 10 doubt mangled-title Oeuvre “4-févr”',
      'line 12 bad no-album',
      'line 13 bad no-album',
      'line 14 bad no-album',
    ])
    expect(albumsIn(rows).map(({ facts }) => [facts.artists?.[0], facts.title, facts.year])).toEqual([
      ['The Weeknd', 'Starboy', undefined],
      ['The Byrds', 'Younger Than Yesterday', 1967],
      ['Sting', 'The Dream of the Blue Turtles', 1985],
      ['R.E.M.', 'Murmur', 1983],
      ['Bowie', 'Low', 1977],
      ['Prince', '4-févr', 1999],
      ['Total', 'Total', 1996],
    ])
    expect(albumsIn(rows)[0]).toMatchObject({
      facts: { support: 'Vinyle' },
      copy: { paid: '25 €', media_condition: 'VG+', other: { An: '16-nov-16', 'Valeur estimée': '30 €' } },
    })
    expect(rows[0]).toMatchObject({ at: { line: 4 }, why: { columns: ['Prêté à'] } })
  })

  it.each([
    'Groupe / Artiste',
    'Nom du groupe',
    'Chanteur / Groupe',
    'Artist/Band',
    'Interprète(s)',
    'Groupe ou artiste',
    'Artiste (nom)',
    'Nom de l’artiste',
    'Artiste principal',
    'Auteur',
    'Compositeur',
  ])('has its artists under “%s”', (name) => {
    const rows = readText(plainCsv, `${name};Titre\nFaust;IV\n`)
    expect(rows).toMatchObject([{ kind: 'album', record: { facts: { title: 'IV', artists: ['Faust'] }, copy: null } }])
  })

  it.each(['Album / Artiste', 'Prêté au groupe', 'Date d’envoi', 'Prix de vente'])(
    'keeps a column “%s”, whose words do not agree, and says so',
    (name) => {
      const rows = readText(plainCsv, `Titre;Artiste;${name}\nLow;Bowie;x\n`)
      expect(rows[0]).toEqual({ kind: 'doubt', at: { line: 1 }, why: { code: 'unread-columns', columns: [name] } })
      expect(albumsIn(rows)[0]?.copy).toEqual({ other: { [name]: 'x' } })
    },
  )

  it('credits people by first and last names', () => {
    const artists = (text: string) => albumsIn(readText(plainCsv, text)).map(({ facts }) => facts.artists?.[0])
    expect(artists('Nom;Prénom;Titre\nDavis;Miles;Kind of Blue\nAir;;Moon Safari\n')).toEqual(['Miles Davis', 'Air'])
    expect(artists('Artiste;Prénom;Titre\nDavis;Miles;Kind of Blue\n')).toEqual(['Miles Davis'])
    expect(artists('First Name,Last Name,Album\nMiles,Davis,Kind of Blue\n')).toEqual(['Miles Davis'])
    expect(artists('Groupe;Nom;Prénom;Titre\nAir;Godin;Nicolas;Moon Safari\n')).toEqual(['Air'])
    expect(artists('Nom;Artiste\nKind of Blue;Miles Davis\n')).toEqual(['Miles Davis'])
  })

  it('without a column of artists comes in and says so once', () => {
    const rows = readText(plainCsv, '\nTitre;Truc;Année\nLow;x;1977\nAir;;1998\n')
    expect(rows.filter(({ kind }) => kind !== 'album')).toEqual([
      { kind: 'doubt', at: { line: 2 }, why: { code: 'no-artist-column', columns: ['Truc'] } },
    ])
    expect(albumsIn(rows)).toHaveLength(2)
  })

  it('has numbers for titles where somebody made them, and amounts where nobody did', () => {
    const rows = readText(plainCsv, 'Titre;Artiste;Année;Prix\n21;Adele;;\n1989;;2014;\n245;;;\n;;;37,50 €\n')
    expect(reproofs(rows)).toEqual(['line 4 bad no-album', 'line 5 bad no-album'])
    expect(albumsIn(rows).map(({ facts }) => facts.title)).toEqual(['21', '1989'])
  })

  it.each(['', 'Album\n', 'Artiste - Titre (année)\n'])('may be lines of artist and title, below %j', (header) => {
    const text =
      `${header}The Beatles - Abbey Road (1969)\n"Crosby, Stills & Nash – Déjà Vu [1970]"\n\n` +
      '- Björk - Homogenic;;\n10,000 Maniacs - In My Tribe - Live\nsomething else\n'
    expect(plainCsv.recognises(documentOf(text))).toBe(true)
    const rows = readText(plainCsv, text)
    expect(albumsIn(rows).map(({ facts }) => [facts.artists?.[0], facts.title, facts.year])).toEqual([
      ['The Beatles', 'Abbey Road', 1969],
      ['Crosby, Stills & Nash', 'Déjà Vu', 1970],
      ['Björk', 'Homogenic', undefined],
      ['10,000 Maniacs', 'In My Tribe - Live', undefined],
    ])
    expect(reproofs(rows)).toEqual([`line ${header === '' ? 6 : 7} bad shape`])
  })

  it.each([
    ['rows without a header', 'The Beatles,Abbey Road - Remaster,1969\nAir,Moon - Safari,1998\nX,Y - Z,1\n'],
    ['titles alone', 'Album\nLow\nLodger\nHeroes\n'],
    ['a diary', '01/02 - home\n02/02 - out\n03/02 - home\n10:30 - out\n'],
    ['prose', 'Dear Sir - or Madam\nI write to you\nabout records.\nYours\n'],
    [
      'a text with a list in it',
      `${'A sentence.\n'.repeat(3)}Air - Moon Safari\nBeck - Odelay\n${'Björk - Post\n'.repeat(7)}`,
    ],
    ['a page', '<ul>\n<li>A - B</li>\n<li>C - D</li>\n<li>E - F</li>\n</ul>\n'],
  ])('is not guessed from %s', (_, text) => {
    expect(plainCsv.recognises(documentOf(text))).toBe(false)
    expect(() => readText(plainCsv, text)).toThrow(DataError)
  })

  it('keeps the columns it has no place for, whatever they are called', () => {
    const text = 'title,artist,__proto__,,lent to,lent to\nLow,Bowie,a,b,c,d\n'
    expect(only(albumsIn(readText(plainCsv, text))).copy).toEqual({
      other: { 'column 3': 'a', 'column 4': 'b', 'lent to': 'c', 'lent to (2)': 'd' },
    })
  })

  it('that is damaged gives its good rows', () => {
    const text =
      '\uFEFFTitre;Artiste\r\n\r\nÀ bout;"Noël\r\nRock &amp; Roll;Led Zeppelin\r\nA;B;C\r\n夜;YOASOBI 🎵\r\nLow'
    const rows = readText(plainCsv, text)
    expect(albumsIn(rows).map(({ facts }) => facts.title)).toEqual(['Rock & Roll', '夜'])
    expect(reproofs(rows)).toEqual(['line 3 bad quote', 'line 5 bad columns', 'line 7 bad cut-short'])
  })
})

describe('scrobbles', () => {
  it('of the exporter of ghan.nl have a number of seconds, or a time', () => {
    const rows = readFixture(lastfmCsv, 'lastfm-ghan.csv')
    expect(listensIn(rows)).toEqual([
      {
        timestamp: 1767217094,
        credit: 'Oneohtrix Point Never',
        album: 'Tranquilizer',
        track: 'Modern Lust',
        loved: null,
      },
      { timestamp: 1108334827, credit: 'Bloc Party', album: null, track: 'Positive Tension', loved: null },
      { timestamp: 1779022363, credit: 'Ofenbach, Svea', album: 'I', track: 'Body Talk', loved: null },
      {
        timestamp: Date.UTC(2026, 4, 17, 12, 54) / 1000,
        credit: 'Nelly Furtado',
        album: 'Loose',
        track: 'Say It Right',
        loved: null,
      },
    ])
    expect(reproofs(rows)).toEqual(['line 5 bad not-a-time uts “60”', 'line 6 bad no-track'])
  })

  it('of lastfm-to-csv have no header', () => {
    const rows = readFixture(lastfmCsv, 'lastfm-to-csv.csv')
    expect(rows[0]).toEqual({
      kind: 'listen',
      at: { line: 1 },
      listen: {
        timestamp: Date.UTC(2014, 4, 22, 20, 11) / 1000,
        credit: 'TEEN',
        album: 'In Limbo',
        track: 'Roses & Wine',
        loved: null,
      },
    })
    expect(listensIn(rows).map(({ track }) => track)).toEqual(['Roses & Wine', 'Why Why Why', 'La Femme dArgent'])
    expect(reproofs(rows)).toEqual(['line 3 bad not-a-time date “01 Jan 1970 00:00”'])
  })

  it('of lastfmstats.com are in milliseconds, under the name of an account that is not repeated', () => {
    expect(listensIn(readFixture(lastfmCsv, 'lastfmstats.csv'))).toEqual([
      { timestamp: 1735689600, credit: 'Portishead', album: 'Dummy', track: 'Roads', loved: null },
      {
        timestamp: 1735689900,
        credit: 'Simon & Garfunkel',
        album: null,
        track: 'The Sound of Silence; live',
        loved: null,
      },
    ])
    const rows = readText(lastfmCsv, 'Artist;Album;AlbumId;Track;Date#someone\nA;;;B;1735689600000\nA;;;B;never\n')
    expect(reproofs(rows)).toEqual(['line 3 bad not-a-time Date “never”'])
  })

  it('of the archive of Last.fm are tabulated', () => {
    expect(listensIn(readFixture(lastfmCsv, 'lastfm-archive.csv'))).toEqual([
      { timestamp: 1228925967, credit: 'DJ Shadow', album: 'Endtroducing.....', track: 'The Number Song', loved: null },
    ])
  })

  it('begin with the service and need an artist', () => {
    const text = (uts: number, artist = 'A') => `uts,artist,album,track\n1767217094,A,B,C\n${uts},${artist},B,C\n`
    expect(reproofs(readText(lastfmCsv, text(1033430399)))).toEqual(['line 3 bad not-a-time uts “1033430399”'])
    expect(reproofs(readText(lastfmCsv, text(1033430400)))).toEqual([])
    expect(reproofs(readText(lastfmCsv, text(1033430400, '')))).toEqual(['line 3 bad shape'])
  })
})

describe('Plex albums', () => {
  it('of Tautulli take the lines below them for their other genres and songs', () => {
    const rows = readFixture(plexCsv, 'plex-tautulli.csv')
    expect(reproofs(rows)).toEqual([])
    expect(rows.map(({ at }) => at)).toEqual([{ line: 2 }, { line: 5 }, { line: 6 }])
    expect(albumsIn(rows)[0]).toEqual({
      key: 'plex:5d07c1a2403c640290bb1f0d',
      facts: {
        title: 'Moon Safari',
        artists: ['Air'],
        year: 1998,
        genre: 'Electronic, Downtempo',
        description: 'A first album, "retro".',
        tracks_count: 3,
        added_at: '2021-01-31T12:00:00',
      },
      isPressingYear: true,
      copy: { year: 1998, rating: 9, added_at: '2021-01-31T12:00:00' },
    })
    expect(albumsIn(rows)[1]).toMatchObject({ key: 'plex:4720', isPressingYear: false })
  })

  it('of a single one, and none of songs', () => {
    const album = 'ratingKey,title,parentTitle,type,originallyAvailableAt\n4711,Moon Safari,Air,album,1998-01-16\n'
    expect(only(albumsIn(readText(plexCsv, album)))).toMatchObject({
      key: 'plex:4711',
      facts: { artists: ['Air'], year: 1998 },
    })
    const song = 'ratingKey,title,parentTitle,grandparentTitle\n4712,Sexy Boy,Moon Safari,Air\n'
    expect(plexCsv.recognises(documentOf(song))).toBe(false)
  })

  it('of WebTools-NG have their studio for a label', () => {
    expect(only(albumsIn(readFixture(plexCsv, 'plex-webtools.csv')))).toEqual({
      key: 'plex:4711',
      facts: {
        title: 'Moon Safari',
        artists: ['Air'],
        year: 1998,
        genre: 'Electronic',
        description: 'A first album.',
        tracks_count: 10,
        added_at: '2021-01-31T12:00:00',
      },
      isPressingYear: true,
      copy: { label: 'Virgin', year: 1998, added_at: '2021-01-31T12:00:00' },
    })
  })
})

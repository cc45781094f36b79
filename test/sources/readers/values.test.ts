import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carrierOf } from '../../../scripts/sources/readers/carrier.ts'
import { cellsByName, columnKey } from '../../../scripts/sources/readers/columns.ts'
import { artistsIn, discogsArtists, discogsLabels, untranslated } from '../../../scripts/sources/readers/credit.ts'
import {
  dateOrderOf,
  isUnknown,
  looksMangled,
  namedYear,
  readDate,
  readYear,
} from '../../../scripts/sources/readers/dates.ts'
import { isUnknownAlbum, sumIn } from '../../../scripts/sources/readers/sums.ts'
import {
  readAddress,
  readCount,
  readDiscogs,
  readMbid,
  readNumber,
  readRating,
  readSpotify,
} from '../../../scripts/sources/readers/values.ts'

describe('a date', () => {
  it.each([
    ['1969', '1969'],
    ['1969-05', '1969-05'],
    ['1969-05-03', '1969-05-03'],
    ['1969/5/3', '1969-05-03'],
    ['1999-00-00', '1999'],
    ['1999-05-00', '1999-05'],
    ['2021-03-04 12:34:56', '2021-03-04T12:34:56'],
    ['2021-03-04T12:34', '2021-03-04T12:34:00'],
    ['2021-03-04T12:34:56.789Z', '2021-03-04T12:34:56Z'],
    ['2021-03-04T12:34:56+0100', '2021-03-04T12:34:56+01:00'],
    ['03/05/1969', '1969-05-03'],
    ['3.5.1969', '1969-05-03'],
    ['29-02-2020', '2020-02-29'],
    ['31/05/1969 6:30 PM', '1969-05-31T18:30:00'],
    ['31/05/1969 12:30 am', '1969-05-31T00:30:00'],
    ['3 May 1969', '1969-05-03'],
    ['May 3rd, 1969', '1969-05-03'],
    ['31 Jan 2026, 06:00', '2026-01-31T06:00:00'],
    ['31 Jan 2026 06:00', '2026-01-31T06:00:00'],
    ['1er mars 1969', '1969-03-01'],
    ['février 2020', '2020-02'],
    ['12 août 1999', '1999-08-12'],
    ['3. März 2001', '2001-03-03'],
    ['3 de mayo de 1999', '1999-05-03'],
    ['5 giugno 1999', '1999-06-05'],
    ['5 mei 1999', '1999-05-05'],
    ['Mar-1999', '1999-03'],
    // The day numbers of Excel.
    ['25569', '1970-01-01'],
    ['45000', '2023-03-15'],
    ['45000.5', '2023-03-15T12:00:00'],
    ['45000,25', '2023-03-15T06:00:00'],
  ])('%s is %s', (cell, date) => {
    expect(readDate(cell, 'day-first')).toBe(date)
  })

  it.each([
    ['Mar-99', 'the century is not told'],
    ['03/05/69', 'nor here'],
    ['25568', 'a number that Excel could not have meant for certain'],
    ['30/02/2020', 'there is no such day'],
    ['29/02/2021', 'nor this one'],
    ['2021-13-01', 'there is no such month'],
    ['2021-00-05', 'a day of no month'],
    ['2021-03-04 25:00', 'there is no such hour'],
    ['c. 1969', 'about a date'],
    ['yesterday', 'no date'],
    ['3 Foo 1999', 'no month'],
    ['12345678', 'a number'],
    ['', 'nothing'],
  ])('%j is none: %s', (cell) => {
    expect(readDate(cell, 'day-first')).toBeNull()
  })

  it('has the day first unless a date of its column says otherwise', () => {
    expect(dateOrderOf(['03/05/1969', '04/06/1970'])).toBe('day-first')
    expect(dateOrderOf(['03/05/1969', '04/26/1970'])).toBe('month-first')
    expect(dateOrderOf(['03/05/1969', '26/04/1970'])).toBe('day-first')
    expect(dateOrderOf(['1970-04-26', 'May 3, 1969', ''])).toBe('day-first')
    expect(readDate('03/05/1969', 'month-first')).toBe('1969-03-05')
  })

  it('that can be read in one order only is read in it', () => {
    expect(readDate('05/30/1969', 'day-first')).toBe('1969-05-30')
    expect(readDate('30/05/1969', 'month-first')).toBe('1969-05-30')
  })

  it('of any day comes back from every way of writing it', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2100-12-30'), noInvalidDate: true }), (day) => {
        const iso = day.toISOString().slice(0, 10)
        const [year, month, date] = iso.split('-') as [string, string, string]
        const serial = Math.floor(day.getTime() / 86_400_000) + 25_569
        const named = day.toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' })
        const nommé = day.toLocaleDateString('fr', { dateStyle: 'long', timeZone: 'UTC' })
        for (const written of [
          iso,
          `${date}/${month}/${year}`,
          `${date}.${month}.${year}`,
          named,
          nommé,
          String(serial),
        ])
          expect(readDate(written, 'day-first'), written).toBe(iso)
        expect(readDate(`${month}/${date}/${year}`, 'month-first')).toBe(iso)
      }),
    )
  })
})

describe('a year', () => {
  it.each([
    ['1969', 1969],
    ['1969.0', 1969],
    ['1969,00', 1969],
    ['1969-05-03', 1969],
    ['03/05/1969', 1969],
    ['1999-00-00', 1999],
    ['May 1969', 1969],
    ['1857', 1857],
    ['2200', 2200],
  ])('%s is %i', (cell, year) => {
    expect(readYear(cell)).toBe(year)
  })

  it.each(["'69", '69', 'c. 1969', '1969?', '1969/1971', '1856', '2201', '9', '19690', 'Mar-99', ''])(
    '%j is none for certain',
    (cell) => {
      expect(readYear(cell)).toBeNull()
    },
  )

  it.each([
    ['mars-87', 1987],
    ['janv.-98', 1998],
    ['16-juin-97', 1997],
    ['16/06/97', 1997],
    ["'69", 1969],
    ['69', 1969],
    ['27', 1927],
    ['25406', 1969],
    ['45000', 2023],
    ['vers 1995', 1995],
    ['circa 1995', 1995],
    ['c. 1971', 1971],
    ['ca.1971', 1971],
    ['env. 1971', 1971],
    ['~1971', 1971],
    ['1971?', 1971],
    ['[1971 ?]', 1971],
    ['1981-82', 1981],
    ['1969/1971', 1969],
    ['1969 (2009)', 1969],
  ])('of a release may be written %s, which is %i most likely', (cell, year) => {
    expect(namedYear(cell)).toEqual({ year, isCertain: false })
  })

  it('of a release that is written out is certain', () => {
    for (const cell of ['1969', '1969.0', '1969-05-03', '03/05/1969', 'mai 1969'])
      expect(namedYear(cell), cell).toEqual({ year: 1969, isCertain: true })
  })

  it.each(['05', '26', 'mars-05', '05/1980', 'années 70', '1970s', '1856?', 'vers 2201', 'Foo-87', '9', ''])(
    '%j of a release could be any',
    (cell) => {
      expect(namedYear(cell)).toBeNull()
    },
  )

  it('is read from any cell without going over it again and again', () => {
    for (const part of [' ', '()', '?', '1969 ', '1969-', '(']) expect(namedYear(part.repeat(30_000))).toBeNull()
  })

  it('may be said to be unknown', () => {
    expect(['', '0', '0000', '0000-00-00', '?', '-', 'N/A', 'inconnue'].every(isUnknown)).toBe(true)
    expect(['1', 'c. 1969', '1969'].some(isUnknown)).toBe(false)
  })
})

describe('a title', () => {
  it.each(['4-févr', '4-févr.', 'mars-87', 'Mar-99', '1-Mai', '01/02/2024', '#NOM?', '#NAME?'])(
    '%s was changed by a spreadsheet',
    (title) => {
      expect(looksMangled(title)).toBe(true)
    },
  )

  it.each(['Mai 68', '1989', '4-Way Street', 'U2-3', 'Abbey Road', 'Jan-Ole', '#1 Record', '90125', '24/7'])(
    '%s was not',
    (title) => {
      expect(looksMangled(title)).toBe(false)
    },
  )

  it.each([
    ['Homogenic = ホモジェニック', 'Homogenic'],
    ['A = B / C = D', 'A / C'],
    ['A = B = C', 'A'],
    ['E=MC²', 'E=MC²'],
    ['= 1', '= 1'],
  ])('of Discogs: %s', (title, own) => {
    expect(untranslated(title)).toBe(own)
  })
})

describe('a line', () => {
  it.each([
    ['TOTAL : 2 disques', '37,50 €'],
    ['Total'],
    ['Somme', '', '12'],
    ["Nombre d'albums", '245'],
    ['Sum', '$ 1,200.50'],
    ['Total général : 1 245,00 €'],
    ['Valeur totale', '', '', '300 EUR'],
    ['245 albums'],
    ['Anzahl Platten', '12'],
  ])('is a sum: %s %s', (...cells) => {
    expect(sumIn(cells)).toBe(cells[0])
  })

  it.each([
    ['Total Eclipse', '1998'],
    ['Total', 'Seigneur et Maître'],
    ['The Number of the Beast', '1982'],
    ['12', '37,50 €'],
    ['Low', ''],
    ['Les disques', ''],
  ])('is none: %s %s', (...cells) => {
    expect(sumIn(cells)).toBeNull()
  })

  it('of a player may stand for an album it does not know', () => {
    expect(isUnknownAlbum('[Unknown Album]', '[Unknown Artist]')).toBe(true)
    expect(isUnknownAlbum('Unknown Album', 'Unknown Artist')).toBe(true)
    expect(isUnknownAlbum('Album inconnu', '')).toBe(true)
    expect(isUnknownAlbum('Unknown Album', 'Bowie')).toBe(false)
    expect(isUnknownAlbum('Low', '[Unknown Artist]')).toBe(false)
  })
})

describe('numbers', () => {
  it('are read with a point or a comma', () => {
    expect(['4', '4.5', '4,5', '-1'].map(readNumber)).toEqual([4, 4.5, 4.5, -1])
    expect(['', '4 €', '1,2,3', '0x10', 'NaN', '1e5'].map(readNumber)).toEqual(Array(6).fill(null))
  })

  it('of things are whole', () => {
    expect(['0', '12', '12.0', '12,5', '-1', 'ten', '9'.repeat(20)].map(readCount)).toEqual([
      0,
      12,
      12,
      null,
      null,
      null,
      null,
    ])
  })

  it('of stars are ratings', () => {
    expect(['4', '4,5', '4/5', '8 / 10', '★★★★☆', '★★½', '***'].map(readRating)).toEqual([4, 4.5, 4, 8, 4, 2.5, 3])
    expect(['good', '', '-1', '1969', '☆'].map(readRating)).toEqual([null, null, null, null, null])
  })
})

describe('links', () => {
  it('of the web are taken as they are, and no others', () => {
    expect(readAddress('https://a.example/b?c=d')).toBe('https://a.example/b?c=d')
    expect(readAddress('www.discogs.com/release/1')).toBe('https://www.discogs.com/release/1')
    expect(
      ['javascript:alert(1)', 'ftp://a.example', 'https://', 'https://a b', 'VG+', 'https://a.example/"><b>'].map(
        readAddress,
      ),
    ).toEqual(Array(6).fill(null))
  })

  it('to Spotify are addresses, URIs and ids of albums', () => {
    const id = '0ETFjACtuP2ADo6LFhL6HN'
    for (const cell of [
      id,
      `spotify:album:${id}`,
      `https://open.spotify.com/album/${id}?si=x`,
      `open.spotify.com/intl-fr/album/${id}`,
    ])
      expect(readSpotify(cell), cell).toBe(`https://open.spotify.com/album/${id}`)
    expect(readSpotify(`https://open.spotify.com/track/${id}`)).toBeNull()
    expect(readSpotify('Abbey Road')).toBeNull()
  })

  it('to Discogs are releases and masters', () => {
    for (const cell of [
      '249504',
      'r249504',
      '[r249504]',
      'https://www.discogs.com/release/249504-Rick-Astley',
      'https://www.discogs.com/fr/release/249504-Rick-Astley',
      'discogs.com/Rick-Astley-Never-Gonna/release/249504?x=1',
    ])
      expect(readDiscogs(cell), cell).toEqual({ kind: 'release', id: 249504 })
    expect(readDiscogs('m24047')).toEqual({ kind: 'master', id: 24047 })
    expect(readDiscogs('https://www.discogs.com/master/24047')).toEqual({ kind: 'master', id: 24047 })
    expect(
      ['0', '', 'x', 'https://www.discogs.com/artist/3', 'https://evil.example/release/3'].map(readDiscogs),
    ).toEqual(Array(5).fill(null))
  })

  it('to MusicBrainz end in an identifier', () => {
    const id = '9162580e-5df4-32de-80cc-f45a8d8a9b1d'
    expect(readMbid(id.toUpperCase())).toBe(id)
    expect(readMbid(`https://musicbrainz.org/release-group/${id}`)).toBe(id)
    expect(readMbid(id.slice(1))).toBeNull()
  })
})

describe('artists', () => {
  it.each([
    ['Earth, Wind & Fire', ['Earth, Wind & Fire']],
    ['Simon & Garfunkel', ['Simon & Garfunkel']],
    ['AC/DC', ['AC/DC']],
    ['M*A*S*H', ['M*A*S*H']],
    ['Justice (3)', ['Justice']],
    ['Beatles*', ['Beatles']],
    ['Beatles, The', ['The Beatles']],
    ['Eat (2), Die Warzau', ['Eat', 'Die Warzau']],
    ['Weeknd, The*', ['The Weeknd']],
    ['Byrds, The (2)', ['The Byrds']],
    ['Björk = ビョーク', ['Björk']],
    ['Air (2) = エール / Beck = ベック', ['Air', 'Beck']],
    ['Simon* & Garfunkel*', ['Simon', 'Garfunkel']],
    ['Air (2) Featuring Beck', ['Air', 'Beck']],
    ['Earth* / Sunn O)))', ['Earth', 'Sunn O)))']],
    ['Various', ['Various Artists']],
    ['*', ['*']],
    ['', []],
  ])('of Discogs: %s', (credit, names) => {
    expect(discogsArtists(credit)).toEqual(names)
  })

  it.each([
    ['JAY-Z; Kanye West', ['JAY-Z', 'Kanye West']],
    ['A | B / C', ['A', 'B', 'C']],
    ['Earth, Wind & Fire', ['Earth, Wind & Fire']],
    ['Hancock, Herbie', ['Hancock, Herbie']],
    ['Weeknd, The', ['The Weeknd']],
    ['Who (The); Byrds (the)', ['The Who', 'The Byrds']],
    ['Beatles, Les', ['Les Beatles']],
    ["Impératrice, L'", ["L'Impératrice"]],
    ['Tyler, The Creator', ['Tyler, The Creator']],
    ['A = B', ['A = B']],
    ['AC/DC', ['AC/DC']],
    ['A; A ;', ['A']],
    ['A\nB', ['A B']],
  ])('of a list: %s', (cell, names) => {
    expect(artistsIn(cell)).toEqual(names)
  })

  it('and labels of one name are numbered by Discogs', () => {
    expect(discogsLabels('021 Records, Human Records (2), Sire')).toBe('021 Records, Human Records, Sire')
  })
})

describe('a carrier', () => {
  it.each([
    ['LP, Album, RE', 'Vinyl'],
    ['2xLP, Album', 'Vinyl'],
    ['7", Single, Pap', 'Vinyl'],
    ['12"', 'Vinyl'],
    ['Lathe, 7"', 'Vinyl'],
    ['CD, Album', 'CD'],
    ['CDr, Promo', 'CD'],
    ['SACD, Hybrid', 'CD'],
    ['Cass, Comp', 'Cassette'],
    ['File, FLAC, Album', 'File'],
    ['Blu-ray, Multichannel', 'Blu-ray'],
    ['Box, Comp, Ltd + 14xLP, Album', 'Vinyl'],
    ['Box, Ltd', 'Box Set'],
    ['Vinyle', null],
    ['', null],
  ])('of %j is %s', (format, carrier) => {
    expect(carrierOf(format)).toBe(carrier)
  })
})

describe('columns', () => {
  it('are known by their names without case, accents, signs and plural', () => {
    expect(
      ['Année', 'DATE_AJOUT', "Date d'ajout", 'Catalog#', 'Artists', ' release-id ', 'Künstler', 'Œuvre'].map(
        columnKey,
      ),
    ).toEqual(['annee', 'dateajout', 'datedajout', 'catalog', 'artist', 'releaseid', 'kunstler', 'oeuvre'])
  })

  it('of one name, of none and of a dangerous one keep their cells', () => {
    const named = cellsByName([
      [0, 'a', '1'],
      [1, 'a', '2'],
      [2, '', '3'],
      [3, '__proto__', '4'],
      [4, 'b', ''],
      [5, 'constructor', '5'],
    ])
    expect(JSON.parse(JSON.stringify(named))).toEqual({
      a: '1',
      'a (2)': '2',
      'column 3': '3',
      'column 4': '4',
      constructor: '5',
    })
    expect(cellsByName([[0, 'a', '']])).toBeNull()
  })
})

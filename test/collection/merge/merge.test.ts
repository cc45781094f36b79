import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Album, CopyFacts } from '../../../scripts/collection/album.ts'
import type { IncomingAlbum, IncomingList } from '../../../scripts/collection/incoming.ts'
import type { MergeBase, MergeResult } from '../../../scripts/collection/merge/decision.ts'
import { mergeList } from '../../../scripts/collection/merge/merge.ts'
import { emptyReview, type Review } from '../../../scripts/collection/review.ts'

const TODAY = '2026-11-23'

function base(albums: readonly Album[] = [], review: Review = emptyReview(), lastId = 0): MergeBase {
  return { albums, lastId, review }
}

function after({ albums, lastId, review }: MergeResult): MergeBase {
  return { albums, lastId, review }
}

/** A row of a Discogs export. */
function pressing(
  title: string,
  artists: string[],
  release: number,
  more: Partial<IncomingAlbum> & { year?: number } = {},
): IncomingAlbum {
  const { year, facts, copy, ...rest } = more
  return {
    key: `discogs:${release}`,
    facts: { title, artists, ...(year === undefined ? {} : { year }), discogs_id: release, ...facts },
    isPressingYear: true,
    copy: { format: 'LP', ...(year === undefined ? {} : { year }), ...copy },
    ...rest,
  }
}

/** A row of somebody's own table. */
function plain(title: string, artists: string[], year?: number, copy: CopyFacts | null = null): IncomingAlbum {
  return { key: null, facts: { title, artists, ...(year === undefined ? {} : { year }) }, copy }
}

const discogs = (...records: IncomingAlbum[]): IncomingList => ({ source: 'discogs', records })
const csv = (...records: IncomingAlbum[]): IncomingList => ({ source: 'csv', records })
const kinds = ({ decisions }: MergeResult) => decisions.map(({ kind }) => kind).sort()
const titles = ({ albums }: MergeResult) => albums.map(({ title }) => title)

describe('a merge', () => {
  it('makes one album of its editions and spellings, with a copy for each', () => {
    const result = mergeList(
      base(),
      discogs(
        pressing('Abbey Road', ['The Beatles'], 1, {
          year: 1969,
          copy: { folder: 'A', media_condition: 'VG+', paid: '20 €' },
        }),
        pressing('Abbey Road (2019 Remaster)', ['Beatles (2)'], 2, { year: 2019, copy: { format: 'CD' } }),
        pressing('ABBEY ROAD - Deluxe Edition', ['the beatles'], 3, { year: 2020 }),
      ),
      TODAY,
    )
    expect(result.albums).toHaveLength(1)
    expect(result.albums[0]).toMatchObject({ id: 1, title: 'Abbey Road', year: 1969, sources: { year: 'pressing' } })
    expect(result.albums[0]!.copies).toEqual([
      { ref: 'discogs:1', format: 'LP', year: 1969, folder: 'A', media_condition: 'VG+', paid: '20 €' },
      { ref: 'discogs:2', title: 'Abbey Road (2019 Remaster)', artists: ['Beatles (2)'], format: 'CD', year: 2019 },
      { ref: 'discogs:3', title: 'ABBEY ROAD - Deluxe Edition', artists: ['the beatles'], format: 'LP', year: 2020 },
    ])
    expect(kinds(result)).toEqual(['added', 'merged', 'merged'])
  })

  it.each([
    ['accents', 'Début', ['Björk'], 'Debut', ['Bjork']],
    ['hyphen variants', 'Sign ‐ o – the times', ['Prince'], 'Sign - O - The Times', ['Prince']],
    [
      'an ampersand',
      'Ella & Louis',
      ['Ella Fitzgerald & Louis Armstrong'],
      'Ella And Louis',
      ['Ella Fitzgerald', 'Louis Armstrong'],
    ],
    ['quotes', 'What’s Going On', ['Marvin Gaye'], "What's Going On", ['Marvin Gaye']],
    ['a namesake number', 'Moon Safari', ['Air (6)'], 'Moon Safari', ['AIR']],
  ])('takes %s for the same album', (_, title, artists, otherTitle, otherArtists) => {
    const result = mergeList(
      base(),
      csv(plain(title, artists, 1990, { format: 'LP' }), plain(otherTitle, otherArtists, 1990, { format: 'CD' })),
      TODAY,
    )
    expect(result.albums).toHaveLength(1)
    expect(result.albums[0]!.copies).toHaveLength(2)
  })

  it.each([
    ['a live album', ['Alive', ['Pearl Jam']], ['Alive (Live)', ['Pearl Jam']]],
    ['another volume', ['Greatest Hits Vol. 1', ['Queen']], ['Greatest Hits Vol. 2', ['Queen']]],
    ['another artist', ['Greatest Hits', ['Queen']], ['Greatest Hits', ['ABBA']]],
    ['a compilation of that name', ['Blue', ['Joni Mitchell']], ['Blue', ['Various Artists']]],
  ] as const)('takes %s for another album', (_, [title, artists], [otherTitle, otherArtists]) => {
    const result = mergeList(base(), csv(plain(title, [...artists]), plain(otherTitle, [...otherArtists])), TODAY)
    expect(titles(result).sort()).toEqual([title, otherTitle].sort())
    expect(result.review.unsure).toEqual([])
  })

  it('keeps every row of a list of one’s own as a copy, with the edition and its year', () => {
    const rows = [
      plain('Foxtrot', ['Genesis'], 1972),
      plain('Foxtrot (2008 Remaster)', ['Genesis'], 2008),
      plain('Foxtrot - Deluxe Edition', ['Genesis'], 2014),
    ]
    const result = mergeList(base(), csv(...rows), TODAY)
    expect(result.albums).toMatchObject([
      {
        title: 'Foxtrot',
        year: 1972,
        copies: [
          { ref: 'csv:genesis|foxtrot|1972' },
          { title: 'Foxtrot (2008 Remaster)', year: 2008 },
          { title: 'Foxtrot - Deluxe Edition', year: 2014 },
        ],
      },
    ])
    expect(kinds(result)).toEqual(['added', 'merged', 'merged'])
  })

  it('lets the plainest spelling and the earliest year name an album', () => {
    const rows = [plain('OCTOPUS', ['GENTLE GIANT'], 1972), plain('Octopus', ['Gentle Giant'], 1972)]
    expect(mergeList(base(), csv(...rows), TODAY).albums).toMatchObject([
      { title: 'Octopus', artists: ['Gentle Giant'] },
    ])
    const dated = [
      plain('American Recordings', ['Johnny Cash'], 2016),
      plain('American Recordings', ['Johnny Cash'], 1994),
    ]
    expect(mergeList(base(), csv(...dated), TODAY).albums).toMatchObject([{ year: 1994 }])
  })

  it.each([
    ['Stan Getz, João Gilberto', ['Stan Getz', 'João Gilberto']],
    ['Hancock, Herbie', ['Herbie Hancock']],
  ])('reads the artists “%s” both ways', (credit, artists) => {
    const start = after(mergeList(base(), csv(plain('Getz/Gilberto', artists, 1964)), TODAY))
    expect(kinds(mergeList(start, discogs(pressing('Getz/Gilberto', [credit], 5)), TODAY))).toEqual(['merged'])
  })

  it('takes the year beside an edition for that of the edition', () => {
    const start = after(mergeList(base(), csv(plain('Moon Safari', ['Air'], 1998)), TODAY))
    const result = mergeList(start, csv(plain('Moon Safari (Deluxe)', ['AIR'], 2008)), TODAY)
    expect(kinds(result)).toEqual(['merged'])
    expect(result.albums[0]).toMatchObject({ title: 'Moon Safari', year: 1998 })
    const [alone] = mergeList(base(), csv(plain('Moon Safari (Deluxe)', ['AIR'], 2008)), TODAY).albums
    expect(alone).toMatchObject({ year: 2008, sources: { year: 'pressing' } })
  })

  it('takes a single for another record than the album that bears its name', () => {
    const single = pressing('Thriller', ['Michael Jackson'], 2, { copy: { format: '7", Single' } })
    const result = mergeList(base(), discogs(pressing('Thriller', ['Michael Jackson'], 1), single), TODAY)
    expect(kinds(result)).toEqual(['added', 'added'])
  })

  it('asks which of several compilations of one name a record is', () => {
    const start = after(mergeList(base(), csv(plain('Greatest Hits', ['Queen'])), TODAY))
    expect(kinds(mergeList(start, csv(plain('Greatest Hits', ['Queen'], 1981)), TODAY))).toEqual(['unsure'])
  })

  it.each([
    ['years', plain('Weezer', ['Weezer'], 1994), plain('Weezer', ['Weezer'], 2001)],
    ['self-titled', plain('Peter Gabriel', ['Peter Gabriel'], 1977), plain('Peter Gabriel', ['Peter Gabriel'], 1978)],
    ['artists', plain('Outrospective', ['Faithless']), plain('Outrospective', ['Faithless', 'Dido'])],
    ['spelling', plain('Pet Sounds', ['The Beach Boys']), plain('Pet Sounds', ['The Beach Boyz'])],
    ['no-artist', plain('Pet Sounds', ['The Beach Boys']), plain('Pet Sounds', [])],
  ])('asks a person where %s leave a doubt', (why, there, comes) => {
    const start = after(mergeList(base(), csv(there), TODAY))
    const result = mergeList(start, csv(comes), TODAY)
    expect(kinds(result)).toEqual(['unsure'])
    expect(result.albums).toEqual(start.albums)
    expect(result.review.unsure).toMatchObject([{ why, decision: null, perhaps: [{ id: 1 }] }])
  })

  it('asks where a catalogue’s number says that two albums are one, and their names say otherwise', () => {
    const linked = (title: string, artists: string[]) => {
      const record = plain(title, artists)
      return { ...record, facts: { ...record.facts, musicbrainz_id: '8e8a594f-2175-38c7-a871-abb68ec363e7' } }
    }
    const start = after(mergeList(base(), csv(linked('Kind of Blue', ['Miles Davis'])), TODAY))
    const result = mergeList(start, csv(linked('Watch the Throne', ['JAY-Z'])), TODAY)
    expect(result.review.unsure).toMatchObject([{ why: 'link', perhaps: [{ id: 1 }] }])
    expect(kinds(mergeList(start, csv(linked('Sorte de bleu', ['Miles Davis'])), TODAY))).toEqual(['merged'])
  })

  it('asks about a pressing of a self-titled album from another year, and not where Discogs knows the work', () => {
    const first = pressing('Peter Gabriel', ['Peter Gabriel'], 1, { year: 1977 })
    const second = pressing('Peter Gabriel', ['Peter Gabriel'], 2, { year: 1980 })
    expect(kinds(mergeList(base(), discogs(first, second), TODAY))).toEqual(['added', 'unsure'])
    const known = (record: IncomingAlbum, discogs_master: number) => ({
      ...record,
      facts: { ...record.facts, discogs_master },
    })
    expect(kinds(mergeList(base(), discogs(known(first, 7), known(second, 8)), TODAY))).toEqual(['added', 'added'])
    expect(kinds(mergeList(base(), discogs(known(first, 7), known(second, 7)), TODAY))).toEqual(['added', 'merged'])
  })
})

describe('a person’s word', () => {
  const there = plain('Pet Sounds', ['The Beach Boys'])
  const comes = plain('Pet Sounds', ['The Beach Boyz'], undefined, { format: 'CD' })
  const asked = () => mergeList(after(mergeList(base(), csv(there), TODAY)), csv(comes), TODAY)
  const decided = (decision: 'new' | 'skip' | number): MergeBase => {
    const result = asked()
    return {
      ...after(result),
      review: { version: 1, unsure: result.review.unsure.map((entry) => ({ ...entry, decision })) },
    }
  }

  it('makes a record another album, or a copy of the album it names, for good', () => {
    const apart = mergeList(decided('new'), null, TODAY)
    expect(titles(apart)).toEqual(['Pet Sounds', 'Pet Sounds'])
    const joined = mergeList(decided(1), null, TODAY)
    expect(joined.albums).toHaveLength(1)
    expect(joined.albums[0]!.copies).toMatchObject([{}, { format: 'CD', artists: ['The Beach Boyz'] }])
    for (const result of [apart, joined]) {
      expect(result.review.unsure).toEqual([])
      expect(kinds(mergeList(after(result), csv(there, comes), TODAY))).toEqual(['kept', 'kept'])
    }
  })

  it('keeps a record out for good', () => {
    const result = mergeList(decided('skip'), csv(comes), TODAY)
    expect(kinds(result)).toEqual(['skipped'])
    expect(result.isChanged).toBe(false)
  })

  it('keeps out for good what it lists as not wanted, though the list still has it', () => {
    const review = { ...emptyReview(), skip: ['csv:beachboyz|petsounds'] }
    expect(kinds(mergeList(base([], review), csv(comes, there), TODAY))).toEqual(['added', 'skipped'])
  })

  it('may stand in quotes', () => {
    const result = asked()
    const unsure = result.review.unsure.map((entry) => ({ ...entry, decision: '1' }))
    expect(mergeList({ ...after(result), review: { version: 1, unsure } }, null, TODAY).albums).toHaveLength(1)
  })

  it('is asked for again where the album it names is not there', () => {
    const result = mergeList(decided(99), null, TODAY)
    expect(result.review.unsure).toMatchObject([{ decision: null }])
  })
})

describe('what a person wrote', () => {
  it('stays, and what they left open is filled with its source named', () => {
    const mine: Album = {
      id: 5,
      title: 'Abbey road !',
      artists: ['The Beatles'],
      year: 1969,
      genre: 'Mine',
      mood: 'late',
    }
    const comes = pressing('Abbey Road', ['The Beatles'], 9, {
      year: 2019,
      facts: { title: 'Abbey Road', genre: 'Rock', cover_url: 'https://x.org/a.jpg' },
    })
    const [album] = mergeList(base([mine]), discogs(comes), TODAY).albums
    expect(album).toMatchObject({
      ...mine,
      cover_url: 'https://x.org/a.jpg',
      sources: { cover_url: 'discogs', discogs_id: 'discogs' },
    })
  })

  it('stays when they rename an imported album and import again', () => {
    const list = csv(plain('Abbey Rd', ['Beatles']))
    const { albums } = mergeList(base(), list, TODAY)
    const renamed = base([{ ...albums[0]!, title: 'Abbey Road', artists: ['The Beatles'] }])
    expect(mergeList(renamed, list, TODAY)).toMatchObject({ isChanged: false, albums: renamed.albums })
  })

  it('stays when they correct the year of a pressing', () => {
    const list = discogs(pressing('Abbey Road', ['The Beatles'], 1, { year: 2019 }))
    const [album] = mergeList(base(), list, TODAY).albums
    const corrected = base([{ ...album!, year: 1969 }])
    const knowing = discogs({
      ...list.records[0]!,
      facts: { ...list.records[0]!.facts, year: 1970 },
      isPressingYear: false,
    })
    expect(mergeList(corrected, knowing, TODAY).albums[0]!.year).toBe(1969)
  })
})

it('the year of a pressing gives way to that of the first release, which is none where it is later', () => {
  const pressed = pressing('Abbey Road', ['The Beatles'], 1, { year: 2009 })
  const { albums } = mergeList(base(), discogs(pressed), TODAY)
  const yearAfter = (year: number) => {
    const knowing = { ...pressed, facts: { ...pressed.facts, year }, isPressingYear: false }
    return mergeList(base(albums), discogs(knowing), TODAY).albums[0]!.year
  }
  expect([1969, 2009, 2019].map(yearAfter)).toEqual([1969, 2009, 2009])
})

describe('the starter collection', () => {
  const starters: Album[] = [
    { id: 1, title: 'Abbey Road', artists: ['The Beatles'], year: 1969, description: 'True.', source: 'starter' },
    { id: 2, title: 'Blue', artists: ['Joni Mitchell'], year: 1971, source: 'starter' },
  ]

  it('leaves when albums of one’s own arrive, but for those that are one’s own, and no id is given twice', () => {
    const result = mergeList(
      base(starters),
      discogs(pressing('Abbey Road', ['The Beatles'], 1, { year: 2009 }), pressing('Bad', ['Michael Jackson'], 2)),
      TODAY,
    )
    expect(result.albums.map(({ id, title, source }) => [id, title, source])).toEqual([
      [1, 'Abbey Road', 'discogs'],
      [3, 'Bad', 'discogs'],
    ])
    expect(result.albums[0]).toMatchObject({ year: 1969, description: 'True.' })
    expect(result).toMatchObject({ startersLeft: 1, lastId: 3 })
    expect(mergeList(after(result), csv(plain('New', ['One'])), TODAY).albums.at(-1)!.id).toBe(4)
  })

  it('stays while nothing arrives', () => {
    expect(mergeList(base(starters), discogs(), TODAY)).toMatchObject({ isChanged: false, startersLeft: 0 })
  })
})

describe('a list that is all there is', () => {
  const whole = (...records: IncomingAlbum[]): IncomingList => ({ source: 'discogs', records, isWhole: true })
  const a = pressing('A', ['X'], 1)
  const b = pressing('B', ['X'], 2)
  const start = () => after(mergeList(base(), whole(a, b), '2026-11-20'))

  it('marks a sold record on the first day and lets it leave on a later one', () => {
    const marked = mergeList(start(), whole(a), '2026-11-21')
    expect(kinds(marked)).toEqual(['gone', 'kept'])
    expect(marked.albums[1]!.copies).toMatchObject([{ gone_since: '2026-11-21' }])
    expect(mergeList(after(marked), whole(a), '2026-11-21').isChanged).toBe(false)
    const left = mergeList(after(marked), whole(a), '2026-11-22')
    expect(kinds(left)).toEqual(['kept', 'left'])
    expect(titles(left)).toEqual(['A'])
    expect(left.lastId).toBe(2)
  })

  it('asks no more about a record that is sold, and keeps what a person has decided', () => {
    const doubtful = pressing('A', ['X', 'Y'], 3)
    const asked = mergeList(start(), whole(a, b, doubtful), '2026-11-21')
    expect(asked.review.unsure).toMatchObject([{ ref: 'discogs:3', decision: null }])
    expect(mergeList(after(asked), { ...whole(a, b), source: 'csv' }, '2026-11-22').review).toEqual(asked.review)
    expect(mergeList(after(asked), whole(a, b), '2026-11-22').review.unsure).toEqual([])
    const unsure = asked.review.unsure.map((entry) => ({ ...entry, decision: 'skip' }))
    const skipped = mergeList({ ...after(asked), review: { version: 1, unsure } }, whole(a, b), '2026-11-22')
    expect(skipped.review.unsure).toMatchObject([{ decision: 'skip' }])
  })

  it('takes the mark away when the record is back', () => {
    const marked = mergeList(start(), whole(a), '2026-11-21')
    const back = mergeList(after(marked), whole(a, b), '2026-11-22')
    expect(kinds(back)).toContain('returned')
    expect(back.albums).toEqual(start().albums)
  })

  it('leaves albums alone that a person wrote or another list has', () => {
    const mine: Album = { id: 7, title: 'Mine', artists: ['Me'] }
    const both = mergeList(
      after(mergeList(base([mine]), whole(a, b), '2026-11-01')),
      csv(plain('B', ['X'], undefined, { format: 'CD' })),
      TODAY,
    )
    const first = mergeList(after(both), whole(a), '2026-11-21')
    expect(titles(mergeList(after(first), whole(a), '2026-11-25'))).toEqual(['Mine', 'A', 'B'])
  })
})

describe('several copies of one pressing', () => {
  it('keep their own conditions, whatever their order', () => {
    const copy = (media_condition: string) => pressing('A', ['X'], 1, { copy: { media_condition } })
    const once = mergeList(base(), discogs(copy('VG'), copy('NM'), copy('VG')), TODAY)
    expect(once.albums[0]!.copies!.map(({ ref }) => ref)).toEqual(['discogs:1', 'discogs:1#2', 'discogs:1#3'])
    const again = mergeList(after(once), discogs(copy('NM'), copy('VG'), copy('VG')), TODAY)
    expect(again.isChanged).toBe(false)
    expect(kinds(again)).toEqual(['kept', 'kept', 'kept'])
  })
})

describe('whatever the list', () => {
  const word = fc.constantFrom(
    'Blue',
    'Bleu',
    'Weezer',
    'Live',
    'Vol. 1',
    'Vol. 2',
    '東京',
    'Blue (Deluxe)',
    'blue',
    'Été',
    'Ete',
  )
  const artist = fc.constantFrom('Weezer', 'Air', 'AIR (2)', 'Beach Boys', 'Beach Boyz', 'A & B', 'A', 'Various')
  const record = fc
    .record({
      title: word,
      artists: fc.array(artist, { maxLength: 2 }),
      year: fc.option(fc.integer({ min: 1960, max: 2020 }), { nil: undefined }),
      release: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      condition: fc.option(fc.constantFrom('NM', 'VG'), { nil: undefined }),
    })
    .map(({ title, artists, year, release, condition }): IncomingAlbum =>
      release === undefined
        ? plain(title, artists, year, condition === undefined ? null : { media_condition: condition })
        : pressing(title, artists, release, {
            ...(year === undefined ? {} : { year }),
            copy: condition === undefined ? {} : { media_condition: condition },
          }),
    )
  const records = fc.array(record, { maxLength: 25 })

  it('the order of its records does not matter', () => {
    fc.assert(
      fc.property(
        records.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(after(mergeList(base(), csv(...shuffled), TODAY))).toEqual(
            after(mergeList(base(), csv(...list), TODAY)),
          )
        },
      ),
    )
  })

  it('the same list again, in any order, changes nothing', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (list, chance) => {
        const once = mergeList(base(), csv(...list), TODAY)
        const shuffled = list
          .map((each) => ({ each, rank: Number(chance.next().value) }))
          .sort((x, y) => x.rank - y.rank)
        const again = mergeList(after(once), csv(...shuffled.map(({ each }) => each)), TODAY)
        expect(after(again)).toEqual(after(once))
        expect(again.isChanged).toBe(false)
      }),
    )
  })

  it('every record ends up in an album or in the review, and every copy is there once', () => {
    fc.assert(
      fc.property(records, (list) => {
        const { albums, review } = mergeList(base(), csv(...list), TODAY)
        const copies = albums.flatMap((album) => album.copies ?? [])
        // A row of a list without names of its own is of something the person has.
        const isCopy = ({ key, copy }: { key: string | null; copy: unknown }) => key === null || copy !== null
        const waiting = review.unsure.filter(({ record }) => isCopy(record))
        expect(copies.length + waiting.length).toBe(list.filter(isCopy).length)
        const refs = [
          ...albums.flatMap((album) => [...(album.copies ?? []).map(({ ref }) => ref), ...(album.refs ?? [])]),
          ...review.unsure.map(({ ref }) => ref),
        ]
        expect(new Set(refs).size).toBe(refs.length)
      }),
    )
  })

  it('nothing that is handed in is changed', () => {
    fc.assert(
      fc.property(records, records, (first, second) => {
        const start = after(mergeList(base(), csv(...first), TODAY))
        const before = structuredClone(start)
        mergeList(start, { source: 'discogs', records: second, isWhole: true }, TODAY)
        expect(start).toEqual(before)
      }),
    )
  })
})

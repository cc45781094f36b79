import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { albumSchema, copySchema } from '../../../scripts/collection/album.ts'
import type { IncomingAlbum } from '../../../scripts/collection/incoming.ts'
import { ServiceError } from '../../../scripts/ground/errors.ts'
import { createDocument } from '../../../scripts/sources/readers/document.ts'
import { discogsCsv } from '../../../scripts/sources/readers/formats/discogs-csv.ts'
import { formatText, supportOf } from '../../../scripts/sources/services/discogs-format.ts'
import { readItem, type DiscogsNames } from '../../../scripts/sources/services/discogs-record.ts'
import { createDiscogs, discogsFromEnvironment, type Discogs } from '../../../scripts/sources/services/discogs.ts'
import {
  discogsItem,
  discogsItems,
  startDiscogs,
  TOO_QUICKLY,
  type DiscogsPerson,
  type DiscogsServer,
  type DiscogsServerOptions,
} from '../../support/discogs-server.ts'
import { empty, html, json, silent, type Answer } from '../../support/loopback.ts'

const USER = 'rob zombie'
const TOKEN = 'aVerySecretDiscogsToken'
const AGENT = 'aime-scheduler/test (+https://github.com/someone/records)'

/** Time that passes only where somebody pauses. */
function standingClock() {
  const time = { now: 1_000, pauses: [] as number[] }
  return {
    time,
    clock: () => time.now,
    sleep: (ms: number) => {
      time.pauses.push(ms)
      time.now += ms
      return Promise.resolve()
    },
  }
}

const servers: DiscogsServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

interface World {
  server: DiscogsServer
  discogs: Discogs
  time: { now: number; pauses: number[] }
  person: DiscogsPerson
}

interface WorldOptions extends DiscogsServerOptions {
  token?: string | null
  user?: string
  timeoutMs?: number
}

async function world(
  person: Partial<DiscogsPerson> = {},
  { token = null, user = USER, timeoutMs = 5_000, ...options }: WorldOptions = {},
): Promise<World> {
  const { time, clock, sleep } = standingClock()
  const owner: DiscogsPerson = { items: [], ...person }
  const server = await startDiscogs({ now: clock, people: { [USER]: owner }, ...options })
  servers.push(server)
  const discogs = createDiscogs(
    { user, token, address: new URL(`${server.url}/`) },
    { userAgent: AGENT, timeoutMs, clock, sleep },
  )
  return { server, discogs, time, person: owner }
}

const pagesAsked = ({ calls }: DiscogsServer) => calls.flatMap(({ query }) => query.get('page') ?? [])
const keysOf = (records: readonly IncomingAlbum[]) => records.map(({ key }) => key)
const keysTo = (count: number) => Array.from({ length: count }, (_, index) => `discogs:${index + 1}`)

async function failure(promise: Promise<unknown>): Promise<ServiceError> {
  const error: unknown = await promise.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ServiceError)
  expect(inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error)).not.toContain(TOKEN)
  return error as ServiceError
}

describe('the environment', () => {
  const options = { userAgent: AGENT }

  it('configures nothing without a user and a token', () => {
    expect(discogsFromEnvironment({ DISCOGS_USER: ' ', DISCOGS_TOKEN: '' }, options)).toBeNull()
  })

  it.each([
    [{ DISCOGS_TOKEN: TOKEN }, 'DISCOGS_TOKEN is set and DISCOGS_USER is not'],
    [{ DISCOGS_USER: 'x', DISCOGS_TOKEN: `${TOKEN} ${TOKEN}` }, 'DISCOGS_TOKEN holds a blank'],
    [{ DISCOGS_USER: 'x', DISCOGS_URL: 'http://discogs.example' }, 'DISCOGS_URL does not begin with https://'],
  ])('that cannot be meant is refused without showing a secret', (environment, says) => {
    const read = () => discogsFromEnvironment(environment, options)
    expect(read).toThrow(says)
    expect(read).not.toThrow(TOKEN)
  })

  it('makes a client of a user alone', async () => {
    const { server } = await world({ items: discogsItems(3) })
    const discogs = discogsFromEnvironment({ DISCOGS_USER: USER, DISCOGS_URL: server.url, DISCOGS_TOKEN: '' }, options)
    expect(await discogs?.count()).toBe(3)
  })
})

describe('a question', () => {
  it('says who asks, and brings the token in its header and nowhere else', async () => {
    const { server, discogs } = await world({ token: TOKEN, items: discogsItems(1) }, { token: TOKEN })
    await discogs.collection()
    expect(server.calls.length).toBeGreaterThan(2)
    for (const { headers, path, query } of server.calls) {
      expect(headers['user-agent']).toBe(AGENT)
      expect(headers.authorization).toBe(`Discogs token=${TOKEN}`)
      expect(path + query.toString()).not.toContain(TOKEN)
    }
  })

  it('brings no token where there is none', async () => {
    const { server, discogs } = await world()
    await discogs.count()
    expect(server.calls[0]!.headers.authorization).toBeUndefined()
  })
})

describe('a collection', () => {
  it.each([
    [0, ['1']],
    [1, ['1']],
    [100, ['1']],
    [101, ['1', '2']],
    [250, ['1', '2', '3']],
  ])('of %i records comes whole and in order', async (size, pages) => {
    const { server, discogs } = await world({ items: discogsItems(size) })
    const { source, isWhole, records, unreadable } = await discogs.collection()
    expect(keysOf(records)).toEqual(keysTo(size))
    expect({ source, isWhole, unreadable }).toEqual({ source: 'discogs', isWhole: true, unreadable: [] })
    expect(pagesAsked(server)).toEqual(pages)
    expect(await discogs.count()).toBe(size)
  })

  it('has two copies of one pressing twice', async () => {
    const second = discogsItem({ id: 1 }, { instance_id: 7 })
    const { discogs } = await world({ items: [...discogsItems(1), second] })
    const { records } = await discogs.collection()
    expect(records.map(({ key, copy }) => [key, copy?.['instance_id']])).toEqual([
      ['discogs:1', 800_000_001],
      ['discogs:1', 7],
    ])
  })

  /** Changes the collection just before the given page is answered, the first so many times. */
  function changes(server: DiscogsServer, page: string, times: number, change: () => void): void {
    let left = times
    server.play((response, call) => {
      if (call.query.get('page') === page && left-- > 0) change()
      server.good(response, call)
    })
  }

  it.each([
    ['removed', '2', 250, (items: unknown[]) => items.shift()],
    ['removed', '3', 250, (items: unknown[]) => items.shift()],
    ['removed with the page it stood on', '2', 101, (items: unknown[]) => items.shift()],
    ['added', '2', 250, (items: unknown[]) => items.push(discogsItem({ id: 999 }))],
    ['added before the others', '3', 250, (items: unknown[]) => items.unshift(discogsItem({ id: 999 }))],
  ])('from which a record is %s before page %s is read again', async (_, page, size, change) => {
    const { server, discogs, person } = await world({ items: discogsItems(size) })
    changes(server, page, 1, () => change(person.items))
    const { records, isWhole } = await discogs.collection()
    expect(isWhole).toBe(true)
    expect(keysOf(records)).toEqual(person.items.map((item) => `discogs:${(item as { id: number }).id}`))
  })

  it('that shows a record on two pages is read again, though the number is right', async () => {
    const { server, discogs, person } = await world({ items: discogsItems(200) })
    changes(server, '2', 1, () => (person.items = [discogsItem({ id: 999 }), ...person.items.slice(0, -1)]))
    const { records } = await discogs.collection()
    expect(new Set(keysOf(records)).size).toBe(200)
    expect(pagesAsked(server)).toEqual(['1', '2', '1', '2'])
  })

  it('that lost a record and got another is read again, though the number is right in the end', async () => {
    const { server, discogs, person } = await world({ items: discogsItems(250) })
    server.play((response, call) => {
      const asked = pagesAsked(server).length
      if (asked === 2) person.items.shift()
      if (asked === 3) person.items.push(discogsItem({ id: 999 }))
      server.good(response, call)
    })
    const { records } = await discogs.collection()
    expect(keysOf(records)).toEqual([...keysTo(250).slice(1), 'discogs:999'])
  })

  it('that changes each time it is read is not taken, and the next run may try', async () => {
    const { server, discogs, person } = await world({ items: discogsItems(250) })
    changes(server, '2', Infinity, () => person.items.pop())
    const error = await failure(discogs.collection())
    expect(error).toMatchObject({ transient: true, reason: 'unreachable' })
    expect(error.message).toBe('Discogs sends another number of records than it counts, 3 times over')
  })

  it('of which Discogs counts more than it sends is not taken', async () => {
    const { server, discogs } = await world({ items: discogsItems(2) })
    server.play((response, call) =>
      call.path.endsWith('/releases')
        ? json({ pagination: { items: 3, pages: 1 }, releases: discogsItems(2) })(response, call)
        : server.good(response, call),
    )
    expect(await failure(discogs.collection())).toMatchObject({ transient: true })
  })

  it('with items that nothing can be read from is not whole, and says which they are', async () => {
    const items = [discogsItem({ id: 1 }), null, discogsItem({ id: 2, title: ' ' }), null, discogsItem({ id: 3 })]
    const { discogs } = await world({ items })
    const { records, isWhole, unreadable } = await discogs.collection()
    expect(keysOf(records)).toEqual(['discogs:1', 'discogs:3'])
    expect(isWhole).toBe(false)
    expect(unreadable).toEqual([
      { at: { entry: 2 }, key: null, why: { code: 'shape', expected: 'a record' } },
      { at: { entry: 3 }, key: 'discogs:2', why: { code: 'no-title' } },
      { at: { entry: 4 }, key: null, why: { code: 'shape', expected: 'a record' } },
    ])
  })
})

describe('what its owner alone sees', () => {
  const person: DiscogsPerson = {
    token: TOKEN,
    folders: [{ id: 7, name: 'Jazz' }],
    fields: [
      { id: 1, name: 'Where bought', public: false },
      { id: 3, name: 'Notes', public: true },
    ],
    items: [
      discogsItem(
        { id: 1 },
        {
          folder_id: 7,
          notes: [
            { field_id: 1, value: 'Crocodisc' },
            { field_id: 3, value: 'mine' },
          ],
        },
      ),
    ],
  }
  const copyFor = async (token: string | null) => {
    const { discogs } = await world(person, { token })
    return (await discogs.collection()).records[0]!.copy
  }

  it('comes with the token', async () => {
    expect(await copyFor(TOKEN)).toMatchObject({
      folder: 'Jazz',
      notes: 'mine',
      other: { 'Where bought': 'Crocodisc' },
    })
  })

  it('is missing without it, and the fields are those Discogs begins with', async () => {
    const copy = await copyFor(null)
    expect(copy).toMatchObject({ notes: 'mine' })
    expect(copy).not.toHaveProperty('folder')
    expect(copy).not.toHaveProperty('other')
  })

  it('makes a private collection readable', async () => {
    const { discogs } = await world({ ...person, isPrivate: true }, { token: TOKEN })
    expect((await discogs.collection()).records).toHaveLength(1)
  })
})

describe('the first year', () => {
  it('is that of the master', async () => {
    const { server, discogs } = await world({}, { masters: { 24047: 1969 } })
    expect(await discogs.firstYear(24047)).toBe(1969)
    expect(server.calls.map(({ path }) => path)).toEqual(['/masters/24047'])
  })

  it('is unknown where Discogs does not know it, or knows no such master', async () => {
    const { discogs } = await world({}, { masters: { 1: 0 } })
    expect(await discogs.firstYear(1)).toBeNull()
    expect(await discogs.firstYear(2)).toBeNull()
  })
})

describe('the rate limit', () => {
  const limit = { withToken: 60, without: 25 }
  const masters = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [index + 1, 1970]))
  const ask = (discogs: Discogs, count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => discogs.firstYear(index + 1)))

  it.each([
    [null, 25],
    [TOKEN, 60],
  ])('is kept (token %s): %i a minute, without a refusal or a pause too many', async (token, allowed) => {
    const { server, discogs, time } = await world({ token: TOKEN }, { token, limit, masters })
    await ask(discogs, allowed)
    expect(time.pauses).toEqual([])
    expect(discogs.waitMs()).toBe(60_000)
    time.now += 20_000
    expect(discogs.waitMs()).toBe(40_000)
    await ask(discogs, allowed * 2)
    expect(time.pauses).toEqual([40_000, 60_000])
    expect(server.calls).toHaveLength(allowed * 3)
  })

  it('that the answers tell is kept instead', async () => {
    const { discogs, time } = await world({}, { limit: { withToken: 5, without: 5 }, masters })
    await ask(discogs, 10)
    expect(time.pauses).toEqual([60_000])
  })

  it('is shared with others who ask from the same address', async () => {
    const { server, discogs, time } = await world({}, { limit, masters })
    server.made = Array<number>(20).fill(time.now - 1)
    await ask(discogs, 5)
    expect(time.pauses).toEqual([])
    expect(discogs.waitMs()).toBe(60_000)
    await ask(discogs, 25)
    expect(time.pauses).toEqual([60_000])
  })

  it('that is reached already is waited out', async () => {
    const { server, discogs, time } = await world({}, { limit, masters })
    server.made = Array<number>(25).fill(time.now - 1)
    expect(await discogs.firstYear(1)).toBe(1970)
    expect(time.pauses.reduce((sum, ms) => sum + ms, 0)).toBe(60_000)
    expect(server.calls).toHaveLength(2)
  })

  it('that others used up is waited out for as long as it takes the oldest request to leave', async () => {
    const { server, discogs, time } = await world({}, { limit, masters })
    await ask(discogs, 24)
    server.made.push(time.now)
    time.now += 55_000
    await ask(discogs, 1)
    expect(time.pauses.reduce((sum, ms) => sum + ms, 0)).toBe(5_000)
  })

  it('that the service counts anew is not waited out', async () => {
    const { server, discogs, time } = await world({}, { limit, masters })
    await ask(discogs, 24)
    server.made = []
    await ask(discogs, 25)
    expect(time.pauses).toEqual([])
  })

  it('is kept where a request takes longer to arrive than later ones', async () => {
    const { server, discogs, time } = await world({}, { limit, masters })
    server.play((response, call) => {
      if (server.calls.length === 1) time.now += 5_000
      server.good(response, call)
    })
    await ask(discogs, 30)
    expect(server.calls).toHaveLength(30)
  })

  it('whose answer says how long to wait is waited out for that long', async () => {
    const { server, discogs, time } = await world({}, { masters })
    server.next(json({ message: 'You are making requests too quickly.' }, 429, { 'retry-after': '7' }))
    expect(await discogs.firstYear(1)).toBe(1970)
    expect(time.pauses).toEqual([7_000])
  })

  it('whose answer says nothing of it is waited out for longer each time', async () => {
    const { server, discogs, time } = await world({}, { masters })
    server.next(TOO_QUICKLY, TOO_QUICKLY, TOO_QUICKLY)
    expect(await discogs.firstYear(1)).toBe(1970)
    expect(time.pauses).toEqual([10_000, 20_000, 40_000])
  })

  it.each([
    ['asks to wait for an hour', json({}, 429, { 'retry-after': '3600' }), 1],
    ['does not end', TOO_QUICKLY, 4],
  ])('that %s is left to the next run', async (_, answer, calls) => {
    const { server, discogs } = await world({}, { masters })
    server.play(answer)
    expect(await failure(discogs.firstYear(1))).toMatchObject({ transient: true, reason: 'unreachable' })
    expect(server.calls).toHaveLength(calls)
  })

  it('whose headers are no numbers changes nothing', async () => {
    const { server, discogs, time } = await world({}, { masters })
    server.play(json({ year: 1970 }, 200, { 'x-discogs-ratelimit': 'none', 'x-discogs-ratelimit-used': '-1' }))
    await ask(discogs, 26)
    expect(time.pauses).toEqual([60_000])
  })
})

describe('a bad day', () => {
  const cut: Answer = (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"pagination":{"items":1,"pa')

  it.each([
    ['500', json({ message: 'An internal server error occurred.' }, 500)],
    ['502', json({}, 502)],
    ['a text cut short', cut],
    ['a broken connection', (response) => response.destroy()],
  ] as [string, Answer][])('(%s) is got over when the next answer is right', async (_, answer) => {
    const { server, discogs } = await world({ items: discogsItems(101) })
    server.play((response, call) => {
      const isFirst = server.calls.filter(({ query }) => query.get('page') === '2').length === 1
      return (call.query.get('page') === '2' && isFirst ? answer : server.good)(response, call)
    })
    expect((await discogs.collection()).records).toHaveLength(101)
    expect(pagesAsked(server)).toEqual(['1', '2', '2'])
  })

  it.each([
    ['500', json({}, 500), 4, true],
    ['a text cut short', cut, 2, true],
    ['an empty answer', empty, 1, false],
    ['a page for people', html, 1, false],
    ['JSON of another kind', json({ hello: 'world' }), 1, false],
  ])('(%s) that lasts is told', async (_, answer, calls, transient) => {
    const { server, discogs } = await world()
    server.play(answer)
    const error = await failure(discogs.count())
    expect(error).toMatchObject({ service: 'Discogs', transient, reason: transient ? 'unreachable' : undefined })
    expect(server.calls).toHaveLength(calls)
  })

  it('(no answer in time) is told after one more try', async () => {
    const { server, discogs } = await world({}, { timeoutMs: 50 })
    server.play(silent)
    const error = await failure(discogs.count())
    expect(error).toMatchObject({ message: 'Discogs did not answer within 0.05 s', reason: 'unreachable' })
    expect(server.calls).toHaveLength(2)
  })

  it('in the middle of a collection gives nothing instead of a part', async () => {
    const { server, discogs } = await world({ items: discogsItems(250) })
    server.play((response, call) =>
      call.query.get('page') === '3' ? json({ releases: [] })(response, call) : server.good(response, call),
    )
    const error = await failure(discogs.collection())
    expect(error.message).toBe('Discogs sent JSON that is not a page of a collection')
  })

  it('does not keep later questions from being asked', async () => {
    const { server, discogs } = await world({}, { masters: { 1: 1970 } })
    server.next(json({ message: 'no' }, 400))
    const [refused, answered] = await Promise.allSettled([discogs.firstYear(1), discogs.firstYear(1)])
    expect([refused.status, answered.status]).toEqual(['rejected', 'fulfilled'])
  })
})

describe('a refusal', () => {
  it('of a user who is not known is told', async () => {
    const { discogs, server } = await world({}, { user: 'nobody' })
    for (const error of [await failure(discogs.count()), await failure(discogs.collection())]) {
      expect(error).toMatchObject({ message: 'Discogs knows no user of that name (404)', transient: false })
      expect(error).toMatchObject({ reason: 'unknown-user', todo: expect.stringContaining('DISCOGS_USER') as never })
    }
    expect(server.calls).toHaveLength(2)
  })

  it.each([null, TOKEN])('of a private collection is told (token %s)', async (token) => {
    const { discogs, server } = await world({ isPrivate: true }, { token })
    server.people['somebody'] = { token: TOKEN, items: [] }
    const error = await failure(discogs.collection())
    expect(error).toMatchObject({ message: 'Discogs does not show this collection (403)', reason: 'private' })
    expect(error.todo).toContain('https://www.discogs.com/settings/privacy')
  })

  it('of a token is told, and the token is not', async () => {
    const { discogs } = await world({ token: 'another' }, { token: TOKEN })
    const error = await failure(discogs.collection())
    expect(error).toMatchObject({ message: 'Discogs refused the token (401)', reason: 'refused-key', transient: false })
    expect(error.todo).toContain('DISCOGS_TOKEN')
  })
})

describe('a record', () => {
  const file = JSON.parse(
    readFileSync(new URL('../../fixtures/import/discogs-api.json', import.meta.url), 'utf8'),
  ) as Record<'folders' | 'fields', { id: number; name: string }[]> & { page: { releases: unknown[] } }
  const mapOf = (list: { id: number; name: string }[]) => new Map(list.map(({ id, name }) => [id, name]))
  const owner: DiscogsNames = { folders: mapOf(file.folders), fields: mapOf(file.fields) }
  const anybody: DiscogsNames = { folders: new Map(), fields: new Map() }
  const read = (item: unknown, names = anybody): IncomingAlbum => {
    const one = readItem(item, names)
    if (one.kind !== 'record') throw new Error(`not read: ${JSON.stringify(one)}`)
    return one.record
  }
  const [example, zombies, circus, single, , untrue] = file.page.releases

  it('is the album and the copy, as the example of the documentation has it', () => {
    expect(read(example)).toEqual({
      key: 'discogs:2464521',
      isPressingYear: true,
      facts: {
        title: 'Information Chase',
        artists: ['Bit Shifter'],
        year: 2006,
        genre: 'Electronic',
        styles: ['Chiptune'],
        support: 'CD',
        discogs_id: 2464521,
        discogs_url: 'https://www.discogs.com/release/2464521',
        cover_url: 'https://api-img.discogs.com/cover/R-2464521-1285519861.jpeg.jpg',
      },
      copy: {
        format: 'CDr, Mini, EP',
        label: '8bitpeoples',
        catalog_number: '8BP059',
        year: 2006,
        notes: 'bleep bloop blorp.',
        instance_id: 1,
      },
    })
  })

  it('has what the owner says of the copy', () => {
    expect(read(zombies, owner)).toEqual({
      key: 'discogs:7781525',
      isPressingYear: true,
      facts: {
        title: 'The BBC Radio Sessions',
        artists: ['The Zombies'],
        year: 2015,
        genre: 'Rock',
        support: 'Vinyl',
        discogs_id: 7781525,
        discogs_master: 917271,
        discogs_url: 'https://www.discogs.com/master/917271',
        added_at: '2015-11-30T10:54:13',
      },
      copy: {
        format: '2xLP, Album, Comp, Ltd, Mono, Red',
        format_text: 'Red Translucent, Gatefold',
        label: 'Varèse Vintage, BBC Music, BBC Music',
        catalog_number: '302 067 361 1, none, BBC 1',
        year: 2015,
        folder: 'My & Music',
        rating: 4,
        media_condition: 'Near Mint (NM or M-)',
        sleeve_condition: 'Generic',
        notes: 'first line\nsecond <line>',
        paid: '12,50 €',
        other: { 'Bought at': 'Crocodisc' },
        added_at: '2015-11-30T10:54:13',
        instance_id: 148842233,
      },
    })
  })

  it('is the same as in the CSV export, as far as that knows it', () => {
    const csv = [
      'Catalog#,Artist,Title,Label,Format,Rating,Released,release_id,CollectionFolder,Date Added,Collection Media Condition,Collection Sleeve Condition,Collection Notes,Collection Purchase Price',
      '"302 067 361 1, none, BBC 1",The Zombies (2),The BBC Radio Sessions,"Varèse Vintage, BBC Music (2), BBC Music (2)","2xLP, Album, Comp, Ltd, Mono, Red",4,2015,7781525,My &amp; Music,2015-11-30 10:54:13,Near Mint (NM or M-),Generic,"first line\nsecond <line>","12,50 €"',
      'none,"Die Warzau",天国と地獄 🎏,Fiction,"7"", Single",,1989,11,Uncategorized,2016-07-27 08:11:29,,,,',
    ].join('\n')
    const rows = [...discogsCsv.read(createDocument('collection.csv', Buffer.from(csv)))]
    const fromApi = [read(zombies, owner), read(single, owner)]
    expect(rows).toHaveLength(2)
    for (const [index, row] of rows.entries()) {
      if (row.kind !== 'album') throw new Error(row.kind)
      const { facts, copy } = row.record
      // The API knows the master, and artists one by one; what the CSV had to change is kept beside it.
      const { discogs_url: _url, artists: _artists, ...sameFacts } = facts
      const { other: _other, ...sameCopy } = copy!
      expect(fromApi[index]).toMatchObject({ key: row.record.key, facts: sameFacts, copy: sameCopy })
      expect(fromApi[index]!.facts.artists).toEqual(expect.arrayContaining(facts.artists!))
    }
  })

  it('keeps fields whose names are not shown under their numbers', () => {
    expect(read(zombies).copy).toMatchObject({ other: { 'Field 4': '12,50 €', 'Field 5': 'Crocodisc' } })
  })

  it('leaves out what Discogs does not know', () => {
    const { facts, copy } = read(circus)
    expect(facts).toMatchObject({ title: 'Rock & Roll Circus', artists: ['Various Artists'], support: 'Vinyl' })
    for (const field of ['year', 'cover_url', 'discogs_master']) expect(facts).not.toHaveProperty(field)
    for (const field of ['year', 'label', 'catalog_number', 'folder']) expect(copy).not.toHaveProperty(field)
    expect(read(single).copy).not.toHaveProperty('catalog_number')
  })

  it('names several artists, each by the name Discogs gives and without its number', () => {
    expect(file.page.releases.slice(3, 5).map((item) => read(item).facts.artists)).toEqual([
      ['Eat', 'Die Warzau'],
      ['Eat', 'Die Warzau'],
    ])
  })

  it.each([
    ['Persuader, The', 'The Persuader'],
    ['Air (3)', 'Air'],
    ['Shining (8)', 'Shining'],
    ['Hosono, Haruomi = 細野晴臣', 'Hosono, Haruomi'],
    ['Residents, The (2)', 'The Residents'],
    ['Various', 'Various Artists'],
    ['(1)', '(1)'],
  ])('of %s is one of %s', (name, artist) => {
    expect(read(discogsItem({ id: 1, artists: [{ name, anv: '' }] })).facts.artists).toEqual([artist])
  })

  it('names a cover only where there is one', () => {
    expect(read(untrue).facts['cover_url']).toBe('https://i.discogs.com/abc/rs:fit/g:sm/q:90/h:600/w:600/R-12.jpeg')
    for (const cover_image of ['http://i.discogs.com/a.jpg', 'https://s.discogs.com/images/spacer.gif', '', 'x', null])
      expect(read(discogsItem({ id: 1, cover_image })).facts).not.toHaveProperty('cover_url')
  })

  it.each(['Price', 'Price paid', 'Cost', 'Prix d’achat', 'Payé', 'Kaufpreis / Preis', 'Prezzo (€)'])(
    'takes %s for what was paid',
    (name) => {
      const item = discogsItem({ id: 1 }, { notes: [{ field_id: 9, value: '3' }] })
      expect(read(item, { ...anybody, fields: new Map([[9, name]]) }).copy).toMatchObject({ paid: '3' })
    },
  )

  it('does not take a word that only holds "cost" for what was paid', () => {
    const item = discogsItem({ id: 1 }, { notes: [{ field_id: 9, value: '3' }] })
    expect(read(item, { ...anybody, fields: new Map([[9, 'Costume']]) }).copy).toMatchObject({
      other: { Costume: '3' },
    })
  })

  it('is read whatever else of it is of another shape', () => {
    const item = {
      id: 5,
      instance_id: 'x',
      rating: 9,
      notes: {},
      basic_information: { title: 'Still here', year: '1999' },
    }
    expect(read(item)).toEqual({
      key: 'discogs:5',
      isPressingYear: true,
      facts: { title: 'Still here', discogs_id: 5, discogs_url: 'https://www.discogs.com/release/5' },
      copy: {},
    })
  })

  /** Items of which any part is anything. */
  const junk = (() => {
    const key = fc.constantFrom('name', 'anv', 'catno', 'qty', 'descriptions', 'text', 'field_id', 'value')
    const word = fc.constantFrom(
      'constructor',
      '__proto__',
      'Vinyl',
      'Box Set',
      'All Media',
      'LP',
      'none',
      ' ',
      '&amp;',
    )
    const part = fc.oneof(fc.anything({ withBigInt: true, withDate: true, maxDepth: 2 }), word, fc.nat())
    const list = fc.array(fc.oneof(part, fc.dictionary(key, part)), { maxLength: 4 })
    const any = fc.oneof(part, list)
    const partial = <T extends string>(...names: T[]) =>
      fc.record(Object.fromEntries(names.map((name) => [name, any])), { requiredKeys: [] })
    const release = fc.oneof(
      { weight: 1, arbitrary: any },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            partial('master_id', 'title', 'year', 'cover_image', 'artists', 'labels', 'formats', 'genres', 'styles'),
            fc.option(fc.string({ minLength: 1 })),
          )
          .map(([fields, title]) => (title === null ? fields : { ...fields, title })),
      },
    )
    const instance = partial('instance_id', 'folder_id', 'rating', 'date_added', 'notes')
    return fc.oneof(
      any,
      fc
        .tuple(instance, fc.oneof(any, fc.integer({ min: 1 })), release)
        .map(([fields, id, basic_information]) => ({ ...fields, id, basic_information })),
    )
  })()

  it('is one that the collection can hold, or is named unreadable, whatever the item is', () => {
    let records = 0
    fc.assert(
      fc.property(junk, fc.dictionary(fc.string(), fc.string()), (item, words) => {
        const fields = new Map(Object.values(words).map((name, index) => [index, name]))
        const one = readItem(item, { folders: fields, fields })
        if (one.kind === 'unreadable') {
          expect(one.key ?? 'discogs:1').toMatch(/^discogs:\d+$/)
          return
        }
        records++
        const { key, facts, copy } = one.record
        expect(albumSchema.safeParse({ id: 1, ...facts }).error).toBeUndefined()
        expect(copySchema.safeParse({ ref: key, ...copy }).error).toBeUndefined()
        expect(Object.values({ ...facts, ...copy })).not.toContain('')
      }),
      { numRuns: 1_000 },
    )
    // The items are not all junk.
    expect(records).toBeGreaterThan(50)
  })
})

describe('a format', () => {
  const formats = (...list: [name: string, quantity: string, descriptions: string, text?: string][]) =>
    list.map(([name, quantity, descriptions, text = null]) => ({
      name,
      quantity,
      descriptions: descriptions === '' ? [] : descriptions.split(', '),
      text,
    }))

  // Right: the column Format of collection exports (https://www.discogs.com/settings/exports).
  it.each([
    [formats(['Vinyl', '1', 'LP, Album, Reissue, Stereo']), 'LP, Album, RE', 'Vinyl'],
    [formats(['Vinyl', '2', 'LP, 45 RPM, Album, Misprint', '180gr. ']), '2xLP, Album, M/Print, 180', 'Vinyl'],
    [formats(['Vinyl', '2', 'LP, Album, Stereo', 'Gatefold']), '2xLP, Album, Gat', 'Vinyl'],
    [formats(['Vinyl', '1', '12"']), '12"', 'Vinyl'],
    [formats(['Vinyl', '1', '7", 45 RPM, Single, Stereo']), '7", Single', 'Vinyl'],
    [formats(['Vinyl', '1', 'Album']), 'Vinyl, Album', 'Vinyl'],
    [formats(['CD', '2', 'Compilation']), '2xCD, Comp', 'CD'],
    [formats(['CD', '1', 'Album, Reissue, Remastered']), 'CD, Album, RE, RM', 'CD'],
    [formats(['CDr', '1', 'Album']), 'CDr, Album', 'CD'],
    [formats(['Cassette', '1', 'Album']), 'Cass, Album', 'Cassette'],
    [formats(['File', '4', 'FLAC, Album']), '4xFile, FLAC, Album', 'File'],
    [formats(['Vinyl', '1', 'LP, Album'], ['CD', '1', 'Album']), 'LP, Album + CD, Album', 'Vinyl'],
    [formats(['Vinyl', '1', 'LP, Album'], ['All Media', '1', 'Deluxe Edition']), 'LP, Album + Dlx', 'Vinyl'],
    [formats(['All Media', '1', 'Limited Edition'], ['CD', '1', 'Album']), 'Ltd + CD, Album', 'CD'],
    [formats(['Box Set', '1', 'Compilation']), 'Box, Comp', 'Box Set'],
    [
      formats(['Box Set', '1', 'Compilation, Mono', '180 Gram'], ['Vinyl', '14', 'LP, Album, Mono']),
      'Box, Comp, Mono, 180 + 14xLP, Album, Mono',
      'Vinyl',
    ],
    [formats(['Shellac', '1', '10", 78 RPM']), 'Shellac, 10"', 'Shellac'],
    [formats(['All Media', '1', '']), null, null],
    [[], null, null],
  ])('is written as the export writes it: %#', (list, text, support) => {
    expect(formatText(list)).toBe(text)
    expect(supportOf(list)).toBe(support)
  })
})

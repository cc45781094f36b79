import { createHash } from 'node:crypto'
import type { Language } from '../../scripts/ground/languages.ts'
import { POEMS, says, startChatServer, type Behaviour } from '../support/chat-server.ts'
import { discogsItem, startDiscogs } from '../support/discogs-server.ts'
import { startLastfm } from '../support/lastfm-server.ts'
import { startListenBrainz } from '../support/listenbrainz-server.ts'
import { startMusicBrainz, type KnownWork } from '../support/musicbrainz-server.ts'
import { CLIENT, startSpotify } from '../support/spotify-server.ts'
import { startWikipedia } from '../support/wikipedia-server.ts'
import { brainzListens, scrobbles } from './history.ts'

/** Every service on loopback, in the same state whenever they are started. */
export interface Services {
  /** Where they are: with these no run asks anybody else. */
  addresses: Record<string, string>
  /** Keys for all of them. */
  keys: Record<string, string>
  /** What they were asked, a line each, in an order that does not depend on who was quicker. */
  asked: () => string
  close: () => Promise<unknown>
}

const LINK = 'https://open.spotify.com/album/1DFixLWuPkv3KT3TnV35m3'

const WORKS: readonly KnownWork[] = [
  {
    title: 'Low',
    artists: ['David Bowie'],
    date: '1977-01-14',
    spotify: [`${LINK}?si=abc`],
    wikidata: 'Q275422',
    genres: ['art rock'],
    cover: true,
  },
  { title: 'Boire', artists: ['Miossec'], date: '1995-04' },
  { title: 'Weezer', artists: ['Weezer'], date: '1994-05-10', id: '11111111-0000-4000-8000-000000000001' },
  { title: 'Weezer', artists: ['Weezer'], date: '2001-05-15', id: '11111111-0000-4000-8000-000000000002' },
  { title: 'Zen', artists: ['Zazie'], date: '1995-01-17', wikidata: 'Q42' },
  { title: 'Pink Moon', artists: ['Nick Drake'], date: '1972-02-25', spotify: [LINK] },
]

const ARTICLES = {
  fr: [
    {
      title: 'Low (album)',
      extract:
        'Low est le onzième album studio de David Bowie, paru le 14 janvier 1977 chez RCA Records. Il est produit par David ' +
        'Bowie et Tony Visconti, avec Brian Eno.',
      item: 'Q275422',
    },
  ],
  en: [
    { title: 'Zen', extract: 'Zen is a school of Buddhism that came from China to Japan.', type: 'disambiguation' },
    {
      title: 'Zen (album)',
      extract:
        'Zen is the second studio album by the French singer Zazie, released in January 1995. It sold well in France and ' +
        'was followed by a tour.',
      description: '1995 studio album by Zazie',
    },
  ],
} as const

const ITEMS = { Q42: { spotify: '5cwoG5vRzuTp3vtYSgqHbF', dates: ['1995-01-17', '2004-01-01'] } }

/** The answer depends on the question alone, since questions may come in any order. */
const model =
  (language: Language): Behaviour =>
  (response, request) => {
    const question = JSON.stringify(request.body?.messages)
    const isOfFacts = /<(?:faits|facts)>/u.test(question)
    says(isOfFacts ? description(question, language) : poem(question, language))(response, request)
  }

function poem(question: string, language: Language): string {
  const poems = POEMS[language]
  return poems[createHash('sha256').update(question).digest().readUInt32BE() % poems.length]!
}

function description(question: string, language: Language): string {
  if (question.includes('Zazie'))
    return language === 'fr'
      ? 'Zen est un album studio de la chanteuse française Zazie, paru en janvier 1995 et suivi d’une tournée.'
      : 'Zen is a studio album by the French singer Zazie, released in January 1995 and followed by a tour.'
  return language === 'fr'
    ? 'Cet album de David Bowie, paru le 14 janvier 1977, est produit par Tony Visconti, avec Brian Eno.'
    : 'This album by David Bowie, released on 14 January 1977, is produced by Tony Visconti, with Brian Eno.'
}

const SHELF = [
  discogsItem({ id: 1, title: 'Low', year: 2017, master_id: 9, artists: [{ name: 'David Bowie' }] }),
  discogsItem({ id: 2, title: 'Bleu pétrole', year: 2008, artists: [{ name: 'Alain Bashung' }], genres: ['Rock'] }),
  discogsItem(
    { id: 3, title: 'Weezer', year: 1994, artists: [{ name: 'Weezer (2)' }] },
    { notes: [{ field_id: 1, value: 'Near Mint (NM or M-)' }] },
  ),
  discogsItem({ id: 3, title: 'Weezer', year: 1994, artists: [{ name: 'Weezer (2)' }] }, { instance_id: 4 }),
  ...Array.from({ length: 120 }, (_, index) => discogsItem({ id: 100 + index })),
]

export async function startServices(language: Language): Promise<Services> {
  const [chat, discogs, lastfm, brainz, musicBrainz, spotify, wikipedia] = await Promise.all([
    startChatServer(model(language)),
    startDiscogs({ people: { rodneyfool: { items: SHELF } }, masters: { 9: 1977 } }),
    startLastfm(scrobbles()),
    startListenBrainz(brainzListens()),
    startMusicBrainz(WORKS),
    startSpotify([
      { title: 'Low', artists: ['David Bowie'], date: '1977-01-14', tracks: 11 },
      { title: 'Boire', artists: ['Miossec'], date: '2014', tracks: 12 },
      { title: 'Zen (Live)', artists: ['Zazie'], date: '1996', tracks: 12 },
    ]),
    startWikipedia(ARTICLES, ITEMS),
  ])
  const servers = { discogs, musicBrainz, spotify, wikipedia }
  return {
    addresses: {
      COVERART_URL: `${musicBrainz.url}/caa/`,
      DISCOGS_URL: discogs.url,
      LASTFM_URL: lastfm.url,
      LISTENBRAINZ_URL: brainz.url,
      MUSICBRAINZ_URL: musicBrainz.url,
      SPOTIFY_ACCOUNTS_URL: spotify.url,
      SPOTIFY_API_URL: spotify.url,
      WIKIDATA_URL: `${wikipedia.url}/wikidata`,
      WIKIPEDIA_URL: `${wikipedia.url}/{language}`,
    },
    keys: {
      EURIA_URL: chat.url,
      EURIA_BEARER: 'key-of-the-model',
      LASTFM_API_KEY: lastfm.key,
      SPOTIFY_CLIENT_ID: CLIENT.id,
      SPOTIFY_CLIENT_SECRET: CLIENT.secret,
    },
    asked: () =>
      [
        ...chat.requests.map(({ body }) => `chat ${JSON.stringify(body)}`),
        ...lastfm.requests.map((query) => `lastfm ${query.toString()}`),
        ...brainz.requests.map(({ path, query }) => `listenbrainz ${path}?${query.toString()}`),
        ...Object.entries(servers).flatMap(([name, { calls }]) =>
          calls.map(({ method, path, query, body }) => `${name} ${method} ${path}?${query.toString()} ${body}`),
        ),
      ]
        .sort()
        .map((line) => `${line}\n`)
        .join(''),
    close: () => Promise.all([chat, discogs, lastfm, brainz, musicBrainz, spotify, wikipedia].map((it) => it.close())),
  }
}

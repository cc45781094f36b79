import { n, s } from './numbers.ts'

/** Where there is nothing to count yet. */
const HOW =
  'Listens come from Last.fm or ListenBrainz through the task sync_listens: the README says how to switch it on.'

/** What is said of listens: the week’s page, the month’s page and its charts, the fetching of new ones. */
export const listening = {
  /** Monday first, short enough for the head of a table. */
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  /** Figures of a span, as labels of rows, heads of columns and titles of charts. */
  listens: 'Listens',
  activeDays: 'Days with a listen',
  perActiveDay: 'Listens per such day',
  artists: 'Artists',
  albums: 'Albums',
  tracks: 'Tracks',
  /** Heads of columns: one of each. */
  artist: 'Artist',
  album: 'Album',
  track: 'Track',
  /** How a figure differs from that of the span before. */
  change: 'Change',
  /** Before the first and the last moment that a page is about. */
  period: 'Period',
  week: {
    title: 'Haiku of the Week',
    /** Heads of columns. */
    thisWeek: 'This week',
    weekBefore: 'Week before',
    /** Titles of sections. */
    topArtists: 'Most heard artists',
    topAlbums: 'Most heard albums',
    /** In place of the most heard albums. */
    noAlbums: 'None of these listens names an album.',
    /** Why there is nothing to do; days. */
    none: (from: string, to: string) => `There is no listen from ${from} to ${to} in data/listens. ${HOW}`,
    /** Subject of the commit. */
    commit: (at: string) => `Write the haiku of the week (${at})`,
  },
  analysis: {
    title: 'Listening Analysis',
    /** The last thirty days and the thirty before them; the calendar month that ended last. */
    rolling: '30 days',
    rollingBefore: '30 days before',
    month: 'Past month',
    overview: 'Overview',
    longestStreak: 'Longest streak of days',
    days: (count: number) => `${count} day${s(count)}`,
    /** `days`: 0 where the last listen is of an earlier day than yesterday. */
    currentStreak: (days: number) =>
      days === 0
        ? 'No streak of days with a listen is under way.'
        : `Current streak: ${days} day${s(days)} in a row with a listen.`,
    discoveries: 'Discoveries',
    /** What a discovery is. */
    firstHeard: 'Heard for the first time in the period, as far as all known listens say.',
    newArtists: 'New artists',
    newAlbums: 'New albums',
    newTracks: 'New tracks',
    /** In place of discoveries. `since`: the day of the first known listen. */
    noHistory: (since: string) =>
      `Known listens begin on ${since}: there is nothing to compare with, and all would be new.`,
    forgotten: 'Forgotten favourites',
    /** What a forgotten favourite is. */
    forgottenMeans: (listens: number, days: number) =>
      `Albums heard at least ${listens} times, and not once for ${days} days or longer.`,
    noForgotten: 'None: what was heard much still is.',
    lastHeard: 'Last heard',
    rhythm: 'Rhythm',
    weekday: 'Day of the week',
    hour: 'Hour',
    day: 'Day',
    /** Titles of charts and of folded tables. */
    listensByDay: 'Listens by day',
    listensByWeekday: 'Listens by day of the week',
    listensByHour: 'Listens by hour',
    listensByDecade: 'Listens by decade',
    listensByGenre: 'Listens by genre',
    fromCollection: 'Decades and genres',
    ofCollection: (known: number, total: number) =>
      `${n(known)} of these ${n(total)} listens are of albums in the collection.`,
    decade: 'Decade',
    /** `year`: the first of the decade. */
    decadeOf: (year: number) => `${year}s`,
    genre: 'Genre',
    /** In place of decades and genres. */
    noAlbums: 'No listen is of an album in the collection whose year or genre is known.',
    /** What the charts show, for those who do not see them. */
    chart: (from: string, to: string) =>
      `Charts of the listens from ${from} to ${to}; all their numbers are in the tables of this page.`,
    /** Why there is nothing to do; days. */
    none: (from: string, to: string) => `There is no listen from ${from} to ${to} in data/listens. ${HOW}`,
    /** Subject of the commit. */
    commit: (at: string) => `Write the listening analysis (${at})`,
  },
  /** The fetching of new listens; `service`: its name. */
  sync: {
    /** Why there is nothing to do. */
    notConfigured:
      'No service is configured: it takes LASTFM_API_KEY and LASTFM_USER, or LISTENBRAINZ_USER, in the repository’s secrets.',
    /** `since`: the day of the newest known listen; null where none is known. */
    nothingNew: (service: string, since: string | null) =>
      since === null ? `${service} knows of no listen.` : `${service} has no listen newer than ${since}.`,
    /** Lines of the report. `from`, `to`: the days of the first and the last. */
    added: (service: string, count: number, from: string, to: string) =>
      `${service}: ${n(count)} new listen${s(count)}, from ${from} to ${to}`,
    known: (count: number) => `known already: ${n(count)}`,
    duplicates: (count: number) => `duplicates left out: ${n(count)}`,
    unusable: (count: number) => `without a date or a title: ${n(count)}`,
    more: 'The time for one run is up; the next one goes on from here.',
    /** `why`: a whole sentence. */
    stopped: (why: string) => `Stopped before the end: ${why} The next run goes on from here.`,
    /** Subject of the commit. */
    commit: (service: string, count: number) => `Add ${count} listen${s(count)} from ${service}`,
  },
}

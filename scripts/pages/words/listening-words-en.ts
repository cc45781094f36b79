import type { ListeningWords } from './listening-words.ts'

const s = (count: number) => (count === 1 ? '' : 's')
const HOW =
  'Listens come from Last.fm or ListenBrainz through the task sync_listens: the README says how to switch it on.'

export const listeningWordsEn: ListeningWords = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  listens: 'Listens',
  activeDays: 'Days with a listen',
  perActiveDay: 'Listens per such day',
  artists: 'Artists',
  albums: 'Albums',
  tracks: 'Tracks',
  artist: 'Artist',
  album: 'Album',
  track: 'Track',
  change: 'Change',
  period: 'Period',
  week: {
    title: 'Haiku of the Week',
    thisWeek: 'This week',
    weekBefore: 'Week before',
    topArtists: 'Most heard artists',
    topAlbums: 'Most heard albums',
    noAlbums: 'None of these listens names an album.',
    none: (from, to) => `There is no listen from ${from} to ${to} in data/listens. ${HOW}`,
    commit: (at) => `Write the haiku of the week (${at})`,
  },
  analysis: {
    title: 'Listening Analysis',
    rolling: '30 days',
    rollingBefore: '30 days before',
    month: 'Past month',
    monthBefore: 'Month before',
    overview: 'Overview',
    longestStreak: 'Longest streak of days',
    days: (count) => `${count} day${s(count)}`,
    currentStreak: (days) =>
      days === 0
        ? 'No streak of days with a listen is under way.'
        : `Current streak: ${days} day${s(days)} in a row with a listen.`,
    discoveries: 'Discoveries',
    firstHeard: 'Heard for the first time in the period, as far as all known listens say.',
    newArtists: 'New artists',
    newAlbums: 'New albums',
    newTracks: 'New tracks',
    noHistory: (since) => `Known listens begin on ${since}: there is nothing to compare with, and all would be new.`,
    forgotten: 'Forgotten favourites',
    forgottenMeans: (listens, days) =>
      `Albums heard at least ${listens} times, and not once for ${days} days or longer.`,
    noForgotten: 'None: what was heard much still is.',
    lastHeard: 'Last heard',
    rhythm: 'Rhythm',
    weekday: 'Day of the week',
    hour: 'Hour',
    day: 'Day',
    listensByDay: 'Listens by day',
    listensByWeekday: 'Listens by day of the week',
    listensByHour: 'Listens by hour',
    listensByDecade: 'Listens by decade',
    listensByGenre: 'Listens by genre',
    fromCollection: 'Decades and genres',
    ofCollection: (known, total) => `${known} of these ${total} listens are of albums in the collection.`,
    decade: 'Decade',
    decadeOf: (year) => `${year}s`,
    genre: 'Genre',
    noAlbums: 'No listen is of an album in the collection whose year or genre is known.',
    chart: (from, to) =>
      `Charts of the listens from ${from} to ${to}; all their numbers are in the tables of this page.`,
    none: (from, to) => `There is no listen from ${from} to ${to} in data/listens. ${HOW}`,
    commit: (at) => `Write the listening analysis (${at})`,
  },
  sync: {
    notConfigured:
      'No service is configured: it takes LASTFM_API_KEY and LASTFM_USER, or LISTENBRAINZ_USER, in the repository’s secrets.',
    nothingNew: (service, since) =>
      since === null ? `${service} knows of no listen.` : `${service} has no listen newer than ${since}.`,
    added: (service, count, number, from, to) => `${service}: ${number} new listen${s(count)}, from ${from} to ${to}`,
    known: (count) => `known already: ${count}`,
    duplicates: (count) => `duplicates left out: ${count}`,
    unusable: (count) => `without a date or a title: ${count}`,
    more: 'The time for one run is up; the next one goes on from here.',
    stopped: (why) => `Stopped before the end: ${why} The next run goes on from here.`,
    commit: (service, count) => `Add ${count} listen${s(count)} from ${service}`,
  },
}

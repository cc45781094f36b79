/** The words for what is said of listens: the week's page, the month's page and its charts, the fetching of new ones. */
export interface ListeningWords {
  /** Monday first, short enough for the head of a table. */
  weekdays: readonly string[]
  listens: string
  activeDays: string
  perActiveDay: string
  artists: string
  albums: string
  tracks: string
  artist: string
  album: string
  track: string
  change: string
  period: string
  week: {
    title: string
    thisWeek: string
    weekBefore: string
    topArtists: string
    topAlbums: string
    noAlbums: string
    none: (from: string, to: string) => string
    commit: (at: string) => string
  }
  analysis: {
    title: string
    /** The rolling period, as the head of a column. */
    rolling: string
    rollingBefore: string
    month: string
    monthBefore: string
    overview: string
    longestStreak: string
    days: (count: number) => string
    currentStreak: (days: number) => string
    discoveries: string
    /** What a discovery is. */
    firstHeard: string
    newArtists: string
    newAlbums: string
    newTracks: string
    noHistory: (since: string) => string
    forgotten: string
    /** What a forgotten favourite is. */
    forgottenMeans: (listens: number, days: number) => string
    noForgotten: string
    lastHeard: string
    rhythm: string
    weekday: string
    hour: string
    day: string
    listensByDay: string
    listensByWeekday: string
    listensByHour: string
    listensByDecade: string
    listensByGenre: string
    fromCollection: string
    ofCollection: (known: string, total: string) => string
    decade: string
    /** `year`: the first of the decade. */
    decadeOf: (year: number) => string
    genre: string
    noAlbums: string
    /** What the chart shows, for those who do not see it. */
    chart: (from: string, to: string) => string
    none: (from: string, to: string) => string
    commit: (at: string) => string
  }
  sync: {
    notConfigured: string
    nothingNew: (service: string, since: string | null) => string
    added: (service: string, count: number, number: string, from: string, to: string) => string
    known: (count: string) => string
    duplicates: (count: string) => string
    unusable: (count: string) => string
    /** Time was up before everything was fetched. */
    more: string
    stopped: (why: string) => string
    commit: (service: string, count: number) => string
  }
}

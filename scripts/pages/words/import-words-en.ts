import type { ImportWords } from './import-words.ts'

const s = (count: string) => (count === '1' ? '' : 's')

export const importWordsEn: ImportWords = {
  commit: (names) => `Import ${names}`,
  synced: (source) => `Bring the collection up to date with ${source}`,
  readAs: (file, format, wasGuessed) => `${file}: ${wasGuessed ? 'recognised as' : 'read as'} ${format}`,
  notRead: (files) => `Not read, because nothing of it is needed: ${files}`,
  heads: {
    added: (count) => `${count} album${s(count)} added`,
    merged: (count) => `${count} record${s(count)} merged into albums that were there`,
    kept: (count) => `${count} record${s(count)} known already`,
    unsure: (count) => `${count} record${s(count)} to decide about`,
    skipped: (count) => `${count} record${s(count)} left out, as decided in the review`,
    gone: (count) =>
      `${count} album${s(count)} not in the list any more; marked, and taken out if still missing tomorrow`,
    returned: (count) => `${count} record${s(count)} back in the list`,
    left: (count) => `${count} album${s(count)} taken out; git’s history keeps them`,
  },
  starters: (count) => `The ${count} album${s(count)} of the starter collection made room.`,
  newCopy: 'another copy',
  filled: (fields) => `now known: ${fields}`,
  perhaps: (albums) => `perhaps ${albums}`,
  doubts: {
    artists: 'the artists agree only in part',
    spelling: 'the artists differ by one letter',
    years: 'the years do not agree',
    'self-titled': 'the artist may have several albums of this name',
    'no-artist': 'one of them names no artist',
    link: 'both are linked to one work of a catalogue, but neither title nor artist agrees',
  },
  howToDecide: (file) =>
    `Open ${file} and put behind each \`"decision":\` the id of the album it is a copy of, \`"new"\` or \`"skip"\`; commit, and it is done.`,
  more: (count) => `… and ${count} more`,
  listens: (added, known, duplicates) =>
    `${added} new listen${s(added)}, ${known} known already, ${duplicates} heard twice within ten minutes`,
  listensOf: (first, last) => `from ${first} to ${last}`,
  leftOut: {
    'not-music': (count) => `${count} left out: no music (podcasts, audiobooks, videos)`,
    'too-short': (count) => `${count} left out: heard for less than thirty seconds`,
    private: (count) => `${count} left out: heard in a private session`,
  },
  place: (place) => ('line' in place ? `line ${place.line}` : `entry ${place.entry}`),
  reason(reason) {
    switch (reason.code) {
      case 'no-title':
        return 'no title stands here.'
      case 'no-track':
        return 'no track is named here.'
      case 'not-a-date':
        return `${reason.field}: “${reason.value}” is not a date that can be told.`
      case 'not-a-year':
        return `${reason.field}: “${reason.value}” is not a year.`
      case 'not-a-time':
        return `${reason.field}: “${reason.value}” is not a time that can be.`
      case 'not-a-number':
        return `${reason.field}: “${reason.value}” is not a number.`
      case 'not-an-address':
        return `${reason.field}: “${reason.value}” is not an address.`
      case 'read-as':
        return `${reason.field}: “${reason.value}” was read as ${reason.as}.`
      case 'mangled-title':
        return `${reason.field}: “${reason.value}” is perhaps a title that a spreadsheet changed.`
      case 'no-album':
        return `“${reason.value}” is no album; the line was left out.`
      case 'unread-columns':
        return `what these columns are is not known; they are kept as they stand: ${reason.columns.join(', ')}.`
      case 'no-artist-column':
        return (
          'no column names the artists, so the albums came in without them. Call it “Artist” and import the file again.' +
          (reason.columns.length === 0 ? '' : ` Columns that were not understood: ${reason.columns.join(', ')}.`)
        )
      case 'columns':
        return `${reason.found} fields stand here; the header has ${reason.expected}.`
      case 'quote':
        return 'a quotation mark is opened here and not closed.'
      case 'shape':
        return `this is not ${reason.expected}.`
      case 'cut-short':
        return 'the file ends in the middle of this.'
    }
  },
  about: (what, said) => `${what}: ${said}`,
  formats: { csv: 'a table with a header (CSV)' },
  fields: {
    discogs_id: 'Discogs number',
    discogs_master: 'Discogs work',
    discogs_url: 'Discogs link',
    spotify_url: 'Spotify link',
    musicbrainz_id: 'MusicBrainz',
    cover_url: 'cover',
    tracks_count: 'number of tracks',
    added_at: 'date added',
    support: 'format',
  },
  unknownFormat:
    'none of the known formats. Save it as CSV with a header line (Title, Artist, Year …), or name the format yourself: npm run import -- <format> <file>.',
  spreadsheet:
    'a spreadsheet, which is not read as it is. In Excel, Numbers or LibreOffice: Save as → CSV UTF-8, and upload that file.',
  empty: 'there is nothing in it to import.',
  isPrivate:
    'a listening history with network addresses or account data, which this repository would show to everybody. It was not read. ' +
    'Import it on your own computer instead: npm run import -- spotify-history <file>; addresses and names are left out before anything is written. ' +
    'The file itself stays in git’s history even when you delete it: make the repository private (Settings → General → Danger Zone), ' +
    'or remove it from the history (https://docs.github.com/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository), ' +
    'or delete the repository and begin again from the template.',
  unreadable: (why) => {
    switch (why.code) {
      case 'too-large':
        return `larger than ${why.limit} MB. Split it into several files that each begin with the same first line.`
      case 'unpacks-too-large':
        return `unpacks to more than ${why.limit} MB. Unpack it and import its files one at a time.`
      case 'too-many-files':
        return `holds ${why.found} files; ${why.limit} can be imported at once. Unpack it and import its files a few at a time.`
      case 'no-files':
        return 'holds no file that can be imported. Archives are searched for .json, .jsonl, .csv and .txt files.'
      case 'password':
        return 'protected by a password. Unpack it and import the files in it.'
      case 'packed-otherwise':
        return 'packed in a way that cannot be read. Unpack it and import the files in it.'
      case 'damaged':
        return 'damaged or not whole: it cannot be unpacked. Download it again, or unpack it and import the files in it.'
      case 'beets-tracks':
        return 'holds the tracks of a beets library, not its albums. Export the albums: beet export -a -f json -o albums.json'
      case 'subsonic-without-albums':
        return 'an answer of a Subsonic server that lists no albums. Save the answer to rest/getAlbumList2?type=alphabeticalByArtist&size=500&f=json, with your user name and password.'
      case 'subsonic-refusal':
        return `no list: the Subsonic server answered “${why.said}”. Ask it again with your user name and password; in the answer “status” must be “ok”.`
    }
  },
  badRows: (count) => `${count} row${s(count)} could not be read; the others are in.`,
  nothingInInbox:
    'No file waits in data/inbox, and data/review.json holds no decision that is still to be carried out.',
  sync: {
    empty: 'this collection has no records that can be seen.',
    notConfigured: 'No Discogs user is configured ("accounts" in config/app.json, or DISCOGS_USER).',
    years: (count) => `Fill in the first year of ${count} album${s(String(count))} from Discogs`,
    yearsFound: (count) => `Year of the first release found for ${count} album${s(count)}.`,
    yearsLeft: (count) => `${count} album${s(count)} left for the next run: Discogs may be asked 25 times a minute.`,
    stopped: (why) => `What came before this is kept; the next run goes on. ${why}`,
  },
}

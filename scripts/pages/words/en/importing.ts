import type { Decision } from '../../../collection/merge/decision.ts'
import type { Doubt } from '../../../collection/review.ts'
import type { LeftOut, Place } from '../../../sources/readers/row.ts'
import { n, s } from './numbers.ts'
import { reason } from './row-reasons.ts'
import { unreadable } from './unreadable.ts'

/**
 * What imports and the sync of the collection say, in a job summary or on a terminal. Names of albums, files, fields and
 * sources in the arguments are already escaped for where they land; numbers are bare.
 */
export const importing = {
  /** Subjects of commits, where nothing is escaped. */
  commit: (names: string) => `Import ${names}`,
  synced: (source: string) => `Bring the collection up to date with ${source}`,
  /** What a file was read as; `wasGuessed`: nobody named the format. */
  readAs: (file: string, format: string, wasGuessed: boolean) =>
    `${file}: ${wasGuessed ? 'recognised as' : 'read as'} ${format}`,
  /** `files`: names of files in an archive. */
  notRead: (files: string) => `Not read, because nothing of it is needed: ${files}`,
  /** Heads over the lists of what became of records and albums. */
  heads: {
    added: (count) => `${n(count)} album${s(count)} added`,
    merged: (count) => `${n(count)} record${s(count)} merged into albums that were there`,
    kept: (count) => `${n(count)} record${s(count)} known already`,
    unsure: (count) => `${n(count)} record${s(count)} to decide about`,
    skipped: (count) => `${n(count)} record${s(count)} left out, as decided in the review`,
    gone: (count) =>
      `${n(count)} album${s(count)} not in the list any more; marked, and taken out if still missing tomorrow`,
    returned: (count) => `${n(count)} record${s(count)} back in the list`,
    left: (count) => `${n(count)} album${s(count)} taken out; git’s history keeps them`,
  } satisfies Record<Decision['kind'], (count: number) => string>,
  starters: (count: number) => `The ${n(count)} album${s(count)} of the starter collection made room.`,
  /** What a record brought to the album that it is a copy of. */
  newCopy: 'another copy',
  filled: (fields: string) => `now known: ${fields}`,
  /** Of which album a record may be a copy, after the doubt. */
  perhaps: (albums: string) => `perhaps ${albums}`,
  /** Why that could not be told. */
  doubts: {
    artists: 'the artists agree only in part',
    spelling: 'the artists differ by one letter',
    years: 'the years do not agree',
    'self-titled': 'the artist may have several albums of this name',
    'no-artist': 'one of them names no artist',
    link: 'both are linked to one work of a catalogue, but neither title nor artist agrees',
  } satisfies Record<Doubt, string>,
  /** Below the list of these records. `file`: the review file. */
  howToDecide: (file: string) =>
    `Open ${file} and put behind each \`"decision":\` the id of the album it is a copy of, \`"new"\` or \`"skip"\`; commit, and it is done.`,
  /** Of a list of Discogs in a repository that others can read. */
  personal: (count: number) =>
    `Notes, prices, sellers and folders of ${n(count)} record${s(count)} were left out, because everybody can read this repository. "personal_notes": true in config/app.json keeps them.`,
  /** In how many rows of a file; a warning. */
  unprintable: (count: number) =>
    `characters that do not print (control characters, marks of direction) were left out of ${n(count)} row${s(count)}.`,
  /** The end of a list that is not shown whole. */
  more: (count: number) => `… and ${n(count)} more`,
  /** What became of the listens in the files. */
  listens: (added: number, known: number, duplicates: number) =>
    `${n(added)} new listen${s(added)}, ${n(known)} known already, ${n(duplicates)} heard twice within ten minutes`,
  /** After that, the days of the first and the last new one. */
  listensOf: (first: string, last: string) => `from ${first} to ${last}`,
  /** Listens that are left out on purpose. */
  leftOut: {
    'not-music': (count) => `${n(count)} left out: no music (podcasts, audiobooks, videos)`,
    'too-short': (count) => `${n(count)} left out: heard for less than thirty seconds`,
    private: (count) => `${n(count)} left out: heard in a private session`,
  } satisfies Record<LeftOut, (count: number) => string>,
  /** Where in its file something stands. */
  place: (place: Place) => ('line' in place ? `line ${place.line}` : `entry ${place.entry}`),
  reason,
  /** A statement about something: `line 12: no title stands here.` */
  about: (what: string, said: string) => `${what}: ${said}`,
  /** Formats by their id and fields by their name, where this language calls them otherwise. */
  formats: { csv: 'a table with a header (CSV)' } as Readonly<Record<string, string>>,
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
  } as Readonly<Record<string, string>>,
  /** Why a whole file is not in, after its name. Plain text. */
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
  unreadable,
  badRows: (count: number) => `${n(count)} row${s(count)} could not be read; the others are in.`,
  /** Why there is nothing to do. Plain text. */
  nothingInInbox:
    'No file waits in data/inbox, and data/review.json holds no decision that is still to be carried out.',
  /** The sync of the collection with Discogs. */
  sync: {
    /** Of an account; a warning. */
    empty: 'this collection has no records that can be seen.',
    /** Why there is nothing to do. */
    notConfigured: 'No Discogs user is configured ("accounts" in config/app.json, or DISCOGS_USER).',
    /** Subject of the commit. */
    years: (count: number) => `Fill in the first year of ${count} album${s(count)} from Discogs`,
    yearsFound: (count: number) => `Year of the first release found for ${n(count)} album${s(count)}.`,
    yearsLeft: (count: number) =>
      `${n(count)} album${s(count)} left for the next run: Discogs may be asked 25 times a minute.`,
    /** A warning. `why`: a whole sentence. */
    stopped: (why: string) => `What came before this is kept; the next run goes on. ${why}`,
  },
}

import type { Temporal } from 'temporal-polyfill'
import type { Album } from '../collection/album.ts'
import type { IncomingList } from '../collection/incoming.ts'
import type { LookupChange } from '../collection/lookups-store.ts'
import type { Lookup } from '../collection/lookups.ts'
import type { MergeResult } from '../collection/merge/decision.ts'
import type { Config } from '../config/config.ts'
import type { ChatModel } from '../sources/chat.ts'
import type { HaikuEntry } from '../haiku/log.ts'
import type { Listen } from '../listens/listen.ts'
import type { ListenSource } from '../listens/source.ts'
import type { ListenWindow } from '../listens/store.ts'
import type { Catalog } from '../pages/words/catalog.ts'
import type { OutputKind } from '../pages/file-name.ts'
import type { Random } from '../ground/random.ts'
import type { CoverArt } from '../sources/services/coverart.ts'
import type { Discogs } from '../sources/services/discogs.ts'
import type { MusicBrainz } from '../sources/services/musicbrainz.ts'
import type { Spotify } from '../sources/services/spotify.ts'
import type { Wikidata } from '../sources/services/wikidata.ts'
import type { Wikipedia } from '../sources/services/wikipedia.ts'
import type { TaskId, WorkId } from '../config/catalog.ts'

/**
 * Everything a piece of work may know. It reads no file, no clock and no environment of its own; what costs something to
 * know is a function, and read when it is asked for, once a run.
 */
export interface Context {
  /** When the run started. */
  now: Temporal.Instant
  /** Where windows such as "the last seven days" end: the task's slot in a scheduled run, `now` otherwise. */
  until: Temporal.Instant
  random: Random
  config: Config
  words: Catalog
  /** The collection. @throws DataError */
  albums: () => Promise<readonly Album[]>
  /** Every poem ever made, oldest first. @throws DataError */
  haikus: () => Promise<readonly HaikuEntry[]>
  /** When an album was last listened to; null where no listen is known. */
  lastListen: (album: Album) => Promise<Temporal.Instant | null>
  /** The listens of a window, oldest first; nothing but the months it needs is read, one at a time. */
  listens: (window?: ListenWindow) => AsyncIterable<Listen>
  /** When the newest listen that came from a source was, in Unix seconds; null where none did. */
  newestListen: (source: string) => Promise<number | null>
  /**
   * Where new listens come from; none where nothing is configured. `only`: the source of that id alone.
   * @throws ConfigError where one is configured wrongly
   */
  listenSources: (only?: string) => Promise<readonly ListenSource[]>
  /** Where the collection is kept elsewhere; null where nothing is configured. @throws ConfigError where it is configured wrongly */
  collectionSource: () => Promise<Discogs | null>
  /** Earlier attempts to learn something of an album. @throws DataError */
  lookups: () => Promise<readonly Lookup[]>
  /** The catalogues that can be asked. */
  catalogues: () => Promise<Catalogues>
  /** Whether notes, prices, sellers and folders of a list may be kept: nobody else reads them, or the person said so. */
  keepsPersonal: boolean
  /** The files that wait in the repository's inbox. */
  inbox: () => Promise<readonly Upload[]>
  /** Whether a person has decided something in the review that is not carried out yet. */
  hasDecisions: () => Promise<boolean>
  /** The language model; null where none is configured. @throws ConfigError where it is configured wrongly */
  chat: () => Promise<ChatModel | null>
  /** Milliseconds that only grow, for time limits. */
  clock: () => number
  /** Tells a person who watches what is going on; one line, in English. */
  progress: (line: string) => void
}

/** Services that know records; null where one is not configured. */
export interface Catalogues {
  spotify: Spotify | null
  musicBrainz: MusicBrainz
  coverArt: CoverArt
  wikidata: Wikidata
  wikipedia: Wikipedia
}

/** A file that somebody wants imported. */
export interface Upload {
  /** Without folders, for people. */
  name: string
  /** Where it lies in the repository, to be removed from there once it is in; null for a file of elsewhere. */
  path: string | null
  /** Whether it is committed where everybody can read it. */
  isPublic: boolean
  /** @throws DataError where it cannot be read */
  bytes: () => Promise<Uint8Array>
}

/** The data a file is rendered from and an edit is made to: that of the commit they will be part of. */
export interface TaskData {
  albums: readonly Album[]
  /** What the merges among the edits come to, in their order. */
  merges: readonly MergeResult[]
}

/** A file for the output folder. Its name is found when it is written; an existing file is never overwritten. */
export interface OutputFile {
  kind: OutputKind
  extension: string
  /** The time in its name. */
  at: Temporal.Instant
  /** Its text, from the data it will stand beside in the repository, and its own name without the ending. */
  render: (data: TaskData, name: string) => string
  /** Files that share its name and have another ending: the chart of a page. They come and go with it. */
  companions?: readonly { extension: string; render: (data: TaskData) => string }[]
}

/**
 * A change to the data, as something to do to whatever the data is when it is applied, never as a snapshot: it may be
 * applied again to newer data when somebody else's push came first.
 */
export type Edit =
  | { kind: 'add-haikus'; entries: readonly HaikuEntry[] }
  /** Adds listens to their months; those already there, and duplicates, are left out. */
  | { kind: 'add-listens'; listens: readonly Listen[] }
  /**
   * Brings a list into the collection; null: only what a person decided in the review. `today`: the day of the run in the
   * configured zone.
   */
  | { kind: 'merge-albums'; list: IncomingList | null; today: string }
  /** Changes the text of `config/app.json`; the result must be a valid one. */
  | { kind: 'change-config'; change: (text: string) => string }
  /** Takes a file of the inbox away, unless another has come in its place. `sha256` of what was read, in hex. */
  | { kind: 'remove-file'; path: string; sha256: string }
  /** Remembers attempts to learn something of albums. */
  | ({ kind: 'remember-lookups' } & LookupChange)
  /**
   * Changes the album with this id in place. `change` looks first whether what it wants still holds (the field is still
   * empty) and gives false where it does not; an album that is gone is skipped.
   */
  | { kind: 'change-album'; id: number; change: (album: Album) => boolean }
  /** The same for every album. */
  | { kind: 'change-albums'; change: (album: Album) => boolean }

/** How one item of a task went. A `warning` is something the next run will get over, or that a fallback covered. */
export interface ItemResult {
  item: string
  result: 'done' | 'warning' | 'failed'
  /** Why it is not plainly done, with its details; in English, for the terminal and the annotations. */
  note?: string
  /** The same for the job summary, in the language of the repository. */
  words?: string
}

/** Words about an outcome; a function where they speak of the data it ends up beside. */
export type Telling = string | ((data: TaskData) => string)

/** What a task decided. */
export type Outcome =
  | { kind: 'nothing'; because: string }
  | {
      kind: 'changes'
      files: readonly OutputFile[]
      edits: readonly Edit[]
      items: readonly ItemResult[]
      /** Commit subject. */
      subject: string
      /** What a person wants to see after pressing the button, as Markdown. */
      summary: Telling
      /** The same for a terminal, as plain text. */
      report: Telling
    }

/**
 * What is run: a task, by the clock or its button, or what a person starts with something they give it (an import, the
 * form). It decides. A long one yields several outcomes; each is applied and kept before the next is worked on.
 */
export interface Work {
  id: WorkId
  /** It exports or saves the collection, and stops where that has collapsed since its last run. */
  guarded?: true
  run: (context: Context) => AsyncIterable<Outcome>
}

/** Work that has slots, settings and a place in the ledger. */
export interface Task extends Work {
  id: TaskId
}

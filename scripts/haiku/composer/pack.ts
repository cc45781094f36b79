import type { CalendarWords } from './calendar.ts'
import type { Era } from './era.ts'
import type { FacetWords } from './facets.ts'
import type { Family } from './family.ts'
import type { Pool } from './phrase.ts'
import type { SeasonPool } from './season.ts'

/** Lines that name the album, `{}` standing for the name; which of them scan depends on the name. */
export interface Namings {
  readonly title: Frames
  readonly artist: Frames
  /** Lines of 5 that can follow a whole sentence: what goes on in the room meanwhile. */
  readonly tails: readonly string[]
}

export interface Frames {
  /** Candidates for a line of 5. */
  readonly five: readonly string[]
  /** Candidates for a line of 7: a whole sentence, which a tail goes on with. */
  readonly seven: readonly string[]
}

/** Everything one language brings to the composer. */
export interface Pack {
  readonly families: Readonly<Record<Family, Pool>>
  readonly eras: Readonly<Record<Era, Pool>>
  readonly seasons: readonly SeasonPool[]
  readonly namings: Namings
  readonly facets: FacetWords
  readonly calendar: CalendarWords
  /** Words that may stand twice in a poem unnoticed, as stems (see `echoes`). */
  readonly plain: ReadonlySet<string>
  /** A title as it is quoted in running text. */
  readonly quote: (title: string) => string
  /** The marks a poem may be cut with, after the part that ends; the empty one is a plain line break. */
  readonly cuts: readonly string[]
  /** Whether the poem's first letter is a capital. */
  readonly capital: boolean
}

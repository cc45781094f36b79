export interface JsonLimits {
  /** Lists and objects within each other. */
  depth: number
  /** Values of every kind, lists and objects among them. */
  nodes: number
  /** UTF-16 units of one text or number, or of the blanks between two values. */
  run: number
  /** Lines of JSON Lines. */
  lines: number
}

/** What there is too much of, and where it was found: the index of a UTF-16 unit in the whole text. */
export interface JsonExcess {
  what: keyof JsonLimits
  at: number
}

const [LINE_FEED, QUOTE, COMMA, COLON, BACKSLASH] = [0x0a, 0x22, 0x2c, 0x3a, 0x5c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Counts what a JSON text is made of, piece by piece as the text arrives, and builds nothing of it: a parser needs gigabytes
 * for some texts of a few megabytes. A text whose first line is whole by itself is JSON Lines, and each line is one anew.
 */
export class JsonMeter {
  /** Names of fields: strings with a colon behind them. */
  keys = 0
  nodes = 0

  private readonly limits: JsonLimits
  private depth = 0
  private lines = 1
  private isInString = false
  private isEscaped = false
  /** Null until the first line has ended. */
  private isLines: boolean | null = null
  private hasBegun = false
  /** Where the text, the number or the blanks began that are being read. */
  private since = 0
  /** The length of the pieces before this one. */
  private before = 0

  constructor(limits: Partial<JsonLimits> = {}) {
    this.limits = { depth: Infinity, nodes: Infinity, run: Infinity, lines: Infinity, ...limits }
  }

  /** Gives the first thing there is too much of, which ends the counting; null while there is none. */
  push(text: string): JsonExcess | null {
    const { limits, before } = this
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (this.isInString && unit !== LINE_FEED) {
        const isEscaped = this.isEscaped
        this.isEscaped = !isEscaped && unit === BACKSLASH
        if (isEscaped || unit !== QUOTE) continue
        this.isInString = false
      } else if (unit > CLOSE_OBJECT || !this.isMark(unit)) continue
      const here = before + at
      if (here - this.since > limits.run) return { what: 'run', at: this.since }
      this.since = here + 1
      if (this.nodes > limits.nodes) return { what: 'nodes', at: here }
      if (this.depth > limits.depth) return { what: 'depth', at: here }
      if (this.lines > limits.lines) return { what: 'lines', at: here }
    }
    this.before += text.length
    return this.before - this.since > limits.run ? { what: 'run', at: this.since } : null
  }

  /** Whether the unit, outside of a string, is one that JSON is made of; counts what it means. */
  private isMark(unit: number): boolean {
    switch (unit) {
      case QUOTE:
        this.isInString = true
        return true
      case OPEN_LIST:
      case OPEN_OBJECT:
        this.hasBegun = true
        this.depth++
        this.nodes++
        return true
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        this.depth--
        return true
      case COMMA:
        this.nodes++
        return true
      case COLON:
        this.keys++
        return true
      case LINE_FEED:
        this.endLine()
        return false
      default:
        return false
    }
  }

  private endLine(): void {
    if (!this.hasBegun) return
    this.isLines ??= this.depth === 0
    if (!this.isLines) return
    // A line that is torn, perhaps in the middle of a string, says nothing of the next.
    this.depth = 0
    this.isInString = this.isEscaped = false
    this.lines++
  }
}

export interface TextLimits {
  lines: number
  /** Separators of columns, of whatever kind. */
  cells: number
  /** UTF-16 units of one line. */
  line: number
}

const [TAB, LINE_FEED, RETURN, COMMA, SEMICOLON, BAR] = [0x09, 0x0a, 0x0d, 0x2c, 0x3b, 0x7c]

/** Counts what a table may be made of, piece by piece as its text arrives, and builds nothing of it. */
export class TextMeter {
  private readonly limits: TextLimits
  private lines = 1
  private cells = 0
  private sinceLineEnd = 0
  private isAfterReturn = false

  constructor(limits: TextLimits) {
    this.limits = limits
  }

  /** Gives the first thing there is too much of, which ends the counting; null while there is none. */
  push(text: string): keyof TextLimits | null {
    const { limits } = this
    let begin = -this.sinceLineEnd
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === LINE_FEED || unit === RETURN) {
        if (at - begin > limits.line) return 'line'
        begin = at + 1
        const isOfPair = unit === LINE_FEED && this.isAfterReturn
        if (!isOfPair && ++this.lines > limits.lines) return 'lines'
      } else if (unit === COMMA || unit === SEMICOLON || unit === TAB || unit === BAR) {
        if (++this.cells > limits.cells) return 'cells'
      }
      this.isAfterReturn = unit === RETURN
    }
    this.sinceLineEnd = text.length - begin
    return this.sinceLineEnd > limits.line ? 'line' : null
  }
}

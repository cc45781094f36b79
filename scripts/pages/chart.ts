import { oneLine } from '../ground/text.ts'

/** One bar. */
export interface Bar {
  label: string
  count: number
}

/** A drawing with its size, its corner at the origin; `svg` is the inside of a group. */
export interface Panel {
  width: number
  height: number
  svg: string
}

/**
 * GitHub's own colours. An image cannot know which theme the reader has chosen on GitHub, only which one the system has, so
 * it brings its background along: where the two differ, it is a light card on a dark page or the other way round.
 */
const STYLE = `
  text { font: 12px -apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; fill: #1f2328 }
  .head { font-size: 14px; font-weight: 600 }
  .title { font-size: 18px; font-weight: 600 }
  .quiet { fill: #59636e }
  .end { text-anchor: end }
  .middle { text-anchor: middle }
  .card { fill: #ffffff; stroke: #d1d9e0 }
  .bar { fill: #0969da }
  .grid { stroke: #d1d9e0; stroke-width: 1 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .quiet { fill: #9198a1 }
    .card { fill: #0d1117; stroke: #3d444d }
    .bar { fill: #4493f8 }
    .grid { stroke: #3d444d }
  }
`

const MARGIN = 24
const GAP = 32
const HEAD = 24

/** Text on one line that XML can hold: escaped, and without what XML 1.0 (§2.2) forbids even when escaped. */
export function escapeXml(text: string): string {
  return oneLine(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}

/** A drawing of its own: title, then the panels, row by row. `description` is for those who do not see it. */
export function chartSheet(
  rows: readonly (readonly Panel[])[],
  { title, description, width }: { title: string; description: string; width: number },
): string {
  const parts: string[] = []
  let y = MARGIN + 44
  for (const row of rows) {
    let x = MARGIN
    for (const panel of row) {
      parts.push(`<g transform="translate(${x} ${y})">${panel.svg}</g>`)
      x += panel.width + GAP
    }
    y += Math.max(0, ...row.map(({ height }) => height)) + GAP
  }
  const height = y - GAP + MARGIN
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    `<text class="title" x="${MARGIN}" y="${MARGIN + 16}">${escapeXml(title)}</text>`,
    ...parts,
    '</svg>\n',
  ].join('\n')
}

/** How wide the panels of a row are, `shares` of the sheet's inner width. */
export function panelWidths(width: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const room = width - 2 * MARGIN - GAP * (shares.length - 1)
  return shares.map((share) => Math.round((room * share) / whole))
}

/** Upright bars on a grid; every `labelEvery`-th has its label below. Few bars also carry their numbers. */
export function columnsPanel(
  title: string,
  bars: readonly Bar[],
  size: { width: number; plot: number; labelEvery?: number; write: (count: number) => string },
): Panel {
  const { width, plot, labelEvery = 1, write } = size
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const top = ceiling(most)
  const numbered = bars.length <= 12
  const left = numbered ? 0 : write(top).length * 7 + 8
  const base = HEAD + 16 + plot
  const step = (width - left) / Math.max(1, bars.length)
  const thickness = Math.min(44, step * 0.72)
  const lines = (numbered ? [0] : [0, top / 2, top]).map((value) => {
    const y = round(base - (value / top) * plot)
    const label = numbered
      ? ''
      : `<text class="quiet end" x="${left - 8}" y="${y + 4}">${escapeXml(write(value))}</text>`
    return `<line class="grid" x1="${left}" x2="${width}" y1="${y}" y2="${y}"/>${label}`
  })
  const columns = bars.map(({ label, count }, index) => {
    const middle = round(left + step * (index + 0.5))
    const height = round((count / top) * plot)
    const column = `<rect class="bar" x="${round(middle - thickness / 2)}" y="${round(base - height)}" width="${round(thickness)}" height="${height}" rx="${Math.min(2, height)}"/>`
    const number = numbered
      ? `<text class="middle" x="${middle}" y="${round(base - height - 5)}">${escapeXml(write(count))}</text>`
      : ''
    const below =
      index % labelEvery === 0
        ? `<text class="quiet middle" x="${middle}" y="${base + 16}">${escapeXml(label)}</text>`
        : ''
    return column + number + below
  })
  return { width, height: base + 20, svg: [heading(title), ...lines, ...columns].join('') }
}

/** Lying bars, each with its label before and its number behind. */
export function rowsPanel(
  title: string,
  bars: readonly Bar[],
  { width, write }: { width: number; write: (count: number) => string },
): Panel {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const labels = Math.round(width * 0.46)
  const numbers = write(most).length * 7 + 10
  const room = width - labels - numbers
  const height = 24
  const rows = bars.map(({ label, count }, index) => {
    const y = HEAD + 4 + index * height
    const length = round((count / most) * room)
    return [
      `<text class="end" x="${labels - 8}" y="${y + 15}">${escapeXml(fit(label, labels - 12))}</text>`,
      `<rect class="bar" x="${labels}" y="${y + 3}" width="${length}" height="16" rx="2"/>`,
      `<text class="quiet" x="${round(labels + length + 6)}" y="${y + 15}">${escapeXml(write(count))}</text>`,
    ].join('')
  })
  return { width, height: HEAD + 4 + bars.length * height, svg: [heading(title), ...rows].join('') }
}

function heading(title: string): string {
  return `<text class="head" x="0" y="14">${escapeXml(title)}</text>`
}

/** The next number that reads well on a scale and has a whole half: 2, 4, 6 … 20, 30, 40, 50 … 100, 200 … */
function ceiling(most: number): number {
  for (let power = 1; ; power *= 10)
    for (const digit of power === 1 ? [2, 4, 6, 8] : [1, 2, 3, 4, 5, 6, 8])
      if (digit * power >= most) return digit * power
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u
const NARROW = /^[iIljtfr1.,:;'’!|()[\] ]$/u

/** As much of a text as fits into `width` pixels at 12 px, by an estimate that is rather too wide. */
function fit(text: string, width: number): string {
  const graphemes = [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(oneLine(text))]
  let used = 0
  for (const { segment, index } of graphemes) {
    used += WIDE.test(segment) ? 13 : NARROW.test(segment) ? 4.5 : /\p{Lu}|[mwMW@%]/u.test(segment) ? 9 : 7
    if (used > width - 8 && index + segment.length < oneLine(text).length)
      return `${oneLine(text).slice(0, index).trimEnd()}…`
  }
  return oneLine(text)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartSheet, columnsPanel, escapeXml, panelWidths, rowsPanel } from '../../scripts/pages/chart.ts'
import { parseXml } from '../support/xml.ts'

const write = String
const about = { title: 'Title', description: 'Description', width: 880 }
const bars = (count: number, label = (i: number) => `label ${i}`) =>
  Array.from({ length: count }, (_, i) => ({ label: label(i), count: (i * 7) % 23 }))

describe('a chart', () => {
  it('is well-formed XML whatever the names are', () => {
    const names = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(names, fc.string({ unit: 'binary' }), (labels, title) => {
        const some = bars(labels.length, (i) => labels[i]!)
        const panels = [
          columnsPanel(title, some, { width: 400, plot: 100, write }),
          rowsPanel(title, some, { width: 400, write }),
        ]
        parseXml(chartSheet([panels], { ...about, title, description: title }))
      }),
    )
  })

  it.each(['<script>alert(1)</script>', '"Weird" Al & \'Band\'', ']]>', '&amp;', '<!--', '\u0000\u000bx\ud800y\uffff'])(
    'shows a name as typed: %j',
    (name) => {
      const svg = chartSheet([[rowsPanel('Top', [{ label: name, count: 1 }], { width: 880, write })]], about)
      const texts = parseXml(svg).flatMap(({ name: element, text }) => (element === 'text' ? [text] : []))

      expect(texts).toContain(name.replace(/\u0000\u000b/, '').replace(/[\ud800\uffff]/g, '\ufffd'))
      expect(svg).not.toContain('<script')
    },
  )

  it('has a bar for each number, in proportion', () => {
    const some = [
      { label: 'a', count: 10 },
      { label: 'b', count: 5 },
      { label: 'c', count: 0 },
    ]
    const sizes = (svg: string, side: string) =>
      parseXml(`<svg>${svg}</svg>`).flatMap(({ attributes }) =>
        attributes['class'] === 'bar' ? [Number(attributes[side])] : [],
      )
    const [tall, half, none] = sizes(columnsPanel('x', some, { width: 300, plot: 100, write }).svg, 'height')
    expect([half! / tall!, none]).toEqual([0.5, 0])
    const [long, middle, nothing] = sizes(rowsPanel('x', some, { width: 300, write }).svg, 'width')
    expect(middle! / long!).toBeCloseTo(0.5, 2)
    expect(nothing).toBe(0)
  })

  it.each([1, 7, 12, 13, 31])('keeps %i bars, their numbers and labels inside the drawing', (count) => {
    const [left, right] = panelWidths(880, [2, 3])
    const some = bars(count, (i) => `a rather long label with number ${i}`)
    const panels = [
      columnsPanel('Title', some, { width: left!, plot: 100, write, labelEvery: 40 }),
      rowsPanel('Title', some, { width: right!, write }),
    ]
    for (const { svg, width, height } of panels)
      for (const { attributes } of parseXml(`<svg>${svg}</svg>`)) {
        const [x, y] = [Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)]
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + Number(attributes['width'] ?? 0)).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y + Number(attributes['height'] ?? 0)).toBeLessThanOrEqual(height)
      }
  })

  it('brings its own background and colours for both themes', () => {
    const svg = chartSheet([[rowsPanel('Top', bars(3), { width: 800, write })]], about)
    const card = parseXml(svg).find(({ attributes }) => attributes['class'] === 'card')!
    expect(card.attributes).toMatchObject({ width: '879' })
    const [light, dark] = svg.split('@media (prefers-color-scheme: dark)')
    const colour = (css: string, selector: string) => new RegExp(`${selector} \\{[^}]*fill: #(\\w{6})`).exec(css)![1]!
    for (const css of [light!, dark!])
      for (const selector of ['text', '\\.quiet', '\\.bar'])
        expect(contrast(colour(css, selector), colour(css, '\\.card')), selector).toBeGreaterThan(4.5)
  })

  it('says what it shows to those who do not see it', () => {
    const elements = parseXml(chartSheet([], { ...about, description: 'All <numbers>' }))
    expect(elements[0]!.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'title description' })
    expect(elements.find(({ name }) => name === 'desc')!.text).toBe('All <numbers>')
  })

  it('cuts a label that is too long, and no letter in two', () => {
    const flag = '🏳️‍🌈'
    const { svg } = rowsPanel('x', [{ label: flag.repeat(60), count: 1 }], { width: 400, write })
    const label = parseXml(`<svg>${svg}</svg>`).find(({ attributes }) => attributes['class'] === 'end')!.text
    expect(label).toMatch(/…$/)
    expect(label.slice(0, -1).replaceAll(flag, '')).toBe('')
  })
})

it('escapes what XML takes for its own', () => {
  expect(escapeXml(`a<b>&"'`)).toBe('a&#60;b&#62;&#38;&#34;&#39;')
})

/** Contrast of two colours (WCAG 2.2); 4.5 is enough for small text. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = [0, 2, 4].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

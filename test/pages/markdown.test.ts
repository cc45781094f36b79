import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown, fenced, link } from '../../scripts/pages/markdown.ts'
import { cut, oneLine } from '../../scripts/ground/text.ts'
import { draws } from '../support/draws.ts'

/** HTML as GitHub makes it from Markdown, before its own filters for math, emoji and mentions. */
function render(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
}

/** What a reader sees: the text without the spans that keep GitHub's own filters away. */
function visible(html: string): string {
  return html
    .replace(/<span>(.)<\/span>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

const TITLES = [
  '1. Outside',
  '[unreleased]',
  '*',
  '_',
  '<b>',
  '#1',
  '† ',
  '(What’s the Story) Morning Glory?',
  '- -- ---',
  '+',
  '=',
  '>',
  '***',
  '__init__',
  '~~gone~~',
  '`code`',
  '``',
  '\\',
  '\\\\*',
  '&amp;',
  '&copy',
  '&#42;',
  'https://example.com',
  'www.thug.com',
  'me@example.com',
  'A$AP - $ome $exy $ongs',
  ':metal:',
  '![x](y)',
  '[a](javascript:alert(1))',
  '<script>alert(1)</script>',
  '<!-- x',
  'a | b',
  '1) x',
  '2001',
  '## C #',
  'trailing \\',
  '@someone',
  '```',
  'tab\there',
  'line\nbreak',
  '„quoted“',
  '[ ] task',
  '- [x] y',
  '|--|',
  '[^1]',
  'http://a_b_.c*d*',
  '_a_WWW.x.y',
]
const anyTitle = fc.oneof(
  fc.constantFrom(...TITLES),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'*_`#[]()<>!&;:/.@$~|\\-+=1 ab\n'), maxLength: 20 }),
)

describe('escaping for Markdown', () => {
  it.each(TITLES)('shows %j as typed, in a heading, in bold, in a list and in a table', (title) => {
    everywhere(title)
  })

  it('shows any text as typed, wherever it stands', () => {
    fc.assert(
      fc.property(
        anyTitle.filter((title) => oneLine(title) !== ''),
        everywhere,
      ),
      draws(2000),
    )
  })

  function everywhere(title: string) {
    const seen = visibleForm(title)
    const text = escapeMarkdown(title)
    expect(visible(render(`## 🎤 ${text}`))).toBe(`<h2>🎤 ${seen}</h2>`)
    expect(visible(render(`- **${text}** (1969)`))).toBe(`<ul>\n<li><strong>${seen}</strong> (1969)</li>\n</ul>`)
    expect(visible(render(`- **${text}**`))).toBe(`<ul>\n<li><strong>${seen}</strong></li>\n</ul>`)
    expect(visible(render(`- ${text}`))).toBe(`<ul>\n<li>${seen}</li>\n</ul>`)
    expect(visible(render(text))).toBe(`<p>${seen}</p>`)
    expect(visible(render(`| ${text} | x |\n| --- | --- |`))).toContain(`<th>${seen}</th>`)
    expect(visible(render(link(title, 'https://example.com')))).toBe(`<p><a href="https://example.com">${seen}</a></p>`)
  }

  /** micromark replaces NUL and unpaired surrogates as the standard asks; nothing else may differ from what was typed. */
  function visibleForm(title: string): string {
    return oneLine(title).replace(/\p{Surrogate}/gu, '\ufffd')
  }

  it('keeps GitHub’s own filters away from dollars, emoji codes and addresses', () => {
    expect(escapeMarkdown('A$AP')).toBe('A<span>$</span>AP')
    expect(escapeMarkdown(':metal:')).toBe('<span>:</span>metal:')
    expect(escapeMarkdown('me@example.com')).toBe('me<span>@</span>example.com')
    expect(escapeMarkdown('Live @ The Apollo: 1962')).toBe('Live @ The Apollo: 1962')
  })

  it('leaves ordinary titles readable in the source', () => {
    const plain = "Sgt. Pepper's Lonely Hearts Club Band (Simon & Garfunkel) – l'été, 50%!"
    expect(escapeMarkdown(plain)).toBe(plain)
  })
})

describe('links', () => {
  it('cannot be left early by any address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string({ maxLength: 8 }), (url, tail) => {
        const html = render(link('x', `${url}${tail.replace(/\s/g, '')}`))
        expect(html.match(/<a href="[^"]*">x<\/a>/g)).toHaveLength(1)
        expect(html.replace(/<p><a href="[^"]*">x<\/a><\/p>/, '')).toBe('')
      }),
    )
  })
})

describe('a fence', () => {
  it('cannot be closed by what stands in it', () => {
    const html = render(fenced(['```', '# out', '`````', '</code>']))
    expect(html).toBe('<pre><code>```\n# out\n`````\n&lt;/code&gt;\n</code></pre>')
    expect(fenced(['a', 'b'])).toBe('```\na\nb\n```')
  })
})

describe('cutting', () => {
  it('cuts at 100 characters as a reader counts them, and says so only when it cut', () => {
    expect(cut('é'.repeat(100), 100)).toBe('é'.repeat(100))
    expect(cut('é'.repeat(101), 100)).toBe(`${'é'.repeat(100)}...`)
    const family = '👨‍👩‍👧'
    expect(cut(family.repeat(100), 100)).toBe(family.repeat(100))
    expect(cut('e\u0301'.repeat(101), 100)).toBe(`${'e\u0301'.repeat(100)}...`)
    expect(cut(`${'x'.repeat(99)}${family}!`, 100)).toBe(`${'x'.repeat(99)}${family}...`)
  })
})

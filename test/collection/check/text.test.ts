import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleaned } from '../../../scripts/collection/check/clean-text.ts'
import { mojibakeIn } from '../../../scripts/collection/check/mojibake.ts'
import { checkText } from '../../../scripts/collection/check/text.ts'
import { draws } from '../../support/draws.ts'

const named = (title: string, ...artists: string[]) => checkText([{ id: 1, title, artists }])
/** The title that `--fix` would write; null where it would write none. */
const fixedTitle = (title: string, ...artists: string[]) =>
  named(title, ...artists).flatMap(({ changes }) => changes.map((change) => 'after' in change && change.after))[0] ??
  null

describe('a name with wrong characters', () => {
  it.each([
    ['Guns &amp; Roses', 'Guns & Roses'],
    ['Rock &amp;amp; Roll', 'Rock & Roll'],
    ['Caf&eacute; Bleu', 'Café Bleu'],
    ['Don&#39;t Look Back', "Don't Look Back"],
    ['BeyoncÃ©', 'Beyoncé'],
    ['BeyoncÃƒÂ©', 'Beyoncé'],
    ['Comme Ã\u00a0 la radio', 'Comme à la radio'],
    ['Itâ€™s Blitz!', 'It’s Blitz!'],
    ['MOTÃ–RHEAD', 'MOTÖRHEAD'],
    ['Sigur RÃ³s', 'Sigur Rós'],
    ['ÐšÐ¸Ð½Ð¾', 'Кино'],
    ['æ\u009d±äº¬', '東京'],
    ['Don\u0092t Look Back', 'Don’t Look Back'],
    ['Cafe\u0301', 'Café'],
    ['Abbey\u200b Road\ufeff', 'Abbey Road'],
    ['Dis\u00adcovery', 'Discovery'],
    ['\u200eHomework\u200e', 'Homework'],
    ['  Abbey \t Road ', 'Abbey Road'],
    ['夜\u3000\u3000空', '夜\u3000空'],
  ])('%j is read as %j', (title, meant) => {
    expect(fixedTitle(title)).toBe(meant)
  })

  it.each([
    'CAFÉ…',
    'CHLOÉ’S PARTY',
    'JE T’AIME… MOI NON PLUS',
    'DÉJÀ VU',
    'IRMÃ',
    'IRMÃ…',
    'São Paulo',
    '“Heroes”',
    'Mëkanïk Dëstruktïẁ Kömmandöh',
    'Selected Ambient Works 85–92',
    'AT&T',
    'R&B; Soul',
    '( )',
    '夜\u3000空',
    'C’est quoi\u00a0?',
    'Family 👨\u200d👩\u200d👧',
    'می\u200cخواهم',
    '\u200fשלום world\u200f',
  ])('%j is left alone', (title) => {
    expect(named(title)).toEqual([])
  })

  it.each(['Beyonc\ufffd', 'BeyoncÃ© – 東京', 'Pâ€te'])(
    '%j is shown to a person, who alone can know what is meant',
    (title) => {
      expect(named(title)).toMatchObject([{ changes: [], todo: 'Write it anew.' }])
    },
  )

  it('that holds nothing visible is shown and not emptied', () => {
    expect(named('\u200b')).toMatchObject([{ why: 'nothing visible stands in it', changes: [] }])
  })

  it('is the same after cleaning twice', () => {
    const piece = fc.constantFrom(
      '&amp;',
      '&',
      'amp;',
      'Ã',
      '©',
      'é',
      'e\u0301',
      '\u200b',
      ' ',
      '\u00a0',
      '\u0092',
      'â€',
      '™',
      '#',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (name) => {
        const once = cleaned(name).text
        expect(cleaned(once)).toEqual({ text: once, faults: [] })
      }),
      draws(2000),
    )
  })

  it('is found again from UTF-8 that was read as Latin-1, for any word of Latin letters with accents', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeéèçñüößøåšłőæ'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(word, (name) => {
        const misread = Buffer.from(name, 'utf8').toString('latin1')
        expect(mojibakeIn(misread)).toEqual(misread === name ? { kind: 'none' } : { kind: 'undone', text: name })
      }),
    )
  })
})

describe('an artist as Discogs writes it', () => {
  it('loses the number and the star, on all of its albums at once', () => {
    const albums = [
      { id: 3, title: '†', artists: ['Justice (3)'] },
      { id: 5, title: 'Hyperdrama', artists: ['Justice (3)', 'Miguel*'] },
    ]
    expect(checkText(albums)).toMatchObject([
      {
        about: [{ album: 3 }, { album: 5 }],
        changes: [
          { album: 3, field: 'artists', before: 'Justice (3)', after: 'Justice' },
          { album: 5, field: 'artists', before: 'Justice (3)', after: 'Justice' },
        ],
      },
      { about: [{ album: 5 }], changes: [{ before: 'Miguel*', after: 'Miguel' }] },
    ])
  })

  it('keeps the number where another of that name stands in the collection, and asks', () => {
    const albums = [
      { id: 1, title: 'Nevermind', artists: ['Nirvana'] },
      { id: 2, title: 'All of Us', artists: ['Nirvana (2)'] },
    ]
    expect(checkText(albums)).toMatchObject([{ about: [{ album: 2 }], changes: [] }])
  })

  it.each(['M*A*S*H*', 'Apollo (440x)', 'Prefuse (1)', 'Blink 182', 'Sunn O)))'])('%s is left alone', (artist) => {
    expect(named('x', artist)).toEqual([])
  })
})

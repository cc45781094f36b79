import { describe, expect, it } from 'vitest'
import { artistKey, parseTitle, searchName } from '../../../scripts/collection/names/normalise.ts'
import { precision, readCases, recall, scoreOf } from '../../support/matching-cases.ts'

describe.each(['dev', 'heldout'] as const)('on the labelled queries (%s)', (half) => {
  const cases = readCases(half)
  const score = scoreOf(cases)

  it('takes the right album at least 99 times in 100', () => {
    expect(cases.length).toBeGreaterThan(110)
    expect(precision(score)).toBeGreaterThanOrEqual(0.99)
  })

  it('finds at least nine in ten', () => {
    expect(score.answerable).toBeGreaterThan(80)
    expect(recall(score)).toBeGreaterThanOrEqual(0.9)
  })

  it('has a third of hard cases: without any right answer, or with a wrong one of the same name', () => {
    const hard = cases.filter(({ right, candidates }) => right.size === 0 || right.size < candidates.length)
    expect(hard.length / cases.length).toBeGreaterThan(1 / 3)
  })
})

describe('titles', () => {
  it.each([
    ['Rumours (Super Deluxe)', 'Rumours'],
    ['London Calling - Remastered 2013', 'London Calling'],
    ['Disintegration (Deluxe Edition [Remastered])', 'Disintegration'],
    ['Mistral gagnant (réédition)', 'Mistral gagnant'],
    ['Purple Rain (Original Motion Picture Soundtrack)', 'Purple Rain'],
    ['Paul’s Boutique', "Pauls Boutique"],
    ['The Wall', 'Wall'],
    ['Porgy & Bess', 'Porgy and Bess'],
    ['Entre gris clair et gris foncé', 'ENTRE GRIS CLAIR & GRIS FONCE'],
    ['Led Zeppelin IV', 'Led Zeppelin 4'],
    ["Rock'n'Roll Attitude", 'Rock ’n’ Roll Attitude'],
    ['Группа крови', 'Gruppa krovi'],
    ['Mauvais Œil', 'Mauvais oeil'],
  ])('“%s” and “%s” are one', (a, b) => {
    expect(parseTitle(a).key).toBe(parseTitle(b).key)
    expect(parseTitle(a).traits).toEqual(parseTitle(b).traits)
  }) // prettier-ignore

  it.each([
    ['Nevermind (Live)', 'live'],
    ['Homework (Remixes)', 'remix'],
    ["1989 (Taylor's Version)", 're-recording'],
    ['Thriller (Instrumental)', 'instrumental'],
    ['MTV Unplugged [Acoustic]', 'acoustic'],
    ['Vespertine EP', 'ep'],
  ])('“%s” is another record (%s)', (title, trait) => {
    expect([...parseTitle(title).traits]).toEqual([trait])
  })

  it.each(['( )', '+', '†', '(What’s the Story) Morning Glory?', '1989', 'Live', 'Remixes', 'Remastered'])(
    '“%s” keeps a name',
    (title) => {
      expect(parseTitle(title).key).not.toBe('')
      expect(parseTitle(title).traits.size).toBe(0)
    },
  )
})

describe('artists', () => {
  it.each([
    ['Beatles, The', 'The Beatles'],
    ['Miossec (2)', 'Miossec'],
    ['Cesaria Evora*', 'Cesária Évora'],
    ['Amadou et Mariam', 'Amadou & Mariam'],
    ['A$AP Rocky', 'ASAP Rocky'],
    ['AC/DC', 'ACDC'],
    ['Various', 'Various Artists'],
  ])('“%s” and “%s” are one', (a, b) => expect(artistKey(a)).toBe(artistKey(b)))

  it('are searched for by their plain name', () => {
    expect(['Miossec (2)', 'Hancock, Herbie', 'Lou Reed feat. David Bowie', 'Various'].map(searchName)).toEqual([
      'Miossec',
      'Herbie Hancock',
      'Lou Reed',
      'Various Artists',
    ])
  })

  it.each(['Unknown Artist', 'Artiste inconnu', ' '])('“%s” is nobody', (name) => expect(artistKey(name)).toBe(''))
})

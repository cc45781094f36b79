import { describe, expect, it } from 'vitest'
import { knownArtists, splitCredit } from '../../scripts/listens/credit.ts'
import { artistKey, titleKey, withoutEdition } from '../../scripts/listens/names.ts'

describe('a title', () => {
  it.each([
    ['Abbey Road (Remastered)', 'Abbey Road'],
    ['Abbey Road (Remastered 2009)', 'Abbey Road'],
    ['Abbey Road - Remastered 2009', 'Abbey Road'],
    ['Abbey Road (2019 Mix)', 'Abbey Road'],
    ['OK Computer [Deluxe Edition]', 'OK Computer'],
    ['OK Computer (Deluxe) [Remastered]', 'OK Computer'],
    ['Mezzanine (édition spéciale)', 'Mezzanine'],
    ['Pet Sounds (Mono)', 'Pet Sounds'],
  ])('loses the name of its pressing: %s', (title, bare) => {
    expect(withoutEdition(title)).toBe(bare)
  })

  it.each([
    'Alchemy (Live)',
    'MTV Unplugged (Live, Deluxe Edition)',
    'Blue Monday (Remix)',
    '(Deluxe Edition)',
    'Red (Taylor’s Version)',
    'Unter Null - Eins',
    'Sheer Heart Attack',
    '1. Outside',
    '†',
  ])('keeps what is part of it, or names another recording: %s', (title) => {
    expect(withoutEdition(title)).toBe(title)
  })

  it('is compared without case, accents and punctuation, unless it has nothing else', () => {
    expect(titleKey('  ÉTÉ, 67! (Remastered)')).toBe(titleKey('Été 67'))
    expect(titleKey('†')).not.toBe(titleKey('*'))
  })
})

it('Discogs’ number for namesakes is no part of an artist’s name', () => {
  expect(artistKey('Air (2)')).toBe(artistKey('AIR'))
  expect(artistKey('Front 242')).not.toBe(artistKey('Front'))
})

describe('a credit', () => {
  const knows = knownArtists([
    { id: 1, title: 'x', artists: ['Jay-Z', 'Kanye West', 'Earth, Wind & Fire', 'The Emotions', 'Tyler, The Creator'] },
    { id: 2, title: 'y', artists: ['Simon & Garfunkel', 'Simon', 'Air (2)', 'Beck', 'M', 'Salif Keïta'] },
  ])

  it.each([
    ['Jay-Z & Kanye West', ['Jay-Z', 'Kanye West']],
    ['JAY Z, Kanye West', ['JAY Z', 'Kanye West']],
    ['Air feat. Beck', ['Air', 'Beck']],
    ['Air (feat. Beck)', ['Air', 'Beck']],
    ['Air [ft. Beck & Kanye West]', ['Air', 'Beck', 'Kanye West']],
    ['M et Salif Keita', ['M', 'Salif Keita']],
    ['Earth, Wind & Fire with The Emotions', ['Earth, Wind & Fire', 'The Emotions']],
    ['Beck x Earth, Wind & Fire', ['Beck', 'Earth, Wind & Fire']],
  ])('is split where every part is known: %s', (credit, parts) => {
    expect(splitCredit(credit, knows)).toEqual(parts)
  })

  it.each([
    'Earth, Wind & Fire',
    'Tyler, The Creator',
    'Simon & Garfunkel',
    'Air feat. Nobody',
    'Nobody & Beck',
    'Beck & Nobody & Air',
    'Nick Cave & The Bad Seeds',
    'Beckx Air',
    '& Beck',
  ])('stays whole where it is one name, or a part is unknown: %s', (credit) => {
    expect(splitCredit(credit, knows)).toEqual([credit])
  })

  it('is no artist where it is empty', () => {
    expect(splitCredit('  ', knows)).toEqual([])
  })

  it('costs little, however long: no more questions than the square of its parts, with and without brackets', () => {
    let questions = 0
    const counted = (name: string) => (questions++, knows(name))
    expect(splitCredit(Array<string>(200).fill('Beck').join(' & ') + ' & Nobody', counted)).toHaveLength(1)
    expect(questions).toBeLessThan(2 * 201 ** 2)
  })
})

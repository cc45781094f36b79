import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { numberInFrench, ordinalInFrench } from '../../../scripts/haiku/syllables/french-numbers.ts'
import { frenchCounts } from '../../../scripts/haiku/syllables/syllables.ts'

/** Rows of text and its count, the same in both readings. */
function counts(rows: Readonly<Record<string, number>>): void {
  for (const [text, count] of Object.entries(rows))
    expect({ text, ...frenchCounts(text) }).toEqual({ text, classical: count, spoken: count })
}

describe('the mute e', () => {
  it('counts before a consonant and not at the end of the line', () => {
    counts({ 'une lune pâle': 5, 'la lune': 2, table: 1, 'table ronde': 3 })
  })

  it('is elided before a vowel and before a mute h, also across punctuation', () => {
    counts({ 'une ombre': 2, "l'heure heureuse": 3, 'une herbe haute': 4, 'la lune, enfin': 4 })
  })

  it('is not elided before an h aspiré, nor before onze and oui', () => {
    counts({
      'une haute tour': 5,
      'une hache': 3,
      'quatre héros': 4,
      'ces onze roses': 4,
      'une onzième': 4,
      'entre huit': 3,
    })
  })

  it('counts in -es and in verbs in -ent before any word, but not at the end of the line', () => {
    counts({ 'les feuilles au vent': 5, 'ils chantent encore': 5, 'les feuilles': 2, 'ils chantent': 2 })
  })

  it('does not count after a vowel, inside a word or at its end', () => {
    counts({
      'la joie vient': 3,
      'il avouera tout': 5,
      gaieté: 2,
      paiement: 2,
      'ils jouent bien': 3,
      'les rues grises': 3,
    })
  })

  it('does not count in -aient and -oient', () => {
    counts({ 'ils chantaient bien': 4, "qu'ils soient là": 3, 'ils voient tout': 3 })
  })

  it('counts inside a word', () => {
    counts({ samedi: 3, doucement: 3, petite: 2, maintenant: 3 })
  })

  it('counts in je, me, que … wherever they are written in full, save in an inversion', () => {
    counts({
      'je le vois': 3,
      'prends-le': 2,
      'que fais-je ici': 4,
      'dis-je': 1,
      'est-ce que tu dors': 5,
      'est-ce ici': 3,
    })
  })

  it('is what an apostrophe stands for', () => {
    counts({
      "l'été qu'on attend": 5,
      "jusqu'à": 2,
      "p'tit": 1,
      "aujourd'hui": 3,
      "presqu'île": 2,
      "l'eau d'un seau": 3,
    })
  })

  it('is silent at the end of an English title', () => {
    counts({ 'The Cure joue': 3, 'Wish You Were Here tourne': 5, 'Kind of Blue': 3, 'les Rolling Stones jouent': 5 })
  })
})

describe('words in -ent', () => {
  it('sound as nouns, adverbs and adjectives', () => {
    counts({
      'le vent dort': 3,
      'souvent là': 3,
      "l'argent fond": 3,
      'vraiment tout': 3,
      'un moment seul': 4,
      'il vient tard': 3,
    })
  })

  it('are mute as verbs in the plural', () => {
    counts({ 'ils aiment tout': 4, 'ils dorment bien': 4, 'elles parlent bas': 5, 'ils rient tout bas': 4 })
  })

  it('are verbs after ils and elles where both exist', () => {
    counts({ 'ils couvent leurs œufs': 5, 'le couvent dort bien': 5 })
  })
})

describe('vowels that are written with several letters', () => {
  it('are one: au, eau, eu, œu, ou, oi, ai, ei, nasal vowels', () => {
    counts({ "l'eau": 1, chœur: 1, cœur: 1, nœud: 1, loin: 1, pain: 1, août: 1, paon: 1, saoul: 1, poing: 1, plein: 1 })
  })

  it('let u after q and g, and e after g, be silent', () => {
    counts({
      qui: 1,
      quand: 1,
      fatigué: 3,
      guitare: 2,
      pigeon: 2,
      nous: 1,
      mangeait: 2,
      bourgeon: 2,
      Georges: 1,
      quai: 1,
    })
  })

  it('have the glide l of -il and -ill', () => {
    counts({
      soleil: 2,
      feuille: 1,
      accueil: 2,
      grenouille: 2,
      papillon: 3,
      fille: 1,
      ville: 1,
      bouillon: 2,
      œil: 1,
      cueillir: 2,
    })
  })

  it('have the two i of y between vowels', () => {
    counts({ voyage: 2, pays: 2, paysage: 3, paysan: 3, crayon: 2, abbaye: 3, yeux: 1, ennuyer: 3, bruyère: 2 })
  })

  it('are two with a tréma or in hiatus', () => {
    counts({
      naïf: 2,
      Noël: 2,
      maïs: 2,
      héroïque: 3,
      poète: 2,
      théâtre: 2,
      chaos: 2,
      océan: 3,
      aïeul: 2,
      païen: 2,
      cahier: 2,
      aiguë: 2,
    })
  })
})

describe('diérèse and synérèse', () => {
  const rows = readFileSync(new URL('../../fixtures/syllables/fr-glides.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  it.each(rows.map((row) => row.split('\t') as [string, string, string]))(
    'gives "%s" %s syllables in the classical reading and %s in the spoken one',
    (line, classical, spoken) => {
      expect(frenchCounts(line)).toEqual({ classical: Number(classical), spoken: Number(spoken) })
    },
  )

  it('parts the vowels after a consonant with l or r in both readings', () => {
    counts({ ouvrier: 3, prière: 2, crier: 2, brouette: 2, cruel: 2, client: 2, trio: 2, triangle: 2 })
  })

  it('joins them after a consonant with l or r in ui and oi', () => {
    counts({ pluie: 1, bruit: 1, trois: 1, groin: 1, truite: 1 })
  })

  it('joins them in both readings in the words that classical verse joins', () => {
    counts({
      ciel: 1,
      pied: 1,
      bien: 1,
      dieu: 1,
      rivière: 2,
      premier: 2,
      nuit: 1,
      amitié: 3,
      oui: 1,
      fouet: 1,
      viande: 1,
      diable: 1,
    })
  })

  it('has only the spoken reading of words that are younger than classical verse', () => {
    counts({ 'la radio dort': 4, studio: 2, camion: 2 })
  })

  it('tells nous portions from les portions', () => {
    expect(frenchCounts('nous les portions').classical).toBe(4)
    expect(frenchCounts('nous ne les portions pas').classical).toBe(6)
    expect(frenchCounts('nous avons bien là des portions').classical).toBe(9)
    expect(frenchCounts('les portions').classical).toBe(4)
    expect(frenchCounts('les portions').spoken).toBe(3)
  })
})

describe('what is not written in words', () => {
  it('reads numbers, years and ordinals', () => {
    counts({
      '12 nuits': 3,
      '21 juin': 4,
      '1900': 3,
      '1er mai': 3,
      'la 1re nuit': 5,
      '2e nuit': 4,
      'le XXe siècle': 5,
      '100 %': 3,
      '007': 5,
    })
  })

  it('writes numbers as French does', () => {
    expect([0, 1, 16, 21, 71, 80, 81, 99, 100, 200, 1000, 1969, 2001].map((n) => numberInFrench(String(n)))).toEqual([
      'zéro',
      'un',
      'seize',
      'vingt et un',
      'soixante et onze',
      'quatre-vingt',
      'quatre-vingt-un',
      'quatre-vingt-dix-neuf',
      'cent',
      'deux cent',
      'mille',
      'mil neuf cent soixante-neuf',
      'deux mille un',
    ])
    expect([ordinalInFrench(1), ordinalInFrench(1, 're'), ordinalInFrench(4), ordinalInFrench(9)]).toEqual([
      'premier',
      'première',
      'quatrième',
      'neuvième',
    ])
  })

  it('reads abbreviations and signs', () => {
    counts({ 'Mme Dupont': 5, 'M. Hulot': 4, 'St Jean': 2, 'rock & roll': 3, 'n° 9': 4, 'à 20 h': 3, '5 €': 3 })
  })

  it('spells letters that make no word', () => {
    counts({ 'R.E.M.': 3, 'AC/DC': 4, LP: 2, 'un CD': 3, U2: 2, 'la BBC': 4, 'face B': 3, 'WWW là': 10 })
  })

  it('does not spell an interjection', () => {
    counts({ 'brr, novembre': 3, 'hmm…': 1, 'pst, viens': 2 })
  })

  it('takes Roman numerals for numbers, but not the words they look like', () => {
    counts({ 'Napoléon III': 5, 'Led Zeppelin IV': 5, 'ma vie a': 3, 'vive la vie': 4 })
  })
})

describe('names and words of record collections', () => {
  it('count as a French reader says them', () => {
    counts({
      'les Beatles dorment': 4,
      'Pink Floyd': 2,
      'Bowie danse': 3,
      'Björk chante': 2,
      'jazz et blues': 3,
      'la soul, le groove': 4,
      'un vinyle rayé': 6,
      'Abbey Road': 3,
      "rock'n'roll": 3,
      "Guns N' Roses là": 5,
      'Miles Davis': 3,
      Motörhead: 3,
    })
  })
})

it('words that every JavaScript object has are words like others', () => {
  for (const word of Object.getOwnPropertyNames(Object.prototype)) {
    expect(() => frenchCounts(`12 ${word} ${word.toLowerCase()}`)).not.toThrow()
  }
  counts({ constructor: 3 })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHaiku, type Reading } from '../../../scripts/haiku/ai/answer.ts'
import { isForeign } from '../../../scripts/haiku/ai/foreign.ts'
import { FORM, type HaikuLines } from '../../../scripts/haiku/haiku.ts'
import type { Language } from '../../../scripts/ground/languages.ts'
import { scansForCertain } from '../../../scripts/haiku/syllables/syllables.ts'
import { POEMS } from '../../support/chat-server.ts'

const LINES: HaikuLines = ['matin de grand vent', 'le facteur tient son chapeau', 'au coin du chemin']
const POEM = LINES.join('\n')

function read(text: string, language: Language = 'fr', known: readonly HaikuLines[] = []): Reading {
  return readHaiku(text, language, known)
}

describe('a haiku is found', () => {
  test.each(['fr', 'en'] as const)('as it stands, in all the plain poems (%s)', (language) => {
    for (const poem of POEMS[language]) expect(read(poem, language)).toEqual({ ok: true, lines: poem.split('\n') })
  })

  // Other tests serve these poems and rely on them whatever becomes of the counter.
  test.each(['fr', 'en'] as const)('the plain poems scan beyond doubt (%s)', (language) => {
    const doubtful = POEMS[language].filter((poem) =>
      poem.split('\n').some((line, index) => !scansForCertain(line, FORM[index]!, language)),
    )
    expect(doubtful).toEqual([])
  })

  test.each([
    ['with blank lines around it', `\n\n${POEM}\n\n`],
    ['with an empty line after each line', LINES.join('\n\n')],
    ['with Windows line ends', LINES.join('\r\n')],
    ['with Unicode line ends', LINES.join('\u2028')],
    ['with HTML line breaks', LINES.join('<br>\n')],
    ['with two blanks at the line ends', LINES.join('  \n')],
    ['with backslashes at the line ends', LINES.join('\\\n')],
    ['in a fence', `\`\`\`\n${POEM}\n\`\`\``],
    ['in a fence with a language', `\`\`\`text\n${POEM}\n\`\`\``],
    ['in a fence of tildes', `~~~\n${POEM}\n~~~`],
    ['in a fence between comments', `Voici :\n\n\`\`\`haiku\n${POEM}\n\`\`\`\n\nJ'espère qu'il vous plaira !`],
    ['after an introduction', `Voici votre haïku :\n\n${POEM}`],
    ['right after an introduction', `Voici un haïku pour vous :\n${POEM}`],
    ['before an explanation', `${POEM}\n\nCe poème évoque le vent, la marche et le retour du printemps.`],
    [
      'right before a long explanation',
      `${POEM}\nCe poème évoque le vent et la marche, avec la fraîcheur d'un matin de mars, et compte 5, 7 et 5 syllabes.`,
    ],
    ['before its form in parentheses', `${POEM}\n(5-7-5)`],
    ['under a title', `Le facteur\n${POEM}`],
    ['under a heading', `# Le facteur\n\n${POEM}`],
    ['under a bold title', `**Abbey Road**\n\n${POEM}`],
    ['over a signature', `${POEM}\n\n— Euria`],
    ['in straight quotes', `"${POEM}"`],
    ['in French quotes', `« ${POEM} »`],
    ['in curly quotes', `“${POEM}”`],
    ['with quotes around each line', LINES.map((line) => `"${line}"`).join('\n')],
    ['with single quotes around each line', LINES.map((line) => `'${line}'`).join('\n')],
    ['with numbers', LINES.map((line, index) => `${index + 1}. ${line}`).join('\n')],
    ['with numbers in parentheses', LINES.map((line, index) => `(${index + 1}) ${line}`).join('\n')],
    ['with bullets', LINES.map((line) => `- ${line}`).join('\n')],
    ['with stars as bullets', LINES.map((line) => `* ${line}`).join('\n')],
    ['as a Markdown quotation', LINES.map((line) => `> ${line}`).join('\n')],
    ['with labels', LINES.map((line, index) => `Ligne ${index + 1} : ${line}`).join('\n')],
    ['in bold', LINES.map((line) => `**${line}**`).join('\n')],
    ['in italics', LINES.map((line) => `*${line}*`).join('\n')],
    ['in underscores', LINES.map((line) => `_${line}_`).join('\n')],
    ['in bold italics with quotes', LINES.map((line) => `***« ${line} »***`).join('\n')],
    ['in code', LINES.map((line) => `\`${line}\``).join('\n')],
    ['with one word in italics', POEM.replace('vent', '*vent*')],
    ['with counts behind', `${LINES[0]} (5)\n${LINES[1]} (7)\n${LINES[2]} (5)`],
    ['with counts in words', `${LINES[0]} (5 syllabes)\n${LINES[1]} (7 syllabes)\n${LINES[2]} [5 syll.]`],
    ['with counts after a dash', `${LINES[0]} — 5\n${LINES[1]} – 7 syllabes\n${LINES[2]} = 5`],
    ['with counts in bold italics', `${LINES[0]} *(5)*\n${LINES[1]} **(7)**\n${LINES[2]} *(5)*`],
    ['with counts in front', `(5) ${LINES[0]}\n(7) ${LINES[1]}\n(5) ${LINES[2]}`],
    ['on one line with slashes', LINES.join(' / ')],
    ['on one line with double slashes', LINES.join(' // ')],
    ['on one line with bars', LINES.join(' | ')],
    ['on one line after a label', `Haïku : ${LINES.join(' / ')}`],
    ['with unusual blanks', POEM.replaceAll(' ', '\u00A0')],
    ['with invisible characters', `\uFEFF${POEM.replaceAll(' ', ' \u200B')}`],
    ['in decomposed letters', POEM.normalize('NFD')],
    ['after drafts that do not scan', `vent\nvent du nord et de la mer sur le grand quai\nvent\n\n${POEM}`],
  ])('%s', (_, answer) => {
    expect(read(answer)).toEqual({ ok: true, lines: LINES })
  })

  test('punctuation stays, apostrophes become straight, ellipses one sign', () => {
    expect(read('matin de grand vent...\nun accordéon s’endort,\nau coin du chemin !')).toEqual({
      ok: true,
      lines: ['matin de grand vent…', "un accordéon s'endort,", 'au coin du chemin !'],
    })
  })
})

describe('a haiku is not invented', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t\n', 'empty'],
    ['one line', 'matin de grand vent', 'lines'],
    ['two lines', 'matin de grand vent\nle facteur tient son chapeau', 'lines'],
    ['prose', `Je ne peux pas écrire de haïku sur cet album. ${'Il faudrait le connaître. '.repeat(20)}`, 'lines'],
    ['an apology', 'Désolé, je ne peux pas.', 'lines'],
    ['one line of ten thousand characters', 'matin '.repeat(2_000), 'lines'],
    ['three lines of ten thousand characters', Array(3).fill('vent '.repeat(2_000)).join('\n'), 'lines'],
    ['a script', '<script>\nalert(1)\n</script>', 'unsafe'],
    ['HTML around a line', POEM.replace('grand vent', '<b>grand</b> vent'), 'unsafe'],
    ['an entity', POEM.replace('grand', '&#103;rand'), 'unsafe'],
    ['a line that closes the fence', POEM.replace('au coin', '```au coin'), 'unsafe'],
    ['a fence at the end of a line', POEM.replace('chemin', 'chemin ```'), 'unsafe'],
    ['a link', POEM.replace('chemin', '[chemin](https://evil.example)'), 'unsafe'],
    ['a bell', POEM.replace('vent', 'v\u0007ent'), 'unsafe'],
    ['terminal colours', POEM.replace('vent', '\u001B[31mvent'), 'unsafe'],
    ['text that runs backwards', POEM.replace('vent', '\u202Event'), 'unsafe'],
    ['isolates', POEM.replace('vent', '\u2066vent\u2069'), 'unsafe'],
    ['piled-up accents', POEM.replace('vent', 've\u0301\u0302\u0303\u0304nt'), 'unsafe'],
    ['an emoji', POEM.replace('vent', 'vent 🎵'), 'unsafe'],
    ['Japanese', '古池や\n蛙飛びこむ\n水の音', 'language'],
    ['Russian', 'старый пруд\nпрыгнула лягушка\nвсплеск воды', 'language'],
    ['numbers alone', '5\n7\n5', 'unsafe'],
  ] as const)('from %s', (_, answer, problem) => {
    expect(read(answer)).toMatchObject({ ok: false, problem })
  })

  test('from lines that do not scan; each comes back with its counts', () => {
    const reading = read('matin de grand vent\nle facteur tient son grand chapeau\nau coin du chemin')
    expect(reading).toMatchObject({
      ok: false,
      problem: 'syllables',
      lines: [
        { text: 'matin de grand vent', target: 5, right: true },
        { text: 'le facteur tient son grand chapeau', target: 7, right: false, readings: [8] },
        { text: 'au coin du chemin', target: 5, right: true },
      ],
    })
    const [, second] = (reading as Extract<Reading, { ok: false }>).lines
    expect(second!.words).toContainEqual(expect.objectContaining({ word: 'facteur', counts: [2] }))
  })

  test.each([
    ['right above the verses', `Voici le poème :\n${LINES[1]}\n${LINES[2]}\n${'Et cela suffit. '.repeat(9)}`],
    ['among verses that stand apart', `Voici le poème :\n\n${LINES[1]}\n\n${LINES[2]}`],
  ])('from an introduction that happens to have five syllables, %s', (_, answer) => {
    expect(read(answer).ok).toBe(false)
  })

  test('from a quatrain by cutting it', () => {
    expect(read(`${POEM}\nle vent du matin`).ok).toBe(false)
  })

  test('a title is never taken for the first line of a poem that does not scan', () => {
    const poem = 'le facteur du chemin blanc\nau coin du chemin\nau coin du chemin'
    expect(read(`matin de grand vent\n\n${poem}`)).toMatchObject({ ok: false, problem: 'syllables' })
  })

  test('from another poem of the day or the example, whatever its dress', () => {
    expect(read(POEM, 'fr', [LINES])).toMatchObject({ ok: false, problem: 'copy' })
    expect(read(POEM.toUpperCase(), 'fr', [LINES])).toMatchObject({ ok: false, problem: 'copy' })
    const oneLine: HaikuLines = ['un autre matin', 'tout autre chose', 'Au coin du chemin.']
    expect(read(POEM, 'fr', [oneLine])).toMatchObject({ ok: false, problem: 'copy' })
    expect(read(POEM, 'fr', [['un', 'deux', 'trois']])).toMatchObject({ ok: true })
  })
})

describe('whatever comes', () => {
  const pieces = fc.constantFrom(
    ...['\n', ' ', '```', '<b>', '*', '_', '"', '«', '1. ', '(5)', '/', '\u202E', '\u0000', '…', "'", '-', '#', '>'],
    ...LINES,
  )
  const noise = fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 3 }).map((parts) => parts.join(''))
  const dressed = fc
    .array(noise, { minLength: 7, maxLength: 7 })
    .map((parts) => parts.map((part, index) => (index % 2 === 0 ? part : `${LINES[(index - 1) / 2]}`)).join('\n'))
  const answers = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    dressed,
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 25 }).map((parts) => parts.join('')),
  )

  test('what is accepted is three short lines that are safe in Markdown, HTML and a terminal', () => {
    let accepted = 0
    fc.assert(
      fc.property(answers, (answer) => {
        const reading = read(answer)
        if (!reading.ok) return
        accepted++
        for (const line of reading.lines) {
          expect(line).toMatch(/^[\p{Script=Latin}0-9 ',.;:!?…«»“”"–—-]{2,80}$/u)
          expect(line).toBe(line.trim())
        }
      }),
      { numRuns: 2_000 },
    )
    expect(accepted).toBeGreaterThan(0)
  })

  test('hostile text of a megabyte is answered at once', () => {
    const start = performance.now()
    for (const piece of ['*', '_', ' ', '(5', '"', '- ', '1. ', '/ ', '<think>', 'a\n', '`'])
      read(piece.repeat(2 ** 20 / piece.length))
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

/** Poems written for this test; first French ones, with every trait that looks like something else. */
const FRENCH = [
  ...POEMS.fr,
  'neige sur la neige\nun pas puis un autre pas\nle silence entier',
  'vieux disque rayé\nla même phrase revient\ncomme un chien fidèle',
  'Yesterday, minuit\nla radio du taxi crie\nthe long winding road',
  'rock, sueur, néon\nquatre garçons sous la pluie\nguitares en feu',
  'punk à Manchester\nsacs plastique et chewing-gum\npluie, pluie et béton',
  'Hotel California\nvalises près du couloir\nparfum de colita',
  'blues du samedi\nwhisky, cendres, gin, glaçons\nsolo de trompette',
  'brume, lac, roseaux\nhéron gris, ombre, clapot\nlune entre deux eaux',
  'or du mimosa\nson pain, sa main, son chat noir\nplus un bruit dehors',
  'The Wall, face quatre\nbriques rouges, cour déserte\nécole en hiver',
  'synthés sur Berlin\nnéons verts, train de minuit\nDer Himmel, Bowie',
  'samba sur le port\nde Rio à Salvador\ntambours, tambours, feux',
  'ici la mer dort\nsur la dune un enfant court\nvers la fin du jour',
  'me voici plus tard\nau comptoir du vieux tabac\nmine de rien, seul',
  'as de pique, as noir\non a joué sur le banc\nmain contre main, froid',
  'lit défait, six heures\nil a mis Kind of Blue bas\nelle dort encore',
  'on chante on on danse\nson, tambour, car de police\npar les toits, la nuit',
  'fin août, bar fermé\nsur le port, un son de steel\nme tient par la main',
  'sous le vieux tilleul\nla table, les verres vides\net ta voix, si loin',
  "l'orage s'éloigne\nun transistor oublié\ndans l'herbe trempée",
  "premier café noir\nquelqu'un siffle dans la cour\nun air de Trenet",
  'glycine en avril\nmon voisin rejoue encor\nsa gamme en do dièse',
]

const ENGLISH = [
  ...POEMS.en,
  'snow on the mailbox\na fiddle behind the wall\nstops, then starts again',
  'café by the Seine\nan accordion breathes out\ncigarette and rain',
  'La Vie en rose plays\nin the kitchen of my aunt\nbread warm on the sill',
  'crackling vinyl hum\nsilent sunday afternoon\nempty coffee cups',
  'Te Deum at dusk\ncandles bend in the cold draft\nDer Wind, says the nun',
  'as long as it rains\nthe cat sits on the piano\nme on the armchair',
  'Por una cabeza\ntwo dancers in an old hall\none of them barefoot',
  'bass drum, handclap, horn\nNew Orleans after supper\nred beans on the stove',
  'le jazz, says the card\non a door in Saint-Germain\nthat nobody opens',
  'desert highway dawn\nbig diesel engines idling\nneon turning pale',
]

const FOREIGN = {
  en: ENGLISH,
  fr: FRENCH,
  es: [
    'viejo estanque gris\nla rana salta al agua\nruido del agua',
    'cae la nieve\nsobre el tejado rojo\ny nadie canta',
    'una guitarra\nllora bajo la luna\nen la ventana',
    'el viento pasa\npor las calles sin gente\nhasta la noche',
    'lluvia de marzo\nlos niños con el balón\nno quieren volver',
  ],
  de: [
    'der alte Weiher\nein Frosch springt in das Wasser\nund wieder Stille',
    'Schnee auf dem Dach\ndie Katze sieht nach oben\nund wartet noch',
    'im leeren Zimmer\nspielt das Radio weiter\nder Regen hört zu',
    'Herbst in der Straße\nein Mann mit seiner Geige\nkeiner bleibt stehen',
    'die Nadel senkt sich\nauf das schwarze Vinyl\ndann nur noch Regen',
  ],
  it: [
    'la luna nel pozzo\nil gatto guarda in alto\ne non si muove',
    'pioggia di marzo\nsul tetto della scuola\nnessuno canta',
  ],
  pt: ['chuva no telhado\numa viola na rua\nnão para de tocar', 'noite em Lisboa\no fado sai da janela\ne fica comigo'],
}

describe('the language', () => {
  test('no French poem is taken for a foreign one', () => {
    expect(FRENCH.filter((poem) => isForeign(poem.split('\n'), 'fr'))).toEqual([])
  })

  test('no English poem is taken for a foreign one', () => {
    expect(ENGLISH.filter((poem) => isForeign(poem.split('\n'), 'en'))).toEqual([])
  })

  test.each(['fr', 'en'] as const)('where %s is asked, poems in other languages are told apart', (asked) => {
    const poems = Object.entries(FOREIGN).flatMap(([language, list]) => (language === asked ? [] : list))
    const missed = poems.filter((poem) => !isForeign(poem.split('\n'), asked))
    // Made of content words and names alone, some poems give nothing to go by; the syllables are checked besides.
    expect(missed.length / poems.length).toBeLessThan(0.05)
  })

  test('a poem in another language is told so, whatever its syllables', () => {
    expect(read(POEMS.en[0])).toMatchObject({ ok: false, problem: 'language' })
    expect(read(POEMS.fr[0], 'en')).toMatchObject({ ok: false, problem: 'language' })
    expect(read(FOREIGN.es[0]!)).toMatchObject({ ok: false, problem: 'language' })
    expect(read(FOREIGN.de[0]!)).toMatchObject({ ok: false, problem: 'language' })
  })
})

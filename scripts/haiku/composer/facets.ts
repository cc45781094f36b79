/** What a phrase says about the scene: when, under which sky, where. */
const FACETS = [
  'morning',
  'noon',
  'evening',
  'night',
  'sun',
  'rain',
  'snow',
  'fog',
  'hot',
  'cold',
  'home',
  'garden',
  'car',
  'transit',
  'venue',
  'nature',
  'sea',
] as const
export type Facet = (typeof FACETS)[number]

/** The words that give a facet away, by language. */
export type FacetWords = Readonly<Record<Facet, RegExp>>

/** Facets that cannot stand in one scene. A window is no obstacle: home goes with every weather and with the garden. */
const CLASHES: Readonly<Partial<Record<Facet, readonly Facet[]>>> = {
  morning: ['evening', 'night', 'noon'],
  noon: ['evening', 'night'],
  night: ['sun'],
  sun: ['rain', 'snow', 'fog'],
  rain: ['snow', 'fog'],
  hot: ['cold', 'snow'],
  home: ['car', 'transit', 'venue', 'nature', 'sea'],
  garden: ['car', 'transit', 'venue', 'sea'],
  car: ['transit', 'venue'],
  transit: ['venue', 'nature', 'sea'],
  venue: ['nature', 'sea'],
  nature: ['sea'],
}

/** What the day itself says: no hammock at Christmas, no overcoat in July (northern hemisphere). */
export function facetsOfDay({ month }: { month: number }): readonly Facet[] {
  if (month === 12 || month <= 2) return ['cold']
  return month >= 6 && month <= 8 ? ['hot'] : []
}

/** A pattern for words and phrases given with commas between; `neig*` stands for every word that begins so. */
export function anyOf(list: string): RegExp {
  const patterns = list.split(',').map((word) => word.trim().replace(/\*$/u, '\\p{L}*'))
  return new RegExp(`(?<!\\p{L})(?:${patterns.join('|')})(?:s|x|es)?(?!\\p{L})`, 'iu')
}

export function facetsOf(text: string, words: FacetWords): Facet[] {
  return FACETS.filter((facet) => words[facet].test(text))
}

/** Whether two parts of a poem contradict each other: noon and midnight, the bus and the lake. */
export function clash(one: readonly Facet[], other: readonly Facet[]): boolean {
  return one.some((a) => other.some((b) => CLASHES[a]?.includes(b) === true || CLASHES[b]?.includes(a) === true))
}

/** The words of a phrase that a reader would notice twice: three letters and more, without plural or mute ending. */
export function echoes(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return new Set(words.map((word) => word.replace(/(?<=\p{L}{3})(?:es|s|x|e)$/u, '')))
}

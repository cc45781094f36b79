/** Genres that share a sound world, and so a pool of images. `unknown`: the sound of any record. */
export const FAMILIES = [
  'rock',
  'metal',
  'punk',
  'jazz',
  'blues',
  'soul',
  'disco',
  'hiphop',
  'electronic',
  'ambient',
  'folk',
  'country',
  'reggae',
  'latin',
  'pop',
  'chanson',
  'classical',
  'african',
  'soundtrack',
  'unknown',
] as const
export type Family = (typeof FAMILIES)[number]

/** First match wins, so the narrower name stands before the wider: trip hop before hip hop, jazz-rock before rock. */
const RULES: readonly (readonly [RegExp, Family])[] = [
  [
    /\b(?:soundtracks?|score|bande originale|b\.?o\.?f?|film|cinema|stage|screen|musicals?|comedie musicale)\b/,
    'soundtrack',
  ],
  // Discogs' own name for it; most of what stands under it is folk.
  [/\bfolk, world/, 'folk'],
  [/\b(?:ambient|drone|new ?age|downtempo|chill ?out|field recordings?|environmental)\b/, 'ambient'],
  [/\btrip[ -]?hop\b|\bbig beat\b/, 'electronic'],
  [/\b(?:hip[ -]?hop|rap|trap|grime|boom bap|g-funk|drill)\b/, 'hiphop'],
  [/metal|\b(?:doom|thrash|grindcore|metalcore|deathcore|sludge|djent)\b/, 'metal'],
  [/punk|\b(?:hardcore|oi|riot grrrl|emo)\b/, 'punk'],
  [
    /\b(?:bossa(?: nova)?|samba|latin[oa]?|salsa|tango|mpb|cumbia|mambo|bolero|son cubano|tropicalia|fado|flamenco|brazil\w*|bresil\w*|cuba\w*|merengue|bachata|cha-cha|reggaeton|ranchera|choro)\b/,
    'latin',
  ],
  [
    /\b(?:afro\w*|afrique|african|africain\w*|world|monde|highlife|mbalax|soukous|rumba|rai|desert blues|touareg|tuareg|ethio\w*|mande|zouk|mbaqanga|gnawa|maloya|morna|qawwali|raga|gamelan)\b/,
    'african',
  ],
  [/\b(?:reggae|dub|ska|rocksteady|dancehall|ragga|lovers rock)\b/, 'reggae'],
  [/\b(?:jazz|bebop|be-bop|hard bop|swing|big band|dixieland|bop|fusion)\b/, 'jazz'],
  [
    /\b(?:classi(?:cal|que)|baroque|opera|symphon\w+|chamber|chambre|orchestr\w+|choral|romantic|romantique|contemporain\w*|minimalis\w+|concerto|lieder|gregorian)\b/,
    'classical',
  ],
  [/\b(?:disco|hi-?nrg|boogie)\b/, 'disco'],
  [/\b(?:soul|funk|motown|r ?(?:&|n'?|and) ?b|rnb|rhythm and blues|gospel|neo-soul|doo[ -]?wop)\b/, 'soul'],
  [/\b(?:chanson|variete\w*|yeye|cabaret)\b/, 'chanson'],
  [
    /\b(?:electro\w*|techno|house|trance|idm|synth\w*|edm|drum ?(?:'?n'?|and|&) ?bass|jungle|dubstep|breakbeat|breaks|ebm|industrial|dance|glitch|acid|garage house|vaporwave|new wave|krautrock)\b/,
    'electronic',
  ],
  [/\b(?:country|bluegrass|americana|honky[ -]?tonk|western|alt-country)\b/, 'country'],
  [/\b(?:folk|singer[ -/]songwriter|acoustic|acoustique|celtic|celtique|traditional|trad)\b/, 'folk'],
  [/\bblues\b/, 'blues'],
  [
    /\b(?:rock\w*|grunge|indie|shoegaze|psych\w*|prog\w*|alternati(?:ve|f)|garage|britpop|post-rock|goth\w*|surf|stoner|emo)\b/,
    'rock',
  ],
  [/\bpop\b|\w+pop\b|\bidol\b|\beasy listening\b|\bvocal\b/, 'pop'],
]

/** The family of a genre as people and services write it, in French or English: "Hip-Hop", "Bossa nova", "Folk Rock". */
export function familyOf(genre: string | null | undefined): Family {
  const name = (genre ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return RULES.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'
}

import { artistsOf } from '../../collection/album.ts'
import type { HaikuSubject } from '../haiku.ts'
import { anyOf } from './facets.ts'

/**
 * Instruments that some records of a genre have and others lack, and what must stand in the album's own data before a
 * poem speaks of them: no saxophone for a piano recital, no accordion for every singer in French. What nearly all
 * records of a genre have (guitars in rock, a bass in reggae) needs no proof.
 */
const PROOFS: readonly (readonly [word: RegExp, proof: RegExp])[] = [
  [anyOf('sax, saxo, saxophone'), /\bsax/],
  [anyOf('trompette, sourdine, trumpet, muted horn'), /trompett|trumpet/],
  [anyOf('the horn holds, the horn says, the horn in its case, horn case'), /trompett|trumpet|\bsax|\bhorn/],
  [anyOf('accordéon, accordion, squeeze box'), /accordeon|accordion|musette/],
  [anyOf('harmonica, a harp, the harp'), /harmonica|blues harp/],
  [anyOf('banjo'), /banjo|bluegrass/],
  [anyOf('crincrin, fiddle'), /fiddle|violin|violon|bluegrass|celti|irish|irland/],
  [anyOf('orgue, organ'), /\borgue|\borgan\b|hammond|gospel/],
  [anyOf('cuivre, horns, brass'), /cuivres|\bbrass|\bhorns\b|big band|fanfare|afrobeat|highlife/],
  [anyOf('nef'), /choeur|choral|choir|requiem|\bmass\b|messe|gregor/],
  [anyOf('hautbois, oboe, timpani, second horn'), /symphon|orchestr|concerto|hautbois|oboe/],
  [anyOf('flûte, flute'), /symphon|orchestr|flut/],
  [anyOf('clavecin'), /baroque|clavecin|harpsichord/],
  [anyOf('archet, bow above, the bow, cello'), /symphon|orchestr|quatuor|quartet|concerto|violon|violin|cello/],
  [anyOf('fugue'), /fugue|\bbach\b/],
  [anyOf('sonate'), /sonat/],
  [anyOf('kora'), /\bkora\b|griot|mande\b|manding/],
  [anyOf('balafon, thumb piano'), /balafon|mbira|kalimba|thumb piano/],
  [anyOf('a drum, one drum, the drum says'), /afro|highlife|mbalax|percussion|drum|tambour/],
  [/(?<!\p{L})désert|\bguitar\b.*\bsand\b/iu, /touareg|tuareg|sahara|desert|\bmali/],
]

/** A piano by itself, and whom it then is not heard with. */
const ALONE = /(?:concert|recital|album|disque) de piano|piano solo|solo piano|piano recital|seul au piano|goldberg/
const COMPANY = anyOf(
  'basse, batteur, balai, cymbale, guitare, groupe, voix, chœur, orchestre, bass, drummer, brushes, cymbal, snare, ' +
    'guitar, singer, band, horn, voice, chorus, rim shot',
)

/** For an album, whether it may well sound as a phrase says; what is written about the album is the only witness. */
export function hearing(album: HaikuSubject): (phrase: string) => boolean {
  const { title, genre, description, ai_info } = album
  const written = [title, genre, description, ai_info?.text, ...artistsOf(album)]
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/giu, 'oe')
    .toLowerCase()
  const unproven = PROOFS.filter(([, proof]) => !proof.test(written)).map(([word]) => word)
  if (ALONE.test(written)) unproven.push(COMPANY)
  return (phrase) => !unproven.some((word) => word.test(phrase))
}

/** What a line below a table says that adds up the lines above it, without accents. */
const SUMS =
  'total totals totaux totale totali totales totaal somme sommes sum summe gesamt gesamtsumme gesamtzahl insgesamt suma somma som ' +
  'moyenne average durchschnitt promedio gemiddelde nombre nb number count anzahl numero aantal'
/** What else such a line is made of. */
const BESIDE =
  'grand sous sub general generale d de des du di of the la le les au en in a album albums alben disque disques record records ' +
  'disco discos dischi platten platen vinyl vinyle vinyles lp lps cd cds titre titres title titles artiste artistes artist artists ' +
  'valeur value prix price euros eur usd collection all items entries lignes rows'

const SUM_WORDS = new Set(SUMS.split(' '))
const OTHER_WORDS = new Set(BESIDE.split(' '))

const AMOUNT = /^[€$£¥]?\s*[-+]?\d[\d\s.,'’]*\s*(?:[€$£¥%]|eur(?:os?)?|usd|gbp|chf|kr)?$/iu

/** Whether a cell holds a number, a price or a share, and nothing else. */
export function isAmount(cell: string): boolean {
  return cell.length <= 30 && AMOUNT.test(cell)
}

/** `Total`, `TOTAL : 2 disques`, `Nombre d'albums`: what stands before a sum, with or without it; and `245 albums`. */
function isSumName(cell: string): boolean {
  if (cell.length > 60) return false
  const words = cell
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu)
  if (words === null || !words.every((word) => SUM_WORDS.has(word) || OTHER_WORDS.has(word))) return false
  return words.some((word) => SUM_WORDS.has(word)) || /^\d[\d\s.,]*\s\p{L}/u.test(cell)
}

/** The cell that names a sum, where nothing stands in the line but that and amounts; null where it is no such line. */
export function sumIn(cells: readonly string[]): string | null {
  const names = cells.filter((cell) => cell !== '' && !isAmount(cell))
  return names.length > 0 && names.every(isSumName) ? names[0]! : null
}

/** Whether a title and an artist say, as players do, that neither is known. */
export function isUnknownAlbum(title: string, artist: string): boolean {
  if (/^\[unknown album\]$/iu.test(title)) return true
  const isUnknownArtist =
    /^(?:\[?unknown(?: artist)?\]?|artiste inconnu|unbekannter interpret|artista desconocido)?$/iu.test(artist)
  return /^(?:unknown album|album inconnu|unbekanntes album|álbum desconocido)$/iu.test(title) && isUnknownArtist
}

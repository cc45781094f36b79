/** What a pressing is made of, as the API describes it. */
export interface DiscogsFormat {
  /** The carrier: `Vinyl`, `CD`, `Box Set`, `All Media` … */
  name: string
  /** How many, `1` where nothing is said. */
  quantity: string
  /** `LP`, `Album`, `Reissue` … */
  descriptions: readonly string[]
  /** What the contributor added: `Red Translucent`. */
  text: string | null
}

/** Around or beside the carriers: a box, and what is said of all of them. */
const CONTAINERS = ['Box Set', 'All Media']

/** Families a person would name, where Discogs distinguishes more; other carriers keep Discogs' name. */
const FAMILIES = new Map(
  Object.entries({
    'Flexi-disc': 'Vinyl',
    'Lathe Cut': 'Vinyl',
    Acetate: 'Vinyl',
    CDr: 'CD',
    CDV: 'CD',
    'CD-ROM': 'CD',
    SACD: 'CD',
  }),
)

/**
 * The kind of carrier: `Vinyl`, `CD`, `Cassette`, `File` … By the first that is a carrier; `Box Set` where nothing is said
 * of what is in the box; null where nothing is said at all.
 */
export function supportOf(formats: readonly DiscogsFormat[]): string | null {
  const carrier = formats.find(({ name }) => name !== '' && !CONTAINERS.includes(name))
  if (carrier !== undefined) return FAMILIES.get(carrier.name) ?? carrier.name
  return formats.some(({ name }) => name === 'Box Set') ? 'Box Set' : null
}

/** Of several sizes the export names the first of these. */
const SIZES = ['7"', '10"', '12"', '11"', '16"', 'LP']

const CARRIERS = new Map(
  Object.entries({
    'All Media': '',
    'Box Set': 'Box',
    Cassette: 'Cass',
    '8-Track Cartridge': '8-Trk',
    'Reel-To-Reel': 'Reel',
    'Flexi-disc': 'Flexi',
    'Lathe Cut': 'Lathe',
  }),
)

/** Empty: left out. What is missing here the export spells out. */
const DESCRIPTIONS = new Map(
  Object.entries({
    Stereo: '',
    Compilation: 'Comp',
    Reissue: 'RE',
    Repress: 'RP',
    Remastered: 'RM',
    'Limited Edition': 'Ltd',
    'Special Edition': 'S/Edition',
    'Deluxe Edition': 'Dlx',
    'Club Edition': 'Club',
    Numbered: 'Num',
    'Record Store Day': 'RSD',
    'Unofficial Release': 'Unofficial',
    'Test Pressing': 'TP',
    'White Label': 'W/Lbl',
    Misprint: 'M/Print',
    'Mini-Album': 'MiniAlbum',
    'Maxi-Single': 'Maxi',
    Sampler: 'Smplr',
    Quadraphonic: 'Quad',
    'Single Sided': 'S/Sided',
    Etched: 'Etch',
    'Picture Disc': 'Pic',
    Enhanced: 'Enh',
  }),
)

/**
 * Formats as Discogs' CSV export writes them: `2xLP, Album, RE, Gat + CD`. Carriers are joined by " + "; each is how many
 * times what, vinyl by its size alone; then the descriptions, most of them shortened, without speeds and "Stereo"; then the
 * first three letters of the free text, or the number it begins with. Discogs describes this nowhere: the rule is taken from exports set beside the API's
 * answers. Null where nothing is said.
 */
export function formatText(formats: readonly DiscogsFormat[]): string | null {
  const written = formats.map(writeOne).filter((one) => one !== '')
  return written.length === 0 ? null : written.join(' + ')
}

function writeOne({ name, quantity, descriptions, text }: DiscogsFormat): string {
  const isVinyl = name === 'Vinyl'
  const size = isVinyl ? SIZES.find((one) => descriptions.includes(one)) : undefined
  const carrier = size ?? CARRIERS.get(name) ?? name
  const times = Number(quantity) > 1 && carrier !== '' ? `${quantity}x` : ''
  const described = descriptions
    .filter((one) => !(isVinyl && SIZES.includes(one)) && !/\bRPM$/u.test(one))
    .map((one) => DESCRIPTIONS.get(one) ?? one)
  const added = /^(?:\d+(?![^\s,])|[^\s,]{1,3})/u.exec(text ?? '')?.[0] ?? ''
  return [times + carrier, ...described, added].filter((part) => part !== '').join(', ')
}

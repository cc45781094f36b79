import { carrierOf } from './carrier.ts'
import { columnKey } from './columns.ts'
import { readYear } from './dates.ts'
import type { Table } from './tabular.ts'
import { readAddress, readCount, readRating } from './values.ts'

/** What a column of somebody's own list can hold. */
export type Field =
  | 'title'
  | 'artist'
  | 'given'
  | 'family'
  | 'originalYear'
  | 'year'
  | 'pressingYear'
  | 'genre'
  | 'support'
  | 'format'
  | 'label'
  | 'catalog'
  | 'notes'
  | 'rating'
  | 'added'
  | 'paid'
  | 'media'
  | 'sleeve'
  | 'folder'
  | 'tracks'
  | 'song'
  | 'discogs'
  | 'spotify'
  | 'mbid'
  | 'cover'
  | 'description'

/**
 * Names of columns as keys (`columnKey`), in English, French, German, Spanish, Italian and Dutch. Where a table has several
 * of one line, the one that comes first here counts.
 */
const NAMES: Readonly<Record<Exclude<Field, 'song'>, string>> = {
  title:
    'albumtitle titlealbum albumname album titrealbum titredelalbum nomdelalbum nomalbum albumtitel tituloalbum titulodelalbum ' +
    'nombredelalbum titoloalbum titolodellalbum albumnaam releasetitle releasename recordtitle title titre titel titulo titolo ' +
    'plattentitel titreoriginal originaltitle record release disque platte disco oeuvre opera werk obra nom name nombre nome naam',
  artist:
    'albumartist artistedelalbum albumkunstler artist artistname nameofartist artiste nomdelartiste nomartiste interprete groupe ' +
    'artisteinterprete artistegroupe kunstler kuenstler interpret band gruppe musiker artista nombredelartista nomeartista cantante ' +
    'grupo gruppo artiest artiestnaam uitvoerende uitvoerder performer musicien chanteur chanteuse singer cantant sanger auteur ' +
    'author autor autore compositeur composer compositor compositore komponist componist',
  given: 'prenom prenomdelartiste prenomartiste firstname givenname forename vorname voornaam',
  family: 'nomdefamille lastname surname familyname nachname apellido cognome achternaam',
  originalYear:
    'originalyear originalreleaseyear originalreleasedate originaldate originalrelease firstreleased firstrelease firstreleaseyear ' +
    'firstreleasedate yearoffirstrelease anneeoriginale anneedorigine dateoriginale sortieoriginale anneedepremieresortie ' +
    'premieresortie originaljahr erstveroffentlichung anooriginal fechaoriginal annooriginale origineeljaar',
  year:
    'year releaseyear yearreleased yearofrelease released releasedate dateofrelease annee anneedesortie anneedeparution datedesortie ' +
    'datesortie sortie sortiele parution jahr erscheinungsjahr veroffentlichungsjahr erscheinungsdatum veroffentlicht erschienen ' +
    'ano anodelanzamiento fechadelanzamiento lanzamiento anno annodiuscita annouscita datadiuscita uscita jaar releasejaar ' +
    'jaarvanuitgave uitgavejaar verschenen an albumyear anneealbum anneedelalbum anneedudisque date fecha data datum',
  pressingYear:
    'pressingyear yearofpressing pressingdate pressing anneedepressage anneepressage pressage reissueyear anneedereedition ' +
    'pressungsjahr pressjahr pressung anodeprensaje prensaje annodistampa stampa persingsjaar jaarvanpersing persing',
  genre:
    'genre genremusical style stylemusical musikrichtung stil genero generomusical estilo genere generemusicale stile muziekstijl stijl',
  support: 'support typedesupport soporte supporto medium media mediatype tontrager datentrager drager carrier',
  format: 'format formato formaat',
  label:
    'label recordlabel maisondedisque plattenfirma plattenlabel sello sellodiscografico discografica etichetta ' +
    'casadiscografica platenlabel platenmaatschappij editeur',
  catalog:
    'catalognumber cataloguenumber catalogno catalogueno catalognr catalog catalogue catno catnr cat catalogid reference ref ' +
    'referencecatalogue numerodecatalogue numerocatalogue nocatalogue katalognummer katalognr bestellnummer referencia ' +
    'numerodecatalogo catalogo numerodicatalogo riferimento catalogusnummer referentie',
  notes:
    'comment commentaire remarque remark observation annotation mynote personalnote note notizen notiz bemerkung bemerkungen ' +
    'anmerkung anmerkungen kommentar kommentare nota comentario observacione commento commenti notitie opmerking opmerkingen',
  rating:
    'rating myrating userrating star etoile score evaluation appreciation manote bewertung wertung sterne valoracion puntuacion ' +
    'calificacion estrella valutazione voto punteggio stelle waardering beoordeling sterren',
  added:
    'dateadded addedon added addedat dateajout datedajout ajoutele ajoute dateacquired acquired acquiredon acquisitiondate ' +
    'datedacquisition dateacquisition acquisle purchasedate dateofpurchase purchased purchasedon boughton bought datedachat ' +
    'dateachat achetele achete hinzugefugtam hinzugefugt kaufdatum gekauftam gekauft fechadecompra comprado compradoel anadido ' +
    'anadidoel fechadeadicion aggiuntoil aggiunto dataacquisto datadiacquisto acquistatoil toegevoegdop toegevoegd gekochtop ' +
    'aankoopdatum',
  paid:
    'pricepaid paid price purchaseprice cost prix prixdachat prixachat prixpaye paye cout kaufpreis preis bezahlt precio ' +
    'preciodecompra preciopagado pagado prezzo prezzodacquisto prezzopagato pagato prij aankoopprij betaald ' +
    'boughtfor paidfor purchasedfor achetepour prixachete gekauftfur compradopor acquistatoper gekochtvoor',
  media:
    'mediacondition conditionmedia condition conditiondisc disccondition recordcondition vinylcondition grade grading etatdudisque ' +
    'etatdisque etatduvinyle etatvinyle etatdusupport etat zustand plattenzustand zustandplatte estado estadodeldisco condizione ' +
    'condizioni condizionidisco cond conditie staat conditieplaat',
  sleeve:
    'sleevecondition covercondition jacketcondition conditionsleeve sleeve etatdelapochette etatpochette coverzustand ' +
    'hullenzustand zustandcover zustandhulle estadodelafunda estadodelaportada condizionecopertina condizionicopertina ' +
    'conditiehoe hoesconditie',
  folder:
    'folder collectionfolder location shelf storage place emplacement rangement etagere dossier lieu standort lagerort regal ' +
    'ordner fach ubicacion estante carpeta posizione collocazione scaffale cartella locatie plaat kast plank',
  tracks:
    'trackscount trackcount numberoftrack nooftrack track totaltrack nombredepiste nbpiste nbdepiste piste nombredetitre nbtitre ' +
    'nbdetitre nombredemorceaux anzahltitel anzahltrack numerodepista numpista pista numerotracce tracce brani numerobrani ' +
    'aantaltrack aantalnummer',
  discogs:
    'discogsreleaseid discogsrelease discogsid discogsurl discogslink discogs liendiscogs urldiscogs iddiscogs discogsmaster releaseid',
  spotify: 'spotifyurl spotifylink spotifyuri spotifyid spotify lienspotify urlspotify albumuri spotifyalbumuri',
  mbid: 'musicbrainzid musicbrainzalbumid musicbrainzreleaseid musicbrainzreleasegroupid musicbrainz mbid albummbid releasembid',
  cover:
    'coverurl coverimage coverart coverlink cover albumcover albumart artwork image imageurl urlpochette pochette lienpochette ' +
    'couverture jaquette coverbild caratula portada copertina immagine hoe hoesafbeelding',
  description: 'description resume summary presentation beschreibung descripcion descrizione omschrijving beschrijving',
}

/** What a table holds beside what an album has a field for; kept under its own name, and nobody is asked about it. */
const KEPT = new Set(
  (
    'id index n no nr num numero number rang edition valeur valeurestimee valeuractuelle cote value estimatedvalue ' +
    'currentvalue marketvalue wert valor valore waarde'
  )
    .split(' ')
    .map(columnKey),
)

/** Tables of songs have one of these; an album would come once for each. */
const SONG_NAMES = new Set(
  'trackname tracktitle songname songtitle song chanson morceau titredumorceau cancion canzone brano lied liedtitel nummer trackuri isrc'.split(
    ' ',
  ),
)

interface Place {
  field: Field
  key: string
  /** The lower it is, the more a column of this name counts. */
  rank: number
}

const PLACES = new Map<string, Place>([
  ...Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(' ').map((name, rank) => placeUnder(columnKey(name), field as Field, rank)),
  ),
  // Decided by what stands below them.
  placeUnder('type', 'support', 100),
  placeUnder('edition', 'pressingYear', 100),
])

function placeUnder(key: string, field: Field, rank: number): [string, Place] {
  return [key, { field, key, rank }]
}

/** Words that say nothing of which column it is. */
const FILLERS = new Set(
  (
    'le la les l du de des d un the of a der die das el los il nom name principal principale main complet full s sur out auf ' +
    'eur euro usd chf lp cd mp3 vinyl vinyle k7 cassette 33t 45t'
  )
    .split(' ')
    .map(columnKey),
)

function isFiller(key: string): boolean {
  return FILLERS.has(key) || /^\d*$/u.test(key)
}

/** `Groupe / Artiste`, `Nom du groupe`, `Prix (€)`: what all the words agree on that say something; null where they do not. */
function placeByWords(name: string): Place | null {
  const found = name.split(/[/|&+,()[\]]|(?<!\p{L})(?:ou|or|oder|et|and|und)(?!\p{L})/iu).flatMap((part) => {
    const words = part.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => !isFiller(columnKey(word)))
    const whole = placeOf(columnKey(words.join('')))
    return words.length === 0 ? [] : whole === null ? words.map((word) => placeOf(columnKey(word))) : [whole]
  })
  const [first] = found
  if (first === undefined || first === null || found.some((place) => place?.field !== first.field)) return null
  return { ...first, rank: first.rank + 1000 }
}

function placeOf(key: string): Place | null {
  return SONG_NAMES.has(key) ? { field: 'song', key, rank: 0 } : (PLACES.get(key) ?? null)
}

function placeNamed(name: string): Place | null {
  return placeOf(columnKey(name)) ?? placeByWords(name)
}

export type PlainColumns = ReadonlyMap<Field, readonly number[]>

/**
 * Which columns of a table hold what, the one that counts first. A name that means two things is decided by what stands
 * below it: `note` is a rating in a French list and a remark in others, `tracks` a number or a song.
 */
export function plainColumns(table: Pick<Table, 'header' | 'rows'>): PlainColumns {
  const found = new Map<Field, { index: number; rank: number }[]>()
  for (const [index, name] of table.header.entries()) {
    const place = placeNamed(name)
    if (place === null) continue
    const field = fieldByContent(place, () => table.rows.map(({ fields }) => fields[index]!))
    if (field !== null) found.set(field, [...(found.get(field) ?? []), { index, rank: place.rank }])
  }
  const columns = new Map(
    [...found].map(([field, places]) => [field, places.sort((a, b) => a.rank - b.rank).map(({ index }) => index)]),
  )
  return withPersons(columns, table.header)
}

const BARE_NAMES = /^(?:nom|name|nome|naam|nombre)$/u

/** Beside first names, `Nom` is the last name of an artist and no title; beside last names, `Nombre` is the first name. */
function withPersons(columns: Map<Field, number[]>, header: readonly string[]): PlainColumns {
  if (!columns.has('given') && !columns.has('family')) return columns
  const other = columns.has('given') ? 'family' : 'given'
  if (columns.has(other)) return columns
  const titles = columns.get('title') ?? []
  const bare = titles.filter((index) => BARE_NAMES.test(columnKey(header[index]!)))
  if (bare.length > 0) {
    columns.set(other, bare)
    columns.set(
      'title',
      titles.filter((index) => !bare.includes(index)),
    )
    if (columns.get('title')!.length === 0) columns.delete('title')
  } else if (other === 'family' && columns.has('artist')) {
    columns.set('family', columns.get('artist')!)
    columns.delete('artist')
  }
  return columns
}

/** What a list of records has beside their titles. */
const BESIDE_TITLE = ['artist', 'given', 'family', 'originalYear', 'year', 'pressingYear', 'format', 'support'] as const

/** Whether the columns are those of a list of records. */
export function describesRecords(columns: PlainColumns): boolean {
  return columns.has('title') && BESIDE_TITLE.some((field) => columns.has(field))
}

/** Whether cells are the names over the columns of a list of records: at least half of them are understood. */
export function isHeaderOfRecords(cells: readonly string[]): boolean {
  const named = cells.filter((cell) => cell !== '')
  const columns = plainColumns({ header: named, rows: [] })
  const understood = new Set([...columns.values()].flat())
  return describesRecords(columns) && understood.size * 2 >= named.length
}

/** `Titre`, `Artist - Album (Year)`: whether a line names what the entries of a single column are made of. */
export function isHeaderOfTitles(line: string): boolean {
  const parts = line.split(/\s[-–—]\s|[()[\]]/u).filter((part) => part.trim() !== '')
  const fields = parts.map((part) => placeNamed(part)?.field)
  return (
    fields.includes('title') && fields.every((field) => field === 'title' || field === 'artist' || field === 'year')
  )
}

/** The names of the columns that hold something and were not understood. */
export function unreadColumns({ header, rows }: Table, columns: PlainColumns): string[] {
  const understood = new Set([...columns.values()].flat())
  return header.flatMap((name, index) => {
    const key = columnKey(name)
    if (understood.has(index) || KEPT.has(key) || (name !== '' && key === '')) return []
    return rows.some(({ fields }) => fields[index] !== '') ? [name === '' ? `column ${index + 1}` : name] : []
  })
}

/** Also by the names of other languages, which the collection keeps as they are. */
function anyCarrier(cell: string): string | null {
  return (
    carrierOf(cell) ??
    /^(?:vinyles?|k7|mc|\d\d ?t(?:ours)?|coffret|schallplatte|kassette|vinilo|vinile|disco)$/iu.exec(cell)?.[0] ??
    null
  )
}

function fieldByContent({ field, key }: Place, cells: () => string[]): Field | null {
  const areMostly = (read: (cell: string) => unknown) => {
    const filled = cells().filter((cell) => cell !== '')
    return filled.filter((cell) => read(cell) !== null).length * 2 > filled.length
  }
  if (key === 'note') return areMostly(readRating) ? 'rating' : 'notes'
  if (key === 'track') return areMostly(readCount) || cells().every((cell) => cell === '') ? 'tracks' : 'song'
  if (key === 'type') return areMostly(anyCarrier) ? 'support' : null
  if (key === 'edition') return areMostly(readYear) ? 'pressingYear' : null
  // Beside "Media" a cover is what its condition is told of.
  if (field === 'cover' && !cells().some((cell) => readAddress(cell) !== null)) return null
  return field
}

const ALBUM_NAMES = new Set(NAMES.title.split(' ').filter((name) => /album/u.test(name)))

/** Whether the rows are songs: a column says so, or holds titles beside the one of the albums. */
export function listsSongs({ header }: Table, columns: PlainColumns): boolean {
  const titles = (columns.get('title') ?? []).map((index) => columnKey(header[index]!))
  const isBeside = titles.some((key) => ALBUM_NAMES.has(key)) && titles.some((key) => TITLE_NAMES.test(key))
  return columns.has('song') || isBeside
}

const TITLE_NAMES = /^(?:title|titre|titel|titulo|titolo|name|nom|nombre|nome|naam)$/u

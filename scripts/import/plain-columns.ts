import { columnKey } from './columns.ts'
import type { Table } from './table.ts'
import { readAddress, readCount, readRating } from './values.ts'

/** What a column of somebody's own list can hold. */
export type Field =
  | 'title'
  | 'artist'
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
    'plattentitel record release disque platte disco nom name nombre nome naam',
  artist:
    'albumartist artistedelalbum albumkunstler artist artistname nameofartist artiste nomdelartiste nomartiste interprete groupe ' +
    'artisteinterprete artistegroupe kunstler kuenstler interpret band gruppe musiker artista nombredelartista nomeartista cantante ' +
    'grupo gruppo artiest artiestnaam uitvoerende uitvoerder performer musicien',
  originalYear:
    'originalyear originalreleaseyear originalreleasedate originaldate originalrelease firstreleased firstrelease firstreleaseyear ' +
    'firstreleasedate yearoffirstrelease anneeoriginale anneedorigine dateoriginale sortieoriginale anneedepremieresortie ' +
    'premieresortie originaljahr erstveroffentlichung anooriginal fechaoriginal annooriginale origineeljaar',
  year:
    'year releaseyear yearreleased yearofrelease released releasedate dateofrelease annee anneedesortie anneedeparution datedesortie ' +
    'datesortie sortie sortiele parution jahr erscheinungsjahr veroffentlichungsjahr erscheinungsdatum veroffentlicht erschienen ' +
    'ano anodelanzamiento fechadelanzamiento lanzamiento anno annodiuscita annouscita datadiuscita uscita jaar releasejaar ' +
    'jaarvanuitgave uitgavejaar verschenen date fecha data datum',
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
    'preciodecompra preciopagado pagado prezzo prezzodacquisto prezzopagato pagato prij aankoopprij betaald',
  media:
    'mediacondition conditionmedia condition conditiondisc disccondition recordcondition vinylcondition grade grading etatdudisque ' +
    'etatdisque etatduvinyle etatvinyle etatdusupport etat zustand plattenzustand zustandplatte estado estadodeldisco condizione ' +
    'condizioni condizionidisco conditie staat conditieplaat',
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

/** Tables of songs have one of these; an album would come once for each. */
const SONG_NAMES = new Set(
  'trackname tracktitle songname songtitle song chanson morceau titredumorceau cancion canzone brano lied liedtitel nummer trackuri isrc'.split(
    ' ',
  ),
)

const PLACES = new Map<string, { field: Field; rank: number }>(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(' ').map((name, rank) => [columnKey(name), { field: field as Field, rank }] as const),
  ),
)

export type PlainColumns = ReadonlyMap<Field, readonly number[]>

/**
 * Which columns of a table hold what, the one that counts first. A name that means two things is decided by what stands
 * below it: `note` is a rating in a French list and a remark in others, `tracks` a number or a song.
 */
export function plainColumns(table: Table): PlainColumns {
  const found = new Map<Field, { index: number; rank: number }[]>()
  for (const [index, name] of table.header.entries()) {
    const key = columnKey(name)
    const place = SONG_NAMES.has(key) ? { field: 'song' as const, rank: 0 } : PLACES.get(key)
    if (place === undefined) continue
    const field = fieldByContent(place.field, key, () => table.rows.map(({ fields }) => fields[index]!))
    if (field !== null) found.set(field, [...(found.get(field) ?? []), { index, rank: place.rank }])
  }
  return new Map(
    [...found].map(([field, places]) => [field, places.sort((a, b) => a.rank - b.rank).map(({ index }) => index)]),
  )
}

function fieldByContent(field: Field, key: string, cells: () => string[]): Field | null {
  const areMostly = (read: (cell: string) => unknown) => {
    const filled = cells().filter((cell) => cell !== '')
    return filled.filter((cell) => read(cell) !== null).length * 2 > filled.length
  }
  if (key === 'note') return areMostly(readRating) ? 'rating' : 'notes'
  if (key === 'track') return areMostly(readCount) || cells().every((cell) => cell === '') ? 'tracks' : 'song'
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

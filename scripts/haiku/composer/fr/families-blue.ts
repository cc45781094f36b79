import { pool } from '../phrase.ts'

export const jazz = pool({
  fragments: `
    saxo à mi-voix
    trompette en sourdine
    balai sur la peau
    solo de trompette
    un chorus de plus
    la note à côté
    saxo dans la nuit
    club au bas des marches
    swing à pas de chat
    un accord penché
    cymbale endormie
    trois notes, un blanc
    la basse à pas lents
    jam après minuit
    silence, et reprise
    verre au bord du bar
    trompette au balcon
    un standard, à deux
    sourdine et glaçons
    souffle avant la note
  `,
  middles: `
    la basse arpente la nuit
    le saxo cherche une porte
    un balai frotte la peau
    la trompette a sa sourdine
    la note bleue a bougé
    le solo prend l'escalier
    un glaçon fait la cymbale
    la basse attend son chorus
    le saxo reprend son souffle
    le thème arrive en retard
    un accord penche, et se tient
  `,
  openings: `
    saxo à mi-voix / la fumée a son fauteuil
    la trompette hésite / et l'erreur devient le thème
    un accord penché / le glaçon tourne avec lui
    le batteur balaie / un peu de pluie en cadence
    trois notes, un blanc / c'est le blanc que l'on retient
    club à moitié plein / la basse a fermé les yeux
    le chorus est long / personne n'a vu la porte
    solo sans un mot / il salue en s'épongeant
    deux heures au bar / un saxo ferme avec nous
    le thème est parti / un seul a gardé la clef
    la note d'après / attend au creux de la main
  `,
  closings: `
    le saxo prend l'escalier / et rate une marche
    la trompette a retenu / un mot, puis le dit
    le batteur, au bout des doigts / range un peu de pluie
    la basse arpente le mur / sans le réveiller
    un standard au fond du bar / le verre en fait deux
    le solo fait un détour / par la voie ferrée
    on applaudit sans un bruit / la note à côté
    le thème est rentré si tard / qu'on dormait, tous deux
    un accord reste au plafond / la fumée aussi
    la sourdine a mis de l'ombre / autour de la note
    un balai sur la peau blanche / et l'on parle bas
    le chorus va jusqu'au quai / puis revient à pied
    trois heures, le saxo rentre / au fond de l'étui
  `,
})

export const blues = pool({
  fragments: `
    blues au point du jour
    douze temps tout bleus
    un accord de si
    harmonica, train
    la voix dans la gorge
    un train, puis plus rien
    goulot sur la corde
    pied nu sur le bois
    la corde et le fer
    guitare au pas lent
    chapeau sur l'étui
    un mi grave et lent
    un fond de whisky
    la note qui ploie
  `,
  middles: `
    la corde ploie et se plaint
    un train siffle en mi mineur
    le pied bat sur le plancher
    l'harmonica boit la pluie
    un accord traîne au perron
    la note ploie et tient bon
    douze mesures, un verre
  `,
  openings: `
    un train passe au loin / l'harmonica prend sa suite
    goulot sur la corde / la note a mal et sourit
    trois accords, pas plus / toute une vie y tient bien
    la voix au matin / a dormi dans son manteau
    guitare au perron / le chien sait par cœur la fin
    le pied sur le bois / un clou bat à contretemps
  `,
  closings: `
    l'harmonica prend le train / sans payer sa place
    la corde a dit ce qu'elle a / le chien en convient
    un vieux blues dans la cuisine / la vaisselle attend
    la note ploie jusqu'au sol / et puis se relève
    un chapeau devant l'étui / trois sous et la pluie
    il chante qu'il est parti / du fond du fauteuil
    le goulot glisse à minuit / sur la corde en fer
    tout est parti, sauf ce pied / qui bat sur le bois
  `,
})

export const soul = pool({
  fragments: `
    cuivres au salon
    basse au creux des reins
    chœur au fond du cœur
    un cri, puis le chœur
    la voix sur la braise
    cuivre et grand soleil
    orgue au petit jour
    hanche à contretemps
    trois voix, un micro
    la main sur le cœur
    basse en caoutchouc
    talons sur le bois
    guitare et satin
    un oh, puis un ah
    claquement de doigts
  `,
  middles: `
    la basse a des hanches neuves
    un orgue ouvre le dimanche
    le chœur répond au salon
    les cuivres ont pris le coin
    la voix monte, et nous aussi
    la hanche a compris d'abord
    on danse avec le balai
    la voix se brise au bon mot
  `,
  openings: `
    la basse, et soudain / la vaisselle est un plaisir
    cuivres au salon / l'aspirateur prend le pas
    un chœur de trois voix / la cuisine a son église
    la voix sur le fil / le poulet cuit en cadence
    mon père au salon / danse un twist avec la lampe
    hanche à contretemps / l'épicier rend la monnaie
    orgue à pleins poumons / le dimanche a des chaussures
    un cri, puis plus bas / un merci que rien ne presse
  `,
  closings: `
    les cuivres au coin du square / redressent les dos
    ma mère au fond du couloir / danse avec un drap
    la basse a mis des ressorts / au bout du trottoir
    la voix se brise au bon mot / le chœur la ramasse
    on attend le bus à trois / à contretemps, tous
    un orgue dans la cuisine / le pain peut lever
    trois voix autour d'un micro / un seul cœur battant
    le chœur répond à la voix / le grille-pain saute
    on pardonne en plein refrain / sans dire un seul mot
  `,
})

export const reggae = pool({
  fragments: `
    basse au ralenti
    l'accord à côté
    écho dans l'écho
    contretemps au port
    basse et plein soleil
    un mur de caissons
    l'orgue à petits bonds
    dub au fond du puits
    basse ronde, air doux
    cuivre au loin, écho
    un trou dans le temps
    skank au bord du quai
    soleil dans la basse
  `,
  middles: `
    la basse marche en sandales
    l'écho rentre à pas de chat
    le contretemps prend son bain
    un caisson masse la rue
    la guitare a mis du jeu
    l'accord tombe à côté, pile
    l'écho rentre après la voix
  `,
  openings: `
    la basse s'étire / et le mardi ralentit
    contretemps au port / la grue hoche un peu la tête
    l'écho dans l'écho / on oublie un mot sur deux
    caisson sur la place / les pavés ont du ressort
    l'accord à côté / juste à l'endroit qu'il fallait
    l'orgue à petits bonds / un chien traverse au bon temps
  `,
  closings: `
    la basse prend tout son temps / le bus est passé
    un caisson gros comme un bus / masse le quartier
    l'écho part au fond du port / revient tout salé
    l'accord tombe après le temps / on l'attend, c'est bon
    un vélo passe à pas d'homme / la chaîne en cadence
    la voix tombe au fond d'un puits / en sort un oiseau
    on balance à contretemps / la tête et la clef
  `,
})

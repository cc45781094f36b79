import { pool } from '../../phrase.ts'

export const jazz = pool({
  fragments: `
    saxo à mi-voix
    trompette en sourdine
    solo de trompette
    un chorus de plus
    la note à côté
    saxo dans la nuit
    club au bas des marches
    swing à pas de chat
    un accord penché
    trois notes, un blanc
    la basse à pas lents
    jam après minuit
    verre au bord du bar
    trompette au balcon
    un standard, à deux
    deux clients au bar
    le pied sous la table
    on claque des doigts
    accord suspendu
    la sortie du club
  `,
  middles: `
    le saxo cherche une porte
    la trompette a sa sourdine
    la note bleue a bougé
    le solo prend l'escalier
    un glaçon fait la cymbale
    la basse attend son chorus
    le thème arrive en retard
    un accord penche, et se tient
    le pied bat sous la banquette
    on applaudit de trois doigts
    la fin n'est jamais la même
  `,
  openings: `
    saxo à mi-voix / la fumée a son fauteuil
    le soliste hésite / et l'erreur devient le thème
    un accord penché / le glaçon tourne avec lui
    le batteur balaie / un peu de pluie en cadence
    trois notes, un blanc / c'est le blanc que l'on retient
    club à moitié plein / la basse a fermé les yeux
    le chorus est long / plus personne ne voit l'heure
    le solo s'achève / le batteur s'éponge un peu
    le thème est parti / un seul a gardé la clef
    la note d'après / attend au creux de la main
    minuit au comptoir / le barman compte en silence
    le pied sous la table / a compris avant l'oreille
  `,
  closings: `
    le saxo prend l'escalier / et rate une marche
    la trompette a retenu / un mot, puis le dit
    le batteur, au bout des doigts / range un peu de pluie
    la basse arpente le mur / sans le réveiller
    un standard qu'on croyait mort / respire au comptoir
    le solo fait un détour / par la voie ferrée
    on applaudit sans un bruit / la note à côté
    le thème revient si tard / qu'on l'avait pleuré
    un accord reste au plafond / la fumée aussi
    un balai sur la cymbale / et l'on parle bas
    le chorus va jusqu'au quai / puis revient à pied
    on refait exprès la faute / elle sonne juste
    on sort fumer, le solo / continue sans nous
    le club ferme, et la chanson / prend le même bus
  `,
})

export const blues = pool({
  fragments: `
    blues au point du jour
    harmonica, train
    un train, puis plus rien
    goulot sur la corde
    pied nu sur le bois
    guitare à pas lents
    chapeau sur l'étui
    la note qui ploie
    la chaise qui grince
    un chagrin, trois vers
    un seul pied qui bat
    la corde du bas
  `,
  middles: `
    la corde ploie et se plaint
    le pied bat sur le plancher
    l'harmonica boit la pluie
    un accord traîne au perron
    la note ploie et tient bon
    le chagrin garde le rythme
    douze mesures, un verre
  `,
  openings: `
    un train passe au loin / l'harmonica prend sa suite
    goulot sur la corde / la note a mal et sourit
    trois accords, c'est tout / toute une vie y tient bien
    la voix au matin / a dormi dans son manteau
    la guitare attend / le chien sait par cœur la fin
    on s'est levé triste / on en a fait trois couplets
    le même chagrin / un ton plus haut que la veille
  `,
  closings: `
    l'harmonica prend le train / sans payer sa place
    la corde a dit sa chanson / le chien est d'accord
    un vieux blues dans la cuisine / la vaisselle attend
    la note ploie jusqu'au sol / et puis se relève
    un chapeau devant l'étui / trois sous et la pluie
    le disque dit qu'il s'en va / du fond du fauteuil
    le goulot glisse à minuit / sur la corde en fer
    tout est parti, sauf ce pied / qui bat sur le bois
    on a le blues à midi / l'appétit quand même
  `,
})

export const soul = pool({
  fragments: `
    cuivres au salon
    basse au creux des reins
    un cri, puis le chœur
    la voix sur la braise
    orgue au petit jour
    la main sur le cœur
    talons sur le bois
    claquement de doigts
    la voix qui se brise
    danse avec un drap
    cuisine en chansons
    le bord d'un sanglot
    un mot dit trois fois
    velours et micro
  `,
  middles: `
    un orgue ouvre le dimanche
    le chœur répond au salon
    la voix monte, et nous aussi
    la hanche a compris d'abord
    on danse avec le balai
    la voix se brise au bon mot
    le plancher suit la chanson
    la voix descend d'un étage
  `,
  openings: `
    la basse, et soudain / la vaisselle est un plaisir
    un chœur de trois voix / la cuisine a son église
    mon père au salon / danse un twist avec la lampe
    hanche à contretemps / l'épicier rend la monnaie
    orgue à pleins poumons / le dimanche a des chaussures
    un cri, puis plus bas / un merci que rien ne presse
    la voix tient la note / le poulet peut bien attendre
    la voix a tremblé / on n'ose plus se servir
    on danse en chaussettes / entre l'évier et la table
  `,
  closings: `
    les cuivres au coin du square / redressent les dos
    ma mère au fond du couloir / danse avec un drap
    la voix se brise au bon mot / le chœur la ramasse
    on attend le bus à trois / à contretemps, tous
    un orgue dans la cuisine / le pain peut lever
    le chœur répond à la voix / le grille-pain saute
    on pardonne en plein refrain / sans dire un seul mot
    la voix chante le pardon / le pain lève mieux
    la voix grimpe l'escalier / on lâche la rampe
    on repasse les chemises / au pas du bassiste
    la note tient si longtemps / qu'on cherche son souffle
  `,
})

export const reggae = pool({
  fragments: `
    basse au ralenti
    l'accord à côté
    écho dans l'écho
    basse et plein soleil
    un mur de caissons
    vélo sans les mains
    la rue qui balance
    les genoux qui plient
    l'épaule en cadence
    deux temps de retard
    chaise en plein soleil
  `,
  middles: `
    l'écho rentre à pas de chat
    un caisson masse la rue
    l'accord tombe à côté, pile
    l'écho rentre après la voix
    on hoche tous, en retard
    rien ne presse, dit la basse
  `,
  openings: `
    la basse s'étire / et le mardi ralentit
    contretemps au port / la grue hoche un peu la tête
    l'écho dans l'écho / on oublie un mot sur deux
    caisson sur la place / les pavés ont du ressort
    l'accord à côté / juste à l'endroit qu'il fallait
    la basse est si lente / le chat s'étire en mesure
    vélo sans les mains / la chaîne est à contretemps
    rien ne presse plus / même l'eau des pâtes chante
  `,
  closings: `
    la basse prend tout son temps / le bus est passé
    un caisson gros comme un bus / masse le quartier
    l'écho part au fond du port / revient tout salé
    l'accord tombe après le temps / on l'attend, c'est bon
    un vélo passe à pas d'homme / la chaîne en cadence
    la voix tombe au fond d'un puits / en sort un oiseau
    on balance à contretemps / la tête et les clefs
    la basse descend si bas / que le sol sourit
  `,
})

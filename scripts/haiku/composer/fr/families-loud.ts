import { pool } from '../phrase.ts'

export const rock = pool({
  fragments: `
    ampli au salon
    un accord en mi
    guitare à l'étroit
    refrain dans la rue
    solo sous l'auvent
    trois accords, pas plus
    riff au saut du lit
    larsen au garage
    basse au fond du bus
    un chœur dans l'auto
    batteur en retard
    jean troué, pieds nus
    pont, refrain, silence
    la corde a cassé
    guitare au genou
    la voix sur le fil
    cheveux dans le vent
    un ongle, une corde
    trois gars au garage
    feu rouge et refrain
    la route, à tue-tête
    concert au hangar
    spot à contre-jour
    larsen, puis plus rien
    blouson sur le dos
  `,
  middles: `
    la basse réveille un verre
    un riff passe par la cour
    l'ampli bourdonne au salon
    mon genou bat la mesure
    le refrain connaît la route
    le batteur compte à voix haute
    la guitare a pris la pluie
    l'accord tient, la vitre aussi
    on monte un peu le volume
    le solo prend un virage
    le voisin bat la mesure
    la voix s'use et tient pourtant
    un larsen traverse l'air
    la guitare entre à pas lourds
  `,
  openings: `
    l'ampli chauffe à blanc / un accord reste dans l'air
    trois accords, et puis / la rue a l'air bien plus grande
    le solo commence / le feu passe au vert sans nous
    un riff au garage / le frigo bat la mesure
    guitare au genou / on cherche en vain cet accord
    la basse est entrée / avant le reste du groupe
    mon frère au crayon / est batteur sur le buffet
    refrain à fond, nuit / le tableau de bord tout bleu
    la corde a cassé / on termine en fa sans elle
    le riff d'à côté / passe à travers la cloison
    un larsen s'allonge / entre le mur et le vent
    à nous deux, le chœur / toi trop haut et moi trop bas
    ampli au rebut / le voisin du bas sourit
    on chante au feu rouge / vitres closes, à tue-tête
    le pont, puis le cri / la cafetière attendra
  `,
  closings: `
    le refrain passe à la vitre / d'une auto sans nous
    l'ampli bourdonne au garage / la porte entrouverte
    un riff, et toute la cour / a dix-sept ans, presque
    on a monté le volume / le chien s'en va, digne
    mon pied bat sous le bureau / un accord de mi
    le solo dure un feu rouge / on repart trop tard
    le batteur compte à voix basse / et tout recommence
    guitare au mur, sans ses cordes / un clou, un soleil
    la voix tient par un fil d'or / puis le fil se rompt
    on joue à fond, sans ampli / devant le miroir
    le batteur a deux crayons / et l'heure d'anglais
    la chanson prend le virage / un peu large aussi
    au bout du couloir, l'accord / d'un ado têtu
    l'ampli éteint garde en lui / un peu de chaleur
    trois accords sur le trottoir / la monnaie au fond
    la route, et puis ce refrain / d'un été lointain
    on rentre à pied du concert / un sifflet au fond
  `,
})

export const metal = pool({
  fragments: `
    riff lourd au matin
    un mur de guitares
    trois accords de plomb
    cri au fond du mix
    orage en ré grave
    le cuir et les clous
    larsen dans la cave
    l'enclume et le glas
    un riff en acier
    corde en mi bémol
    poings levés, la nuit
    l'ampli rougit, seul
    le glas en triplets
    tambour de combat
    voix de fond de puits
    riff noir, ciel de fer
    cheveux en hélice
    t-shirt noir au fil
  `,
  middles: `
    le riff descend à la cave
    un cri fend la salle en deux
    l'ampli souffle un air de forge
    le riff mord dans le silence
    les murs ont pris dix kilos
    un riff lourd bouge un tableau
    le tambour court sans tomber
    la basse a fendu le plâtre
    le solo crache un feu bleu
    la voix gronde au fond du puits
  `,
  openings: `
    un riff lourd, très bas / la cuillère en tremble un peu
    le cri prend la salle / un ado sourit aux anges
    double grosse caisse / la vitre a peur pour ses joints
    mur d'amplis, nuit noire / on sent le son dans ses os
    riff en ré très grave / un train passe et s'en excuse
    l'ampli à onze heures / le voisin croit à l'orage
    le solo, d'un trait / entaille un bout de plafond
    la nuit tout en noir / même nos t-shirts ont froid
    le glas, puis l'enclume / un gamin bat l'air des mains
    trois amplis au rouge / le quatrième attend l'heure
  `,
  closings: `
    un riff lourd passe au plafond / le lustre a dit oui
    le cri sort du haut-parleur / et le chat du lit
    la basse a pris l'escalier / une marche, et l'autre
    un mur de sons, puis plus rien / l'oreille bourdonne
    le tambour frappe à la porte / puis l'enfonce et entre
    on hoche à deux dans l'auto / la tête et le chien
    le riff creuse et creuse encore / jusqu'au roc tout nu
    l'ampli gronde au sous-sol noir / un chien lui répond
    au fond du cri, si l'on tend / l'oreille, un oiseau
    ma tante, un tricot, la tête / qui bat la mesure
    le larsen tient comme un fil / au-dessus du vide
    cheveux au vent des amplis / un comptable rit
  `,
})

export const punk = pool({
  fragments: `
    trois accords, un cri
    à fond, pied au sol
    épingle au revers
    crête au fond du bus
    cave à deux sorties
    un, deux, trois, et quatre
    non sur tous les tons
    blouson plein de clous
    ampli à l'envers
    tract au mur humide
    ni pont ni solo
    l'accord mal barré
    bière au fond du van
    un refrain craché
  `,
  middles: `
    le morceau finit trop vite
    trois accords font un pavé
    la voix crache un mot de trop
    le batteur court à l'avance
    on saute et le sol aussi
    la basse a mangé le mur
    un non tient tout le refrain
  `,
  openings: `
    un, deux, trois, et hop / la chanson est déjà loin
    trois accords, un mur / et l'envie de le repeindre
    deux couplets, c'est tout / le thé n'a pas refroidi
    la crête au guichet / la dame aussi fut punk, tiens
    épingle au revers / il tient la porte aux grands-mères
    cave à vingt degrés / le plafond sue avec nous
    la voix a cassé / on comprend un mot sur dix
  `,
  closings: `
    fini avant le refrain / mais la porte bat
    un pavé lancé en l'air / retombe en chanson
    on saute à cinq dans la cave / l'ampoule a sauté
    le slogan s'efface au mur / pas dans mon oreille
    sa crête au repas de noce / frôle un gâteau blanc
    le groupe arrête à minuit / le voisin, jamais
    trois accords suffisent bien / à fâcher un mur
    la guitare a deux accords / la colère, un seul
  `,
})

export const hiphop = pool({
  fragments: `
    beat au bas du bloc
    la boucle et le mot
    un mot sur le temps
    basse au pied des tours
    scratch au coin du bloc
    capuche et refrain
    rime au bout du quai
    flow au saut du lit
    micro dans le poing
    deux disques au sol
    vinyle à rebours
    boucle à l'infini
    le hall pour micro
    rime au creux du poing
    casque au fond du bus
    craquement, puis flow
  `,
  middles: `
    la boucle a repris le hall
    un mot tombe, un autre saute
    le beat porte un sac trop lourd
    la rime attend au feu rouge
    un scratch griffe un peu la nuit
    la basse allume un balcon
    le flow descend l'escalier
    un vieux cuivre entre en boitant
  `,
  openings: `
    la boucle, une fois / chaque mot a changé d'air
    beat au bas des tours / un balcon hoche la tête
    scratch au fond du hall / l'ascenseur est mort, tant mieux
    un mot, puis un mot / la rime arrive en retard
    casque au fond du bus / mes lèvres font tout le texte
    deux plateaux, trois mains / la nuit repasse à rebours
    un vieux disque tourne / un gamin pose dessus
    basse au pied du bloc / les pigeons changent de toit
    le flow sans un trou / on respire un peu plus tard
  `,
  closings: `
    la rime au bout du trottoir / attend le feu vert
    la boucle a pris l'ascenseur / jusqu'au toit des tours
    un scratch, et le vieux refrain / recule d'un pas
    le beat tient debout tout seul / au bas de chez nous
    il rappe au fond du bus vide / le chauffeur l'entend
    la cassette au fond du sac / un couplet de nuit
    au dos du ticket de caisse / trois rimes, du lait
    la basse au loin, une auto / puis le bloc se tait
    un mot juste, et tout le hall / oublie où il est
    trois gamins au pied du mur / le beat dans les joues
  `,
})

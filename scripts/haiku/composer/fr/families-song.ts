import { pool } from '../phrase.ts'

export const pop = pool({
  fragments: `
    refrain sous la douche
    trois minutes, dix
    chœur à l'unisson
    chanson de parking
    couplet au marché
    un refrain, collant
    pop au saut du lit
    l'air qu'on a en tête
    oh oh dans l'auto
    claquement de mains
    refrain du mardi
    un air dans la tête
    synthé rose et bleu
    la chanson du bus
    deux voix, un micro
    le pont, puis le ciel
    chanson au guichet
    fredon sur le quai
  `,
  middles: `
    le refrain prend l'ascenseur
    un air me suit jusqu'au pain
    on chante faux, mais ensemble
    la chanson connaît ma rue
    le refrain tient dans la poche
    un couplet fait la vaisselle
    le pont soulève un rideau
    l'air revient sans qu'on l'appelle
    un refrain sent le shampoing
    la voix sourit au micro
    tout le rayon bat des mains
  `,
  openings: `
    refrain sous la douche / le savon tombe au bon temps
    un air dans la tête / à la caisse on est trois, tiens
    trois minutes, dix / on pardonne à l'univers
    chanson de parking / on finit avant d'entrer
    oh oh dans l'auto / l'enfant sait tous les couplets
    le pont, puis le ciel / le balai lâche son manche
    un très vieux refrain / remet ma main dans la tienne
    claquement de mains / le pigeon prend ça pour lui
    au rayon du lait / un monsieur monte à la tierce
    deux têtes, un fil / pour la même chanson, tiens
    on rit, on refait / tout le refrain, pire encore
  `,
  closings: `
    le refrain prend l'ascenseur / et monte trop haut
    un air me suit jusqu'au pain / on est deux en caisse
    on chante à fond dans l'auto / le feu passe au vert
    la chanson finit trop tôt / on reste au parking
    un couplet fait la vaisselle / je tiens le torchon
    un refrain que l'on déteste / et qu'on sait par cœur
    le pont soulève un rideau / sur la rue en fête
    elle a seize ans tout le temps / que dure un refrain
    l'air revient sous le shampoing / avec d'autres mots
    on attend, l'air détaché / un pied nous trahit
    la chanson du mois d'avant / sent toujours la mer
    au rayon du lait, deux voix / le même refrain
  `,
})

export const chanson = pool({
  fragments: `
    accordéon, pluie
    un mot sur la nappe
    voix près du comptoir
    couplet au zinc gris
    valse au coin du bar
    la rime et le verre
    la rue en trois temps
    refrain de trottoir
    chanson sans chapeau
    un rideau, deux mains
    un mot pour un autre
    couplet au crayon
    la voix roule un r
    bistrot, fin du jour
    un vers au marché
  `,
  middles: `
    la voix roule un peu les r
    un mot reste sur la nappe
    l'accordéon prend son souffle
    la rime a mis son chapeau
    on sait tous les mots, sauf un
    le refrain boit au comptoir
    la rue entre en pas de valse
    le couplet reprend un verre
  `,
  openings: `
    valse au coin du bar / la chaise a gardé ton pas
    un mot sur la nappe / un rond de vin le souligne
    la voix roule un r / le bistrot dresse l'oreille
    accordéon, pluie / la rue a mis ses bas noirs
    couplet au crayon / la gomme a gardé l'amour
    on sait le refrain / nos verres savent la suite
    un rideau, deux mains / le reste est dans le silence
    refrain de trottoir / un balai bat la mesure
  `,
  closings: `
    l'accordéon prend son souffle / au-dessus des quais
    on chante au coin du comptoir / pour un seul manteau
    un mot tombe à la chanson / le zinc le ramasse
    la voix s'en va sur la pointe / on finit son verre
    un vieux refrain sur la nappe / la tache a pâli
    ma grand-tante a tous les mots / mais plus le prénom
    la valse est sortie à pied / par la porte bleue
    il dit l'amour au présent / et commande un thé
    on se tait pour le couplet / qu'aimait le voisin
  `,
})

export const soundtrack = pool({
  fragments: `
    générique, soir
    un thème, un visage
    cordes, puis la mer
    fondu, puis la pluie
    salle au noir complet
    siège au dernier rang
    un thème, un baiser
    l'écran, puis la rue
    poursuite au salon
    travelling, vent doux
    un film sans l'image
    cuivres, générique
  `,
  middles: `
    le thème arrive en manteau
    les cordes savent la fin
    un cor ouvre un grand rideau
    la rue a l'air d'un décor
    on reste assis jusqu'au bout
    sans l'image on voit mieux tout
    les cuivres font le désert
  `,
  openings: `
    un thème, un visage / la salle a pris sa couleur
    cordes, puis la mer / la cuisine a l'horizon
    fondu, puis la pluie / on cherche en vain son manteau
    poursuite au salon / l'aspirateur prend l'avance
    un film sans l'image / le plafond tient tous les rôles
    siège au dernier rang / ta main, puis le générique
  `,
  closings: `
    les cordes savent la fin / nous, pas tout à fait
    on rentre à pied du ciné / la rue est un plan
    le thème arrive en manteau / dans notre escalier
    on reste au noir, jusqu'au nom / du chauffeur du bus
    un cor ouvre un grand désert / entre évier et four
    la salle a rallumé tout / sauf un bout du cœur
    la poursuite a commencé / le feu passe au rouge
  `,
})

export const unknown = pool({
  fragments: `
    un disque, un fauteuil
    pochette au soleil
    dimanche au salon
    disque au bord du lit
    le son d'à côté
    un air sans son nom
    deux tasses, un air
    musique au jardin
    l'oreille à la porte
    un air dans le noir
    la chambre en musique
    musique à mi-voix
    chanson au plafond
    deux têtes, un son
  `,
  middles: `
    un air passe la cloison
    la musique a pris la chaise
    on baisse un peu la lumière
    le voisin monte le son
    l'air tient toute la cuisine
    la pochette a pris le jour
    on écoute, on ne dit rien
    un pied bouge sous la table
    le salon change de taille
    la lampe a baissé les yeux
  `,
  openings: `
    un disque, un fauteuil / le chat choisit la pochette
    un air sans son nom / on l'appelle ici mardi
    musique à mi-voix / la soupe aussi parle bas
    l'oreille à la porte / le voisin a très bon goût
    on monte le son / le jardin s'avance un peu
    pochette au soleil / un pouce y a mis sa trace
    deux tasses, un air / on ne dit plus rien d'utile
    un air, et la chambre / a retrouvé ses dix ans
  `,
  closings: `
    un air passe la cloison / je le garde un peu
    on écoute sans parler / le thé prend son temps
    la musique a pris la chaise / où tu t'asseyais
    le chat, sur le haut-parleur / a choisi sa place
    on rallume à la fin seule / chacun son fauteuil
    un air remet dans la cour / un vélo d'enfant
    la main suspend le torchon / le temps d'un accord
    on a mis au coin du lit / la pochette et nous
    un air, un seul, et la pièce / a perdu un mur
  `,
})

import { pool } from '../../phrase.ts'

export const pop = pool({
  fragments: `
    refrain sous la douche
    chanson de parking
    refrain au marché
    un refrain collant
    l'air qu'on a en tête
    claquement de mains
    un air dans la tête
    la chanson du bus
    deux voix, un micro
    on fredonne à quai
    la brosse en micro
    un tube à la caisse
    chœur dans la voiture
    la danse au miroir
    la boîte à refrains
    chanson pour deux voix
  `,
  middles: `
    le refrain prend l'ascenseur
    un air me suit au marché
    on chante faux, mais ensemble
    la chanson connaît ma rue
    on fait la vaisselle en chœur
    l'air revient sans qu'on l'appelle
    la voix sourit au micro
    tout le rayon bat des mains
    on danse entre deux cartons
    la radio sait nos seize ans
  `,
  openings: `
    refrain sous la douche / le savon tombe en mesure
    un air dans la tête / la caissière l'a aussi
    trois minutes dix / on pardonne à l'univers
    chanson de parking / on la finit dans l'auto
    un très vieux refrain / remet ma main dans la tienne
    claquement de mains / le pigeon prend ça pour lui
    au rayon du lait / un monsieur monte à la tierce
    on chante à deux voix / la seconde est une idée
    la brosse en micro / le miroir connaît la suite
    chœur dans la voiture / l'enfant sait tous les couplets
    un tube à la caisse / on range en dansant le beurre
    le bus est bondé / trois têtes battent le temps
    la chanson s'achève / on la remet sans un mot
  `,
  closings: `
    le refrain prend l'ascenseur / et monte trop haut
    un air me suit au marché / on est dix bientôt
    on chante à fond dans l'auto / le feu passe au vert
    la chanson finit trop tôt / on reste au parking
    un refrain que l'on déteste / et qu'on sait par cœur
    on a seize ans tout le temps / que dure un refrain
    l'air revient sous le shampoing / avec d'autres mots
    on attend, l'air détaché / un pied nous trahit
    la chanson de l'autre été / sent toujours la mer
    au rayon du lait, deux voix / le même refrain
    on repeint toute la chambre / le temps d'un refrain
    la chanson qu'on n'aime pas / colle à la semelle
    trois filles sur un seul banc / la même chanson
  `,
})

export const chanson = pool({
  fragments: `
    un mot sur la nappe
    voix près du comptoir
    la rime et le vin
    refrain de trottoir
    un mot pour un autre
    couplet au crayon
    le bistrot se vide
    la rime attendue
    mots dits à mi-voix
    chanson au dessert
    un cahier de mots
    paroles par cœur
    le nom d'une rue
    le dernier couplet
    le mot sur la langue
    un vers dans la poche
    la voix presque nue
    on bisse un couplet
    la chanson du père
    un nom de passante
    accordéon, pluie
  `,
  middles: `
    un mot reste sur la nappe
    on sait tous les mots, sauf un
    le refrain reste au comptoir
    la rime arrive à son heure
    le couplet parle de nous
    la voix traîne sur l'adieu
    la chanson reprend son souffle
    la voix pèse chaque mot
    l'accordéon prend son souffle
  `,
  openings: `
    un mot sur la nappe / un rond de vin le souligne
    la salle se tait / le bistrot dresse l'oreille
    accordéon, pluie / la rue a mis ses bas noirs
    couplet au crayon / la gomme a gardé l'amour
    on sait le refrain / nos verres savent la suite
    refrain de trottoir / un balai bat la mesure
    le dernier couplet / personne n'ose trinquer
    on chante l'adieu / en boutonnant nos manteaux
    au troisième vers / le garçon pose la note
    mots dits à mi-voix / la cuisine se rapproche
    chanson au dessert / l'oncle se lève et se trompe
    le nom d'une rue / où l'on n'habite plus guère
    la chanson s'achève / le café n'est pas fini
    un air de mon père / on le siffle en se rasant
  `,
  closings: `
    l'accordéon prend son souffle / au-dessus des quais
    on chante au coin du comptoir / pour un seul manteau
    un vieux refrain sur la nappe / la tache a pâli
    ma grand-tante a tous les mots / mais plus le prénom
    on dit l'amour au présent / et l'on prend un thé
    on se tait pour le couplet / qu'aimait le voisin
    la voix s'éteint sur un mot / on finit son verre
    le voisin oublie un vers / la cour le lui souffle
    on murmure en s'endormant / le mot qui fait mal
    la chanson dit une ville / on cherche la carte
    trois couplets pour un départ / le train est à quai
    sur la nappe de papier / il manque une rime
    le voisin siffle un couplet / en montant le pain
    tout est dit en trois couplets / on ressert du vin
    l'amour rime avec toujours / la pendule avance
    le rideau tombe et l'accord / reste dans la salle
  `,
})

export const soundtrack = pool({
  fragments: `
    un thème, un visage
    salle au noir complet
    siège au dernier rang
    l'écran, puis la rue
    un film sans l'image
    fin du générique
    lettres sur fond noir
    le thème au réveil
    un air de ciné
    la musique seule
    le mot fin, trop tôt
    pop-corn sous les pieds
  `,
  middles: `
    on reste assis jusqu'au bout
    sans l'image on voit mieux tout
    la rue a l'air d'un décor
    le thème revient, plus lent
    un thème ouvre le rideau
    on marche au pas du héros
  `,
  openings: `
    le thème revient / on revoit tout le visage
    un film sans l'image / le plafond tient tous les rôles
    siège au dernier rang / ta main, puis le générique
    la salle s'allume / chacun cherche son manteau
    fin du générique / le monsieur du balai entre
    l'écran n'est plus rien / qu'un drap tendu, puis la rue
    le thème au réveil / je beurre en héros mon pain
  `,
  closings: `
    on rentre à pied du ciné / la rue est un plan
    on reste au noir, jusqu'au nom / du chauffeur du bus
    la salle est tout éclairée / on renifle encore
    la poursuite a commencé / le feu passe au rouge
    le thème nous accompagne / dans notre escalier
    le thème efface la ville / puis la rend, plus douce
    dans le bus, les gens ont l'air / d'avoir un secret
    un thème, et dans la cuisine / on marche à pas lents
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
    la chambre en musique
    musique à mi-voix
    chanson au plafond
    le disque du soir
  `,
  middles: `
    un air passe la cloison
    on baisse un peu la lumière
    le voisin monte le son
    l'air emplit tout l'escalier
    on écoute, on ne dit rien
    un pied bouge sous la table
    le salon change de taille
    la pochette a l'air d'attendre
  `,
  openings: `
    un disque, un fauteuil / le chat choisit la pochette
    un air sans son nom / on l'appelle ici mardi
    musique à mi-voix / la soupe aussi parle bas
    l'oreille à la porte / le voisin a très bon goût
    pochette au soleil / un pouce y a mis sa trace
    deux tasses, un air / on ne dit plus rien d'utile
    un air, et la chambre / a retrouvé ses dix ans
    la chanson s'achève / on reste au bord de la chaise
  `,
  closings: `
    un air passe la cloison / je le garde un peu
    on écoute sans parler / le thé prend son temps
    la musique a pris la chaise / où tu t'asseyais
    le chat, sur le haut-parleur / a choisi sa place
    on rallume à la fin seule / chacun son fauteuil
    un air remet dans la cour / un vélo d'enfant
    la main suspend le torchon / le temps d'un accord
    un air, un seul, et la pièce / a perdu un mur
    le disque est fini, la main / bat encore un peu
  `,
})

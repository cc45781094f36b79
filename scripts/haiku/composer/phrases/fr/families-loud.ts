import { pool } from '../../phrase.ts'

export const rock = pool({
  fragments: `
    un ampli qui chauffe
    le riff du voisin
    larsen au garage
    batteur en retard
    blouson de cuir noir
    la corde a cassé
    la voix qui se casse
    trois gars au garage
    concert au hangar
    guitare à crédit
    un riff sous la douche
    l'affiche arrachée
    l'oreille en coton
    un solo trop long
    le dernier rappel
    briquets dans le noir
    baguette en éclats
    refrain dans la rue
    trois accords, pas plus
    jean troué, pieds nus
    poster au plafond
    le fourgon du groupe
    un cri dans l'ampli
    retour de concert
    ticket de concert
    les doigts sur les cordes
    refrain à trois voix
    le jack mal branché
    cheveux dans le vent
  `,
  middles: `
    l'ampli bourdonne au salon
    mon genou bat la mesure
    le batteur compte à voix haute
    on monte un peu le volume
    le voisin bat la mesure
    la basse fait trembler l'eau
    la voix s'use et tient quand même
    le solo n'en finit plus
    le larsen couvre nos rires
    on connaît tous le refrain
    le riff tourne dans ma tête
    un refrain de nos quinze ans
    on reprend depuis l'intro
  `,
  openings: `
    l'ampli chauffe à blanc / un accord reste dans l'air
    trois accords, et puis / la rue a l'air bien plus grande
    le solo commence / le feu passe au vert sans nous
    un riff au garage / le frigo bat la mesure
    la basse est entrée / avant le reste du groupe
    mon frère à la table / est batteur jusqu'au dessert
    la corde a cassé / on finit le morceau sans
    le riff d'à côté / passe à travers la cloison
    on chante au feu rouge / vitres closes, à tue-tête
    le concert fini / on se parle un peu trop fort
    la chanson s'arrête / on entend enfin la pluie
    je monte le son / le chat descend du buffet
    à nous deux, le chœur / toi trop haut et moi trop bas
    l'ampli est en panne / le voisin du bas sourit
    un blouson usé / dans la poche un vieux ticket
    la guitare est fausse / le bonheur à peu près juste
    on rate l'entrée / le batteur lève les yeux
  `,
  closings: `
    le refrain passe à la vitre / d'une auto sans nous
    l'ampli bourdonne au garage / la porte entrouverte
    un riff, et toute la cour / a dix-sept ans, presque
    on a monté le volume / le chien s'en va, digne
    mon pied bat sous le bureau / le collègue aussi
    le solo dure un feu rouge / on repart trop tard
    le batteur compte à voix basse / et tout recommence
    on joue à fond, sans ampli / devant le miroir
    le batteur a deux crayons / et l'heure d'anglais
    la chanson prend le virage / un peu large aussi
    au bout du couloir, l'accord / d'un ado têtu
    l'ampli éteint garde en lui / un peu de chaleur
    trois accords sur le trottoir / l'étui grand ouvert
    on rentre à pied du concert / l'oreille qui siffle
    la voix se casse à la fin / c'est bien mieux ainsi
    la guitare est en vitrine / on repasse exprès
    le vieux poster se décolle / d'un coin, puis de deux
    quinze ans plus tard, le refrain / sait où j'habitais
    la chanson, dans le tunnel / n'est plus que son souffle
  `,
})

export const metal = pool({
  fragments: `
    un riff lourd et lent
    un mur de guitares
    trois accords de plomb
    le cuir et les clous
    larsen dans la cave
    poings levés, la nuit
    voix de fond de puits
    la voix d'outre-tombe
    riff noir, ciel de fer
    cheveux en hélice
    t-shirt noir au fil
    basse au creux du ventre
    la double pédale
    un pogo, des rires
    écussons cousus
    vacarme et sourires
    nuque endolorie
    bracelet à clous
    bouchons dans l'oreille
  `,
  middles: `
    le riff descend à la cave
    un cri fend la salle en deux
    l'ampli souffle un air de forge
    le riff mord dans le silence
    les murs ont pris dix kilos
    un riff décroche un tableau
    la double pédale court
    la basse a fendu le plâtre
    on secoue la tête ensemble
    la voix gronde au fond d'un puits
  `,
  openings: `
    un riff lourd, très bas / la cuillère en tremble un peu
    le cri monte enfin / un ado sourit aux anges
    double grosse caisse / la vitre a peur pour ses joints
    devant les amplis / on sent le son dans ses os
    un riff en ré grave / un train passe et s'en excuse
    l'ampli jusqu'à onze / le voisin croit à l'orage
    le solo, d'un trait / entaille un bout de plafond
    le morceau s'emballe / un gamin bat l'air des mains
    la voix se déchaîne / ma tante monte le son
    cheveux longs, cuir noir / on tient la porte aux poussettes
    un t-shirt au fil / sa tête de mort sourit
  `,
  closings: `
    un riff lourd passe au plafond / le lustre a dit oui
    le cri sort du haut-parleur / et le chat du lit
    un mur de sons, puis plus rien / l'oreille bourdonne
    le chien de la plage arrière / hoche aussi la tête
    le riff creuse et creuse encore / jusqu'au roc tout nu
    l'ampli gronde au sous-sol noir / un chien lui répond
    au fond du cri, si l'on tend / l'oreille, un oiseau
    ma tante au tricot, la tête / qui bat la mesure
    le larsen tient comme un fil / au-dessus du vide
    cheveux au vent des amplis / un comptable rit
    le batteur finit trempé / la foule aussi, presque
    dans la cohue quelqu'un cherche / sa chaussure gauche
    on relève en plein concert / celui qui tombait
    les cheveux, au point du jour / sentent la fumée
  `,
})

export const punk = pool({
  fragments: `
    trois accords, un cri
    épingle à nourrice
    crête au fond du bus
    concert à la cave
    un, deux, trois, et quatre
    blouson plein de clous
    l'accord mal barré
    un refrain craché
    tracts sur un mur gris
    bière tiède et chips
    ni dieu ni solo
    badges au revers
    un seul projecteur
    trois potes, deux grattes
  `,
  middles: `
    le morceau finit trop vite
    trois accords et c'est assez
    la voix crache un mot de trop
    le batteur part en avance
    on saute et le sol aussi
    la cave entière reprend
    un non tient tout le refrain
  `,
  openings: `
    un, deux, trois, et hop / la chanson est déjà loin
    trois accords, un mur / et l'envie de le repeindre
    deux couplets, c'est tout / le thé n'a pas refroidi
    la crête au guichet / l'employée aussi fut punk
    épingle au revers / on tient la porte aux grands-mères
    la cave est en nage / le plafond goutte avec nous
    la voix a cassé / on comprend un mot sur dix
    le groupe s'accorde / plus longtemps que la chanson
  `,
  closings: `
    fini avant le refrain / mais la porte bat
    on saute à cinq dans la cave / l'ampoule a sauté
    le slogan s'efface au mur / pas dans mon oreille
    la crête au repas de noce / frôle un gâteau blanc
    le groupe arrête à minuit / le voisin, jamais
    trois accords suffisent bien / pour fâcher la rue
    la guitare a deux accords / la colère, un seul
    sous la photo de famille / on répète un cri
    le concert a duré moins / que la file au bar
  `,
})

export const hiphop = pool({
  fragments: `
    basse au pied des tours
    la boucle et le mot
    un mot sur le temps
    capuche et carnet
    rime au bout du quai
    micro dans le poing
    le hall pour micro
    casque au fond du bus
    freestyle sous le porche
    deux couplets d'avance
    un carnet à rimes
    la boucle qui tourne
    la cour pour estrade
    l'enceinte au balcon
    baskets sur le fil
    un banc, trois rappeurs
    couplet griffonné
  `,
  middles: `
    un mot tombe, un autre saute
    la rime attend au feu rouge
    la basse gagne un balcon
    quelqu'un rappe à mi-voix, seul
    on compte ses pieds tout bas
    la voix marche sur le temps
    trois mots riment dans sa poche
    tout le hall hoche la tête
  `,
  openings: `
    la boucle revient / chaque mot a changé d'air
    beat au bas des tours / un balcon hoche la tête
    un mot, puis un mot / la rime arrive en retard
    casque au fond du bus / mes lèvres font tout le texte
    basse au pied du bloc / les pigeons changent de toit
    on écrit dans l'ombre / au dos d'un ticket de caisse
    la cour est en rond / le plus jeune attend son tour
    un gamin récite / plus vite que l'ascenseur
    baskets sur le fil / un couplet cherche sa chute
    l'ascenseur en panne / on rime à chaque palier
    on reprend son souffle / les tours se taisent aussi
  `,
  closings: `
    la rime au bout du trottoir / attend le feu vert
    la boucle a pris l'ascenseur / jusqu'au toit des tours
    le beat tient debout tout seul / au bas de chez nous
    quelqu'un rappe au fond du bus / le chauffeur l'entend
    au dos du ticket de caisse / trois rimes, du lait
    la basse au loin, une auto / puis le bloc se tait
    un mot juste, et tout le hall / oublie où il est
    trois gamins au pied du mur / le beat dans les joues
    une mère à sa fenêtre / connaît le refrain
    on jette au bout du couplet / un prénom d'ici
    le prof de français sourit / à la rime riche
    un feutre sur l'abribus / et deux vers qui tiennent
    la boucle tourne si bien / qu'on rate l'arrêt
  `,
})

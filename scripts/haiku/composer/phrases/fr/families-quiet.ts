import { pool } from '../../phrase.ts'

export const ambient = pool({
  fragments: `
    un son, presque rien
    la note et son ombre
    l'écho sans la voix
    un accord sans fin
    le lent va-et-vient
    presque rien, longtemps
    la nuit sans contour
    silence habité
    souffle au fond du son
    un son sans contour
    le bruit de la lampe
    la chambre s'allège
  `,
  middles: `
    un son s'étend sous la porte
    la note emplit la maison
    le silence a deux étages
    un accord s'en va sans bruit
    l'écho revient sans la voix
    la note dure, on l'oublie
    on ne sait plus qui s'est tu
  `,
  openings: `
    un son, presque rien / la poussière y prend son temps
    la nappe s'étend / on oublie où sont les murs
    une note, une heure / le thé froid n'a pas bougé
    l'écho sans la voix / qui donc avait pu parler
    le son s'amincit / la chambre a gardé la forme
    un son, et la pluie / la pluie a fini d'abord
    presque du silence / le chat lève un peu la tête
  `,
  closings: `
    un son s'étend dans la chambre / comme un chat, sans poids
    la note a fondu si bien / qu'on l'entend toujours
    on écoute si longtemps / que le mur respire
    un accord passe au plafond / à pas de poussière
    le disque est fini, je crois / ou bien c'est la pluie
    la lampe et le son s'éteignent / à la même allure
    on n'a rien dit, et la note / n'a rien dit non plus
  `,
})

export const folk = pool({
  fragments: `
    guitare au grenier
    la voix sans micro
    un chant d'autrefois
    guitare au perron
    banjo sous l'auvent
    voix nue au matin
    l'archet et le vent
    un doigt sur la corde
    chant à deux, tout bas
    ballade à pas lents
    un air de veillée
    le bois qui résonne
    le pouce et la corde
    trois couplets appris
    chanson du chemin
  `,
  middles: `
    un doigt hésite au refrain
    la voix passe sans peser
    le bois se souvient du bois
    la chanson prend le chemin
    on chante à deux, mal et bien
    une corde un peu trop basse
    on s'accorde et recommence
  `,
  openings: `
    la voix sans micro / on entend aussi la chaise
    guitare et vieux banc / la rivière a son couplet
    guitare au perron / les voisins baissent la voix
    un chant d'autrefois / que ma mère chantait faux
    le doigt sur la corde / fait un petit bruit de bois
    ballade à mi-voix / le chien prend toute la place
    chanson sans refrain / on la suit jusqu'au portail
    on accorde encore / le feu baisse en attendant
    la guitare au clou / garde une chanson pour toi
  `,
  closings: `
    la guitare au coin du feu / sent un peu le pin
    un vieux chant passe à mi-voix / de ma mère à moi
    on accorde une guitare / le merle a le la
    la voix nue au bord du lit / endort les parents
    une corde un peu trop basse / juste comme il faut
    la ballade a dix couplets / la nuit en a cent
    ma sœur compose au réveil / sans fermer la porte
    dans l'étui de la guitare / un billet de train
    la chanson parle d'un fleuve / on entend l'évier
    la chanson part en voyage / les pieds sur la chaise
  `,
})

export const country = pool({
  fragments: `
    guitare et grand-route
    chapeau sur le lit
    pick-up au fossé
    un banjo trop gai
    bottes sur le seuil
    motel à minuit
    train de marchandises
    un crincrin de bal
    un café trop clair
    poussière au rétro
    chien sur la banquette
    chapeau sur le cœur
    un ruban de route
  `,
  middles: `
    la chanson suit la grand-route
    un poids lourd double la nuit
    le chapeau garde la chaise
    un banjo court sous la pluie
    la voix traîne un peu ses bottes
    le poste grésille un peu
  `,
  openings: `
    route à l'infini / le poste n'a plus qu'un psaume
    chapeau sur le lit / la voix dit qu'elle est partie
    banjo sous l'auvent / la poule suit la cadence
    motel à minuit / le néon perd une lettre
    pick-up au matin / le chien a pris le volant
    on chante l'ivresse / on finit sa limonade
    trois couplets d'adieux / la serveuse essuie un verre
  `,
  closings: `
    la chanson roule à cent dix / le chien, vitre ouverte
    un cow-boy du Loir-et-Cher / attend son café
    le néon perd une lettre / la voix tient la note
    un banjo court en avant / les bottes le suivent
    la voix chante un train perdu / le passage est clos
    le héros s'en va toujours / elle, elle a les clés
    le cow-boy perd son cheval / et garde l'accent
    sa voix descend dans les bottes / puis remonte au cœur
  `,
})

export const classical = pool({
  fragments: `
    l'archet sur la corde
    hautbois, ciel lavé
    largo au salon
    le chœur, puis la nef
    sonate à l'étage
    page qu'on retourne
    deux mains, une fugue
    la flûte au matin
    lent, presque arrêté
    clavecin de pluie
    le silence, avant
    un accord tenu
    la dernière note
    le pupitre vide
    gammes à l'étage
    toux entre deux notes
    silence compté
    applaudi trop tôt
    un trille au réveil
  `,
  middles: `
    le hautbois donne le la
    la fugue a pris l'escalier
    l'archet tremble avant la corde
    les cuivres ouvrent la nef
    un voisin fait ses arpèges
    la note attend la suivante
    on retient même sa toux
    le silence est dans la page
    la dernière note dure
  `,
  openings: `
    l'archet se soulève / on tousse une fois pour toutes
    la fugue à deux mains / la gauche a pris de l'avance
    largo au salon / la poussière prend la pose
    page qu'on retourne / un peu d'air entre deux notes
    sonate à l'étage / toujours la même mesure
    le chœur dans la nef / un pigeon cherche sa voix
    la note s'éteint / personne n'ose applaudir
    le silence, avant / cent personnes qui respirent
    gammes à l'étage / le même doigt se retrompe
    mouvement très lent / le chat passe sans toucher
  `,
  closings: `
    l'archet reste un peu en l'air / la salle respire
    un voisin fait ses arpèges / je rate un gâteau
    la fugue a pris l'escalier / à quatre, puis six
    les cuivres ouvrent la nef / un moineau s'envole
    au feu rouge un homme seul / dirige un orchestre
    la flûte a passé la tête / entre les rideaux
    on applaudit bien trop tôt / puis on n'ose plus
    la note attend la suivante / comme on tend la main
    après la dernière note / le salon respire
    le même passage encore / la voisine insiste
    la page tourne en silence / un rideau la suit
  `,
})

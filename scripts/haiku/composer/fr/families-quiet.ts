import { pool } from '../phrase.ts'

export const ambient = pool({
  fragments: `
    un son, presque rien
    nappe et ciel couvert
    la note et son ombre
    un drone, et la pluie
    souffle au fond du son
    l'écho sans la voix
    un accord sans fin
    le lent va-et-vient
    brume en do majeur
    presque rien, longtemps
    la nuit sans contour
    une note, une heure
    silence habité
  `,
  middles: `
    un son s'étend sous la porte
    la note a pris tout l'étang
    le silence a deux étages
    un accord s'en va sans bruit
    l'écho dort avant la voix
    le souffle a gardé la chambre
    on ne sait plus qui s'est tu
  `,
  openings: `
    un son, presque rien / la poussière y prend son temps
    la nappe s'étend / on oublie où sont les murs
    une note, une heure / le thé froid n'a pas bougé
    l'écho sans la voix / qui donc a parlé, avant
    le son s'amincit / la chambre a gardé la forme
    un drone, et la pluie / la pluie a fini d'abord
  `,
  closings: `
    un son s'étend dans la chambre / comme un chat, sans poids
    la note a fondu si bien / qu'on l'entend toujours
    on écoute si longtemps / que le mur respire
    un accord passe au plafond / à pas de poussière
    le disque est fini, je crois / ou bien c'est la pluie
    le silence a sous son pied / un très vieux tapis
    la lampe et le son ont mis / la même heure à fondre
  `,
})

export const folk = pool({
  fragments: `
    guitare au grenier
    la voix sans micro
    corde et bois de pin
    un chant d'autrefois
    guitare au perron
    banjo sous l'auvent
    six cordes, un banc
    chanson du chemin
    voix nue au matin
    capo, case deux
    l'archet et le vent
    un doigt sur la corde
    chant à deux, mi-voix
    ballade à pas lents
    la corde et le souffle
  `,
  middles: `
    la guitare a pris le frais
    un doigt hésite au refrain
    la voix ne pèse qu'un pas
    le bois se souvient du bois
    la chanson prend le chemin
    on chante à deux, mal et bien
    une corde un peu trop bas
  `,
  openings: `
    la voix sans micro / on entend aussi la chaise
    six cordes, un banc / la rivière a son couplet
    guitare au perron / un moustique écoute, exprès
    un chant d'autrefois / que ma mère chantait faux
    le doigt sur la corde / un petit bruit de chemin
    ballade à mi-voix / le chien prend toute la place
    chanson sans refrain / on la suit jusqu'au portail
  `,
  closings: `
    la guitare au coin du feu / sent un peu la pomme
    un vieux chant passe à mi-voix / de ma mère à moi
    on accorde une guitare / le merle a le la
    la voix nue au bord du lit / endort les parents
    une corde un peu trop bas / juste comme il faut
    la ballade a dix couplets / la nuit en a cent
    il compose au saut du lit / sans fermer la porte
    au dos de l'étui, la craie / dit trois noms de gare
  `,
})

export const country = pool({
  fragments: `
    guitare et grand-route
    l'acier, puis la voix
    chapeau sur le lit
    pick-up au fossé
    route à deux couleurs
    un banjo trop gai
    café, pompe à sec
    bottes sur le seuil
    motel à minuit
    train de marchandises
    un crincrin de bal
  `,
  middles: `
    la route a pris le couplet
    l'acier pleure au bord du bar
    un poids lourd double la nuit
    le chapeau garde la chaise
    un banjo court sous la pluie
    la voix traîne un peu ses bottes
  `,
  openings: `
    route à l'infini / le poste n'a plus qu'un psaume
    chapeau sur le lit / il chante qu'il est parti
    l'acier ploie, très lent / le café n'a plus de fond
    banjo sous l'auvent / la poule suit la cadence
    motel à minuit / le néon perd une lettre
    pick-up au matin / le chien a pris le volant
  `,
  closings: `
    la chanson roule à cent dix / le chien, vitre ouverte
    un cow-boy du Loir-et-Cher / attend son café
    l'acier ploie au bord des larmes / puis demande un verre
    le néon perd une lettre / la voix tient la note
    un banjo court en avant / les bottes le suivent
    il chante un train disparu / le passage est clos
  `,
})

export const classical = pool({
  fragments: `
    l'archet sur la corde
    hautbois, ciel lavé
    largo au salon
    le chœur, puis la nef
    un la pour cent voix
    sonate à l'étage
    page qu'on retourne
    deux mains, une fugue
    le chef lève un doigt
    allegro, balai
    la flûte au matin
    un accord de cuivres
    lent, presque arrêté
    quatre archets, soir bleu
    clavecin de pluie
  `,
  middles: `
    le hautbois donne le la
    la fugue a pris l'escalier
    l'archet tremble avant la corde
    les cuivres ouvrent la nef
    un voisin fait ses arpèges
    la flûte a vu le jardin
    le chef attend le silence
    un alto parle à voix basse
  `,
  openings: `
    l'archet se soulève / on tousse une fois pour toutes
    hautbois, puis les cors / le salon devient un bois
    la fugue à deux mains / la gauche a pris de l'avance
    un la pour cent voix / le téléphone aussi sonne
    largo au salon / la poussière prend la pose
    page qu'on retourne / un peu d'air entre deux notes
    sonate à l'étage / toujours la même mesure
    le chœur dans la nef / un pigeon cherche sa voix
  `,
  closings: `
    l'archet reste un peu en l'air / la salle respire
    un voisin fait ses arpèges / je rate un gâteau
    la fugue a pris l'escalier / à quatre, puis six
    les cuivres ouvrent la nef / un moineau s'envole
    au feu rouge un homme seul / dirige un orchestre
    le silence avant le la / cent chaises se calment
    la flûte a passé la tête / entre les rideaux
    on applaudit bien trop tôt / le hautbois sourit
    l'alto parle à la fenêtre / et le rideau bouge
  `,
})

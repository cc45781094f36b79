import { pool } from '../phrase.ts'

export const disco = pool({
  fragments: `
    boule au plafond noir
    paillette au bureau
    corde et charleston
    cuivres en satin
    basse en escalier
    talons à la main
    piste à carreaux bleus
    satin et fumée
    néon rose au bar
    deux pas de côté
    taxi, fin de nuit
    samedi, minuit
    paillettes au col
  `,
  middles: `
    la boule a semé la piste
    la basse monte un étage
    un talon tient la mesure
    on danse avec une chaise
    la nuit brille au ras du sol
    le miroir se prend au jeu
    la paillette a pris le bus
  `,
  openings: `
    boule au plafond noir / chacun reçoit son éclat
    la basse en satin / la cuisine est une piste
    un talon cassé / on finit la nuit pieds nus
    paillette au lavoir / la nuit n'est pas repartie
    piste à moitié vide / un monsieur danse à lui seul
    deux heures, taxi / le refrain monte à l'arrière
  `,
  closings: `
    la boule tourne à midi / au-dessus du seau
    une paillette au bureau / trahit mon mardi
    on danse au milieu du bus / à peine, des doigts
    un seul manteau au crochet / la nuit a le reste
    la basse en escalier d'or / descend à la gare
    on passe la serpillière / en pas de deux temps
    un chœur de cordes soulève / la fin de la nuit
  `,
})

export const electronic = pool({
  fragments: `
    synthé à minuit
    basse au fond du sol
    un bip, puis la nuit
    filtre à demi clos
    néon dans la pluie
    boucle au point du jour
    un kick sous le sol
    machine au repos
    un voyant vert, seul
    parking sous la basse
    arpège en néon
    l'aube à la sortie
    un son sous la porte
    le pouls sous le sol
    circuit sous la lune
    veilleuse et synthé
    stroboscope, un pas
    un laser au mur
    tunnel à minuit
    la nappe et le vent
  `,
  middles: `
    la basse a trouvé le sol
    un arpège allume un toit
    le filtre ouvre un peu la nuit
    le synthé tient un seul mot
    le pouls du sol prend le mien
    une boucle apprend à voir
    la machine a pris du cœur
    un voyant cligne au plafond
    le son glisse au ras du mur
    la ville entière est en boucle
    un souffle ouvre un peu le filtre
    le néon compte à mi-voix
  `,
  openings: `
    un bip dans la nuit / le frigo prend la mesure
    la basse a grossi / le verre avance au comptoir
    filtre à demi clos / on attend qu'il s'ouvre, il s'ouvre
    la boucle a tourné / cent fois, jamais la même eau
    synthé à minuit / les tours ont changé de peau
    machine au repos / un voyant vert la surveille
    parking du club, l'aube / on cherche l'auto, l'oreille
    le train dans la nuit / a trouvé le bon tempo
    quatre temps au sol / on ne sait plus qui respire
    arpège au tunnel / chaque lampe a pris sa note
    l'escalator vide / avance avec le morceau
    casque sur le quai / la foule entre en la mineur
  `,
  closings: `
    un synthé tient dans la nuit / la vitre et la ville
    le métro file en cadence / avec le morceau
    la basse ouvre sous le sol / un autre escalier
    l'aube attend à la sortie / avec nos manteaux
    la machine a deux boutons / dont un pour la pluie
    un arpège au bout du quai / compte les fenêtres
    le filtre ouvre, on voit la mer / au fond du parking
    un voyant cligne au salon / à qui parle-t-il
    la boucle a repris le bus / jusqu'au dépôt bleu
    plus un son, et l'on entend / la pluie applaudir
    un robot fredonne un mot / qu'on croyait à nous
    on danse à demi dans l'ombre / avec les manteaux
    le périph au petit jour / bat à cent vingt coups
  `,
})

export const latin = pool({
  fragments: `
    guitare à mi-voix
    pandeiro, midi
    samba au balcon
    voix tout près du sable
    hanche et citron vert
    un pas sur le sable
    guitare au hamac
    un chœur, puis la mer
    bongos à mi-voix
    sandale à la main
    cuivre et soleil bas
    un accord salé
    nylon et vent doux
    murmure au balcon
    tambours dans la rue
    le tango du chat
    maracas au bar
    un trottoir en vagues
    bandonéon, pluie
    fado sous la lampe
    palmas et talons
    flamenco, deux chaises
    salsa sur le toit
    salsa au marché
    tango à l'étroit
    la corde et le sel
    voix au ras de l'eau
    guitare au balcon
    un châle, une voix
  `,
  middles: `
    la guitare avance à peine
    le nylon parle à la mer
    la voix pose un doigt sur l'eau
    un surdo bat sous la peau
    la hanche a su la première
    le sable est dans la chanson
    l'accord prend un peu le large
    un pas glisse, un pas revient
    la samba lave à grande eau
    la voix ferme un peu les yeux
    la guitare a bon soleil
    le tango tourne en chaussettes
    la salsa prend l'escalier
  `,
  openings: `
    la voix presque tue / on entend fondre un glaçon
    guitare au hamac / un accord pour deux orteils
    pandeiro au loin / le bus a des castagnettes
    samba dans la cour / l'eau du seau danse avec nous
    un pas, puis un pas / le parquet apprend la mer
    nylon et vent doux / la chemise a pris le large
    on danse à côté / du temps, là où c'est meilleur
    murmure au balcon / la mer en bas dit la suite
    le tango finit / nos genoux parlent tout seuls
    bandonéon, soir / il a l'air de s'excuser
    fado, deux guitares / la rue attend le refrain
    palmas dans la cour / un volet claque à son tour
    salsa dans la rue / le facteur en perd le nord
    la voix sur le fil / d'un linge qui sèche encore
    guitare au balcon / la rue entière est un puits
    un pied, puis un pied / le carrelage a bon dos
  `,
  closings: `
    la guitare à peine, à peine / un rideau s'en va
    la samba monte au balcon / par la cour d'en bas
    un accord au goût de sel / reste sur la langue
    la voix parle à un orteil / qui dort au soleil
    on pousse un peu le fauteuil / et l'on danse à deux
    un citron roule au comptoir / à contretemps, pile
    le hamac a pris le pli / de cette chanson
    un maraca dans la main / il tourne la sauce
    un pas à gauche, un à droite / la mer fait pareil
    la hanche a compris avant / le reste du corps
    le bandonéon soupire / et ravale un pas
    le fado ferme les yeux / le vin aussi, presque
    les talons frappent le sol / le sol leur répond
    la salsa prend l'ascenseur / avec nos voisins
    la voix s'assied près de nous / sans rien demander
    la guitare a mis le soir / dans tous les volets
    on reprend le pas raté / au même carreau
    un accord traverse à gué / la voix et la cour
  `,
})

export const african = pool({
  fragments: `
    kora sous l'auvent
    guitare et désert
    balafon, midi
    cent tambours, un pas
    la voix du marché
    le chœur, puis la cour
    calebasse au sol
    guitare à la ronde
    cuivres, nuit sans fin
    tambour à l'aisselle
    pieds nus, sol battu
    chant d'une autre rue
    la voix et le sable
    guitare à pas lents
    les mains sur la peau
    thé noir et guitare
    un chant de trois jours
  `,
  middles: `
    la kora verse un peu d'ombre
    un tambour parle au tambour
    la guitare a bu du sable
    le chœur répond, puis le sol
    le balafon court sous l'eau
    une voix porte un grand seau
    on bat des mains sans compter
  `,
  openings: `
    kora sous l'auvent / chaque corde a son oiseau
    tambour à l'aisselle / il parle et puis nous répond
    guitare au désert / le vent a pris le solo
    un chœur, puis un pas / la cour entière est un pied
    balafon, midi / l'ombre a des lames de bois
    la nuit dure un air / l'air dure autant que la nuit
    les mains sur la peau / le tambour a bon visage
    la voix et le sable / on ne sait qui porte l'autre
    thé noir et guitare / la chanson est bue en trois
  `,
  closings: `
    la kora verse un peu d'eau / dans l'après-midi
    un tambour parle au suivant / qui rit de bon cœur
    la guitare a dans les doigts / trois jours de désert
    le chœur répond à la voix / la rue à nos pieds
    le balafon dans la cour / sème un peu de pluie
    une voix loin de chez nous / nomme notre rue
    les cuivres jusqu'au matin / le thé trois fois noir
    la guitare à pas de sable / contourne le puits
    les mains sur la peau tendue / parlent d'un village
    la voix s'enroule au refrain / comme un tissu bleu
  `,
})

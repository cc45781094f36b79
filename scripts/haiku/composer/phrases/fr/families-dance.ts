import { pool } from '../../phrase.ts'

export const disco = pool({
  fragments: `
    boule au plafond noir
    talons à la main
    piste à carreaux bleus
    satin et fumée
    néon rose au bar
    deux pas de côté
    taxi, fin de nuit
    samedi, minuit
    paillettes au col
    la piste allumée
    un col pelle à tarte
    pantalon trop large
  `,
  middles: `
    la boule sème ses points
    la basse monte un étage
    un talon tient la mesure
    on danse avec une chaise
    la nuit brille au ras du sol
    le miroir se prend au jeu
    la paillette est dans le bus
  `,
  openings: `
    boule au plafond noir / chacun reçoit son éclat
    la basse commence / la cuisine est une piste
    un talon cassé / on finit la nuit pieds nus
    fond du lavabo / la nuit brille encore un peu
    piste à moitié vide / un monsieur danse à lui seul
    un taxi de nuit / le refrain monte à l'arrière
  `,
  closings: `
    la boule tourne à midi / au-dessus du seau
    une paillette au bureau / trahit mon mardi
    on danse au milieu du bus / à peine, des doigts
    le dernier manteau pendu / est le mien, je crois
    on passe la serpillière / à pas de danseur
    on rentre avec les talons / à la main, pieds nus
    les lumières se rallument / on cherche nos noms
  `,
})

export const electronic = pool({
  fragments: `
    synthé à minuit
    néon dans la pluie
    boucle au point du jour
    machine au repos
    un voyant vert, seul
    l'aube à la sortie
    un son sous la porte
    veilleuse et synthé
    un laser au mur
    tunnel à minuit
    la boucle revient
    câbles sur le lit
    fenêtres du train
    robot au refrain
    la nuit en pixels
    casque sur le quai
    deux notes, sans fin
    la basse du club
  `,
  middles: `
    mon pouls a pris le tempo
    la machine a l'air heureux
    un voyant cligne au plafond
    la ville entière est en boucle
    un son monte, et tout s'éclaire
    les lampadaires défilent
    le métro tient la mesure
    la boucle avance sans nous
    un robot chante l'amour
    le son glisse au ras du mur
  `,
  openings: `
    un bip dans la nuit / le frigo répond en fa
    la basse s'installe / le verre avance au comptoir
    la boucle a tourné / cent fois, jamais la même eau
    synthé à minuit / une fenêtre s'allume
    machine au repos / un voyant vert la surveille
    le parking à l'aube / on cherche longtemps l'auto
    le train dans la nuit / a trouvé le bon tempo
    la piste à minuit / on ne sait plus qui respire
    dans le long tunnel / chaque lampe tient sa note
    l'escalator vide / avance avec le morceau
    casque sur le quai / la foule entre en la mineur
    deux notes, sans fin / le paysage défile
  `,
  closings: `
    un synthé veille, et en bas / la ville s'endort
    le métro file en cadence / avec le morceau
    la basse ouvre sous le sol / un autre escalier
    l'aube attend à la sortie / avec nos manteaux
    la machine a deux boutons / dont un pour la pluie
    un voyant cligne au salon / à qui parle-t-il
    plus un son, et l'on entend / la pluie applaudir
    un robot fredonne un mot / qu'on croyait à nous
    le périph au petit jour / bat à cent vingt coups
    la basse s'arrête, et l'eau / goutte dans l'évier
    on traverse un long tunnel / sans changer de note
    six heures, les boulangers / croisent les danseurs
  `,
})

export const latin = pool({
  fragments: `
    guitare à mi-voix
    pandeiro, midi
    samba au balcon
    guitare au hamac
    bongos à mi-voix
    murmure au balcon
    le tango du chat
    maracas au bar
    le bandonéon
    fado sous la lampe
    palmas et talons
    flamenco, deux chaises
    salsa sur le toit
    salsa au marché
    tango à l'étroit
    voix au ras de l'eau
    guitare au balcon
    voix presque parlée
    danse entre les tables
    l'accent sur la fin
    chanson du retour
    volets entrouverts
  `,
  middles: `
    la guitare avance à peine
    un surdo bat sous la peau
    la hanche a su la première
    l'accord prend un peu le large
    un pas glisse, un pas revient
    on chante les yeux fermés
    le tango tourne en chaussettes
    la salsa prend l'escalier
    la voix frôle à peine l'air
    on danse entre les deux chaises
  `,
  openings: `
    la voix presque tue / on entend fondre un glaçon
    guitare au hamac / un accord pour deux orteils
    samba dans la cour / l'eau du seau danse avec nous
    un pas, puis un pas / le parquet apprend la mer
    on danse à côté / du temps, là où c'est meilleur
    murmure au balcon / la mer en bas dit la suite
    le tango finit / nos genoux tremblent encore
    le bandonéon / soupire avant de parler
    fado, deux guitares / la rue attend le refrain
    palmas dans la cour / un volet claque à son tour
    salsa dans la rue / le facteur en perd le nord
    la voix sur le fil / d'un linge qui sèche encore
    guitare au balcon / la rue entière se tait
    les chaises poussées / on danse entre les assiettes
    danse entre les tables / le patron range les verres
  `,
  closings: `
    la guitare à peine, à peine / un rideau respire
    la samba monte au balcon / par la cour d'en bas
    un accord au goût de sel / reste sur la langue
    on pousse un peu le fauteuil / et l'on danse à deux
    un citron roule au comptoir / à contretemps, pile
    le hamac a pris le pli / de cette chanson
    un pas à gauche, un à droite / la mer fait pareil
    la hanche a compris avant / le reste du corps
    le bandonéon soupire / et nos pieds aussi
    le fado ferme les yeux / le vin aussi, presque
    le flamenco frappe au sol / le sol lui répond
    la salsa prend l'ascenseur / avec nos voisins
    la voix s'assied près de nous / sans rien demander
    la guitare a mis le soir / dans tous les volets
    on reprend le pas raté / au même carreau
    un couple danse à l'arrêt / le bus peut attendre
  `,
})

export const african = pool({
  fragments: `
    kora sous l'auvent
    guitare et désert
    balafon, midi
    la voix du marché
    le chœur, puis la cour
    guitare à la ronde
    cuivres, nuit sans fin
    chant d'une autre rue
    la rue qui répond
    refrain à cent voix
    chant jusqu'au matin
    pagnes dans la cour
    les mains en cadence
  `,
  middles: `
    la kora verse un peu d'ombre
    le chœur répond, puis le sol
    on bat des mains sans compter
    une voix lance, on répond
    la rue entre dans la danse
    la guitare tourne et brille
    toute la cour bat des mains
  `,
  openings: `
    kora sous l'auvent / chaque corde a son oiseau
    guitare au désert / le vent finit le solo
    le chœur lui répond / la cour entière est debout
    la nuit dure un air / l'air dure autant que la nuit
    la voix s'est levée / les enfants cessent leurs jeux
    une langue à part / on comprend pourtant la joie
    les mains en cadence / le plus petit part trop tôt
    balafon, midi / l'ombre a des lames de bois
  `,
  closings: `
    la kora verse un peu d'eau / dans l'après-midi
    la guitare a dans les doigts / trois jours de désert
    le chœur répond à la voix / et la rue au chœur
    une voix loin de chez nous / nomme notre rue
    les cuivres jusqu'au matin / personne ne rentre
    la voix s'enroule au refrain / comme un tissu bleu
    on ne comprend pas les mots / mais l'épaule, si
    le refrain revient dix fois / dix fois on se lève
    une voix lance un prénom / dix autres répondent
    le sommeil peut bien attendre / la rue danse encore
    le riz cuit, et la chanson / prend son temps aussi
  `,
})

import { season } from '../../season.ts'

export const winter = [
  season('12-01', '02-29', {
    fragments: `
      vent froid sous la porte
      un bonnet mouillé
      l'odeur du bois sec
      les mains sur le bol
      tilleul sans feuillage
      un corbeau, un seul
      écharpe oubliée
      le chat dans le linge
      thé noir, ciel de plomb
      l'étang sous la glace
      le merle immobile
      fumée au village
      ciel gris jusqu'au soir
      l'orange épluchée
      un gant sur la grille
      l'hiver au carreau
      jardin sans couleur
      pull à col roulé
      deux bols, un seul plaid
      la nuit à cinq heures
      bûche au coin du feu
      l'ombre avant le soir
      nez rouge au guichet
      un manteau trop grand
      soupe à petit feu
    `,
    middles: `
      le chat attend le facteur
      on a mis la soupe au feu
      le jardin dort sous la paille
      le merle a gonflé ses plumes
      la lampe allumée à quatre
      le tilleul n'a plus de feuilles
      deux corbeaux sur un seul fil
      le vent tourne autour du puits
      il fait nuit avant le thé
      un gant perdu sur la grille
      le chien a pris le fauteuil
      l'arbre nu tient bon dehors
    `,
    openings: `
      l'hiver au balcon / un pot de thym et son ombre
      fin d'après-midi / le ciel éteint les jardins
      le bus en retard / tout l'hiver dans nos deux poches
      soupe à l'oignon doux / la vitre efface la cour
      un merle au balcon / il attend que je m'en aille
      le chemin du puits / un seul arbre, et c'est l'hiver
      manteaux sur le lit / on parle en bas, à mi-voix
      le feu prend enfin / le chat sort de nulle part
      un gant sur la grille / quelqu'un l'a mis là pour nous
      mardi sans soleil / l'orange au milieu du plat
      rideaux mal fermés / l'hiver y passe le doigt
      le potager nu / un piquet garde sa place
      du bois pour deux jours / puis le vent du nord se tait
      chez le cordonnier / l'odeur de cire et d'hiver
      retour du marché / le froid sent la mandarine
    `,
    closings: `
      l'hiver a pris le jardin / sauf un houx tout rouge
      on attend le bus à trois / sous un parapluie
      le chat tourne autour du feu / puis il me pardonne
      sur la grille de l'école / un seul gant de laine
      le vent secoue un volet / chez les gens d'en face
      on épluche une autre orange / le jour dure un peu
      le voisin rentre du bois / et du noir avec
      dans la cour, le seau gelé / garde un bout de ciel
      l'arbre nu devant l'école / attend la sortie
      mes lunettes toutes blanches / au seuil du café
      il fait déjà nuit dehors / le pain fume au sac
      un corbeau sur le grand pré / et puis rien du tout
      ma tante a mis le couvert / tout contre le feu
      le facteur bat la semelle / une carte, enfin
      tout l'immeuble a le même air / un air de potage
      on a laissé pour l'oiseau / la peau du jambon
    `,
  }),
  season(
    '12-10',
    '02-25',
    {
      fragments: `
        vent dans les tuyaux
        verglas sur le pont
        gel au fond du seau
        la glace qui craque
        la nuit sous zéro
        le lac qui se fend
        corbeaux sur la grue
        l'étang dur et noir
      `,
      middles: `
        le gel a fendu le pot
        un corbeau crie au vent noir
        le verglas prend sur les marches
        le lac craque au fond du soir
      `,
      openings: `
        le gel cette nuit / a mordu le robinet
        un corbeau crie seul / le champ n'a plus que des mottes
        vent d'est sur la zone / un sac vole et vole encore
        verglas sur le quai / on avance à pas de loup
        le lac a craqué / un grand trait jusqu'à la rive
        moins dix au matin / la serrure mord la clé
      `,
      closings: `
        le gel a cassé le pot / l'olivier tient bon
        on sale avant le matin / la côte et le pont
        le vent du nord a tordu / la grille du parc
        les corbeaux tiennent conseil / au bord du talus
        on gratte à mains nues la vitre / d'une auto gelée
        le lac, la nuit, s'est fendu / sans qu'un chien aboie
      `,
    },
    'rough',
  ),
  season('12-05', '03-05', {
    fragments: `
      il neige à midi
      il neige dehors
      neige au caniveau
      neige avant le jour
      neige au bord du toit
      un flocon, puis mille
      flocons sur le quai
      trois pas dans la neige
      vélo sous la neige
      un banc plein de neige
      silence et flocons
      givre au bord des champs
      la neige, à minuit
      le toit devient blanc
      givre à la fenêtre
      neige au réverbère
      la cour toute blanche
      un merle et la neige
    `,
    middles: `
      un peu de neige au balcon
      le givre a brodé la vitre
      il neige et nul ne se presse
      la neige a mangé le bruit
      la neige avance au jardin
      un flocon fond sur ma manche
      le chat pose un pas puis deux
    `,
    openings: `
      neige au petit jour / quelqu'un a déjà marché
      il neige à l'arrêt / le bus est un bruit lointain
      neige au cimetière / un merle en fait l'inventaire
      le toit tout à coup / lâche un gros paquet de neige
      la neige a cessé / on entend l'eau sous le pont
      un gant sur le banc / la neige y met l'autre main
      il neige, on se tait / le chat suit chaque flocon
      givre à la lucarne / un doigt d'enfant y dessine
      la neige à l'école / on n'écoute plus personne
      flocons dans les phares / on roule au pas, sans parler
      neige au pied du mur / un ballon rouge oublié
      neige et nuit mêlées / le boulanger seul le sait
    `,
    closings: `
      la neige a comblé les traces / du chat, puis les miennes
      il a neigé sur la bâche / d'un manège éteint
      un flocon, puis dix, puis cent / sur le bonnet vert
      la neige laisse entrevoir / un vieux guidon rouge
      la neige au bord du chemin / garde un pas d'oiseau
      un enfant tire la langue / au premier flocon
      la neige arrive au perron / sans avoir sonné
      le balai près de la porte / blanc jusqu'à mi-corps
      le village a disparu / reste un coq, au loin
      un bonhomme au nez tordu / salue le facteur
      il neige sur le parking / un caddie attend
      la neige éclaire la chambre / on dort peu, et bien
    `,
  }),
  season('12-01', '12-27', {
    fragments: `
      un sapin en bus
      l'odeur du sapin
      guirlande au balcon
      décembre au marché
      marrons dans la poche
      pain d'épice au four
    `,
    openings: `
      un sapin qui dort / sur le toit d'une auto bleue
      guirlande au balcon / une ampoule sur deux brille
      marché de décembre / un enfant goûte au vin chaud
      décembre, il fait noir / on compte à deux les bougies
    `,
    closings: `
      un sapin monte à pied, seul / jusqu'à notre étage
      on accroche une guirlande / au cou du vélo
      décembre a mis sa guirlande / au salon de thé
    `,
    middles: `
      un sapin pris dans le bus
      une ampoule éteint les autres
    `,
  }),
  season('12-28', '01-31', {
    fragments: `
      matin de janvier
      soleil de janvier
      un sapin jeté
      janvier, ciel de craie
      agenda tout blanc
      l'an neuf au carreau
      galette au bureau
    `,
    middles: `
      un vieux sapin au trottoir
      l'an commence au ralenti
      janvier compte ses moineaux
    `,
    openings: `
      un sapin jeté / perd ses aiguilles au vent
      galette au bureau / le roi cherche un mot gentil
      janvier au marché / l'épicier siffle pourtant
    `,
    closings: `
      un sapin sur le trottoir / garde un fil d'argent
      janvier traîne à la cuisine / en gros chandail gris
      le soleil bas de janvier / visite la chambre
      on range enfin la guirlande / avec tous ses nœuds
      la fève est dans mon morceau / je me tais un peu
    `,
  }),
  season(
    '01-25',
    '03-01',
    {
      fragments: `
        mimosa au bar
        un mimosa jaune
        un peu de soleil
        un rayon de plus
        perce-neige au bois
        dégel au jardin
      `,
      middles: `
        le mimosa sent la poudre
        un mimosa prend le train
        la gouttière a dégelé
      `,
      openings: `
        dégel ce matin / le toit se met à compter
        mimosa coupé / le wagon sent le midi
        un peu de soleil / on lève un coin de rideau
        le jour a gagné / cinq minutes et un merle
        mimosa au bar / le barman en met partout
      `,
      closings: `
        un bouquet de mimosa / voyage debout
        le dégel au bord du toit / bat un rythme à lui
        février met au soleil / un chat et sa chaise
        on retourne au bord du lac / voir fondre la glace
      `,
    },
    'soft',
  ),
  season('12-31', '01-06', {
    openings: `
      premier jour de l'an / le pain est de l'an dernier
      l'an neuf est ici / il a l'air du précédent
    `,
  }),
  season('12-15', '12-26', {
    closings: `
      la plus longue nuit de l'an / tient dans une tasse
    `,
  }),
]

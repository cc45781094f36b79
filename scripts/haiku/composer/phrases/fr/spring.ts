import { season } from '../../season.ts'

export const spring = [
  season('03-01', '05-31', {
    fragments: `
      printemps au balcon
      un merle au jardin
      un merle, à six heures
      fenêtre entrouverte
      un drap dans le vent
      vélo sans manteau
      pluie au bord du toit
      l'odeur de la pluie
      un chat sur le mur
      le vert du fossé
      talus plein de fleurs
      premier thé dehors
      rideau qui respire
      un pinson, très haut
      bourdon dans la tasse
      l'abeille au carreau
      deux bancs au soleil
      radis sur la table
      salade au jardin
      le chant du pinson
      pissenlit tout rond
      nid dans la gouttière
    `,
    middles: `
      un merle a choisi l'antenne
      on a rouvert le balcon
      le vieux rosier prend son temps
      l'abeille a trouvé la vitre
      le vent retourne un journal
      on met deux chaises dehors
      un merle essaie une note
      la pluie a lavé les vitres
      on a sorti les vélos
      le voisin tond, puis renonce
      un nid tient dans la gouttière
      le jardin sent l'eau de pluie
    `,
    openings: `
      un merle, à cinq heures / a déjà tout raconté
      fenêtre entrouverte / un rideau s'en va, revient
      premier thé dehors / on a gardé nos manteaux
      le chat au balcon / suit l'abeille, puis l'oublie
      pluie au potager / on reste un peu sous l'auvent
      mon père au jardin / parle à mi-voix aux radis
      un nid sous le toit / on n'ouvre plus la lucarne
      vélo ressorti / le genou s'en souvient bien
      un bourdon se cogne / au carreau, puis au printemps
      herbe au bord du quai / le train s'arrête pour elle
      linge au vent nouveau / ta chemise invite un drap
      le soir dure un peu / un ballon tape au portail
      pissenlits soufflés / la pelouse a tout reçu
      talus du printemps / un lapin, puis plus personne
      le voisin du bas / met sa tortue au soleil
      averse à midi / tout le marché sous un store
    `,
    closings: `
      un merle essaie une phrase / puis la recommence
      on a mis dehors la table / pour deux, puis pour cinq
      le chat dort sur le capot / tiédi du matin
      le store est enfin baissé / chez le boulanger
      la pluie a fait du jardin / un bruit de papier
      mon voisin parle aux tomates / qu'il va mettre en terre
      un bourdon entre au bureau / et fait le tour, seul
      on entend par la fenêtre / un enfant compter
      le rideau prend tout le vent / et le rend, tout doux
      le merle a pour seul public / un chat sur un mur
      on laisse ouverte la porte / le jardin se tait
      sur la corde un drap respire / au bout du jardin
      une abeille a visité / le plan du métro
      un escargot prend la rue / à l'heure de pointe
      l'eau du toit s'arrête au bord / et tombe à regret
      dans la cour, un ballon mou / attend les beaux jours
      les tulipes du rond-point / au garde-à-vous, presque
    `,
  }),
  season(
    '03-01',
    '04-20',
    {
      fragments: `
        grêle au coin du parc
        giboulée au port
        averse et soleil
        un parapluie mort
        vent fou sur les toits
        l'averse en plein vent
        ciel noir, blé tout vert
        grêle à la terrasse
      `,
      middles: `
        le grand vent gonfle une bâche
        la grêle a troué l'auvent
        un parapluie se retourne
      `,
      openings: `
        grêle en plein soleil / le ciel ne sait plus choisir
        vent du large au port / un drapeau claque et s'effile
        giboulée, on court / sous le porche du notaire
        le vent a couché / la barrière et le panneau
      `,
      closings: `
        la grêle a pris le parking / pour un gros tambour
        le vent fou vient de voler / la bâche au voisin
        un parapluie retourné / salue un taxi
        l'orage a pris le printemps / par le col, d'un coup
      `,
    },
    'rough',
  ),
  season(
    '03-01',
    '04-10',
    {
      fragments: `
        jonquille au talus
        primevère au bois
        un crocus debout
        coucou au fossé
        bourgeon sous les doigts
      `,
      middles: `
        la jonquille a percé l'herbe
        un crocus perce au rond-point
        un bourgeon s'ouvre à l'abri
      `,
      openings: `
        un crocus debout / au milieu d'un rond-point gris
        jonquille au goulot / d'un litre vide au soleil
        bourgeon sur bourgeon / le pouce y reste collé
      `,
      closings: `
        le bourgeon du marronnier / colle au bout du doigt
        on donne à notre voisine / la jonquille en trop
        un crocus a pris racine / au bord du parking
        la jonquille au pot d'étain / regarde la pluie
      `,
    },
    'soft',
  ),
  season(
    '03-22',
    '04-25',
    {
      fragments: `
        cerisier en fleur
        fleurs de cerisier
        un poirier tout blanc
        prunier sur la cour
        des pétales blancs
      `,
      middles: `
        le cerisier perd la tête
        un pétale au pare-brise
        le cerisier s'est vidé
        le poirier tremble, tout blanc
      `,
      openings: `
        cerisier en fleur / on parle un ton en dessous
        le poirier tout blanc / une échelle y fait la sieste
        un pétale au seuil / puis cent, puis le vent se tait
        fleurs de cerisier / l'ouvrier dort sur son banc
      `,
      closings: `
        un pétale a pris le bus / sur un bonnet bleu
        le cerisier du parking / perd ses confettis
        on balaie autour du banc / les fleurs, pas le chat
        sous le cerisier, l'auto / n'est plus tout à nous
      `,
    },
    'soft',
  ),
  season(
    '03-25',
    '05-20',
    {
      fragments: `
        hirondelle au port
        retour du coucou
        coucou dans le bois
        première hirondelle
        têtard au bocal
      `,
      middles: `
        l'hirondelle a pris le fil
        un coucou compte au lointain
        l'hirondelle est revenue
      `,
      openings: `
        coucou dans le bois / on a deux sous dans la poche
        l'hirondelle est là / au garage, un clou lui plaît
        le coucou s'est tu / le bois n'a plus de milieu
        têtard au bocal / l'enfant lui donne un prénom
      `,
      closings: `
        l'hirondelle a retrouvé / le clou du garage
        le coucou compte à mi-voix / l'argent du voisin
        une hirondelle a signé / tout en bas du ciel
        l'hirondelle au fil est seule / puis ne l'est plus guère
      `,
    },
    'soft',
  ),
  season(
    '04-18',
    '05-25',
    {
      fragments: `
        lilas dans la cour
        lilas jusqu'au toit
        odeur de lilas
        glycine au balcon
        glycine au soleil
        iris sous la pluie
      `,
      middles: `
        le lilas passe le mur
        un lilas déborde un peu
        la glycine a pris la grille
      `,
      openings: `
        lilas sur le mur / on en vole, on en rend presque
        odeur de lilas / la concierge ouvre la porte
        la glycine en fleur / on rentre chez soi courbé
        bouquet de lilas / le seau tremble à chaque pas
      `,
      closings: `
        le lilas du cimetière / passe aussi le mur
        la glycine a retenu / le facteur, un temps
        lilas blanc, puis lilas mauve / dans la même eau claire
        on respire un lilas noir / de pluie et de nuit
      `,
    },
    'soft',
  ),
  season(
    '04-27',
    '05-08',
    {
      fragments: `
        muguet au guichet
        deux brins de muguet
        muguet au réveil
      `,
      openings: `
        un brin de muguet / dans le képi du facteur
        muguet au café / un seul brin pour vingt clients
      `,
      closings: `
        un brin de muguet se penche / vers le téléphone
        on vend du muguet mouillé / au pied du métro
      `,
    },
    'soft',
  ),
  season(
    '05-08',
    '06-20',
    {
      fragments: `
        un coquelicot
        fraises du marché
        rosier sur le mur
        pivoine au salon
        martinets le soir
        martinets très haut
        l'herbe à mi-mollet
      `,
      middles: `
        la pivoine a tout lâché
        un coquelicot tient bon
        les martinets font la ronde
        le rosier grimpe au balcon
      `,
      openings: `
        un coquelicot / au bord du parking, tout seul
        pivoine au salon / un pétale, et tout s'écroule
        fraises au panier / le vendeur en goûte deux
        martinets du soir / on lève un peu nos deux verres
        le rosier d'en bas / monte lire à mon balcon
      `,
      closings: `
        la pivoine au bord du vase / perd enfin la tête
        les martinets font le tour / du clocher, puis l'air
        un coquelicot debout / parmi les gravats
        on mange à même le sac / les fraises trop mûres
        le rosier a mis son nez / chez nous cette nuit
      `,
    },
    'soft',
  ),
]

import { season } from '../../season.ts'

export const summer = [
  season('06-01', '09-14', {
    fragments: `
      volets demi-clos
      l'été sur le toit
      melon sur la table
      drap sur le balcon
      l'ombre du figuier
      pieds nus au balcon
      sable au fond du sac
      sel sur les épaules
      moustique à minuit
      la nuit sans un drap
      citron dans le verre
      fenêtre à minuit
      terrasse à onze heures
      mouche au bord du bol
      tomate au soleil
      glaçon dans le thé
      l'asphalte à midi
      un lézard au mur
      un ventilateur
      tongs au bord du lit
      marée basse au port
      un transat vacant
      abricots trop mûrs
    `,
    middles: `
      un lézard tient tout le mur
      la mouche a choisi la vitre
      le glaçon craque et s'enfonce
      on dort fenêtres ouvertes
      un chat fond sur le carreau
      on mange à minuit dehors
      on a tiré les volets
      le goudron garde nos pas
      la glace fond sur la main
      un moustique a pris la chambre
      le figuier prête son ombre
    `,
    openings: `
      volets demi-clos / un trait d'or barre la chambre
      midi sur le mur / un lézard n'a pas d'avis
      la plage à sept heures / un seau garde un peu de mer
      melon sur la table / le couteau fait un bruit frais
      la nuit sans un souffle / on partage un ventilo
      l'été dans la cour / un voisin rit, puis s'endort
      sable au fond du sac / un ticket de l'an dernier
      un moustique, un seul / on a rallumé trois fois
      le chat au carreau / n'est plus qu'une flaque grise
      l'asphalte a fondu / une sandale y demeure
      figuier sur le mur / on y gare un vieux vélo
      marée basse au port / les barques sont accoudées
      la nuit d'août s'étire / un glaçon tombe au salon
      linge au grand soleil / sec avant d'être pendu
      la tente est montée / reste un piquet, c'est normal
      le bus est un four / chacun rêve d'un plongeon
    `,
    closings: `
      le lézard au bord du mur / attend le refrain
      on dîne tard au jardin / la nappe a des ailes
      le ventilo dit non, non / à toute la chambre
      un glaçon fond dans le verre / un bateau s'en va
      le chat choisit le carreau / le plus froid du sol
      on a mis l'eau dans le seau / les pieds dans la nuit
      le noyau de la cerise / part chez le voisin
      un enfant remplit la mer / à petits seaux bleus
      les volets mi-clos tamisent / un chien et la rue
      on cherche l'ombre à midi / on trouve un tilleul
      le marchand dort sous sa bâche / entre deux melons
      une guêpe a fait le tour / de ma limonade
      le camping s'endort enfin / sauf un bol qui roule
      on ramène au fond du sac / un peu de la plage
      les maillots à la fenêtre / gouttent sur la rue
      un moustique a bu deux fois / le même dormeur
      la ville en août est à nous / et puis au pigeon
    `,
  }),
  season('06-20', '09-05', {
    fragments: `
      cigale au lointain
      cigale à midi
      le chant des cigales
      un pin, cent cigales
      l'odeur du pin chaud
      lavande au balcon
      l'herbe sèche et dure
    `,
    middles: `
      la cigale emplit midi
      une cigale s'arrête
      le pin tout entier grésille
    `,
    openings: `
      cigale au platane / l'apéro commence tôt
      silence soudain / la cigale a vu le chat
      une cigale, une / et puis tout le bois répond
    `,
    closings: `
      une cigale en retard / finit le morceau
      la cigale au bord du puits / ne sait qu'un accord
      la cigale a recousu / tout l'après-midi
      les cigales se sont tues / on entend nos verres
    `,
  }),
  season(
    '06-10',
    '09-05',
    {
      fragments: `
        orage au lointain
        un éclair sans bruit
        ciel noir, vent du sud
        l'orage à minuit
        la nuit sous l'éclair
        grosse averse d'août
      `,
      middles: `
        l'orage a coupé la rue
        un éclair a vu la chambre
        le tonnerre a pris son temps
      `,
      openings: `
        l'orage est passé / un crapaud prend la parole
        un éclair, on compte / et le chat compte avec nous
        orage au parking / un caddie prend la tangente
        panne de secteur / on a retrouvé les cartes
      `,
      closings: `
        un éclair a découpé / le chat et la chaise
        le tonnerre a déplacé / deux verres et nous
        l'orage a laissé la rue / lavée à grande eau
        on débranche avant l'orage / tout, sauf la chaleur
      `,
    },
    'rough',
  ),
  season(
    '06-01',
    '07-20',
    {
      fragments: `
        cerise à l'oreille
        foin coupé, dix heures
        l'odeur du foin sec
        le foin sous la pluie
        soir interminable
        ver luisant au pré
        tilleul tout en fleur
      `,
      middles: `
        le tilleul en fleur bourdonne
        un ver luisant sous la haie
        la nuit arrive à regret
      `,
      openings: `
        cerises au seau / deux en pendant à l'oreille
        foin coupé le soir / le vent l'apporte aux fenêtres
        tilleul tout en fleur / le banc affiche complet
        un ver luisant veille / sur les clefs qu'on a perdues
      `,
      closings: `
        les cerises du voisin / passent notre mur
        le foin fraîchement coupé / entre par la vitre
        on joue au ballon dehors / la lune en défense
        un ver luisant au talus / tient toute la nuit
      `,
    },
    'soft',
  ),
  season('07-05', '07-20', {
    fragments: `
      flonflons sous l'auvent
      fusée au lointain
      le bal des pompiers
    `,
    openings: `
      le bal est fini / l'estrade est à deux moineaux
      un feu d'artifice / et le chien sous l'escabeau
    `,
    closings: `
      sur l'estrade deux moineaux / le bal est parti
      le feu d'artifice éclate / dans l'eau du bassin
    `,
  }),
  season(
    '08-01',
    '08-31',
    {
      fragments: `
        étoiles filantes
        mirabelles mûres
        août à marée basse
        moisson, fin du jour
        un champ moissonné
        mûres du chemin
      `,
      middles: `
        une étoile file, une autre
        on compte à deux les étoiles
        le champ coupé sent le pain
      `,
      openings: `
        une étoile file / on a fait le même vœu
        le champ moissonné / un héron en fait le tour
        mûres au chemin / la main revient toute bleue
        étoiles filantes / on attend la plus pressée
      `,
      closings: `
        on a compté trois étoiles / dont deux très douteuses
        la moisson roule en plein soir / les phares ouverts
        on rentre à pied de la plage / août déjà plus court
        les mûres le long du mur / tachent nos chemises
      `,
    },
    'soft',
  ),
  season('06-14', '06-30', {
    openings: `
      le plus long des soirs / la balle est visible encore
    `,
  }),
]

import { season } from '../../season.ts'

export const autumn = [
  season('09-12', '11-30', {
    fragments: `
      brume au bord du quai
      l'automne au carreau
      pluie à la fenêtre
      feuille au pare-brise
      un feu de jardin
      premier feu de bois
      l'odeur du sous-bois
      corneilles au champ
      pluie sur le toit plat
      potiron au seuil
      le chat près du four
      ciel bas, pavés gris
      pull au fond du sac
      le vent dans l'érable
      platane tout nu
      un banc sous l'érable
      noix dans le panier
      jour de confiture
      une toile au vent
      lumière à cinq heures
      bottes au perron
      vendredi de pluie
    `,
    middles: `
      une feuille entre au salon
      le platane a tout lâché
      la pluie bat le toit de zinc
      le vent balaie mieux que nous
      l'érable a pris feu tout seul
      un potiron dort au seuil
      le brouillard avale un pont
      on met du bois à l'abri
      une araignée tend son fil
      la pluie efface un prénom
      le chat revient tout mouillé
      le pommier vide ses poches
    `,
    openings: `
      une feuille au sol / le balai passe à côté
      brume au bord du quai / une péniche y respire
      pluie au pare-brise / on se parle sans se voir
      premier feu de bois / le chat a repris sa place
      l'érable est en feu / personne n'a prévenu
      noix dans le panier / tes deux mains brunes d'écorce
      la pluie a repris / on remet de l'eau au thé
      confiture au feu / le carreau perd son jardin
      le vent dans la cour / poursuit un sac, puis le chat
      dimanche de pluie / un puzzle et trois parts de tarte
      brouillard sur le stade / on joue au son du sifflet
      le banc sous l'érable / a mis son manteau doré
      une toile au vent / l'araignée attend le jour
      mon vieux parapluie / ne s'ouvre que d'un côté
      feu de jardin, soir / la fumée a pris nos pulls
      le square est à nous / et aux feuilles du platane
    `,
    closings: `
      une feuille a pris ma place / au banc du métro
      la pluie a mis des cheveux / à tous les carreaux
      le platane a tout donné / au vent du canal
      on ramasse avec le chat / les noix du voisin
      l'odeur du feu de jardin / rentre avec le chien
      sur le parking, un érable / et dix feuilles d'or
      on fait de la confiture / il pleut sur les pots
      le brouillard rend un à un / les arbres du parc
      un parapluie sèche, ouvert / devant la cuisine
      une araignée au volant / attend le feu vert
      la nuit tombe avec la pluie / sur le cahier bleu
      le balayeur fait un tas / le vent fait le reste
      le potiron du perron / nous a vus rentrer
      une feuille au bout du fil / tourne et tourne, et tient
      on enfile au saut du lit / le pull du grand froid
      mon col sent le feu de bois / au milieu du bus
      les bottes devant la porte / parlent de sous-bois
    `,
  }),
  season('09-01', '09-25', {
    fragments: `
      cartable au perron
      crayons à tailler
      septembre au préau
      rentrée, ciel tout bleu
      sandale au placard
    `,
    middles: `
      un cartable avance, seul
      septembre a des cahiers neufs
      un marron au fond du sac
    `,
    openings: `
      cartable trop neuf / la cour a changé d'odeur
      jour de la rentrée / un lacet reste défait
      septembre au bureau / un grain de sable au clavier
      une guêpe, un fruit / septembre est toujours à table
    `,
    closings: `
      un cartable plus grand qu'elle / monte l'escalier
      septembre a rangé la mer / au fond du garage
      le sable au fond d'un cartable / et l'étui tout neuf
      la piscine est sous la bâche / un merle y va boire
    `,
  }),
  season(
    '09-05',
    '10-15',
    {
      fragments: `
        raisin noir, main bleue
        pomme au creux du sac
        l'odeur du pressoir
        vendange au soleil
        l'hirondelle part
        lune sur les vignes
        lune des moissons
      `,
      middles: `
        l'hirondelle a lu le vent
        on vendange avant la pluie
        la lune est un fruit trop mûr
        une pomme tombe, une autre
      `,
      openings: `
        lune des moissons / le chien aboie au portail
        raisin noir au seau / une guêpe en sait le prix
        vendange au matin / nos dos se plaignent en chœur
        le fil est tout nu / les hirondelles sont loin
        pomme au fond du sac / elle a fait tout le voyage
      `,
      closings: `
        le pressoir goutte à minuit / dans le grand silence
        l'hirondelle a déserté / le clou du garage
        la lune au bord du pressoir / a le teint des pommes
        une guêpe et un raisin / le dernier banquet
        la grosse lune orangée / tient entre deux toits
      `,
    },
    'soft',
  ),
  season('09-25', '11-15', {
    fragments: `
      châtaigne en sa bogue
      marron dans la poche
      un marron tout neuf
      cèpe au fond du bois
      châtaigne au feu doux
      coing dans la corbeille
    `,
    middles: `
      un marron brille au fossé
      la châtaigne éclate au feu
      un cèpe a levé la mousse
      le marron tombe, on sursaute
    `,
    openings: `
      un marron tout neuf / on l'astique et on le perd
      châtaignes au feu / on se brûle tous les doigts
      cèpe au fond du bois / mon oncle en tait le chemin
      un coing au placard / le linge a pris son parfum
    `,
    closings: `
      un marron roule à la grille / l'école est finie
      la châtaigne au fond du sac / a percé la poche
      le marron lisse et tout neuf / m'attend au bureau
      mon oncle a trouvé des cèpes / il ne dit pas où
    `,
  }),
  season(
    '10-10',
    '11-25',
    {
      fragments: `
        grues dans le ciel gris
        vent noir sur le champ
        tempête au volet
        l'ombre un peu plus tôt
        corbeaux sur le chaume
        un volet qui bat
        champ sous le labour
      `,
      middles: `
        le vent décroche un volet
        la tempête a pris l'antenne
        un corbeau suit le tracteur
      `,
      openings: `
        tempête au volet / toute la maison s'accorde
        un cri dans le ciel / les grues ont pris le virage
        vent noir sur le port / les mâts tapent sans mesure
        labour jusqu'au soir / un corbeau suit chaque ligne
      `,
      closings: `
        le vent couche au bord du stade / un panneau de bois
        un vol de grues passe et crie / au-dessus du bourg
        la tempête a débranché / la moitié du bourg
        un corbeau passe en revue / le dernier sillon
      `,
    },
    'rough',
  ),
  season('10-25', '11-30', {
    fragments: `
      novembre au carreau
      la pluie, en novembre
      premier gel au champ
      kaki sur la branche
      le manteau d'avant
      la nuit vient sans bruit
      châtaigne au cornet
    `,
    middles: `
      le kaki n'a plus de feuilles
      novembre a pris le jardin
      le premier gel prend les choux
    `,
    openings: `
      l'heure a reculé / le chien dîne au même instant
      novembre au carreau / la dernière mouche y cogne
      le kaki tout seul / garde un peu du grand soleil
      pluie et nuit mêlées / le bus passe, plein de lampes
      le manteau d'hiver / rend trois tickets de ciné
    `,
    closings: `
      novembre éteint le jardin / allume un kaki
      on rentre à la nuit tombée / et le chien aussi
      le brouillard a retiré / la moitié du pont
      le premier gel a brodé / les choux du voisin
      le tramway passe, allumé / comme un gâteau jaune
    `,
  }),
]

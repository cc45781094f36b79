import { season } from '../../season.ts'

/** The whole of each season for music with a temper of its own: what is harsh in it, and what is mild. */
export const moods = [
  season(
    '12-01',
    '02-29',
    {
      fragments: `
        parking sous le gel
        un pneu dans la boue
        fourgon sous la pluie
        hangar sans chauffage
        usine au matin
        tôle au vent du nord
        l'usine qui fume
        moteur qui s'étouffe
      `,
      middles: `
        un chien aboie à la grue
        le grillage attrape un sac
        l'usine fume, immobile
        un rideau de fer descend
      `,
      openings: `
        hangar sans chauffage / on souffle sur nos dix doigts
        un pneu dans la boue / la lune y boit sans façon
        fourgon sous la pluie / le moteur dit non deux fois
        le rideau de fer / laisse un chat passer dessous
      `,
      closings: `
        un chien tire sur sa chaîne / au bout du chantier
        le vent secoue au grillage / un sac et son cri
        la grue tourne au vent du nord / sans personne en haut
        le fourgon refuse encore / et puis tousse et part
        un rideau de fer s'abat / sur le jour trop court
      `,
    },
    'rough',
  ),
  season(
    '12-01',
    '02-29',
    {
      fragments: `
        le chat sous le plaid
        cannelle et lait chaud
        bougie au carreau
        mandarine au lit
        soleil sur la nappe
        un rayon d'hiver
        un tricot très long
        lait sur le feu doux
      `,
      middles: `
        une bougie et deux tasses
        le lait monte, on n'y voit rien
        un rayon dort au tapis
        la mandarine a dix parts
      `,
      openings: `
        bougie au carreau / le voisin répond d'une autre
        cannelle et lait chaud / la peau fait un petit lac
        un rayon d'hiver / le chat change de coussin
        tricot bleu, vert, bleu / nul n'aura le bras si long
        sieste sous le plaid / un livre a gardé la page
      `,
      closings: `
        la mandarine épluchée / parfume le livre
        un rayon tourne au salon / à pas de velours
        on a mis à la fenêtre / deux bougies, un mot
        le tricot prend peu à peu / la forme d'un bras
        le lait fume, et la cuisine / perd de vue la cour
      `,
    },
    'soft',
  ),
  season(
    '03-01',
    '05-31',
    {
      fragments: `
        boue au bas des jeans
        rouille et pissenlit
        ortie au grillage
        chantier sous l'averse
        le vent dans la tôle
        moto sous la pluie
        ronce au pied du mur
        crapauds sur la route
        marteau-piqueur, merle
      `,
      middles: `
        l'ortie a fendu l'asphalte
        le vent claque un vieux portail
        un crapaud tient le fossé
        la boue a mangé les bottes
      `,
      openings: `
        ortie au grillage / elle a gagné sur l'usine
        chantier sous l'averse / un casque a servi de seau
        rouille et pissenlit / le wagon prend sa retraite
        la grue au matin / tourne sans qu'on voie personne
      `,
      closings: `
        l'ortie a percé l'asphalte / au fond du parking
        le vent claque un vieux portail / toujours le même ut
        un merle imite à l'aurore / le marteau-piqueur
        la boue a gardé nos bottes / on rentre en chaussettes
        le torrent roule au hasard / un pneu et des fleurs
      `,
    },
    'rough',
  ),
  season(
    '03-01',
    '05-31',
    {
      fragments: `
        sieste sous un saule
        manches retroussées
        fauteuil au soleil
        deux boules citron
        vélo et baguette
        banc au bord de l'eau
        ballon dans l'étang
        premier bain de pieds
      `,
      middles: `
        on a déplié le banc
        un canard suit le canot
        la jupe a suivi le vent
        on apprend le nom des fleurs
      `,
      openings: `
        premier bain de pieds / l'eau n'est pas de notre avis
        vélo et baguette / un bout manque à l'arrivée
        sieste sous un saule / l'ombre a bougé, pas le chien
        banc au bord de l'eau / un canard vient aux nouvelles
        fauteuil au soleil / on l'a tourné d'un quart d'heure
      `,
      closings: `
        un canard suit le canot / et discute un peu
        on tourne un peu le fauteuil / et le jour le suit
        la baguette, au bout du pont / n'a plus son croûton
        on enlève une chaussette / puis l'autre, et voilà
        l'ombre du saule a trouvé / notre pique-nique
      `,
    },
    'soft',
  ),
  season(
    '06-01',
    '09-14',
    {
      fragments: `
        un goudron qui fume
        chien jaune à midi
        moto sur l'asphalte
        rails chauffés à blanc
        corbeau sans un cri
        gravier sous les pneus
        guêpe au bord du verre
        broussaille et fumée
      `,
      middles: `
        la tôle a brûlé nos doigts
        un chien dort sous la citerne
        le goudron rend tout son noir
        la moto chauffe la rue
      `,
      openings: `
        l'auto au soleil / on cuit un œuf sur le toit
        rails chauffés à blanc / l'air tremble avant le convoi
        grillage à midi / un lézard sort de prison
        moto à midi / la rue entière a la fièvre
        gravier sous les pneus / la poussière nous dépasse
      `,
      closings: `
        le chien jaune, en plein midi / n'a plus d'ombre à lui
        le goudron prend la semelle / et ne la rend pas
        la moto fend la chaleur / la rue se recoud
        un corbeau ouvre le bec / et n'en dit pas plus
        le guidon laissé dehors / brûle les deux mains
      `,
    },
    'rough',
  ),
  season(
    '06-01',
    '09-14',
    {
      fragments: `
        un hamac à l'ombre
        une figue ouverte
        citronnade et vent
        la sandale au doigt
        soir tiède au balcon
        du sel sur la peau
        pastèque au couteau
        barque au ralenti
        vent tiède au rideau
        pot de basilic
      `,
      middles: `
        le hamac garde une forme
        un bateau prend tout son temps
        on partage une pastèque
        l'ombre a rejoint la serviette
      `,
      openings: `
        une figue ouverte / on ne sait pas qui commence
        menthe au fond du verre / le soir a pris de l'avance
        la barque à midi / deux pieds dépassent du bord
        vent tiède au rideau / il entre, il sort, il hésite
        pastèque au couteau / on rit avec les pépins
      `,
      closings: `
        le hamac garde un moment / la forme du père
        un bateau passe, on lui fait / un signe, au hasard
        la pastèque à coups de dents / et le soir qui dure
        on arrose un plant, puis dix / puis un peu nos pieds
        la mer a rendu la balle / et repris le seau
      `,
    },
    'soft',
  ),
  season(
    '09-12',
    '11-30',
    {
      fragments: `
        ferraille en plein vent
        chantier noir de pluie
        vent dans le hangar
        un feu de palettes
        corbeau au poteau
        gouttière en colère
        usine et brouillard
        câble au vent mauvais
      `,
      middles: `
        le vent cherche noise au mur
        un feu rougit un bidon
        la pluie frappe un toit de tôle
        le hangar grince à la pluie
      `,
      openings: `
        un feu de palettes / quatre mains sorties des manches
        ferraille en plein vent / la décharge a son orchestre
        vent dans le hangar / une chaîne bat le fer
        gouttière en colère / elle a bu tout le quartier
        usine et brouillard / la sirène est seule au monde
      `,
      closings: `
        le vent cherche noise au mur / puis à la poubelle
        un feu rougit un bidon / quatre ombres s'y chauffent
        la tôle a pris sous la pluie / des airs de tambour
        un câble cogne au pylône / jusqu'au point du jour
        le caniveau roule en crue / un gant et des feuilles
      `,
    },
    'rough',
  ),
  season(
    '09-12',
    '11-30',
    {
      fragments: `
        une tarte au four
        compote et vanille
        soleil sur les noix
        un banc tiède encore
        pluie douce au jardin
        fauteuil et tisane
        l'odeur de la tarte
        rideau de pluie fine
        châle au dos du banc
      `,
      middles: `
        la tarte embaume la rue
        un rayon roux fait le tour
        on trempe un doigt dans le miel
        le châle est à tout le monde
      `,
      openings: `
        une tarte au four / tout l'immeuble y met le nez
        un banc tiède encore / on laisse au soleil sa part
        pluie fine au jardin / le merle a rentré la tête
        compote et vanille / on lèche à deux la cuillère
        soleil sur les noix / une mésange en discute
      `,
      closings: `
        la tarte embaume l'étage / on sonne, on s'excuse
        un rayon roux fait le tour / des tasses, du chat
        la mésange a pris la noix / et laissé la coque
        on partage un coin de châle / à trois sur le banc
        la pluie fine ouvre un à un / les parapluies bleus
      `,
    },
    'soft',
  ),
]

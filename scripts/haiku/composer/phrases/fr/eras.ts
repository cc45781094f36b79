import type { Era } from '../../era.ts'
import { pool, type Pool } from '../../phrase.ts'

export const eras: Readonly<Record<Era, Pool>> = {
  shellac: pool({
    fragments: `
      une aiguille en fer
      tour de manivelle
      un pavillon d'or
      la cire et la voix
      un son plein de sable
    `,
    middles: `
      le ressort demande un tour
      l'aiguille racle la cire
      la manivelle est têtue
    `,
    openings: `
      une aiguille en fer / la voix sort d'un grand fourneau
      pavillon de cuivre / un chien tourne encore autour
      un tour de ressort / l'autre siècle ouvre la bouche
    `,
    closings: `
      la voix sort du pavillon / avec son gravier
      l'aiguille au bout du sillon / gratte un peu la nuit
      on remonte le ressort / et l'orchestre aussi
    `,
  }),
  vinyl: pool({
    fragments: `
      la fin du sillon
      craquement, puis rien
      un saphir usé
      disque et drap froissé
      tourne-disque ouvert
      transistor au bain
      pochette en carton
      l'aiguille se pose
      microsillon noir
      un disque à l'envers
    `,
    middles: `
      le saphir trouve un cheveu
      le bras se pose en tremblant
      le craquement vient d'abord
      le second côté attend
      un sillon finit sans bruit
      le bras revient à sa place
    `,
    openings: `
      le bras s'est posé / un petit feu de bois sec
      la fin du sillon / personne ne se relève
      fin de la face A / c'est à qui se lèvera
      transistor au bain / la mousse a pris le refrain
      pochette au grenier / mon oncle y a mis son nom
      craquement, puis rien / puis la chambre toute pleine
      un disque à l'envers / le chien penche un peu la tête
    `,
    closings: `
      le premier côté s'achève / nul ne se relève
      on souffle sur le saphir / la voix s'éclaircit
      un craquement, puis la voix / d'avant mon prénom
      le sillon finit en rond / la pluie continue
      la pochette au coin corné / sent l'appartement
      le disque a gardé ce saut / au mot le plus tendre
      transistor au bord du bain / la mousse applaudit
    `,
  }),
  cassette: pool({
    fragments: `
      cassette au soleil
      cassette sans titre
      crayon et cassette
      walkman à l'école
      un blanc, puis la voix
      un souffle de bande
      un titre au stylo
      casque en mousse orange
      bande emmêlée, zut
    `,
    middles: `
      un crayon tend la cassette
      le poste a mangé la bande
      le walkman mange ses piles
      la touche saute à la fin
      un stylo bleu dit le titre
    `,
    openings: `
      crayon et cassette / on remonte l'an passé
      cassette au soleil / la voix gondole, et c'est mieux
      walkman à l'école / la pile ralentit l'air
      un souffle de bande / et puis le début, coupé
      un blanc, puis la voix / de ma sœur qui crie à table
      un gros stylo bleu / deux cœurs percés sur l'étui
    `,
    closings: `
      un crayon dans la cassette / rembobine un soir
      la bande a pris au couplet / la voix de ma sœur
      au dos de l'étui, des cœurs / au gros stylo bleu
      le walkman ralentit l'air / puis l'air se repose
      la touche saute, et la chambre / a l'air d'un décor
      on s'est passé la cassette / et jamais un mot
    `,
  }),
  cd: pool({
    fragments: `
      un boîtier fendu
      livret au soleil
      disque en arc-en-ciel
      baladeur au lit
      rayure au refrain
      un tiroir qui s'ouvre
      boîtier sans son disque
      la piste cachée
      trois disques au sol
    `,
    middles: `
      le laser saute un couplet
      un disque pend au prunier
      le livret a pris un pli
      un tiroir avale un disque
      on lit à deux le livret
    `,
    openings: `
      un boîtier fendu / on n'a plus que la pochette
      le laser hésite / au mot même où tu hésites
      disque au cerisier / un arc-en-ciel fait le tour
      baladeur en bus / le refrain saute aux pavés
      livret déplié / on lit à deux les mercis
      la piste cachée / dix minutes, puis un rire
    `,
    closings: `
      au dos du livret, son nom / d'une encre d'école
      le disque a gardé ta trace / juste au morceau trois
      le laser saute un couplet / on le chante à deux
      après le dernier morceau / dix minutes, rien
      un disque pend au pommier / l'oiseau n'y croit plus
    `,
  }),
  file: pool({
    fragments: `
      le fil emmêlé
      écouteur perdu
      un fil, deux oreilles
      lecteur dans la poche
      hasard des chansons
      chanson sans pochette
      mille airs dans la poche
    `,
    middles: `
      un fil unit deux oreilles
      le pouce tourne à rebours
      le fil fait un nœud de plus
      la barre avance à pas lents
    `,
    openings: `
      un fil, deux oreilles / on marche à la même allure
      lecteur dans la poche / il a fait une lessive
      écouteur perdu / la moitié du chœur aussi
      le hasard choisit / encore ce soir la même
      un nœud dans le fil / le temps d'un morceau, dix doigts
    `,
    closings: `
      au fond du bus, un seul fil / deux têtes qui dorment
      le pouce a fait mille tours / c'est toujours cet air
      on défait le nœud du fil / le quai se remplit
      un écouteur à chacun / la moitié du chœur
      le lecteur est mort, je crois / au même refrain
    `,
  }),
  stream: pool({
    fragments: `
      écran sur la table
      fin de la playlist
      enceinte au jardin
      dix pour cent de pile
      un cœur sur l'écran
      casque sur la nuque
      réseau dans le bois
    `,
    middles: `
      le pouce a mis un cœur rouge
      l'écran s'éteint, pas la voix
      un morceau suit, puis un autre
      l'enceinte a pris le jardin
    `,
    openings: `
      téléphone au fond / d'un bol, l'orchestre au complet
      écran sur la table / la voix passe entre deux miettes
      le réseau se perd / on finit l'air à mi-voix
      l'enceinte au jardin / le merle attend qu'on l'éteigne
    `,
    closings: `
      l'écran s'éteint, le salon / garde la chanson
      téléphone au saladier / tout l'orchestre y tient
      le téléphone propose / un air qu'on savait
      le tunnel coupe la voix / on chante à sa place
      un cœur rouge au bout du pouce / le lait a bouilli
    `,
  }),
}

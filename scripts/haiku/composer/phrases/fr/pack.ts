import { anyOf } from '../../facets.ts'
import type { Pack } from '../../pack.ts'
import { autumn } from './autumn.ts'
import { eras } from './eras.ts'
import { african, disco, electronic, latin } from './families-dance.ts'
import { blues, jazz, reggae, soul } from './families-blue.ts'
import { hiphop, metal, punk, rock } from './families-loud.ts'
import { ambient, classical, country, folk } from './families-quiet.ts'
import { chanson, pop, soundtrack, unknown } from './families-song.ts'
import { moods } from './moods.ts'
import { namings } from './namings.ts'
import { spring } from './spring.ts'
import { summer } from './summer.ts'
import { winter } from './winter.ts'

export const french: Pack = {
  families: {
    rock,
    metal,
    punk,
    jazz,
    blues,
    soul,
    disco,
    hiphop,
    electronic,
    ambient,
    folk,
    country,
    reggae,
    latin,
    pop,
    chanson,
    classical,
    african,
    soundtrack,
    unknown,
  },
  eras,
  seasons: [...winter, ...spring, ...summer, ...autumn, ...moods],
  namings,
  facets: {
    morning: anyOf('matin, réveil, saut du lit, petit jour, point du jour, six heures, sept heures, aube'),
    noon: anyOf('midi, dix heures, sieste'),
    evening: anyOf('soir, quatre heures, cinq heures, nuit tombée, bougie'),
    night: anyOf('nuit, minuit, lune, onze heures, ver luisant, étoile, lampion, générique'),
    sun: anyOf('soleil, lézard, plein jour'),
    rain: anyOf('pluie, pleut, averse, orage, parapluie, giboulée, mouillé, tonnerre, éclair, grêle'),
    snow: anyOf('neig*, flocon, verglas, givre'),
    fog: anyOf('brume, brouillard'),
    hot: anyOf(
      'été, pieds nus, plage, figue, pastèque, melon, citronnade, goudron, barque, sable, hamac, ventilo, chaleur, cigale, sandale, juillet, août, glaçon, orteil, transat, deux boules',
    ),
    cold: anyOf(
      'hiver, neig*, gel, gelé, gelée, givre, verglas, sous la glace, la glace qui craque, fondre la glace, gant, bonnet, bise, écharpe, châle, plaid, décembre, janvier, février, ' +
        'mandarine, manteau, feu de bois, coin du feu, laine, poêle, flocon',
    ),
    home: anyOf(
      'salon, cuisine, évier, fauteuil, lit, chambre, vaisselle, frigo, couloir, canapé, plafond, cloison, four, ' +
        'aspirateur, plancher, tricot, le thé, lessive, courrier, lavabo, bain, baignoire, shampoing, douche, couvert, cafetière, torchon, soupe, poêle, lustre',
    ),
    garden: anyOf('jardin, balcon, cour, potager, terrasse, pelouse, seau, tomate'),
    car: anyOf(
      'auto, volant, pare-brise, feu rouge, route, parking, rétroviseur, capot, camion, taxi, motel, feu vert, pneu, fourgon',
    ),
    transit: anyOf('bus, métro, quai, gare, train, wagon, tramway, car'),
    venue: anyOf('club, bar, comptoir, zinc, concert, piste, vestiaire, salle, bistrot, hangar, nef, ciné'),
    nature: anyOf('champ, bois, pré, étang, lac, forêt, colline, talus, fossé, labour'),
    sea: anyOf('mer, plage, port, sable, marée, phare'),
  },
  calendar: {
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    weekdays: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  },
  plain: new Set(
    'les des une est ont par sur dans pour avec sans sous tout tous tou deux trois puis plus jusqu encor comm mêm entr fait rien bien quelqu trop près chez cett autr fond bord bout que qui son ses nos mon mes notr aux pas ell fin mis pris elle presqu peu très van'.split(
      ' ',
    ),
  ),
  quote: (title) => `«\u00A0${title}\u00A0»`,
  cuts: [' —', ' —', ' —', '', '', '…'],
  capital: true,
}

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

export const english: Pack = {
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
    morning: anyOf('morning, dawn, breakfast, sunrise, daylight, first birds, at five, school run'),
    noon: anyOf('noon, nine o.clock'),
    evening: anyOf('evening, dusk, half past four, half four, before five, candle, dinner, sunset'),
    night: anyOf(
      'night, cold stars, midnight, moon, star, after dark, firefl*, sleeping, after ten, at three, in the dark',
    ),
    sun: anyOf('sun, sunny, sunlight'),
    rain: anyOf('rain, rains, drizzle, storm, umbrella, thunder, lightning, hail, sleet, wet, wiper'),
    snow: anyOf('snow*, flake, frost, sled, plow'),
    fog: anyOf('fog'),
    hot: anyOf(
      'summer, windows down, a skirt, barefoot, bare feet, beach, sand, hammock, fan, heat, cricket, cicada, flip-flop, ice shifts, ' +
        'lime, fig, melon, sandals, tar, porch, hot, sprinkler, pool, july, august, peach*',
    ),
    cold: anyOf(
      'winter, half past four, half four, before five, clementine, snow*, frost, black ice, ice on, ice has, icicle, wood stove, glove, scarf, scarves, cold, wool, below, january, february, coat, boot, plow, ' +
        'sled, shovel*, windshield',
    ),
    home: anyOf(
      'kitchen, sink, stove, hall, rug, bed, ceiling, dish, dishes, fridge, kettle, bath, shower, couch, armchair, ' +
        'vacuum, broom, drawer, mug, stairs, stairwell, soup, table, wall, next door, floorboard, bedroom, dishwasher, the tea, toast, the mail still',
    ),
    garden: anyOf('garden, yard, lawn, balcony, step, hedge, fence, shed, hose'),
    car: anyOf(
      'car, dash, windshield, road, parking, wheel, truck, van, red light, the light, motel, lane, drive, hood, wiper',
    ),
    transit: anyOf('bus, train, tram, station, platform'),
    venue: anyOf(
      'club, bar, barman, pit, coat check, dance floor, set list, encore, last set, crowd, hall sits, movie, bistro',
    ),
    nature: anyOf('field, wood, lake, pond, hill, creek, corn, wheat, stubble'),
    sea: anyOf('sea, beach, tide, shore, docks, lifeguard'),
  },
  calendar: {
    months: 'january february march april may june july august september october november december'.split(' '),
    weekdays: 'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  },
  plain: new Set(
    'the and with that thi from then they them have hav into over down back through com goe when what wher ther their some somebody someon nobody still just long lik each both than under after befor last first other for out one two are was his her its you your our not all has had but who off put let got get too ups in on'.split(
      ' ',
    ),
  ),
  quote: (title) => `“${title}”`,
  cuts: [' —', ' —', ' —', '', '', '…'],
  capital: false,
}

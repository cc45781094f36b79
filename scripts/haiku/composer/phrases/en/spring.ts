import { season } from '../../season.ts'

export const spring = [
  season('03-01', '05-31', {
    fragments: `
      a blackbird at five
      first window open
      rain on the seed trays
      first tea on the step
      wet grass on my shoes
      a bee in the blinds
      fresh mud in the hall
      the swing set, wet paint
      dandelion clock
      a snail on the step
      laundry full of wind
      two chairs in the sun
      a wren in the hedge
      the hedge full of talk
      a kite in the oak
      mower, the tenth pull
      bikes out of the shed
      the curtain breathes in
      a frog in the drain
      green on the far hill
      radishes, two rows
      a nest in the vent
    `,
    middles: `
      a blackbird has the top mast
      the curtain breathes in and out
      somebody's mower won't start
      a bee maps the window pane
      the rain comes in on its toes
      a snail takes the garden step
      a kite hangs on in the oak
      the dog has read the whole hedge
      we carry two chairs outside
      the swing moves with no one there
    `,
    openings: `
      a blackbird at five / has already told the street
      first open window / the whole house lets its breath go
      a bee in the blinds / reads the street in stripes, twice through
      two chairs in the sun / by noon there are five, and cards
      rain on the seed trays / my father speaks to each one
      dandelion clock / the child makes it half past nine
      fresh mud in the hall / we follow it to the boy
      a kite in the oak / still doing all that it knows
      the mower coughs twice / and next door shuts the window
      a snail on the step / the mail walks around its day
      wren in the old boot / we leave the boot where it is
      laundry full of wind / my shirt shakes hands with your dress
      a frog in the drain / makes the cellar a ballroom
      soft rain on the tent / no one wants to go for bread
      bikes out of the shed / one of them has grown too small
      the swing set creaks on / a minute after the child
    `,
    closings: `
      a blackbird tries the same line / a new way each time
      the curtain leans out to see / who is going by
      my father bends to the peas / and speaks to them low
      the cat sleeps on the car hood / the old engine ticks
      a bee walks over the map / from Portugal north
      a snail carries its whole house / past the bus shelter
      somebody's mower won't start / and then, sadly, does
      the rain stops and the whole street / steps out to look up
      we carry out the table / the cups ride along
      the swing still moves in the park / where she just let go
      a shirt and a dress shake hands / the length of the line
      the kite gives one last tug, and / the string is just string
      the dog rolls in something, then / brings april indoors
      a worm crosses the wet path / the school run goes round
      the child blows, and half past nine / drifts off down the road
      a green haze on the far hill / I clean my glasses
    `,
  }),
  season(
    '03-01',
    '04-20',
    {
      fragments: `
        hail on the tin roof
        march wind in the tarp
        dead umbrella, mud
        black sky, bright green field
        sleet, and then the sun
      `,
      middles: `
        hail drums on the greenhouse roof
        the wind turns a page, then ten
        an umbrella dies outside
      `,
      openings: `
        hail on the tin roof / no one can hear the good part
        march wind at the docks / one flag pulls out its own thread
        black sky, bright green field / a truck drives into the light
      `,
      closings: `
        the march wind unwraps a barn / one sheet at a time
        hail drums on the parking lot / then leaves like a crowd
        a broken umbrella struts / along the storm drain
      `,
    },
    'rough',
  ),
  season(
    '03-01',
    '04-10',
    {
      fragments: `
        off-ramp daffodils
        crocus in the lawn
        a bud on the branch
        catkins on my sleeve
        tulips, still shut tight
      `,
      middles: `
        a crocus has split the lawn
        daffodils mob the off-ramp
        a bud sticks to my finger
      `,
      openings: `
        crocus in the lawn / the mower waits in its shed
        daffodils for sale / a bucket, a box for coins
        catkins on my sleeve / I carry them through the bank
      `,
      closings: `
        daffodils stand in a jar / that still says pickles
        a crocus comes up between / the bike rack and wall
        the sticky bud on the branch / has hold of my thumb
      `,
    },
    'soft',
  ),
  season(
    '03-22',
    '04-28',
    {
      fragments: `
        petals in the sink
        the pear tree, all white
        petals on the hood
        plum petals, wet road
      `,
      middles: `
        a petal rides on the bus
        petals fill the wheelbarrow
        the pear tree lights the back lane
      `,
      openings: `
        petals on the hood / I drive slower than I need
        the pear tree, all white / a ladder asleep in it
        cherry blossom, bus / a petal gets off with me
      `,
      closings: `
        the street sweeper stops and waits / below the cherry
        a petal on the windshield / the wiper lets be
        petals land on the wet road / on cars, on the dog
      `,
    },
    'soft',
  ),
  season(
    '03-28',
    '05-20',
    {
      fragments: `
        the first swallow, back
        a cuckoo, then none
        tadpoles in a jar
        the swallow's old nail
      `,
      middles: `
        the swallow is in the barn
        a cuckoo counts in the wood
        the tadpoles have grown elbows
      `,
      openings: `
        the first swallow, back / the barn door is off its hinge
        tadpoles in a jar / each of them named for some king
        a cuckoo, then none / the wood has lost its middle
      `,
      closings: `
        the swallow has found again / the nail in the barn
        tadpoles hang in the jam jar / all commas, no words
        a cuckoo counts in the wood / and loses its place
      `,
    },
    'soft',
  ),
  season(
    '04-20',
    '05-31',
    {
      fragments: `
        lilac on the stairs
        the smell of cut grass
        lilac past the fence
        wisteria bloom
        apple bloom, old dog
        hawthorn in the lane
        swifts above the bar
      `,
      middles: `
        the lilac leans on the fence
        swifts are stitching up the dusk
        the lilac stays in the car
      `,
      openings: `
        lilac past the fence / we steal less than it hands out
        swifts above the bar / we hold our glasses, look up
        the smell of cut grass / the whole class turns to the glass
        apple bloom, old dog / a petal on his gray nose
      `,
      closings: `
        the lilac leans on the fence / to be stolen from
        swifts cut the last of the light / thin, and then thinner
        I carry lilac upstairs / and the stairs are changed
        an old dog under the bloom / wears some of it home
      `,
    },
    'soft',
  ),
  season(
    '05-10',
    '06-20',
    {
      fragments: `
        poppies by the tracks
        first strawberries, rain
        the rose on the bins
        a moth, the porch light
      `,
      middles: `
        the old rose lets go at last
        poppies wave off the express
        the roses climb up to read
      `,
      openings: `
        poppies by the tracks / the train has nowhere to look
        the fat peony / one more bee and it lets go
        first strawberries, rain / we eat them in the warm car
      `,
      closings: `
        the peonies in the vase / drop it all at once
        poppies wave off the express / then the local train
        the rose has climbed to the sill / to see what we play
      `,
    },
    'soft',
  ),
]

import { season } from '../../season.ts'

export const summer = [
  season('06-01', '09-14', {
    fragments: `
      the fan turns its head
      bare feet on the tile
      a fly on the rim
      melon on newsprint
      windows down, slow road
      sand in the back seat
      ice shifts in the glass
      a hose on the lawn
      the porch after ten
      blinds drawn against noon
      hot tar, one flip-flop
      one sheet, then no sheet
      a wasp in the jam
      peaches, going soft
      a hose on the fence
      salt on her shoulders
      swimsuits on the rail
      the pool after dark
      a gull on the bin
      mosquito at three
      sun tea on the step
      heat above the rails
      tomato, warm, salt
      the ice cream van, lost
      long light on the wall
    `,
    middles: `
      the fan looks from you to me
      a wasp has found the good jam
      the ice shifts and takes its time
      a flip-flop stays in the tar
      the dog has spilled in the hall
      we sleep with the windows up
      somebody waters the road
      a hose runs over the lawn
      the blinds cut the day in strips
      the moth walks into the lamp
    `,
    openings: `
      the fan turns its head / from you to me, then the door
      sand in the back seat / and last year's parking ticket
      ice shifts in the glass / somebody finally laughs
      hot tar, one flip-flop / the rest of him went on home
      mosquito at three / I turn on the light, it's gone
      blinds drawn against noon / a gold bar across the cat
      peaches, going soft / we eat them over the sink
      the ice cream van, lost / plays its one tune to the sheep
      windows down, slow road / your hand rides along the air
      the pool after dark / a moth swims the length of it
      a wasp in the jam / breakfast moves one seat over
      the hose spins and spits / a boy times his run, and waits
      one sheet, then no sheet / the whole town lies wide awake
      heat above the rails / the next train wobbles and comes
      tomato, warm, salt / my father calls this dinner
      the tent is up now / one pole left, as there should be
    `,
    closings: `
      the fan says no, no, and no / to the whole warm room
      a gull walks along the bar / like it knows the band
      the dog has moved with the shade / all around the house
      we eat the peaches in turn / over the deep sink
      the ice slides down in the glass / and someone looks up
      somebody waters the lawn / and half of the road
      a moth goes on proposing / to the kitchen bulb
      the last of the light goes up / the side of the bank
      sand falls out of the novel / on page ninety-one
      the whole street sits on its steps / with its shoes undone
      a towel keeps the shape of / whoever that was
      the lifeguard climbs down and shakes / the sea from one ear
      the sheets hang still on the line / the town holds its breath
      we drive with the windows down / your hair in my mouth
      the ice cream van turns around / at the end of town
      my feet leave a set of prints / the sun drinks them up
    `,
  }),
  season('06-25', '09-05', {
    fragments: `
      cicada, then none
      a cricket indoors
      crickets past the porch
      dry grass, one cricket
    `,
    middles: `
      a cricket has the cellar
      the crickets count me to sleep
      the dry field ticks like a clock
    `,
    openings: `
      a cricket indoors / we all look under our chairs
      crickets past the porch / someone counts to find the heat
      dry grass, one cricket / it stops when I think of you
    `,
    closings: `
      a cricket under the stove / keeps its own slow time
      the crickets stop all at once / and we hear the road
      a cricket plays to the dark / for nothing, for weeks
    `,
  }),
  season(
    '06-10',
    '09-05',
    {
      fragments: `
        thunder, two hills off
        heat lightning, no sound
        storm light on the corn
        the lights flicker once
        rain hits the hot road
      `,
      middles: `
        lightning photographs the sink
        the storm has put out the street
        thunder moves its furniture
      `,
      openings: `
        thunder, two hills off / the dog already knows it
        heat lightning, no sound / for a blink, all of your face
        the lights flicker once / then we find who has matches
        rain hits the hot road / the whole street steps out to smell
      `,
      closings: `
        lightning, and there is the cat / on top of the fridge
        the storm walks off through the corn / dragging its one chain
        thunder moves the chairs around / in the rooms upstairs
        we count from the flash, and then / forget what comes next
      `,
    },
    'rough',
  ),
  season(
    '06-01',
    '07-15',
    {
      fragments: `
        cherries in a hat
        cut hay, nine o'clock
        a glow in the hedge
        light until past ten
        the last day of school
        linden bloom, night bus
      `,
      middles: `
        a glowworm sits in the hedge
        the hay lies down in its rows
        it will not get dark tonight
      `,
      openings: `
        cherries in a hat / a pair of them on your ear
        cut hay, nine o'clock / the swallows work the late shift
        light until past ten / the kids refuse to believe
        the last day of school / one shoe on top of the lights
      `,
      closings: `
        a glowworm lights up the hedge / and not much besides
        we spit the cherry stones far / then a little less
        the hay lies down in long rows / the moon looks it up
        still light, and somebody's ball / goes on in the lane
      `,
    },
    'soft',
  ),
  season('07-01', '07-20', {
    fragments: `
      rockets, three towns off
      parade, then its trash
    `,
    openings: `
      rockets, three towns off / the boom comes after the bloom
      the last sparks go out / you go on writing your name
    `,
    closings: `
      the rockets are done, the dog / stays under the bath
      parade on Main, then the man / who sweeps up parades
    `,
  }),
  season(
    '08-01',
    '08-31',
    {
      fragments: `
        august, a star falls
        blackberries, scratched wrist
        combines after dark
        dog days, one dog, shade
        plums on the sidewalk
      `,
      middles: `
        a star falls, we both miss it
        the combine works by its lamps
        the blackberries stain the map
      `,
      openings: `
        august, a star falls / we argue about which one
        combines after dark / a slow town sails through the wheat
        blackberries, scratched wrist / the best ones are farther in
      `,
      closings: `
        we lie in the field and count / two stars and a plane
        the combine goes up and down / the end of summer
        plums drop on the hot sidewalk / the wasps hold a fair
      `,
    },
    'soft',
  ),
]

import { season } from '../../season.ts'

export const winter = [
  season('12-01', '02-29', {
    fragments: `
      winter afternoon
      dark by half past four
      one glove on the fence
      the smell of wet wool
      bare branches, one crow
      steam from the noodles
      cold hands around tea
      a crow on the goal
      soup pot, lowest flame
      the cat on the vent
      breath on the bus glass
      long johns on the line
      the short day goes out
      boots by the back door
      lamplight before five
      winter sun, low wall
      one leaf will not go
      a robin, puffed up
      frozen garden hose
      the fox on the wall
      one lit kitchen light
      a clementine, peeled
      cold stars and cold keys
      two scarves, one doorway
    `,
    middles: `
      the cat has found the warm pipe
      my neighbor scrapes his windshield
      a single glove waves goodbye
      the crow keeps its own counsel
      we eat the soup standing up
      the old pipes knock twice and stop
      steam on the glass hides the yard
      a robin sits on the spade
      the mailman blows on his hands
      the bare tree keeps one balloon
    `,
    openings: `
      one glove on the fence / someone has taught it to wave
      dark by half past four / the bakery keeps one lamp
      a crow on the goal / nobody has scored all month
      bare branches, and through / them the house I never saw
      winter sun, low wall / my shadow reaches the shop
      a robin, puffed up / on the handle of the spade
      soup on the stove top / the window gives up the yard
      the cold bus shelter / three strangers read one poster
      the old heater clicks / clears its throat and says nothing
      long night, a lone truck / changes gear on the far hill
      a clementine peel / and the whole bus knows who did
      boots by the back door / one of them fell asleep first
      the cat on the vent / has more fur than the mailman
      her coat on the hook / the sleeves still holding her arms
      the pond is a floor / a duck thinks better of it
      wet wool and tram bells / somebody's child sings off key
    `,
    closings: `
      the bus is late and the dark / is early again
      my breath goes ahead of me / up the cellar stairs
      the cat has found the one pipe / that the house keeps warm
      a crow walks up to the goal / hands behind its back
      we peel a small clementine / and the room turns round
      the neighbor scrapes his windshield / with his credit card
      the bare tree has kept all year / somebody's balloon
      a light goes on in the house / across, then a pot
      the low sun comes in to look / at all of our dust
      dark already, and the bread / still warm through the bag
      two coats and one umbrella / discuss the weather
      the old dog turns twice, then once / more, and it is night
      a robin waits on the spade / for me to go on
      the mailman stamps both his feet / and hands me the bill
      somewhere a shovel, somewhere / a door, then nothing
      in the window of the shop / they undress a doll
    `,
  }),
  season(
    '12-10',
    '02-25',
    {
      fragments: `
        ice on the birdbath
        north wind in the mast
        black ice on the bridge
        wind under the door
        salt truck, two o'clock
        ten below, no moon
        a crack in the lake
        crows over the dump
      `,
      middles: `
        the wind has bent the stop sign
        the lake groans and lies back down
        ice has split the garden pot
        the salt truck growls up the hill
      `,
      openings: `
        north wind in the mast / the yard lamp nods and goes out
        ten below, no moon / the lock bites back at the key
        the lake cracks at dusk / one long line to the far shore
        black ice on the bridge / we all walk like our fathers
        ice in the bucket / the pony looks at itself
      `,
      closings: `
        the wind takes the trash can lid / three front doors away
        all night the lake is talking / to its own thick ice
        a salt truck climbs in the dark / scattering the road
        the gutter has grown a row / of teeth in the night
        crows over the frozen field / none of them in tune
      `,
    },
    'rough',
  ),
  season('12-05', '03-05', {
    fragments: `
      first flakes at the stop
      snow on the bike seat
      snow before daylight
      new snow, one cat track
      snow on the mailbox
      the plow at midnight
      snow in the phone booth
      the hush of the snow
      snow up to the sill
      a shovel at dawn
      snow light on the wall
      a sled by the door
      more snow than parking
      frost on the windshield
      frost on the clothesline
      snow in her eyebrows
      the snowman leans left
      a thaw, then more snow
    `,
    middles: `
      the snow has eaten the steps
      somebody shovels, then stops
      a cat prints the empty yard
      snow has filled in both our tracks
      the plow goes by and comes back
      snow fills up the streetlight's cone
      frost has drawn ferns on the pane
    `,
    openings: `
      snow before daylight / one set of tracks to the shed
      snow on the mailbox / and seeds inside, by the ounce
      the snowman leans left / the way my grandfather did
      snow, and the whole street / talking in an indoor voice
      the plow at midnight / pushes our dream to the curb
      new snow, one cat track / it stops in front of my door
      snow in the phone booth / up to where the coins went in
      a shovel at dawn / then, three doors down, another
      the bus with snow chains / jingles like somebody's keys
      frost on the windshield / I write your name, then I drive
      snow light on the wall / the clock looks wrong, but is not
      first flakes at the stop / a man puts his tongue out, quick
    `,
    closings: `
      the snow has filled in the tracks / to and from the shed
      a cat prints a line of stars / across the blank yard
      snow falls through the traffic light / red, then green, then red
      the plow goes by and the house / sits a bit lower
      snow on the seat of the swing / nobody, then wind
      two shovels talk down the street / and then there is one
      all night it snowed on the car / and on where I'm from
      the sled goes down without him / and then he goes down
      frost has drawn ferns on the pane / I breathe out a hole
      the snowman has lost his nose / the rabbit looks off
      it snows on the parking lot / a cart stands alone
      the kids have rolled up the lawn / and given it arms
    `,
  }),
  season('12-01', '12-27', {
    fragments: `
      a tree on the bus
      pine smell in the hall
      lights around one rail
      one string of lights, off
      carols through the wall
      the tape's end, mislaid
    `,
    openings: `
      a tree on the bus / two stops of needles and coats
      one bulb on the string / blinks to a beat of its own
      pine smell in the hall / the tree is stuck in the door
    `,
    closings: `
      a tree goes up the stairwell / with two pairs of legs
      one bulb on the string keeps time / to some other song
      somebody wraps a guitar / so that you can tell
    `,
    middles: `
      a tree gets off at my stop
      one bulb blinks out of the beat
    `,
  }),
  season('12-28', '01-31', {
    fragments: `
      the tree at the curb
      new calendar, blank
      january rain
      january sun
      pine needles, one sock
    `,
    middles: `
      the old tree leans on the bins
      the new year still smells of smoke
      the first page is mostly snow
    `,
    openings: `
      the tree at the curb / still has one silver thread on
      january gym / two people, and one is lost
      new calendar, blank / the dentist has the first square
    `,
    closings: `
      the tree lies down at the curb / with its silver thread
      january counts its change / on the kitchen sill
      the new year looks like the old / one with its hair wet
      a pine needle in my sock / walks me to the train
    `,
  }),
  season(
    '01-28',
    '03-05',
    {
      fragments: `
        snowdrops by the bins
        thaw in the gutter
        five more minutes' light
        plum bud, cold finger
        the roof starts to drip
        february sun
      `,
      middles: `
        the gutter can count to ten
        snowdrops have come through the grit
        one fat bud on the plum tree
      `,
      openings: `
        thaw in the gutter / the roof does its sums out loud
        snowdrops by the bins / the dog waits until I look
        five more minutes' light / we spend them on the back step
        plum bud, cold finger / neither one quite believes it
      `,
      closings: `
        the roof drips and the cat's head / follows each one down
        snowdrops have come up between / the grit and the curb
        we spend the five more minutes / of light on the dog
        the icicle lets itself / down, drop after drop
      `,
    },
    'soft',
  ),
  season('12-31', '01-06', {
    fragments: `
      first day of the year
    `,
    openings: `
      first day of the year / the bread is from the last one
    `,
  }),
  season('12-15', '12-26', {
    openings: `
      the longest night, and / all of it fits in a cup
    `,
    closings: `
      the longest night of the year / fits into one cup
    `,
  }),
]

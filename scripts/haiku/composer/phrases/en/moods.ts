import { season } from '../../season.ts'

/** The whole of each season for music with a temper of its own: what is harsh in it, and what is mild. */
export const moods = [
  season(
    '12-01',
    '02-29',
    {
      fragments: `
        chain-link, plastic bag
        cold van, dead engine
        mud frozen in ruts
        scrap yard, one guard dog
        the shutter comes down
        gray slush at the curb
        a crane with no load
        smoke from a steel drum
        potholes full of ice
        bare bulb, loading dock
      `,
      middles: `
        a guard dog barks at the crane
        the chain-link combs out the wind
        the van says no, and then no
        a shutter drops on the day
      `,
      openings: `
        scrap yard, one guard dog / he barks, and the scrap barks back
        cold van, dead engine / five of us push it, one steers
        chain-link, plastic bag / it has been waving all week
        gray slush at the curb / the bus signs all of our coats
        smoke from a steel drum / eight hands come out of their sleeves
      `,
      closings: `
        the guard dog pulls at his chain / and the stars don't move
        the shutter drops like a blade / on the short gray day
        the crane turns in the north wind / with no one inside
        the van coughs, and coughs again / and then it believes
        a bag in the chain-link fence / fills up, and then dies
      `,
    },
    'rough',
  ),
  season(
    '12-01',
    '02-29',
    {
      fragments: `
        candle on the sill
        the cat and the quilt
        warm milk, cinnamon
        half a sweater, blue
        low sun on the rug
        a nap, then the lamp
        a book, left face down
      `,
      middles: `
        one candle talks to the next
        the low sun crosses the rug
        the quilt takes in all four knees
        the sweater has one arm now
      `,
      openings: `
        candle on the sill / the house across lights one too
        half a sweater, blue / nobody has arms that long
        low sun on the rug / the cat moves over with it
        warm milk, cinnamon / the skin on it is a pond
        a book, face down, warm / so that is where the cat slept
      `,
      closings: `
        the low sun walks on the rug / as soft as the cat
        one candle burns in the pane / and one in the street
        the sweater grows by an inch / the night by a row
        the milk comes up to the brim / and thinks, and sits back
        we share the quilt and the book / you read ahead, though
      `,
    },
    'soft',
  ),
  season(
    '03-01',
    '05-31',
    {
      fragments: `
        mud up to the hubs
        rust and new nettles
        nettles, chain-link fence
        a loose sheet of tin
        jackhammer, blackbird
        weeds through the tarmac
        wind slams the barn door
      `,
      middles: `
        the weeds have cracked the tarmac
        a gate bangs out the same note
        the mud has kept both my boots
        a blackbird does the drill's part
      `,
      openings: `
        jackhammer, blackbird / by may they will have one tune
        nettles, chain-link fence / my money is on the weeds
        rust in the tall weeds / the old bus has found its stop
        a hard hat, left out / it fills up with rain, and waits
        wind slams the barn door / and slams it, to make its point
      `,
      closings: `
        the weeds come up through the tar / to see who is left
        a blackbird sings at first light / the part of the drill
        the gate bangs all afternoon / on one iron note
        the mud lets go of my foot / and keeps the whole boot
        the creek comes down with a chair / and some yellow blooms
      `,
    },
    'rough',
  ),
  season(
    '03-01',
    '05-31',
    {
      fragments: `
        sleeves up, first ice cream
        nap under the elm
        ducks, and then a boat
        bread bag, handlebars
        a chair in the sun
        feet in the cold creek
        a skirt and a breeze
        warm brick, half asleep
      `,
      middles: `
        a duck goes along the bank
        the breeze tries on the washing
        we turn our chairs with the sun
        we look up the names of weeds
      `,
      openings: `
        feet in the cold creek / each of us says it is warm
        nap under the elm / the shade moves on, the dog stays
        bread bag, handlebars / the heel is gone by the bridge
        a chair in the sun / we turn it a bit each song
        ducks, and then a boat / the ducks have the right of way
      `,
      closings: `
        a duck goes along with us / to hear how it ends
        we turn our chairs with the sun / till we face the house
        the loaf has lost both its ends / by the time we're home
        one sock comes off, then the next / and then you go first
        the elm has lent us its shade / and wants it back now
      `,
    },
    'soft',
  ),
  season(
    '06-01',
    '09-14',
    {
      fragments: `
        yellow dog, noon, dust
        tar bubbles, shoe print
        rails white in the heat
        gravel, spinning wheels
        a crow, its beak wide
        tin roof, ninety-nine
        smoke beyond the ridge
        weeds as stiff as nails
      `,
      middles: `
        a yellow dog owns the road
        the tar holds on to my shoe
        a crow pants on the stop sign
        the tin roof ticks like a bomb
      `,
      openings: `
        yellow dog, noon, dust / even his shadow lies down
        a truck hood, an egg / we bet on it, and we lose
        rails white in the heat / the freight comes up through a lake
        smoke beyond the ridge / the whole town looks, and then checks
        gravel, spinning wheels / then only the dust to thank
      `,
      closings: `
        a yellow dog walks through noon / with no shade at all
        the tar takes hold of my heel / and means to keep it
        a crow opens up its beak / and adds not a thing
        the tin roof ticks through the heat / like something alive
        the bike tears open the noon / the noon heals behind
      `,
    },
    'rough',
  ),
  season(
    '06-01',
    '09-14',
    {
      fragments: `
        a fig, split open
        mint, ice, the long light
        sandals in one hand
        a boat in no rush
        melon seeds, laughter
        warm wind in the blinds
        the hammock still sways
        sea salt on your lip
        basil by the sink
        low tide, ankle deep
      `,
      middles: `
        the hammock has kept his shape
        a boat goes by, and we wave
        the warm wind reads the paper
        we spit the seeds at the moon
      `,
      openings: `
        a fig, split open / no one asks who will go first
        mint, ice, the long light / no one has moved but the shade
        low tide, ankle deep / we walk as far as the sky
        warm wind in the blinds / it comes in, thinks, and goes out
        sandals in one hand / the other one has my hand
      `,
      closings: `
        the hammock keeps for a while / the shape of my dad
        a boat goes by, and we wave / and the boat waves back
        the tide brings the ball back in / and borrows the spade
        we water the pots, and then / a little, our feet
        the seeds fly over the rail / and down into June
      `,
    },
    'soft',
  ),
  season(
    '09-12',
    '11-30',
    {
      fragments: `
        pallet smoke, four sleeves
        rain on the scrap heap
        wind in the hangar
        gutter in full spate
        a crow on the pole
        wet brick, broken pane
        diesel in the fog
        a tarp slaps and slaps
      `,
      middles: `
        the wind wants words with the bins
        the tin roof has caught the rain
        a chain counts in the hangar
        the gutter drinks the whole street
      `,
      openings: `
        rain on the scrap heap / the washers sing to the pans
        wind in the hangar / a chain taps out the one note
        diesel in the fog / then two lamps, and then the man
        gutter in full spate / it takes a glove to the sea
        wet brick, broken pane / some kid throws a mean fastball
      `,
      closings: `
        the wind picks a fight with all / the bins on our side
        four hands come out of four sleeves / above the steel drum
        the rain beats on the tin roof / till the roof gives in
        a chain swings in the dark shed / and counts off the cold
        the gutter takes one lost glove / all the way downtown
      `,
    },
    'rough',
  ),
  season(
    '09-12',
    '11-30',
    {
      fragments: `
        apple pie, third floor
        low sun, walnut shells
        a bench, still half warm
        soft rain, half-drawn blinds
        shawl on the chair back
        plum jam, wooden spoon
        honey on my thumb
        tea, one yellow leaf
      `,
      middles: `
        the smell of pie fills three floors
        a finch argues with a nut
        the low sun takes off its coat
        we take turns with the one spoon
      `,
      openings: `
        apple pie, third floor / by five we are all on three
        a bench, still half warm / we leave the sun its own half
        plum jam, wooden spoon / we take turns being the judge
        soft rain, half-drawn blinds / the street puts its collar up
        low sun, walnut shells / a small bird has some questions
      `,
      closings: `
        the pie calls down through three floors / and three floors come up
        a finch makes off with the nut / and leaves us the shell
        we share one shawl on the bench / the dog gets an end
        the low sun goes round the cups / and stops at the cat
        the soft rain comes to the glass / and stays for some tea
      `,
    },
    'soft',
  ),
]

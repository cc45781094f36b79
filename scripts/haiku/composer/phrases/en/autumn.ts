import { season } from '../../season.ts'

export const autumn = [
  season('09-12', '11-30', {
    fragments: `
      leaves in the stairwell
      wet leaf on the boot
      the rake on the lawn
      first coat, last year's coins
      smoke from the back lots
      a leaf on the dash
      fog at the bus stop
      web on the mirror
      wood stacked to the sill
      rain on the skylight
      porch light in the fog
      walnuts in a bowl
      the maple lets go
      geese over the school
      jam jars on the sill
      the town clock in fog
      apple, small bruise, sweet
      a web on the gate
      the year's first soup pot
      crows in the stubble
      leaf smoke on my sleeve
      a pumpkin, no face
      rain, the smell of books
      moth on the lit pane
    `,
    middles: `
      a leaf has come in to sit
      geese argue over the school
      the rake leans on its shadow
      the fog has put out the church
      the spider rides in with me
      rain reads the tin roof aloud
      the maple lets go of one
      an apple rolls off the truck
      the jam ticks as the lids cool
      smoke lies down along the lane
    `,
    openings: `
      leaves in the stairwell / nobody lives on the fourth
      first coat of the year / a ticket stub in the lint
      fog at the bus stop / then two round lights and a hiss
      geese over the school / a whole class looks up, then down
      the rake on the lawn / a leaf lands on the handle
      a leaf on the dash / has come with me all this way
      walnuts in a bowl / your thumbs are brown for a week
      wet dog on the rug / he brings the whole wood along
      the maple lets go / of one, and thinks it over
      a web on the gate / we take the long way around
      jam jars on the sill / the low sun goes through each one
      rain on the skylight / we move the couch into it
      smoke from a leaf pile / the whole street smells of my school
      first soup of the fall / the lid learns to keep the time
      wet sunday, the game / has lost its small silver boot
      web on the mirror / she mends while I wait for green
    `,
    closings: `
      a leaf has come in to sit / on the bottom stair
      the wind does the neighbor's lawn / and then undoes mine
      geese argue over the school / and then they are dots
      my coat smells of smoke, my coat / was somewhere last night
      the spider rides to my work / on the wing mirror
      an apple rolls off the truck / and into the rain
      the fog gives back one by one / the trees and a man
      we move the couch to the rain / and leave the lamp off
      the sweeper gathers the leaves / the wind counts them out
      the lids of the jam jars tick / all down the dark sill
      wet leaves have printed the path / with smaller wet leaves
      the dog carries in the wood / on all four wet feet
      I find in my winter coat / a stub and some sand
      the old umbrella opens / on just the one side
      the pumpkin on the top step / has started to smile
      rain tries each key of the roof / and stays on the low
    `,
  }),
  season('09-01', '09-25', {
    fragments: `
      new shoes in the hall
      pencils, all one length
      the pool is covered
      chalk on the first day
      school bus, empty road
    `,
    middles: `
      the backpack wears a small boy
      the pool cover fills with sky
      a conker sits on the desk
    `,
    openings: `
      new shoes in the hall / they squeak all the way to school
      the pool has its lid / a crow walks on the deep end
      pencils, all one length / by friday there's a short one
    `,
    closings: `
      a backpack goes down the road / with two legs below
      the sea is packed in a box / marked with the wrong year
      one desk by the open door / and the whole sky left
    `,
  }),
  season(
    '09-10',
    '10-15',
    {
      fragments: `
        harvest moon, night bus
        harvest moon, wet road
        windfalls in the grass
        the swallows have gone
        grapes on the old wall
        the moon through the mast
      `,
      middles: `
        the harvest moon climbs the crane
        swallows fill up the phone lines
        the cider press drips all night
      `,
      openings: `
        harvest moon, night bus / each window has its own one
        windfalls in the grass / a wasp knows the way inside
        the swallows have gone / the phone lines are only lines
        big moon, the whole street / is out with its garbage cans
      `,
      closings: `
        the harvest moon has come up / behind the gas pumps
        the swallows have left the lines / a wind plays the rest
        windfalls thump down in the dark / nobody says no
        the moon gets in at the stop / by the grain silo
      `,
    },
    'soft',
  ),
  season('09-25', '11-15', {
    fragments: `
      chestnut in my fist
      a chestnut, brand new
      mushrooms on the stump
      an acorn, tin roof
      hot chestnuts, cold hands
    `,
    middles: `
      a chestnut drops on the hood
      an acorn hits the tin shed
      mushrooms have ringed the goal post
    `,
    openings: `
      chestnut in my fist / all the way through the meeting
      an acorn, tin roof / then we wait for the next one
      mushrooms on the stump / my uncle won't say which wood
    `,
    closings: `
      a chestnut shines in the road / I go back for it
      an acorn hits the tin roof / the cat looks at me
      my uncle brings home mushrooms / but never says where
    `,
  }),
  season(
    '10-10',
    '11-25',
    {
      fragments: `
        gale in the scaffold
        a loose gate, all night
        bare field, one tractor
        dark clouds, the last crane
        storm drain, brown river
      `,
      middles: `
        the gale plays the scaffolding
        a loose gate argues all night
        crows walk the furrows in line
      `,
      openings: `
        gale in the scaffold / the whole street is an organ
        a loose gate, all night / says the one thing that it knows
        bare field, one tractor / and all of the crows in it
      `,
      closings: `
        the gale walks the garbage bin / around the whole block
        a loose gate tells the whole street / what it thinks of gates
        crows walk the long brown furrows / like men out of work
      `,
    },
    'rough',
  ),
  season('10-25', '11-30', {
    fragments: `
      november drizzle
      the clocks have gone back
      first frost on the kale
      wet flags, short parade
      streetlights at half four
      the last rose, brown edge
    `,
    middles: `
      the clocks go back, not the dog
      first frost has salted the kale
      november has dimmed the yard
    `,
    openings: `
      the clocks have gone back / the dog has not been informed
      first frost on the kale / the hose lies just where it fell
      november drizzle / the bus comes lit like a cake
      the last rose, brown edge / we leave it out of respect
    `,
    closings: `
      the clocks go back but the dog / stands by his red dish
      november comes to the door / and forgets its line
      the late bus, lit like a cake / takes the corner slow
      first frost, and the garden chair / has grown a white coat
    `,
  }),
]

import { pool } from '../../phrase.ts'

export const rock = pool({
  fragments: `
    amp hum in the hall
    garage door half up
    three chords, then one more
    feedback, then the room
    a bent G string holds
    chorus, windows down
    the drummer counts four
    backbeat on the dash
    one knob turned too far
    jeans out at the knees
    a pick in the wash
    last chord, ringing ears
    riff through the drywall
    guitar, missing string
    encore, empty street
    van with no brake lights
    a drumstick, chewed through
    hum of the old tubes
    the long way home, loud
    tennis racket chord
    set list on the floor
    a tambourine, late
  `,
  middles: `
    the bass makes the teaspoons walk
    a riff leaks out of the shed
    the amp hums after the chord
    my knee knows where the beat is
    the drummer counts us to four
    next door thumps along in time
    the guitar comes in heels first
    we turn it up past the mark
    the solo takes the turn wide
    the chorus is my own age
    one string goes, and they play on
    the kick drum lives in my ribs
    feedback crosses the whole yard
    the singer runs out of air
  `,
  openings: `
    amp hum in the hall / the chord is gone, and is not
    garage door half up / four pairs of shoes, one in time
    the solo goes long / the light is green, then is red
    three chords, and the street / looks wider than it was drawn
    my dad at the wheel / drums the good part with two thumbs
    a riff through the wall / my neighbor is sixteen too
    the string breaks in two / the song has the other five
    last chord, ringing ears / the dishwasher takes the cue
    a pick in the wash / goes round with the shirts, in time
    the chorus again / the dog knows when to leave first
    guitar with no strings / still leaning like it could start
    we sing at the light / with all of the windows shut
    the bass drum, the shelf / a mug walks up to the edge
    feedback, and a pause / long enough to hear the rain
    the singer breathes in / and so does the second row
    set list on the floor / a boot print on the slow one
  `,
  closings: `
    the amp hums on to itself / in the dark garage
    a riff goes by in a car / and takes me with it
    we turn it up, and the mugs / move along the shelf
    the drummer counts in, then coughs / and counts in again
    the chorus comes around late / with its shirt undone
    my foot under the desk has / joined another band
    the solo lasts one red light / and half of the green
    the neighbor knocks on the wall / a little off beat
    the last chord goes down the street / to look for the car
    the singer has lost the words / and sings them louder
    four boys and one microphone / all of them in front
    the kick drum knocks at my ribs / like it left its keys
    we walk home deaf from the show / and shout about chips
    the bridge lifts up, and the van / forgets its bad brakes
    a tennis racket, a bed / and fifty thousand
    the record skips, and my knee / goes on without it
  `,
})

export const metal = pool({
  fragments: `
    riff like a freight train
    double kick at dawn
    wall of black amps, dust
    drop D, loose floorboards
    a scream, then the crowd
    hair in a windmill
    black shirts on the line
    blast beat, hairline crack
    iron in the strings
    doom at half the speed
    growl behind a wall
    bullet belt, school bus
    the tritone, again
    fists above the pit
    anvil, hammer, ear
    amps that go past ten
  `,
  middles: `
    the riff digs down through the floor
    a growl shakes dust from the lamp
    the double kick blurs the glass
    the low string crawls in the wall
    a scream splits, and there is light
    the pit turns slow, like a storm
    each chord weighs more than the last
    the amps breathe out like a forge
    steel on steel, then a held breath
  `,
  openings: `
    riff like a freight train / the cups move over for it
    drop D, loose floorboards / the cat leaves without her shoes
    a scream, then the crowd / a boy smiles in the front row
    wall of black amps, dust / one red light is left awake
    double kick at dawn / next door thinks it is the pipes
    doom at half the speed / the kettle boils first, and waits
    hair in a windmill / someone holds all of the coats
    the growl starts down low / somewhere beneath the cellar
    blast beat, and the glass / of milk makes perfect small rings
    black shirts on the line / the skulls dry out upside down
  `,
  closings: `
    the riff goes down the stairwell / and knocks out a bulb
    a growl comes up through the drain / the sink growls right back
    the low chord leans on the house / till the house leans too
    the scream stops, and in my ears / a small church of bees
    my aunt knits, and nods her head / to the double kick
    black shirts turn in the washer / skull by grinning skull
    the pit opens up to lift / one lost boy, one shoe
    the amps cool down in the dark / ticking like old cars
    the last scream done, we file out / and say please, thank you
    steel strings, and a mother's voice / calls him to dinner
  `,
})

export const punk = pool({
  fragments: `
    two minutes, full tilt
    three chords and a shout
    safety pin, ripped sleeve
    one, two, three, and four
    basement, one bare bulb
    mohawk on the bus
    boots on a bar stool
    the amp kicked over
    flyer on wet brick
    no solo, no sleep
    spit and a cheap mic
    tape on the snare drum
  `,
  middles: `
    the song is done before me
    the bulb swings above the band
    the drummer gets there, and waits
    three chords are two too many
    we jump and the floor jumps back
    the word is no, and it rhymes
  `,
  openings: `
    two minutes, full tilt / my tea is still much too hot
    three chords and a shout / the landlord knows all the words
    mohawk on the bus / he gives his seat to a nun
    basement, one bare bulb / it swings on after the song
    one, two, three, and four / by five we are in the street
    flyer on wet brick / the band broke up on the way
    safety pin, ripped sleeve / his mother has sewn the rest
  `,
  closings: `
    the song ends, and the slammed door / goes on for a while
    the bulb in the basement swings / a little off beat
    someone shouts no, the whole room / agrees with him, no
    a mohawk bends to get through / grandma's kitchen door
    the drummer gets to the end / before we begin
    three chords thrown at a brick wall / the wall has the beat
    the flyer runs in the rain / the band's name runs first
    somebody's tooth, somebody's / very good night out
  `,
})

export const hiphop = pool({
  fragments: `
    beat through the floor vent
    a loop, and a line
    one mic, nine cousins
    scratch at the corner
    bass from a parked car
    hood up, lips moving
    two decks and a crate
    rhyme on a receipt
    the sample, slowed down
    chalk lines on the stoop
    headphones, the night bus
    freestyle at the stop
  `,
  middles: `
    the loop comes home, and sits down
    a rhyme waits at the crosswalk
    the bass walks up seven floors
    the needle rubs out the street
    an old horn line learns to limp
    I find the word at the light
    the crate smells of someone's house
    the beat knocks, and the block nods
  `,
  openings: `
    a loop, and a line / each time the same word means more
    bass from a parked car / a pigeon moves to its left
    hood up, lips moving / the back of the bus hears all
    two decks and a crate / my mother's records, her stairs
    the sample, slowed down / a dead man sings on the beat
    rhyme on a receipt / between the eggs and the bread
    scratch at the corner / the old song takes a step back
    one mic, nine cousins / the small one waits with a verse
    beat through the floor vent / my eggs come out double time
  `,
  closings: `
    the rhyme gets on at my stop / and stands by the door
    the loop comes back round the block / with something to say
    we write it on a receipt / eggs, bread, then the hook
    the bass goes by in a car / my keys hum along
    I mouth the verse to the glass / the tunnel says it
    a scratch, and the old brass band / backs into the room
    two kids on the stoop trade lines / and then trade their shoes
    the needle finds the same bar / my father danced to
    the beat stops, and the whole hall / hears a tap that drips
    one word lands so far behind / the beat that it wins
  `,
})

import { pool } from '../../phrase.ts'

export const ambient = pool({
  fragments: `
    one note, a long room
    hum beneath the hum
    tape hiss, then the tide
    a tone, and its dust
    no drums, just the air
    drift, and the lamp on
    the fade with no end
    slow chord, slower light
    almost not a sound
    the hum of the lamp
  `,
  middles: `
    the note has filled the whole house
    a chord goes by like a barge
    the hum and the fridge agree
    the sound stays on as a shape
    no one can say when it stopped
    the dust takes part in the song
  `,
  openings: `
    one note, a long room / the dust has time to be dust
    hum beneath the hum / I turn off the fridge to check
    slow chord, slower light / the tea goes cold with great care
    the fade with no end / I get up to find the end
    tape hiss, then the tide / or it may be only hiss
    almost not a sound / the cat looks up at it, though
  `,
  closings: `
    the note goes on in the wall / when I shut it off
    a chord goes by like a barge / with its one lamp lit
    the song is so slow the plant / has turned to the light
    it may have stopped, or the rain / now has the last part
    we listen until the room / begins to breathe out
    the hum lies down on the rug / and the dog makes room
  `,
})

export const folk = pool({
  fragments: `
    one voice, one wood chair
    capo, second fret
    fiddle by the stove
    banjo on the step
    an old song, new shoes
    two voices, one breath
    a squeak on the frets
    songbook, coffee ring
    six strings and a creek
    the low string, gone flat
    ballad, nineteenth verse
    hands that smell of pine
  `,
  middles: `
    the fiddle warms by the stove
    the voice takes the gravel road
    two voices lean on one word
    the chair creaks, and it stays in
    the old song has my aunt's chin
    wood remembers being wind
    almost in tune, the song starts
  `,
  openings: `
    one voice, one wood chair / the chair is in the song too
    capo, second fret / a chair pulled close to the stove
    an old song, new shoes / and the words a little worn
    two voices, one breath / the word at the end is home
    fiddle by the stove / it takes the cold out of D
    six strings and a creek / the creek has the better ear
    a squeak on the frets / I like that part most of all
  `,
  closings: `
    the fiddle leans by the stove / and ticks as it warms
    the song walks its gravel road / right up to the door
    two voices share the last word / and leave it ajar
    the low string slips a bit flat / which suits the story
    my mother hums the whole verse / she says she forgot
    the ballad has killed them all / we put on the tea
    we stop to tune, and the birds / fill in for a bit
    the chair creaks at the sad part / just where it should creak
  `,
})

export const country = pool({
  fragments: `
    pedal steel, long road
    truck stop, one good pie
    a hat on the dash
    boots outside the door
    a train in the song
    motel, missing N
    dog on the front seat
    gas, gum, one more verse
  `,
  middles: `
    the steel guitar bends the road
    the hat rides home on the seat
    the jukebox knows what you did
    the dog sings the higher part
    the neon sign drops a note
    the voice drags its heels a bit
  `,
  openings: `
    pedal steel, long road / the wipers pick up the verse
    truck stop, one good pie / the waitress hums the sad part
    a hat on the dash / and a song about lost hats
    jukebox, neon, rain / somebody pays to be hurt
    motel, missing N / we sleep in what has been left
    dog on the front seat / he knows where the chorus is
  `,
  closings: `
    the steel guitar slides downhill / into the next town
    a song of the one who left / my blinker still on
    the jukebox takes my quarter / and tells on me, loud
    a hat, a dog, and a truck / and one of them stays
    the fiddle pulls off the road / to let the rain by
    boots by the door, and the song / steps over them, soft
  `,
})

export const classical = pool({
  fragments: `
    bow above the string
    oboe, and the hush
    cello through the floor
    page turn, then the flute
    the last note, then coats
    silence, and a cough
    fugue in the stairwell
    the chorus breathes in
    timpani, then rain
    second horn, dry lips
    slow movement, dust motes
    scales from number nine
    one cough in the rest
  `,
  middles: `
    the oboe hands out the A
    the fugue comes down both the stairs
    a cello clears out the room
    the bow waits above the string
    someone coughs inside the rest
    the horns open up the hills
    next door plays the same four bars
    each note waits for the next one
    the page turns, and the room waits
  `,
  openings: `
    bow above the string / a whole hall forgets to cough
    oboe, and the hush / like a field before the train
    cello through the floor / I sweep a little slower
    page turn, then the flute / a window somewhere lets go
    fugue in the stairwell / the left hand lives on the fifth
    scales from number nine / always the same stumble, there
    slow movement, dust motes / not one of them is in time
    the last note is gone / nobody wants to clap first
  `,
  closings: `
    the oboe holds out an A / and the hall sits up
    the bow stays up in the air / for one breath too long
    next door plays the same four bars / my soup knows them too
    the fugue goes up the front stairs / and down by the back
    a cello moves through the house / and shuts the last door
    we clap too soon, and then sit / very still, ashamed
    the last note thins out until / it is the hall's hum
    the slow movement takes the dust / by the hand, and turns
    at the light a man conducts / his own windshield blades
  `,
})

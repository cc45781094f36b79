import { pool } from '../../phrase.ts'

export const jazz = pool({
  fragments: `
    brushes on the snare
    muted horn, back room
    the sax takes a breath
    upright bass, slow stairs
    a chord with a lean
    last set, four people
    ice, then a rim shot
    the blue note, again
    solo, closed eyes, smoke
    a standard, played slant
    horn case on the bar
    second drink, third take
    the ride cymbal, rain
    a trumpet, three flights
    one note, left alone
    after the last set
    the wrong note, made right
  `,
  middles: `
    the bass walks home the long way
    the horn holds back the one word
    brushes sweep a little rain
    the sax looks into each room
    a wrong note opens the door
    the drummer stirs up the dark
    the tune comes back with no hat
    the chord hangs there like a coat
    the ice comes in off the beat
    four bars, then the night trades four
  `,
  openings: `
    brushes on the snare / somebody's coat finds a chair
    the sax takes a breath / and so does the bar, and waits
    muted horn, back room / the barman dries the same glass
    a wrong note, and then / the same one again, and right
    last set, four people / two of them are in the band
    upright bass, slow stairs / each step a little more blue
    solo, eyes shut tight / and then back to the wrong drink
    the tune disappears / and the bass keeps its seat warm
    a chord with a lean / I straighten the picture frame
    ice, then a rim shot / no one will say which was planned
    the ride cymbal shines / long after he lifts the stick
  `,
  closings: `
    the bass walks all the way home / on somebody's stairs
    the horn says most of your name / and leaves off the end
    brushes sweep up what was said / and put it outside
    the sax goes to the window / and looks out a while
    a wrong note, and the whole band / moves over for it
    the ice shifts, and the drummer / takes it as a cue
    four people clap, and the night / bows a little, too
    the tune goes out for some air / and comes back with rain
    the singer leans on the chord / it holds her up, just
    he shuts the horn in its case / the room keeps the note
    the cymbal fades, and we hear / the taxi we called
    one chord, and the lamp looks more / like it meant to lean
  `,
})

export const blues = pool({
  fragments: `
    slide on the low string
    twelve bars, and the rent
    bent note, screen door, dusk
    a harp and a train
    bottle neck, cheap strings
    foot stomp, a loose board
    woke up this morning
    a hat on the bed
    the low E, still sad
    gravel in the voice
    porch, guitar, old dog
    third verse, same trouble
  `,
  middles: `
    the bent note takes its own time
    a train goes by in the harp
    the foot keeps up with the grief
    the slide leans into the hurt
    woke up sad, and made it rhyme
    twelve bars, and the rent still due
    the dog has heard this before
  `,
  openings: `
    slide on the low string / the screen door hands it the key
    woke up this morning / and the kettle knew the rest
    a harp and a train / by verse two it is the train
    foot stomp, a loose board / the whole house begins to nod
    third verse, same trouble / then the smile before her name
    porch, guitar, old dog / one of them knows how it ends
    bent note, held, let go / a moth goes back to the bulb
  `,
  closings: `
    the bent note comes almost home / and sits on the step
    twelve bars, and then the same twelve / in a cleaner shirt
    a train goes by in the harp / with no one on it
    the song says it has to go / and pulls up a chair
    third verse, and the dog looks up / and lies down again
    the slide goes up the low string / like a sigh on stairs
    all of that grief fits into / three lines and a foot
    the loose board knocks twice for yes / the low string says no
  `,
})

export const soul = pool({
  fragments: `
    horns in the kitchen
    bass line, rolling hips
    three voices, one mic
    a hand on the heart
    organ, sunday best
    the ooh, then the ahh
    sequins, church basement
    tight snare, loose collar
    the one, and the wait
    wah-wah and warm bread
    good foot, better shoe
    finger snaps, the stairs
    a please, and a please
  `,
  middles: `
    the horns stand up all at once
    my hips get the news, then me
    the chorus lifts the whole roof
    the bass line irons my shirt
    the voice cracks on the good word
    we dance with the broom, then dog
    the organ lets sunday in
    please, says the song, so would I
  `,
  openings: `
    horns in the kitchen / the spoon turns into a mic
    bass line, rolling hips / the dishes do themselves twice
    a please, and a please / the last one brings down the house
    three voices, one mic / their shoes all point the same way
    my aunt at the stove / takes the high part and the wings
    organ, sunday best / even the bread is rising
    tight snare, loose collar / the accountant finds the one
    the voice cracks, and mends / right there in front of the band
  `,
  closings: `
    the horns come in, and the mop / has never looked good
    my mother down the long hall / dances with a sheet
    the voice breaks on the good word / the band picks it up
    the bass line walks through the wall / and borrows a cup
    the song says please till the street / would take it back home
    three voices lean to one mic / like plants to the light
    at the bus stop three strangers / have found the same one
    the toast jumps up on the beat / and so do the kids
    we make up in the last verse / with dough on our hands
  `,
})

export const reggae = pool({
  fragments: `
    bass like a slow door
    offbeat, screen door, breeze
    echo of a snare
    sound box on the curb
    one drop, then a sip
    dub in the stairwell
    organ, bubble, sway
    knees that bend in time
    the gap where drums were
  `,
  middles: `
    the bass takes off its wet shoes
    the echo comes home for tea
    the off beat rocks the whole bench
    a speaker rubs the street's back
    the snare falls into a well
    the chord lands late, and on time
  `,
  openings: `
    bass like a slow door / the whole of monday leans back
    echo of a snare / it knocks on all of our doors
    one drop, then a sip / nobody looks at the clock
    sound box on the curb / the paving stones give a bit
    dub in the stairwell / the first floor answers the fifth
    a bike with no hands / the chain ticks on the off beat
  `,
  closings: `
    the bass moves in like a tide / and moves all my chairs
    the echo goes round the block / and comes back barefoot
    a speaker as tall as me / looks after the street
    the chord falls just past the beat / we were waiting there
    a bike rolls by with no hands / on the second beat
    they take out the drums, and still / the whole bus nods on
    the snare drops into a well / and up flies a bird
  `,
})

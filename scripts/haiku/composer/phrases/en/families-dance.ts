import { pool } from '../../phrase.ts'

export const disco = pool({
  fragments: `
    mirror ball at noon
    glitter in the sink
    platform shoes, wet street
    strings above the kick
    last dance, coat check stub
    one sequin, desk chair
    one floor of neon
    satin and hairspray
    a cab full of song
  `,
  middles: `
    the mirror ball deals out stars
    the strings go up like an arm
    one heel comes off on the beat
    a sequin rides home with me
    the floor lights up where you were
    even the coats sway a bit
  `,
  openings: `
    mirror ball at noon / the cleaner stands in the stars
    glitter in the sink / last night will not wash away
    one sequin, desk chair / now the whole office knows it
    last dance, coat check stub / the number is still my age
    strings above the kick / my vacuum takes a wide turn
    platform shoes, wet street / the heels arrive, and then you
  `,
  closings: `
    the mirror ball turns all day / for the man who mops
    a sequin under the desk / looks up at my tie
    the strings sweep up, and the broom / holds me by the waist
    two heels in one hand, she walks / home across the stars
    the falsetto climbs, and waits / for me on the roof
    the lights come on, and we are / people with our coats
  `,
})

export const electronic = pool({
  fragments: `
    synth hum, sleeping town
    a kick through the floor
    neon in the rain
    the filter opens
    one synth, one night train
    one green light left on
    loop without a door
    parking lot, first birds
    cables on the rug
    a pulse in the wall
    the long fade, the dawn
    tunnel lights in time
    voice from a small box
    blue screen, empty room
  `,
  middles: `
    the pulse has moved to my wrist
    a synth holds the whole street up
    the loop learns one more small thing
    the filter lets in the light
    the machine blinks, I blink back
    the kick comes up through my shoes
    the tunnel lights keep the count
    a robot sings, and means it
    the fridge joins in on the one
    the bass comes up through the road
    one note bends around the block
  `,
  openings: `
    a kick through the floor / the cups all find their places
    synth hum, sleeping town / each window holds the same note
    the filter opens / we had not known it was shut
    one synth, one night train / a row of lamps keeps the time
    one green light left on / it has waited up for me
    loop without a door / by the tenth time, there's a door
    parking lot, first birds / one of them has the right key
    drum machine, rain, fridge / nobody wrote the best part
    strobe, then where we were / you have moved closer since then
    cables on the rug / the cat follows one to me
    voice from a small box / it says love, and spells it right
    the drop, and we wait / like people under a bridge
  `,
  closings: `
    the synth holds one note until / the street lamps agree
    the pulse goes out for the night / in everyone's coat
    the loop goes round, and each time / you look up from it
    the machine sleeps with one eye / small and green and on
    the kick stops, and we can hear / the rain's own slow four
    the train window plays it back / in poles and in lamps
    a robot sings of the heart / with perfect pitch, once
    at dawn the bass lets me out / by the loading dock
    the filter opens a crack / and there is the sea
    we dance with our eyes shut tight / and our coats still on
    my heart and the drum machine / agree on a speed
    all night the same eight bars, and / they never met twice
  `,
})

export const latin = pool({
  fragments: `
    nylon strings, low tide
    samba on the stairs
    a voice close as breath
    hips, then the hard part
    guitar, half a smile
    conga through the wall
    the tango's long pause
    a hammock's slow creak
    bossa, one dim lamp
    two steps, then the turn
    clapping on the tram
    a fado, one lamp
    palmas, heels, held breath
    salsa, the back stairs
    salsa on the roof
    guitar, open blinds
    a shawl and a voice
    string and salt and wood
    voice at the tide line
  `,
  middles: `
    the guitar barely gets up
    a samba rinses the yard
    the voice sits down next to you
    my hips are ahead of me
    nylon strings talk to the tide
    the tango stops, and we don't
    one chord leans out to the sea
    the conga answers the rain
    the tango turns in its socks
    a salsa comes up the stairs
    the voice has shut both its eyes
  `,
  openings: `
    a voice close as breath / the ice in the glass is loud
    guitar, half a smile / the chord after that one, whole
    samba on the stairs / my neighbor mops in wide turns
    the tango's long pause / our knees go on with the talk
    bossa, one dim lamp / the plants lean in for the words
    conga through the wall / the soup comes up to a boil
    nylon strings, low tide / the beach has all afternoon
    two steps, then the turn / the kitchen is wide enough
    clapping on the tram / the whole car misses its stop
    a fado, one lamp / the street stands still in the door
    palmas in the yard / a shutter answers, then two
    salsa in the street / the mailman adds a half step
    a shawl and a voice / somebody's grandmother nods
    guitar, open blinds / the street below slows its step
    voice at the tide line / the next wave waits its turn too
  `,
  closings: `
    the guitar says it so low / the curtain comes near
    a samba takes the long stairs / two steps at a time
    the voice lies down on the beat / like a cat on stone
    we push the table aside / and the room says yes
    one chord with salt on its lip / the tide has the next
    the tango stops, and the rose / is still in the fridge
    my hips read the news before / I get to the sports
    the conga speaks, and the spoon / answers from the pan
    a lime rolls along the bar / a little behind
    the fado shuts both its eyes / the wine nearly does
    the heels strike the wooden floor / and the floor strikes back
    a salsa gets in the door / ahead of the mail
    the voice sits down next to me / and wants not a thing
    the guitar lets evening in / through all of the blinds
    we take the missed step again / on the same cracked tile
  `,
})

export const african = pool({
  fragments: `
    kora, a shade tree
    one line, then the street
    guitar, sand, long road
    horns until sunrise
    call, and then the yard
    thumb piano, steam
    one drum, twenty hands
    a voice from the well
    bare feet, packed red earth
    guitars, bright as tin
    clapping in the yard
    a chorus of aunts
  `,
  middles: `
    the kora pours out the shade
    a drum says a name, and waits
    the guitar has sand in it
    the yard answers with its feet
    one voice calls, and ten call back
    the horns will not hear of sleep
  `,
  openings: `
    kora in the shade / each string has its own small bird
    the drum says my name / in a town I have not seen
    guitar, sand, long road / the wind takes the second verse
    call, and then the yard / the whole yard has one left foot
    thumb piano, steam / the kettle joins on the third
    horns until sunrise / nobody has gone to bed
    one voice, then the street / answers from each open door
    words I do not know / my shoulders follow them fine
  `,
  closings: `
    the kora lets its drops fall / in somebody's cup
    a drum tells the drum next door / and both of them laugh
    the guitar crosses the sand / and asks for some tea
    one voice, and the yard comes back / with all of its feet
    the song is longer than night / and we want more night
    the horns lean into the dawn / the dawn takes their weight
    the rice is done, and the song / takes its own sweet time
    the chorus comes round again / and we stand again
    the voice winds around the tune / like yards of blue cloth
  `,
})

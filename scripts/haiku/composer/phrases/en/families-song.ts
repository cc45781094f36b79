import { pool } from '../../phrase.ts'

export const pop = pool({
  fragments: `
    chorus, steam, shampoo
    hairbrush microphone
    hook stuck in my head
    key change, left-turn lane
    handclaps, checkout line
    the bridge, then the roof
    a na, and a na
    pink plastic, side one
    bedroom door, bass drum
    dance moves, fridge light on
    two friends, one earbud
    three minutes, one crush
    the oh, oh, oh part
    glitter on the mic
    fade out, frozen foods
  `,
  middles: `
    the hook has followed me home
    the key change lifts the whole bus
    we sing in the wrong key, loud
    the chorus knows where I live
    a shopper mouths the high part
    the song ends before the street
    her hairbrush gets the first verse
    the bridge opens like a roof
    somebody's phone knows the rest
    the whole checkout claps on two
  `,
  openings: `
    hairbrush microphone / the mirror knows all the words
    hook stuck in my head / at the bank three of them hum
    key change, left-turn lane / my mother hits the high one
    the oh, oh, oh part / the small one knows all of it
    handclaps, checkout line / the cashier comes in on two
    bedroom door, bass drum / the first love of the whole hall
    three minutes, one crush / then the ad for kitchen tiles
    a na, and a na / that is what I meant to say
    two friends, one earbud / their heads make a single roof
    fade out, frozen foods / a man holds the last high note
    the song ends too soon / we stay in the car and wait
  `,
  closings: `
    the hook gets off at my stop / and walks me upstairs
    we sing in the wrong key till / the light changes back
    the chorus comes down the hall / with a towel on
    a man by the dairy case / takes the highest note
    we are sixteen for as long / as the bridge holds up
    the key change comes, and the bus / sits up a bit straight
    the song that we can't stand plays / and we know each word
    her hairbrush takes one more bow / and goes to her hair
    three minutes, and then the news / then I want it back
    they share one earbud, one bench / the same falling note
    the summer before this song / is stuck to it still
  `,
})

export const chanson = pool({
  fragments: `
    squeeze box and wet street
    voice by the bar stools
    words on a napkin
    a song for dessert
    words under the breath
    the next-to-last verse
    bistro, last good chair
    three beats and a smoke
    a verse, half spoken
    café, one lamp on
  `,
  middles: `
    the accordion breathes in
    a word stays on the white cloth
    the verse is spoken, not sung
    the rhyme arrives right on time
    the last verse is sung sitting
    the waiter knows how it ends
    we know all the words but one
  `,
  openings: `
    squeeze box and wet street / all the lamps are in three-four
    words on a napkin / the wine has the last of them
    one word left unsung / the whole table supplies it
    the old song comes back / with my mother's coat on it
    a rhyme and a glass / both of them are almost full
    voice by the bar stools / the chair has kept your shape well
    the last verse begins / nobody reaches for wine
    the song names a street / neither of us lives there now
  `,
  closings: `
    the accordion lets out / the breath of the street
    the song says love, the waiter / puts down the small bill
    all is said in three verses / we pour some more wine
    my uncle stands up to sing / and loses the verse
    the song goes out by the back / and takes the good coat
    three verses for one goodbye / the train is still here
    my aunt has lost the man's name / but none of the words
    the song asks where we have been / and does not wait long
    a word rolls under the bar / and stays there all night
  `,
})

export const soundtrack = pool({
  fragments: `
    end titles, wet street
    the theme, then a face
    strings, then the wide shot
    a film with no film
    popcorn, then the dark
    last row, hand in hand
    chase scene in the hall
    opening credits
    slow zoom on the sink
  `,
  middles: `
    the theme comes in, in a coat
    the strings know before we do
    the street looks lit by someone
    the horns make a desert rise
    we sit until the last name
    the kettle gets a close-up
  `,
  openings: `
    strings, then the wide shot / my kitchen has a far hill
    the theme, then a face / the whole row leans, just a bit
    a film with no film / the ceiling plays all the parts
    chase scene in the hall / the vacuum gets clean away
    end titles, wet street / we walk home in the long shot
    last row, hand in hand / who did it, we couldn't say
  `,
  closings: `
    the strings know how it turns out / and play it, and weep
    we walk home from the movie / lit well from behind
    the theme comes up our own stairs / and stops at the door
    we read the names to the end / and clap for the grip
    the horns make a desert of / the sink and the stove
    the chase theme starts, and the light / at the corner turns
  `,
})

export const unknown = pool({
  fragments: `
    a record, two chairs
    the song with no name
    music from next door
    sleeve against the light
    two mugs and a tune
    side one, the armchair
    a tune in the dark
    sunday, the whole side
    the room, and the song
    speakers on the sill
    someone turns it up
  `,
  middles: `
    a tune comes in through the wall
    the song has taken your chair
    we listen and say nothing
    one foot moves under the desk
    the room has moved a bit left
    next door turns up the good part
    the sleeve has kept someone's thumb
    the lamp and the song come on
    we let the whole side play out
  `,
  openings: `
    a record, two chairs / the cat takes one, I stand up
    the song with no name / we call it tuesday, and hum
    music from next door / I knock, to find out the name
    sleeve against the light / the thumb print is not my own
    two mugs and a tune / nobody says the wise thing
    someone turns it up / the yard takes a small step in
    a tune in the dark / my hand looks for the right chord
    side one, the armchair / side two, the floor by your feet
  `,
  closings: `
    a tune comes in through the wall / and I let it stay
    the song sits down in the chair / that used to be yours
    we let the whole side play out / and then the silence
    the cat lies on the speaker / and purrs a third low
    a tune goes by, and the yard / has a bike in it
    my hand stops with the wet plate / till the chord comes home
    the song ends, and the whole room / is the size it was
    somebody hums on the stairs / we both miss a step
  `,
})

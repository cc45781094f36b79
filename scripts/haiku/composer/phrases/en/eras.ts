import type { Era } from '../../era.ts'
import { pool, type Pool } from '../../phrase.ts'

export const eras: Readonly<Record<Era, Pool>> = {
  shellac: pool({
    fragments: `
      shellac, and a voice
      crank, horn, then the band
      needle like a nail
      a voice full of sand
      the gramophone's throat
      a horn like a bloom
    `,
    middles: `
      the horn blows dust off the voice
      someone winds the song back up
      a voice walks in through the sand
    `,
    openings: `
      crank, horn, then the band / all of them very small now
      a voice full of sand / it asks if we care to dance
      needle like a nail / it finds the tune anyway
    `,
    closings: `
      the voice comes out of the horn / with gravel and love
      we wind the crank, and the band / gets up to its feet
      the song slows down, then it growls / the dog tilts his head
    `,
  }),
  vinyl: pool({
    fragments: `
      needle in the groove
      crackle, then the voice
      side two, evening light
      dust on the needle
      jukebox in the back
      cardboard sleeve, split spine
      a skip on the word
      coin on the tone arm
      the tone arm lifts, sighs
      flip side, still standing
    `,
    middles: `
      the needle crackles, then sings
      a crackle opens the room
      the arm goes back to its rest
      side two waits under the lamp
      the record skips on the word
      a coin holds down the old song
    `,
    openings: `
      needle in the groove / a small wood stove starts to catch
      side one ends, and who / will be the first one to stand
      crackle, then the voice / the room comes around to it
      a skip on the word / the very word I would skip
      cardboard sleeve, split spine / my sister's name, and then mine
      the run-out groove, rain / one of them keeps better time
      jukebox in the back / it plays the one I came from
    `,
    closings: `
      side one ends, and the needle / taps at its window
      the tone arm drops in the dark / and something crackles
      we blow the dust off the tip / and the band is close
      the record skips, and we wait / like kids at a gate
      the sleeve smells of the room where / we painted the floor
      the run-out groove goes around / and nobody moves
      a coin on the tone arm, yet / it jumps at your name
    `,
  }),
  cassette: pool({
    fragments: `
      pencil in the tape
      mixtape, ballpoint hearts
      tape hiss, then the song
      the tape deck eats one
      orange foam headphones
      pause, record, hold still
      side B, half a song
      boom box on the step
      a dead double A
      tape strewn on the road
    `,
    middles: `
      a pencil winds back the song
      the tape sags, and so does love
      the batteries slow the song
      the deck has eaten the bridge
      her hand wrote all of side one
    `,
    openings: `
      pencil in the tape / we wind the summer back on
      mixtape, ballpoint hearts / the last song cut off mid-kiss
      tape hiss, then the song / and my sister's voice, dinner
      pause, record, hold still / the whole room holds in its breath
      boom box on the step / the batteries cost our chips
      orange foam headphones / we lean till our two heads touch
    `,
    closings: `
      a pencil turns in the spool / and the song comes back
      the tape still has on it my / sister, slamming doors
      her small blue ballpoint hearts have / outlived all the songs
      the deck eats the tape, and then / smiles with all its ribs
      the batteries die, and love / comes down to a growl
      the key jumps up with a clack / and the room is bare
    `,
  }),
  cd: pool({
    fragments: `
      a cracked case, low sun
      liner notes in bed
      the tray slides out, thinks
      hidden track, late bus
      a rainbow, then play
      disc in a fruit tree
      track three, and a scratch
    `,
    middles: `
      the disc skips at the same hill
      we read the thanks to the end
      the hidden track wakes the cat
      the tray slides back with the moon
      the case cracks like river ice
    `,
    openings: `
      a cracked case, low sun / inside it the wrong band waits
      liner notes in bed / we read each other the thanks
      disc skip, speed bump, laugh / the song lands on the same foot
      hidden track, late bus / ten minutes, then someone laughs
      the tray slides out, thinks / then takes the whole evening in
    `,
    closings: `
      the disc hangs up in the tree / the birds are not fooled
      the song skips over the word / and so do we all
      we thought it was done, and then / the hidden track coughs
      the booklet falls to the page / with the coffee ring
      the tray slides in with the disc / and a bit of moon
    `,
  }),
  file: pool({
    fragments: `
      white earbuds, night bus
      one earbud for each
      the wheel, then my thumb
      shuffle, the same song
      the knot in the cord
      progress bar, cold tea
      a pocket of songs
      playlist with your name
      one file, no title
    `,
    middles: `
      one thin cord runs to both ears
      the shuffle finds me again
      the knot takes up the whole song
      the bar creeps up to the end
    `,
    openings: `
      one earbud for each / so we walk in the same step
      shuffle, the same song / the machine has had a day
      the knot in the cord / by the time it's out, my stop
      the player goes through / the wash with a thousand songs
      white earbuds, night bus / the whole back row hums, alone
    `,
    closings: `
      one cord runs between two heads / asleep on the bus
      the shuffle picks out your song / I let it be chance
      the thumb goes round and around / and comes back to this
      half of the song in my ear / the other half yours
      the track is called track oh nine / I call it the rain
    `,
  }),
  stream: pool({
    fragments: `
      phone inside a bowl
      cracked screen, perfect song
      no signal, just hum
      a speaker, small can
      five percent, chorus
      earbud in the drain
    `,
    middles: `
      the phone sings out of the bowl
      the next one starts on its own
      the small red heart has been pressed
      no bars, so we sing the rest
    `,
    openings: `
      phone inside a bowl / the whole band sounds well washed up
      no signal, a hill / we sing what we think comes next
      cracked screen, perfect song / a line runs down through her face
      the next one plays, and / the dishes are somehow done
      a speaker, small can / the whole beach comes out of it
    `,
    closings: `
      the phone sings out of the bowl / with a bit of soup
      the signal drops, and we keep / the tune for a mile
      the app suggests that I might / like what I like most
      the screen goes dark, and the voice / stays on in the room
      a small red heart on the glass / and rain on that, too
    `,
  }),
}

/**
 * Words for which the CMU dictionary lacks the form, or lists a pronunciation that nobody counts verse by, or lacks one that
 * everybody does. One count, or several where both are in use; sources: Merriam-Webster's syllabification, the practice of verse.
 */
const COUNTS = `
  our 1 ours 1 ourselves 2 ourself 2 hour 1,2 hours 1,2 hourly 2,3 every 2 everything 3 everybody 4 everyone 3 everywhere 3 everyday 3
  fire 1,2 fires 1,2 wire 1,2 wires 1,2 tire 1,2 tires 1,2 tired 1,2 hire 1,2 hired 1,2 fired 1,2 wired 1,2 choir 1,2 lyre 1,2
  desire 2,3 desires 2,3 entire 2,3 admire 2,3 inspire 2,3 inspired 2,3 campfire 2,3 wildfire 2,3 bonfire 2,3 firefly 2,3
  fireflies 2,3 fireplace 2,3 fireworks 2,3 firewood 2,3 firelight 2,3
  flower 1,2 flowers 1,2 power 1,2 powers 1,2 tower 1,2 towers 1,2 shower 1,2 showers 1,2 bower 1,2 sour 1,2 flour 1,2 devour 2,3
  towel 2 trying 2 heaven 1,2 heavens 1,2 opera 2,3 chocolate 2,3 vegetable 3,4 comfortable 3,4 diamond 2,3 diamonds 2,3
  drawer 1,2 poem 2 poems 2 real 1 really 2 evening 2 evenings 2 memory 3 winged 1,2 blessed 1,2 learned 1,2 aged 1,2
  toward 1,2 towards 1,2 being 2 doing 2 going 2 seeing 2 desperate 2,3 temperate 2,3
  spring 1 springs 1 us 1 am 1 id 1 charles 1 fine 1 barbara 3 cache 1 current 2 bowels 2 coyote 3 cruelty 3 diary 3 dire 1
  miles 1 korea 3 las 1 located 3 rep 1 theory 3 trial 2 trials 2 unusual 4 violent 3 warrior 3 turret 2 da 1 vowels 2 liaison 3
  resume 2,3 drawers 1,2 mires 1,2 mire 1,2 spire 1,2 spires 1,2 squire 1,2 empire 2,3 vampire 2,3 sapphire 2 squirrel 1,2
  o'er 1 e'er 1 ne'er 1 where'er 2 whate'er 2 whene'er 2 howe'er 2 whoe'er 2 th' 0 o' 1 i' 1 'tis 1 'twas 1 'twere 1 'twill 1
  'gainst 1 'neath 1 'mid 1 'mongst 1 'twixt 1 ev'n 1 e'en 1 ta'en 1 giv'n 1 thou 1 thee 1 thy 1 thine 1 hath 1 doth 1 dost 1
  hast 1 didst 1 wouldst 1 couldst 1 shouldst 1 canst 1 mayst 1 wilt 1 shalt 1 hadst 1 methinks 2 whilst 1 amongst 2 betwixt 2
  amidst 2 midst 1 sylvan 2 eremite 3 ye 1 lo 1 nigh 1 oft 1 ope 1 ere 1 yon 1 wert 1 saith 1
  björk 1 sade 2 beyonce 3 rihanna 3 reggae 2 bossa 2 techno 2 synth 1 synths 1 emo 2 funky 2 vinyl 2 shoegaze 2 dubstep 2 bebop 2
  coltrane 2 thelonious 4 mingus 2 bowie 2 zeppelin 3 nirvana 3 radiohead 4 metallica 4 hendrix 2 kraftwerk 2 simone 2 aretha 3
  oasis 3 pixies 2 ella 2 getz 1 jobim 2 kanye 2 outkast 2 yoko 2 eno 2 fela 2 kuti 2 ziggy 2 haiku 2 haikus 2 koi 1 sumi 2
  ipod 2 playlist 2 playlists 2 mixtape 2 mixtapes 2 remix 2 remixes 3 remaster 3 remastered 3 turntable 3 turntables 3 lofi 2
  wabi 2 sabi 2 tatami 3 sake 2 torii 3 hmm 1 hm 1 shh 1 psst 1 brr 1 pst 1 pfft 1 mmm 1 grr 1 tsk 1 zzz 1 nth 1 ugh 1 um 1 ooh 1
  ah 1 oh 1 aha 2 eh 1 yeah 1 heh 1 wow 1 n 1 'n 1 'em 1 'til 1 'cause 1 'round 1 'bout 1
`
const entries = new Map<string, readonly number[]>()
for (const [, word, counts] of COUNTS.matchAll(/(\S+) ([\d,]+)(?=\s)/gu))
  entries.set(word!, counts!.split(',').map(Number))

export function listedCounts(word: string): readonly number[] | undefined {
  return entries.get(word)
}

/** Abbreviations and signs, and what is read in their place; a full stop after them is optional. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['mr', 'mister'],
  ['mrs', 'missis'],
  ['ms', 'miss'],
  ['dr', 'doctor'],
  ['st', 'saint'],
  ['vs', 'versus'],
  ['ft', 'featuring'],
  ['feat', 'featuring'],
  ['etc', 'et cetera'],
  ['jr', 'junior'],
  ['sr', 'senior'],
  ['sgt', 'sergeant'],
  ['vol', 'volume'],
  ['pt', 'part'],
  ['mt', 'mount'],
  ['&', 'and'],
  ['+', 'plus'],
  ['=', 'equals'],
  ['%', 'percent'],
  ['@', 'at'],
  ['°', 'degrees'],
  ['$', 'dollars'],
  ['£', 'pounds'],
  ['€', 'euros'],
  ['#', 'number'],
])

/** Groups of letters that hold a vowel and are yet spelled out. */
export const SPELLED = new Set(
  'ep eps usa uk elo omd ufo ufos emi acdc url usb rca rtl fbi cia dna abc ibm edm idm'.split(' '),
)

/** A set of the words in a text, which may run over lines. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u))
}

/**
 * Beginnings of the words whose h blocks elision and liaison ("h aspiré"); a full stop marks a whole word. After the Trésor
 * de la langue française and the Académie's dictionary, with English words and names of records.
 */
const ASPIRATED = words(`
  hach haddock hagard haï haie haillon hain hair halag haler halet hall halo. halos. halt hamac hambourg hamburger hameau hammam
  hampe hamster hanap hanche hand hangar hanneton hanovr hans hant happ haquenée hara hard harem hareng hargn haricot haridelle
  harnais harnach harp hasard hasch hauban haubert hauss haut havan havre hayon hâ
  heaum hein. hem. henn héler héla. héraut hère. hères. hériss hern héron héros. hers heurt hêtr
  hibou hic. hid hiérarch hiss hi.
  harcel halèt hué hobb hobereau hoch hockey hold hollan hollyw homard home. hong honni hont hop hoqu hord hors hott hou
  hub huch hue hugu huit hul hun. huns. hune huppe hurl huron huss hutt
  hancock harlem harris harvey hawai hawk head heav hell. hendrix hey. hifi hill. hip. hippie hit. hits. holiday holl horn hot. howl hugh
`)
/** Words of the same beginnings whose h is mute. */
const NOT_ASPIRATED = words('haïti hallucin haltèr halter')

const beginning = (stems: ReadonlySet<string>) =>
  new RegExp(`^(?:${[...stems].map((stem) => stem.replace('.', '$')).join('|')})`, 'u')
const aspirated = beginning(ASPIRATED)
const notAspirated = beginning(NOT_ASPIRATED)

/** Whether the word (lower case, beginning with h) blocks the elision before it. */
export function hasAspiratedH(word: string): boolean {
  return aspirated.test(word) && !notAspirated.test(word)
}

/** Words that begin with a vowel and yet block elision: la onzième, le oui, le ouistiti, le uhlan, le yaourt. */
export const DISJUNCTIVE = words(
  'onze onzième onzièmes oui ouistiti ouistitis uhlan uhlans ululement ululer ululements',
)

/** Words in -ent whose ending sounds; every other -ent is the mute ending of a verb in the third person plural. */
export const SOUNDED_ENT = words(`
  vent avent auvent paravent souvent couvent fervent évent contrevent engoulevent dent ardent accident occident
  incident évident prudent imprudent strident président résident trident décadent confident excédent précédent
  antécédent dissident impudent redent bident chiendent cent accent récent innocent décent indécent adolescent
  réticent magnificent munificent adjacent jacent vincent translucent lent talent violent insolent excellent opulent
  turbulent indolent équivalent truculent corpulent somnolent succulent virulent pulvérulent relent ambivalent
  polyvalent flatulent purulent argent agent urgent gent diligent négligent intelligent exigent indigent régent
  sergent contingent tangent convergent divergent émergent entregent indulgent astringent détergent insurgent
  réfringent réagent onguent parent torrent différent apparent transparent cohérent incohérent adhérent concurrent
  récurrent indifférent déférent afférent inhérent révérent irrévérent laurent florent belligérent serpent arpent
  repent content mécontent patent intermittent latent omnipotent impotent compétent incompétent pénitent impénitent
  inexistent potent malcontent présent absent omniprésent sent ressent consent continent éminent imminent permanent
  pertinent impertinent proéminent abstinent incontinent immanent rémanent éloquent fréquent conséquent subséquent
  inconséquent affluent confluent influent congruent vient tient patient orient client inconvénient récipient
  ingrédient quotient efficient coefficient conscient inconscient impatient omniscient escient expédient résilient
  ambient émollient déficient gradient dément ment clément inclément véhément aliment brent trent kent present advent
  prééminent dolent bivalent
`)

/** Of these, the forms that are verbs after "ils" and "elles"; with a noun before (les poules couvent) only the sense tells. */
export const ENT_AFTER_PRONOUN = words(
  'couvent content excellent violent président négligent affluent influent convergent divergent émergent résident parent équivalent',
)

/** Verbs whose third person plural ends in -ment, a mute ending, against the nouns and adverbs in -ment. */
export const MUTE_MENT = words(`
  aiment dorment endorment rendorment forment ferment enferment renferment referment arment désarment charment
  alarment calment animent raniment rament trament clament réclament proclament acclament déclament fument parfument
  allument rallument consument assument résument exhument écument nomment surnomment renomment somment consomment
  assomment gomment enflamment programment sement parsement estiment expriment impriment compriment oppriment
  suppriment dépriment répriment priment arriment triment riment griment abiment affirment confirment infirment
  germent transforment informent conforment déforment réforment plument embrument hument zooment entament diffament
  affament brament rythment légitiment enveniment périment déciment subliment miment chôment embaument dégomment
  déplument accoutument reforment filment friment briment escriment mésestiment remplument
`)

/** Words for which the rules of spelling fail: how many syllables they have without a mute ending of their own. */
const IRREGULAR = `
  août 1 aout 1 aoûts 1 saoul 1 saouls 1 saoule 1e saoules 1s saône 1e paon 1 paons 1 faon 1 faons 1 taon 1 taons 1 laon 1 craon 1
  pays 2 paysage 3e paysages 3s paysagiste 4e paysagistes 4s paysan 3 paysans 3 paysanne 3e paysannes 3s dépayser 4
  dépaysé 4 dépaysement 5 abbaye 3 abbayes 3 staël 1 saint-saëns 2 saëns 1 caen 1
  moelle 1e moelles 1s moelleux 2 moelleuse 2e moelleuses 2s moellon 2 moellons 2 oesophage 3e foetus 2 oedipe 2e
  parce 1e est 1 es 1 sens 1 ouïe 2 goethe 1e boeing 2 zoo 1 zoos 1 alcool 2 alcools 2
  coopérer 4 coordonner 4 coopération 5 noosphère 3e et 1
  monsieur 2 messieurs 2 faisant 2 gars 1 oignon 2 oignons 2 poignet 2 ouest 1,2
  requiem 2,3 requiems 2,3 vidéo 3 stereo 3 video 3 videos 3 neo 2 leo 2 romeo 3 diego 2,3 israel 3 michael 2,3 mickaël 3
  théatre 2e real 2 dante 1e andante 3 allegro 3 forte 2 karaoke 4 sake 2 kobe 2 nike 1 beyonce 3 los 1 angeles 3
  mercedes 3 cervantes 3 reggae 2 aloe 2 joe 1 poe 1 monroe 2 chloe 2 roe 1 oboe 2
  bonheur 2 second 2 eh 1 euh 1 ah 1 oh 1 hé 1 heu 1 ouh 1 yeah 1 yeux 1 piano 2,3 pianos 2,3
  bio 1,2 trio 2 duo 2 duos 2 io 2 iode 1,2e maya 2 goya 2 ayant 2
  booz 2 piaf 1 camion 2 camions 2 radio 2 radios 2 studio 2 studios 2 audio 2 radiohead 3 scénario 3 scénarios 3 maestria 3
`
/**
 * Names and words of records as a French reader says them, where French spelling would mislead. A word that rules count
 * right (Björk, Bowie, Pink Floyd, jazz, blues) is not here.
 */
const BORROWED = `
  beatles 2 stones 1 stone 1 rolling 2 groove 1 grooves 1 coltrane 2 miles 1 drake 1 smiths 1 phoenix 2 road 1 roads 1
  side 1 sides 1 of 1 the 1 you 1 were 1 here 1 there 1 where 1 love 1 loves 1 lover 2 lovers 2 time 1 times 1 home 1 more 1 some 1
  come 1 comes 1 done 1 gone 1 life 1 wife 1 fire 1 wire 1 desire 2 line 1 lines 1 wine 1 nine 1 fine 1e machine 2e
  white 1 night 1 nights 1 like 1 lake 1 make 1 take 1 wake 1 smoke 1 broke 1 spoke 1 bridge 1 house 1 horse 1 horses 1 mouse 1
  nevermind 3 everything 3 everybody 4 every 2 never 2 ever 2 forever 3 electric 3 ladyland 3 experienced 4 are 1 have 1 give 1 live 1 alive 2
  five 1 drive 1 strange 1e change 1e changes 1s single 1e singles 1s remixes 3 remix 2 remaster 3 remastered 3 
  name 1 names 1 same 1 game 1 games 1 flame 1e gate 1 state 1 fate 1 late 1 hate 1 date 1e dates 1s space 1 spaces 2 place 1e face 1e race 1e
  grace 1 pieces 2 peace 1 voice 1 voices 2 dance 1e dancer 2 prince 1e once 1 police 2e ice 1 price 1 twice 1 nice 1e
  blue 1 true 1 truth 1 boys 1 girls 1 girl 1 guys 1 toys 1 days 1 ways 1 sweet 1 tree 1 trees 1 dreams 1 dream 1 sea 1 tea 1 beach 1 beat 1
  beats 1 heart 1 hearts 1 earth 1 heaven 2 heavy 2 head 1 heads 1 talking 2 dead 1 death 1 bread 1 great 1 year 1 years 1 ear 1 fear 1
  soap 1 boat 1 goat 1 coast 1 toast 1 roll 1 oasis 3 theatre 3 creature 2 feature 2 future 2e culture 2e nature 2e pure 1e lure 1
  people 2 temple 1e simple 1e purple 2 apple 2 little 2 bottle 2 battle 2 middle 2 jungle 1e eagle 2 eagles 2 bible 1e cradle 2
  table 1e metallica 4 megadeth 3 slayer 2 player 2 prayer 2 lauryn 2 hayes 1 isaac 2 otis 2 aretha 3 eilish 2 billie 2 charlie 2 julie 2
  jones 1 james 1 charles 1s davies 2 wailers 2 waits 1 louise 2,3e thelonious 4 wes 1 wayne 1 layne 1 bruce 1e joyce 1 lee 1 bee 1 free 1 three 1
  creedence 2 clearwater 3 revival 3 deep 1 feel 1 feeling 2 feelings 2 steely 2 dan 1 supertramp 3 genesis 3 yes 1 eno 2 brian 2 roxy 2
  motown 2 town 1 down 1 brown 1 crown 1 snow 1 show 1 shows 1 slow 1 flow 1 yellow 2 window 2 shadow 2 shadows 2 rainbow 2 low 1 new 1 news 1
  mezzanine 4 moonage 2 moonlight 2 sunshine 2 sunday 2 tuesday 2 pale 1 whale 1 male 1 tale 1 jane 1 cocaine 2 rain 1 train 1 chain 1
  hounds 1 kate 1 bush 1 ziggy 2 stardust 2 alice 2e cooper 2 coolio 3 cool 1 school 1 wolf 1 wu-tang 2 doors 1 door 1 riders 2
  one 1 two 1 someone 2 alone 2 phone 1 telephone 3 bone 1 bones 1 tone 1 tones 1 zone 1e clone 1e throne 1 joke 1 duke 1 luke 1 mike 1 ike 1
  pixies 2 surfer 2 rosa 2 doolittle 3 breeders 2 creep 1 sleep 1 queens 1 age 1e hole 1 whole 1 sonic 2 youth 1 daydream 2 
  teenage 2 riot 2 dirty 2 goodbye 2 bye 1 eye 1 eyes 1 dye 1 rhye 1 kanye 2 jay-z 2 moore 1 shore 1 core 1 hardcore 2 folklore 2e before 2 explore 2e
  evermore 3 nevermore 3 store 1e score 1e poetry 3 violator 4 depeche 2e mode 1e code 1e pride 1 tide 1 inside 2 outside 2 wide 1 bride 1e suicide 3e
  made 1 shade 1 blade 1 fade 1e parade 2e pipe 1e hope 1 rope 1 tape 1e tapes 1 mixtape 2 grape 1 bad 1 shape 1 escape 2 vibe 1 vibes 1 tribe 1 tribes 1
  cube 1e globe 1e babe 1 wave 1 waves 1 brave 1e save 1 slave 1 nerve 1 above 2 dove 1 move 1 moves 1 prove 1 glove 1 rave 1 rage 1e stage 1
  cage 1e page 1e image 2e lounge 1 george 1e marge 1e knowledge 2 edge 1 judge 1 fugees 2 gees 1 refugees 3
  else 1 false 1 pulse 1e because 2 cause 1e rose 1e roses 1s noise 1 nose 1 close 1e those 1 these 1 hose 1 whose 1 muse 1e use 1e used 1 abuse 2
  paradise 3 rise 1 wise 1 sunrise 2 exercise 3 guns 1
  cake 1 bake 1 snake 1 shake 1 mistake 2 rake 1 quake 1 nuke 1 strike 1 bike 1 awake 2
  superstar 3 supernova 4 interlude 3e prelude 2 etude 2 lose 1 loser 2 loveless 2 valentine 3 bloody 2 slowdive 2
  lowe 1 rowe 1 hawke 1 clarke 1 yorke 1 locke 1 blige 1 joplin 2 wilde 1 hyde 1 clyde 1 bonnie 2 doe 1
  ellington 3 armstrong 2 lester 2 parker 2 dizzy 2 gillespie 3 getz 1 gilberto 3 jobim 2 joao 2 ipanema 4 caetano 4 veloso 3
  lives 1 bootleg 2 sample 2 samples 2 sampler 2 scratch 1 turntable 3 vintage 2e deluxe 2 deluxes 2
  techno 2 trance 1 dubstep 2 reggaeton 3 hip 1 hop 1 trip-hop 2 gospel 2 bossa 2 nova 2 salsa 2 funk 1 disco 2 grunge 1 metal 2 punk 1
  indie 2 indies 2 shoegaze 2 drone 1e ambient 2 loop 1 swing 1 bebop 2 crooner 2 crooners 2 songwriter 3 song 1 songs 1 streaming 2
  wrote 1 note 1e vote 1e quote 1 site 1e elite 2 satellite 3e kite 1 bite 1 invite 2e write 1 cute 1 flute 1e mute 1e salute 2 route 1e minute 2e
  wasteland 2 homeland 2 graceland 2 homework 2 lovesick 2 timeless 2 fireside 2 moreover 3 somewhere 2 nowhere 2 anywhere 3 somebody 3 something 2
  straits 1 arcade 2e fires 1 interpol 3 strokes 1 hives 1 vines 1 knife 1 hermione 3
  simone 2e nicole 2e lana 2 rey 1 del 1 ray 1 gaye 1 marvin 2 stevie 2 wonder 2 jackie 2 sadie 2 eddie 2 freddie 2
  mayfield 2 ramones 2 stripes 1 suede 1 adele 2 winehouse 2 solaar 2 tchaïkovski 3 iam 2 television 4 moonchild 2 lifetime 2
  kraftwerk 2 tangerine 3 can 1 neu 1 faust 1 einstürzende 4 neubauten 3 hearted 2
`

/** What the lexicon says of a word: its syllables in the classical and the spoken reading, and its mute ending. */
export interface Listed {
  classical: number
  spoken: number
  mute: '' | 'e' | 's'
}

const entries = new Map<string, Listed>()
for (const [, word, spoken, classical, mute] of `${IRREGULAR} ${BORROWED}`.matchAll(
  /(\S+) (\d)(?:,(\d))?([es]?)(?=\s)/gu,
))
  entries.set(word!, {
    spoken: Number(spoken),
    classical: Number(classical ?? spoken),
    mute: mute as Listed['mute'],
  })

export function listed(word: string): Listed | undefined {
  return entries.get(word)
}

/** Abbreviations and signs, and what is read in their place. A full stop after them is optional. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['mme', 'madame'],
  ['mmes', 'mesdames'],
  ['mlle', 'mademoiselle'],
  ['mlles', 'mesdemoiselles'],
  ['mr', 'monsieur'],
  ['mrs', 'missis'],
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['dr', 'docteur'],
  ['bd', 'boulevard'],
  ['etc', 'et cétéra'],
  ['vs', 'versus'],
  ['ft', 'featuring'],
  ['feat', 'featuring'],
  ['sgt', 'sergent'],
  ['jr', 'junior'],
  ['nb', 'nota bene'],
  ['km', 'kilomètres'],
  ['cm', 'centimètres'],
  ['kg', 'kilos'],
  ['tél', 'téléphone'],
  ['stp', 'sil te plaît'],
  ['svp', 'sil vous plaît'],
  ['rdv', 'rendez-vous'],
])

/** Sounds written without a vowel; they have one syllable, whatever the letters. */
export const INTERJECTIONS =
  /^(?:p+s+t+|h+m+|m{2,}|b+r{2,}|p+f+|g+r{2,}|t+s{2,}|s?h{2,}|c+h{2,}|s+h+|z{2,}|r{2,}|v+r{2,})$/u

/** Groups of letters that hold a vowel and are yet spelled out. */
export const SPELLED = words('ac ep eps usa uk elo omd ufo emi acdc rem url abc ibm rca rtl inxs imax usb hifi ost ua')

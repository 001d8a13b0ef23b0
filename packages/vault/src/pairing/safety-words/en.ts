/** Safety words in English: 256 plain things, none unkind. The same place in each language's list is the same thing. */
export const SAFETY_WORDS: readonly string[] = `
  acorn almond anchor ant apple arch arrow autumn baker balcony ball balloon
  banana basil basket beach bear beaver bee belt bicycle bird blanket boat
  book bottle bowl box branch bread breeze brick bridge broom brush bucket
  butter butterfly button cabin cake camel camera candle canoe cap carpet carrot
  castle ceiling cello chair cheese cherry chess chestnut chicken chimney chocolate cinnamon
  circus clay clock cloud clover coconut coffee comb compass coral cotton cow
  crab crane crayon cricket crown curtain daisy dance deer desert desk diamond
  dog dolphin donkey door dragon drawer drum duck eagle earth echo egg
  elephant elevator emerald envelope family feather fence field fig finger fireplace fish
  flag flame flour flower flute forest fork garden garlic gate gift giraffe
  glass glove goose grape guitar hammer hammock harp hat hazelnut hedgehog helmet
  hen honey horse hotel island ivory jacket jewel juice jungle kangaroo kettle
  key kitchen kite koala ladder lamp lantern lavender leaf lemon letter library
  lion lizard market meadow melon milk mirror moon mountain mouse museum mushroom
  napkin needle nest night notebook oak ocean octopus olive onion orange orchestra
  otter oven paint palm panda paper pencil penguin pepper piano pillow pineapple
  pirate planet plum poem pond potato pumpkin puzzle queen rabbit radio rain
  rainbow ribbon rice river robot rocket roof rose saddle sailor salt sand
  scarf school seal shadow sheep shell shoe skirt snail snow soap sock
  sofa song spoon spring stable stamp star station statue storm strawberry street
  sugar suitcase summer swan sweater teacher tent theater thumb thunder ticket tiger
  toast tomato towel tree
`
  .trim()
  .split(/\s+/);

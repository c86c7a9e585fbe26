/** Draws the shop's pictures into `pictures/`: `node draw-pictures.mjs`. The same script always draws the same files. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { palette } from './drawing/canvas.mjs'
import { beanie, hoodie, socks, tote, tshirt } from './drawing/clothes.mjs'
import { blocks, cards, fox, notebook, pencils, poster } from './drawing/gifts.mjs'
import { blanket, candle, clock, cushion, lamp, pot } from './drawing/home.mjs'
import { chocolate, cream, honey, jam, soap, tea } from './drawing/pantry.mjs'
import { bowl, mug, plate, teapot, vase } from './drawing/tableware.mjs'

const folder = new URL('pictures/', import.meta.url)

const pictures = {
  'mug-blue': mug(palette.blue),
  'mug-terracotta': mug(palette.terracotta),
  'mug-sage': mug(palette.sage),
  'plate-sand': plate(palette.sand),
  'plate-navy': plate(palette.navy),
  teapot: teapot(palette.ochre),
  bowl: bowl(palette.teal),
  vase: vase(palette.rose),
  'candle-fir': candle(palette.green),
  'candle-citrus': candle(palette.mustard),
  'candle-lavender': candle(palette.lilac),
  'blanket-blue': blanket(palette.blue),
  'blanket-berry': blanket(palette.berry),
  lamp: lamp(palette.mustard),
  'pot-terracotta': pot(palette.terracotta),
  'pot-mint': pot(palette.mint),
  cushion: cushion(palette.mustard),
  clock: clock(palette.navy),
  'tshirt-white': tshirt(palette.white),
  'tshirt-green': tshirt(palette.green, palette.cream),
  'hoodie-graphite': hoodie(palette.graphite),
  'hoodie-lilac': hoodie(palette.lilac),
  'tote-natural': tote(palette.cream),
  'tote-black': tote(palette.graphite, palette.mustard),
  socks: socks(palette.coral),
  beanie: beanie(palette.teal),
  'notebook-blue': notebook(palette.navy),
  'notebook-rose': notebook(palette.rose),
  poster: poster(),
  cards: cards(),
  fox: fox(),
  blocks: blocks(),
  pencils: pencils(),
  honey: honey(),
  tea: tea(),
  jam: jam(),
  'soap-oat': soap(palette.sand),
  'soap-clay': soap(palette.coral),
  'soap-mint': soap(palette.mint),
  cream: cream(),
  chocolate: chocolate(),
}

mkdirSync(folder, { recursive: true })
for (const [name, svg] of Object.entries(pictures)) writeFileSync(new URL(`${name}.svg`, folder), svg)

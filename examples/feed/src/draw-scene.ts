/** What a post's picture shows. */
export type Scene = 'hills' | 'sea' | 'city' | 'table' | 'forest' | 'window'

const shapes: Record<Scene, string[]> = {
  hills: ['M0 200Q90 110 190 175T400 130V260H0Z', 'M0 225Q130 160 250 210T400 190V260H0Z'],
  sea: ['M0 160H400V260H0Z', 'M0 200Q50 188 100 200T200 200T300 200T400 200V260H0Z'],
  city: [
    'M30 260V120H85V90H130V260ZM150 260V60H205V260ZM225 260V140H290V110H345V260Z',
    'M0 260V180H60V205H110V170H175V215H240V185H300V200H400V260Z',
  ],
  table: ['M0 190H400V260H0Z', 'M150 190V130H235V190ZM235 145H252A14 14 0 0 1 252 173H235Z'],
  forest: [
    'M40 230L90 90L140 230ZM120 230L185 60L250 230ZM230 230L285 100L340 230ZM310 230L360 130L410 230Z',
    'M0 225Q200 200 400 225V260H0Z',
  ],
  window: ['M110 40H290V210H110Z', 'M90 210H310V226H90ZM150 210Q140 165 165 150Q175 180 168 210Z'],
}

/** A picture drawn from two shapes and a sun, in the author's colour. */
export function drawScene(scene: Scene, hue: number): SVGElement {
  const drawing = shape('svg', { viewBox: '0 20 400 225', class: 'scene', 'aria-hidden': 'true' })
  drawing.append(
    shape('rect', { width: '400', height: '260', fill: `hsl(${hue} 52% 88%)` }),
    shape('circle', { cx: '310', cy: '70', r: '30', fill: `hsl(40 88% 80%)` }),
    ...shapes[scene].map((d, depth) => shape('path', { d, fill: `hsl(${hue} 36% ${68 - depth * 18}%)` })),
  )
  return drawing
}

function shape(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

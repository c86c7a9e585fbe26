/** Colours of the shop: everything is drawn with these, so that the pictures belong together. */
export const palette = {
  blue: '#4f7fae',
  navy: '#34496b',
  teal: '#3f8f8c',
  sage: '#8aa583',
  green: '#4f7d5d',
  mint: '#8cc3ae',
  mustard: '#d9a441',
  ochre: '#c98b3c',
  terracotta: '#c96f4a',
  coral: '#e08068',
  rose: '#d58a94',
  berry: '#9c4560',
  lilac: '#a593c6',
  sand: '#d8bf9c',
  cream: '#f6ecdd',
  wood: '#b98a5e',
  graphite: '#4d4c5c',
  white: '#fbf8f3',
}

/** Between two colours: 0 is the first, 1 the second. */
export function mix(from, to, share) {
  const channel = (hex, at) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [1, 3, 5].reduce((hex, at) => {
    const value = Math.round(channel(from, at) * (1 - share) + channel(to, at) * share)
    return hex + value.toString(16).padStart(2, '0')
  }, '#')
}

export const light = (color, share = 0.3) => mix(color, '#ffffff', share)
export const dark = (color, share = 0.25) => mix(color, '#2b2233', share)

/**
 * A picture of 800 × 800: a soft background in the object's own tone, light from the upper left, a shadow on the floor.
 * `draw` gets `paint(color)`, which makes a fill that is lit from the left, and returns SVG.
 */
export function scene(tone, draw, { shadow = 220, floor = 620 } = {}) {
  const fills = new Map()
  const paint = (color, strength = 1) => {
    const key = `${color}${strength}`
    if (!fills.has(key)) fills.set(key, { id: `f${fills.size}`, color, strength })
    return `url(#${fills.get(key).id})`
  }
  const content = draw(paint)
  const gradients = [...fills.values()].map(({ id, color, strength }) => {
    const stops = [light(color, 0.28 * strength), color, dark(color, 0.2 * strength)]
    return gradient(id, stops, 'x2="1" y2=".25"')
  })
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800">',
    `<defs>${gradient('b', [light(tone, 0.86), light(tone, 0.66)], 'x2="0" y2="1"')}${gradients.join('')}</defs>`,
    '<path fill="url(#b)" d="M0 0h800v800H0z"/>',
    `<circle cx="400" cy="390" r="290" fill="${light(tone, 0.9)}" opacity=".65"/>`,
    shadow
      ? `<ellipse cx="410" cy="${floor}" rx="${shadow}" ry="24" fill="${dark(tone, 0.55)}" opacity=".22"/>`
      : '',
    content,
    '</svg>\n',
  ].join('')
}

function gradient(id, colors, direction) {
  const stops = colors.map((color, index) => {
    const offset = index === 0 ? '' : ` offset="${Number((index / (colors.length - 1)).toFixed(2))}"`
    return `<stop${offset} stop-color="${color}"/>`
  })
  return `<linearGradient id="${id}" x1="0" y1="0" ${direction}>${stops.join('')}</linearGradient>`
}

export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
export const line = (d, color, width, more = '') =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
export const ellipse = (cx, cy, rx, ry, fill, more = '') =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`
export const rect = (x, y, width, height, radius, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" ${more}/>`
export const group = (transform, ...content) => `<g transform="${transform}">${content.join('')}</g>`
/** A streak of light on a rounded side. */
export const shine = (d, width = 16, opacity = 0.35) => line(d, '#ffffff', width, `opacity="${opacity}"`)

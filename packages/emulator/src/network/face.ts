interface Colours {
  skin: string
  hair: string
  shirt: string
  ground: string
  long: boolean
}

/** A small portrait as a `data:` address: no pictures of anybody, nothing to load. */
export function drawFace({ skin, hair, shirt, ground, long }: Colours): string {
  const behind = long
    ? `<path d="M28 48c0-30 44-30 44 0v26H28z" fill="${hair}"/>`
    : `<path d="M30 46c0-26 40-26 40 0v4H30z" fill="${hair}"/>`
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="200" height="200">',
    `<path d="M0 0h100v100H0z" fill="${ground}"/>`,
    behind,
    `<path d="M14 100c2-24 18-30 36-30s34 6 36 30z" fill="${shirt}"/>`,
    `<path d="M43 60h14v12c0 8-14 8-14 0z" fill="${skin}"/>`,
    `<ellipse cx="50" cy="47" rx="16" ry="19" fill="${skin}"/>`,
    `<path d="M33 45c0-24 34-24 34 0-6-8-12-11-17-12-6 2-12 5-17 12z" fill="${hair}"/>`,
    '<circle cx="44" cy="48" r="1.6"/><circle cx="56" cy="48" r="1.6"/>',
    '<path d="M45 56q5 4 10 0" fill="none" stroke="#000" stroke-opacity=".5" stroke-width="1.6" stroke-linecap="round"/>',
    '</svg>',
  ].join('')
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

import { dark, ellipse, group, light, line, palette, path, rect, scene } from './canvas.mjs'

export function notebook(color) {
  const spiral = Array.from({ length: 10 }, (_, index) => `M232 ${214 + index * 42}h44`).join('')
  return scene(
    color,
    (paint) =>
      [
        group(
          'rotate(-5 400 400)',
          rect(272, 176, 304, 452, 16, palette.white),
          rect(262, 168, 304, 452, 16, dark(palette.cream, 0.1)),
          rect(250, 160, 304, 452, 16, paint(color)),
          rect(318, 250, 186, 104, 10, palette.cream),
          line('M346 288h130M346 318h84', dark(color, 0.1), 8),
          path('M490 160h34v150l-17-18-17 18z', palette.coral),
          line(spiral, palette.graphite, 8),
          line('M272 180v410', '#ffffff', 4, 'opacity=".25"'),
        ),
      ].join(''),
    { shadow: 200, floor: 640 },
  )
}

export function poster() {
  return scene(
    palette.coral,
    (paint) =>
      [
        rect(218, 146, 372, 500, 6, '#6b4a4a', 'opacity=".2"'),
        rect(206, 130, 372, 500, 6, palette.wood),
        rect(222, 146, 340, 468, 0, palette.white),
        rect(250, 174, 284, 412, 0, paint('#f3c9a5')),
        ellipse(440, 284, 52, 52, palette.coral),
        path('M250 470l84-132 62 88 50-70 88 128v102H250z', paint(palette.lilac)),
        path('M334 338l32 46-22 16-18-12-22 14z', palette.white),
        path('M250 524c70-54 110-42 160-12s88 14 124-16v90H250z', palette.green),
        path('M250 558c90-40 160-8 284-26v54H250z', dark(palette.green, 0.25)),
      ].join(''),
    { shadow: 0 },
  )
}

export function cards() {
  const card = (turn, fill, art) => group(`rotate(${turn} 400 660)`, rect(272, 208, 256, 356, 14, fill), art)
  return scene(
    palette.rose,
    (paint) =>
      [
        card(-17, paint(palette.mint), ellipse(400, 330, 52, 52, palette.mustard)),
        card(15, paint(palette.mustard), line('M330 300c40-40 100-40 140 0', palette.cream, 16)),
        card(
          -1,
          palette.white,
          [
            line('M400 470V330', palette.green, 9),
            path(
              'M400 430c-50 0-72-26-76-58 44-4 72 18 76 58zM400 450c50 0 72-26 76-58-44-4-72 18-76 58z',
              palette.sage,
            ),
            ellipse(400, 300, 52, 52, paint(palette.coral)),
            ellipse(400, 300, 19, 19, palette.mustard),
            line('M340 518h120', palette.rose, 8),
          ].join(''),
        ),
      ].join(''),
    { shadow: 190 },
  )
}

export function fox() {
  const coat = palette.terracotta
  return scene(
    palette.ochre,
    (paint) =>
      [
        path('M520 606c120 10 156-84 116-168-26 60-70 62-116 84z', paint(coat)),
        path('M636 438c14 30 18 62 8 92-22-6-40-20-46-42 16-12 28-28 38-50z', palette.cream),
        path('M276 622c-14-150 44-232 124-232s140 82 126 232z', paint(coat)),
        path('M344 622c-8-92 18-144 58-144s66 52 58 144z', palette.cream),
        path(
          'M226 176l112 62h126l112-62c22 110 4 178-40 214-40 34-88 52-135 52s-95-18-135-52c-44-36-62-104-40-214z',
          paint(coat),
        ),
        path(
          'M244 208l62 40-44 44c-16-26-20-52-18-84zM558 208l-62 40 44 44c16-26 20-52 18-84z',
          dark(coat, 0.4),
        ),
        path(
          'M242 338c50-26 110-8 159 66 49-74 109-92 159-66-34 70-92 104-159 104s-125-34-159-104z',
          palette.cream,
        ),
        ellipse(330, 326, 14, 17, '#35272a'),
        ellipse(472, 326, 14, 17, '#35272a'),
        ellipse(401, 414, 24, 18, '#35272a'),
        line('M300 622v-42M500 622v-42', dark(coat, 0.3), 7),
      ].join(''),
    { shadow: 210 },
  )
}

export function blocks() {
  const block = (x, y, color, paint, art) =>
    rect(x, y, 156, 156, 20, paint(color)) +
    rect(x + 16, y + 16, 124, 124, 12, light(color, 0.62)) +
    group(`translate(${x + 78} ${y + 78})`, art)
  return scene(
    palette.mint,
    (paint) =>
      [
        block(
          234,
          462,
          palette.coral,
          paint,
          path('M0-42l12 28 30 3-23 20 7 30-26-16-26 16 7-30-23-20 30-3z', palette.coral),
        ),
        block(
          404,
          462,
          palette.blue,
          paint,
          line('M-38-6q19-24 38 0t38 0M-38 24q19-24 38 0t38 0', palette.blue, 11),
        ),
        block(312, 298, palette.mustard, paint, ellipse(0, 0, 32, 32, palette.mustard)),
        group(
          'rotate(12 420 220)',
          block(352, 134, palette.green, paint, path('M0-42l38 70h-76z', palette.green)),
        ),
      ].join(''),
    { shadow: 210 },
  )
}

export function pencils() {
  const tints = [palette.berry, palette.coral, palette.mustard, palette.sage, palette.teal, palette.navy]
  const heights = [250, 206, 232, 190, 224, 256]
  const pencil = (paint, index) => {
    const x = 246 + index * 52
    const y = heights[index]
    return (
      path(`M${x} ${y + 62}l22-62 22 62z`, palette.cream) +
      path(`M${x + 14} ${y + 22}l8-22 8 22z`, tints[index]) +
      rect(x, y + 60, 44, 300, 0, paint(tints[index]))
    )
  }
  return scene(palette.teal, (paint) =>
    [
      ...tints.map((_, index) => pencil(paint, index)),
      path('M212 424h376v168c0 20-10 30-30 30H242c-20 0-30-10-30-30z', paint(palette.sand)),
      path('M212 424h376v22H212z', light(palette.sand, 0.45)),
      line('M300 520c30-34 56-34 84 0s54 34 84 0 24-20 34-26', palette.teal, 10),
      line('M300 562h200', light(palette.teal, 0.3), 7),
    ].join(''),
  )
}

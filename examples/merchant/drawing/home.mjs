import { dark, ellipse, group, light, line, palette, path, rect, scene, shine } from './canvas.mjs'

export function candle(color) {
  return scene(
    color,
    (paint) =>
      [
        ellipse(400, 238, 92, 104, '#fff3cf', 'opacity=".75"'),
        path('M400 168c34 46 40 64 40 84 0 26-18 42-40 42s-40-16-40-42c0-20 6-38 40-84z', '#f6b44b'),
        path('M400 222c16 22 19 32 19 44 0 15-9 24-19 24s-19-9-19-24c0-12 3-22 19-44z', '#fff0c2'),
        line('M400 288v56', '#4a3b35', 7),
        path('M256 344h288v238c0 26-14 40-40 40H296c-26 0-40-14-40-40z', paint(color)),
        ellipse(400, 344, 144, 30, light(color, 0.6)),
        ellipse(400, 346, 124, 22, palette.cream),
        rect(292, 424, 216, 128, 8, palette.white, 'opacity=".94"'),
        line('M340 466h120M362 494h76', dark(color, 0.2), 8),
        ellipse(400, 522, 8, 8, color),
        shine('M276 396v178', 12),
      ].join(''),
    { shadow: 180 },
  )
}

export function blanket(color) {
  const fringe = Array.from(
    { length: 13 },
    (_, index) => `M${192 + index * 35} 596v${34 - (index % 2) * 6}`,
  ).join('')
  const check = [0, 1, 2].map((row) => `M176 ${398 + row * 62}h448`).join('')
  return scene(
    color,
    (paint) =>
      [
        line(fringe, light(color, 0.25), 9),
        path('M176 340c0-40 22-62 60-62h328c38 0 60 22 60 62v256H176z', paint(color)),
        line(check, light(color, 0.55), 12, 'opacity=".55"'),
        line('M262 284v312M400 278v318M538 284v312', light(color, 0.55), 12, 'opacity=".35"'),
        path(
          'M176 340c0-40 22-62 60-62h328c38 0 60 22 60 62 0-22-24-28-60-28H236c-36 0-60 6-60 28z',
          light(color, 0.45),
        ),
        path('M206 278c0-36 22-56 58-56h272c36 0 58 20 58 56z', paint(light(color, 0.22))),
        line('M206 278h388', dark(color, 0.3), 5, 'opacity=".35"'),
      ].join(''),
    { shadow: 250, floor: 632 },
  )
}

export function lamp(color) {
  return scene(
    color,
    (paint) =>
      [
        path('M232 400h336l70 222H162z', '#fff1c4', 'opacity=".7"'),
        rect(388, 392, 24, 200, 0, paint(palette.wood)),
        path('M290 622c0-34 46-48 110-48s110 14 110 48z', paint(palette.wood)),
        path('M316 170h168l90 232H226z', paint(color)),
        path('M316 170h168l6 16H310zM232 386h336l6 16H226z', light(color, 0.5)),
        line('M352 196l-54 180M400 196v180M448 196l54 180', light(color, 0.4), 5, 'opacity=".6"'),
        line('M470 402v62', dark(palette.wood, 0.2), 4),
        ellipse(470, 472, 10, 10, dark(palette.wood, 0.2)),
      ].join(''),
    { shadow: 170 },
  )
}

export function pot(color) {
  const leaf = (turn, length, fill) =>
    group(
      `translate(400 372) rotate(${turn})`,
      path(
        `M0 0c-52-${length * 0.4}-44-${length * 0.8} 0-${length} 44 ${length * 0.2} 52 ${length * 0.6} 0 ${length}z`,
        fill,
      ),
      line(`M0 0v-${length * 0.8}`, light(palette.green, 0.4), 4, 'opacity=".7"'),
    )
  return scene(
    color,
    (paint) =>
      [
        leaf(-62, 190, palette.green),
        leaf(60, 200, palette.green),
        leaf(-34, 236, paint(palette.sage)),
        leaf(34, 226, paint(palette.sage)),
        leaf(0, 262, paint(palette.green)),
        path('M266 406h268l-32 188c-3 18-14 28-32 28H330c-18 0-29-10-32-28z', paint(color)),
        rect(246, 358, 308, 66, 14, paint(light(color, 0.12))),
        path('M268 424h264l-3 16H271z', dark(color, 0.35), 'opacity=".35"'),
        shine('M304 460l16 110', 14),
      ].join(''),
    { shadow: 160 },
  )
}

export function cushion(color) {
  const stitches = [-2, -1, 0, 1, 2]
    .map((row) => `M${262 + Math.abs(row) * 10} ${400 + row * 62}q138 -34 276 0`)
    .join('')
  return scene(
    color,
    (paint) =>
      [
        path(
          'M182 214c70 30 366 30 436 0-30 90-30 300 0 396-80-26-356-26-436 0 30-96 30-306 0-396z',
          paint(color),
          `stroke="${light(color, 0.25)}" stroke-width="10" stroke-linejoin="round"`,
        ),
        line(stitches, light(color, 0.6), 9, 'opacity=".75" stroke-dasharray="2 20"'),
        ellipse(400, 404, 16, 14, dark(color, 0.25)),
        shine('M232 262c-8 56-12 90-12 140', 14, 0.3),
      ].join(''),
    { shadow: 240, floor: 616 },
  )
}

export function clock(color) {
  const hours = Array.from({ length: 12 }, (_, hour) =>
    group(
      `rotate(${hour * 30} 400 390)`,
      line(`M400 214v${hour % 3 === 0 ? 30 : 12}`, color, hour % 3 === 0 ? 12 : 8),
    ),
  )
  return scene(
    color,
    (paint) =>
      [
        ellipse(414, 412, 232, 232, dark(color, 0.5), 'opacity=".18"'),
        ellipse(400, 390, 232, 232, paint(palette.wood)),
        ellipse(400, 390, 204, 204, palette.white),
        ...hours,
        line('M400 390l-66-84', color, 16),
        line('M400 390l92-104', color, 11),
        line('M372 420l104-118', palette.coral, 5),
        ellipse(400, 390, 15, 15, palette.coral),
      ].join(''),
    { shadow: 0 },
  )
}

import { dark, ellipse, group, light, line, palette, path, rect, scene, shine } from './canvas.mjs'

export function honey() {
  const gold = palette.mustard
  return scene(
    gold,
    (paint) =>
      [
        path(
          'M252 336c0-30 16-46 46-46h204c30 0 46 16 46 46v238c0 32-16 48-48 48H300c-32 0-48-16-48-48z',
          paint(gold),
        ),
        path('M252 336c0-30 16-46 46-46h204c30 0 46 16 46 46v22H252z', '#ffffff', 'opacity=".45"'),
        path('M284 262h232v34H284z', palette.cream),
        path('M262 220c0-16 8-24 24-24h228c16 0 24 8 24 24v46H262z', paint(palette.wood)),
        path('M400 376l72 42v84l-72 42-72-42v-84z', palette.cream),
        ellipse(400, 462, 34, 25, gold),
        line('M388 438v48M408 438v48', palette.graphite, 9, 'style="stroke-linecap:butt"'),
        ellipse(384, 428, 17, 11, '#ffffff', 'transform="rotate(-24 384 428)"'),
        ellipse(418, 428, 17, 11, '#ffffff', 'transform="rotate(24 418 428)"'),
        shine('M278 384v180', 14, 0.45),
      ].join(''),
    { shadow: 180 },
  )
}

export function tea() {
  const tone = palette.green
  return scene(
    tone,
    (paint) =>
      [
        path('M264 214h272l22 394c1 10-4 14-14 14H256c-10 0-15-4-14-14z', paint(tone)),
        path('M264 214l12-58h248l12 58z', light(tone, 0.24)),
        line('M270 190h260', dark(tone, 0.2), 5, 'stroke-dasharray="10 9" opacity=".6"'),
        rect(296, 288, 208, 236, 104, palette.cream),
        line('M400 476V348', tone, 8),
        path(
          'M400 420c-54 2-74-28-78-60 46-4 76 20 78 60zM400 446c54 2 74-28 78-60-46-4-76 20-78 60zM400 352c-24-18-24-40 0-62 24 22 24 44 0 62z',
          paint(palette.sage),
        ),
        line('M336 560h128', palette.cream, 8),
        shine('M284 250l-14 330', 12, 0.22),
      ].join(''),
    { shadow: 180 },
  )
}

export function jam() {
  const tone = '#e0802f'
  const berry = (x, y, paint) => ellipse(x, y, 19, 21, paint('#f0a04a'))
  return scene(
    tone,
    (paint) =>
      [
        path(
          'M268 300h264c22 14 32 34 32 62v208c0 34-18 52-52 52H288c-34 0-52-18-52-52V362c0-28 10-48 32-62z',
          paint(tone),
        ),
        path(
          'M262 180h276l26 88c-40 40-52-6-82 14s-56-6-82 10-56-18-84-2-56 16-80-22z',
          paint(palette.berry),
        ),
        ellipse(400, 182, 138, 24, light(palette.berry, 0.25)),
        line('M272 270c84 26 172 26 256 0', palette.cream, 9),
        rect(292, 388, 216, 164, 14, palette.white),
        [
          [372, 436],
          [408, 424],
          [430, 456],
          [392, 466],
        ]
          .map(([x, y]) => berry(x, y, paint))
          .join(''),
        path('M410 412c10-28 34-34 56-28-6 24-26 36-56 28z', palette.green),
        line('M344 516h112', palette.berry, 8),
        shine('M256 372v180', 12, 0.4),
      ].join(''),
    { shadow: 190 },
  )
}

export function soap(color, tone = color) {
  return scene(
    tone,
    (paint) =>
      [
        rect(212, 470, 400, 144, 34, dark(color, 0.12)),
        rect(196, 452, 400, 148, 36, paint(color)),
        rect(240, 328, 352, 140, 34, dark(color, 0.1)),
        rect(226, 312, 352, 140, 36, paint(light(color, 0.16))),
        path('M330 312h144v140H330zM318 452h150v148H318z', palette.cream),
        line('M372 366h60M356 396h92M364 520h60M350 550h88', dark(color, 0.3), 7),
        line(
          'M402 312V232M402 296c-30-4-42-22-44-46 26 0 44 16 44 46zM402 270c30-4 42-22 44-46-26 0-44 16-44 46z',
          palette.green,
          7,
          `style="fill:${palette.sage}"`,
        ),
        shine('M232 492v62M258 346v56', 12),
      ].join(''),
    { shadow: 230 },
  )
}

export function cream() {
  const tone = palette.rose
  return scene(
    tone,
    (paint) =>
      [
        path('M282 182h236l-34 392H316z', paint(light(tone, 0.35))),
        path('M276 158h248c8 0 12 5 11 13l-2 20H267l-2-20c-1-8 3-13 11-13z', tone),
        line(
          'M292 158v28M320 158v28M348 158v28M376 158v28M404 158v28M432 158v28M460 158v28M488 158v28',
          light(tone, 0.4),
          4,
        ),
        path('M312 552h176v50c0 14-8 20-20 20H332c-12 0-20-6-20-20z', paint(palette.berry)),
        ellipse(400, 332, 62, 62, palette.white),
        path('M400 366c-44-28-42-64-18-66 10 0 16 6 18 14 2-8 8-14 18-14 24 2 26 38-18 66z', palette.berry),
        line('M350 440h100M366 470h68', palette.berry, 8),
        shine('M310 220l22 300', 12, 0.5),
      ].join(''),
    { shadow: 130 },
  )
}

export function chocolate() {
  const brown = '#6b4331'
  const squares = [0, 1].flatMap((row) =>
    [0, 1, 2].map((column) => rect(268 + column * 92, 168 + row * 82, 80, 70, 10, light(brown, 0.14))),
  )
  return scene(
    palette.wood,
    (paint) =>
      [
        group(
          'rotate(7 400 400)',
          rect(256, 156, 288, 300, 18, paint(brown)),
          ...squares,
          path(
            'M244 330l24-16 24 16 24-16 24 16 24-16 24 16 24-16 24 16 24-16 24 16 24-16 24 16 24-16v308H244z',
            light('#b9bcc4', 0.35),
          ),
          rect(244, 366, 312, 262, 10, paint(palette.teal)),
          rect(290, 414, 220, 128, 64, palette.cream),
          ellipse(366, 478, 24, 34, brown, 'transform="rotate(24 366 478)"'),
          ellipse(432, 478, 24, 34, brown, 'transform="rotate(-24 432 478)"'),
          line('M330 584h140', palette.cream, 8),
        ),
      ].join(''),
    { shadow: 190, floor: 640 },
  )
}

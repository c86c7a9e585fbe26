import { dark, ellipse, group, light, line, palette, path, scene, shine } from './canvas.mjs'

export function mug(color) {
  return scene(color, (paint) =>
    [
      line('M536 372c96-14 128 44 112 104s-72 84-132 76', paint(color), 38),
      path('M238 310h312l-10 226c-3 58-38 86-88 86H336c-50 0-85-28-88-86z', paint(color)),
      path('M241 372h306l-2 46H243z', light(color, 0.72), 'opacity=".55"'),
      path('M244 440h300l-1 14H245z', light(color, 0.72), 'opacity=".55"'),
      ellipse(394, 310, 156, 34, light(color, 0.45)),
      ellipse(394, 314, 136, 25, dark(color, 0.35)),
      ellipse(394, 321, 122, 17, '#6b4430'),
      line('M350 240c-26-34 22-52 0-92M430 236c-26-34 22-52 0-92', '#ffffff', 14, 'opacity=".7"'),
      shine('M276 350l6 190'),
    ].join(''),
  )
}

export function plate(color) {
  return scene(
    color,
    (paint) =>
      [
        ellipse(412, 424, 262, 258, dark(color, 0.5), 'opacity=".18"'),
        ellipse(400, 400, 262, 262, paint(color)),
        ellipse(400, 400, 246, 246, 'none', `stroke="${light(color, 0.5)}" stroke-width="5"`),
        ellipse(402, 404, 172, 172, dark(color, 0.16)),
        ellipse(400, 400, 168, 168, paint(light(color, 0.18))),
        line(
          'M262 424c46-44 88-44 138 0s92 44 138 0M284 478c38-30 76-30 116 0s78 30 116 0',
          light(color, 0.66),
          9,
          'opacity=".8"',
        ),
        ellipse(400, 330, 34, 34, light(color, 0.66), 'opacity=".8"'),
        shine('M196 318c28-62 70-98 128-120', 14, 0.4),
      ].join(''),
    { shadow: 0 },
  )
}

export function teapot(color) {
  return scene(color, (paint) =>
    [
      line('M560 420c104-40 122 124-6 132', paint(color), 34),
      path('M262 470c-60-4-70-92-132-112l38-34c74 16 98 62 130 66z', paint(color)),
      path('M234 480c0-96 70-150 172-150s172 54 172 150c0 92-66 142-172 142s-172-50-172-142z', paint(color)),
      path('M314 342c14-30 52-44 92-44s78 14 92 44c-50 12-134 12-184 0z', light(color, 0.35)),
      ellipse(406, 284, 26, 24, paint(palette.wood)),
      line('M246 506c100 36 220 36 320 0', light(color, 0.62), 8, 'opacity=".8"'),
      line('M252 532c98 36 210 36 308 0', light(color, 0.62), 8, 'opacity=".8"'),
      shine('M282 458c8-44 34-72 70-84'),
    ].join(''),
  )
}

export function bowl(color) {
  const leaf = (transform) => group(transform, path('M0 0c10-44 50-58 84-48-4 40-38 66-84 48z', paint0))
  const paint0 = palette.green
  return scene(color, (paint) =>
    [
      leaf('translate(300 372) rotate(-28)'),
      leaf('translate(382 366) rotate(-52)'),
      leaf('translate(470 372) rotate(-8)'),
      ellipse(372, 372, 46, 44, paint(palette.coral)),
      ellipse(462, 374, 40, 38, paint(palette.mustard)),
      ellipse(306, 380, 34, 32, paint(palette.berry)),
      path('M176 384h448c-6 116-66 202-154 222v16H330v-16c-88-20-148-106-154-222z', paint(color)),
      path('M176 384h448c0 14-1 28-4 40H180c-3-12-4-26-4-40z', light(color, 0.5), 'opacity=".6"'),
      shine('M222 444c14 50 36 86 70 108'),
    ].join(''),
  )
}

export function vase(color) {
  const stem = (d) => line(d, palette.green, 9)
  const blossom = (x, y, r, fill) =>
    ellipse(x, y, r, r, fill) + ellipse(x, y, r * 0.4, r * 0.4, palette.mustard)
  return scene(
    color,
    (paint) =>
      [
        stem('M394 360c-6-70-50-100-70-166M402 360c0-80 8-120 8-216M410 360c14-70 60-90 82-150'),
        path(
          'M352 270c-40 0-60-22-66-50 36-2 62 14 66 50zM452 282c8-38 34-54 70-50-6 30-30 50-70 50z',
          palette.sage,
        ),
        blossom(322, 186, 40, paint(palette.white)),
        blossom(410, 138, 46, paint(palette.coral)),
        blossom(496, 206, 38, paint(palette.mustard, 0.6)),
        path(
          'M346 346h112c-4 46 2 66 34 98 62 62 34 178-40 178H352c-74 0-102-116-40-178 32-32 38-52 34-98z',
          paint(color),
        ),
        ellipse(402, 346, 56, 13, dark(color, 0.3)),
        line('M292 500c70 26 150 26 220 0', light(color, 0.6), 8, 'opacity=".75"'),
        shine('M326 478c-18 28-20 60-8 86'),
      ].join(''),
    { shadow: 170 },
  )
}

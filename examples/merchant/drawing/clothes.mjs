import { dark, ellipse, light, line, palette, path, rect, scene } from './canvas.mjs'

const pines = (x, y, fill) => path(`M${x} ${y}l38 62h-22l34 56h-38v26h-24v-26h-38l34-56h-22z`, fill)

export function tshirt(color, print = palette.green) {
  const seam = dark(color, 0.18)
  return scene(
    color === palette.white ? palette.sage : color,
    (paint) =>
      [
        path(
          'M300 174c44 44 156 44 200 0l64 26c22 9 34 22 44 42l64 128-98 52-34-62v262c0 16-10 26-26 26H286c-16 0-26-10-26-26V360l-34 62-98-52 64-128c10-20 22-33 44-42z',
          paint(color),
        ),
        path('M300 174c44 44 156 44 200 0l18 8c-50 66-186 66-236 0z', seam, 'opacity=".55"'),
        line('M262 364V296M538 364V296M140 350l92 48M660 350l-92 48', seam, 5, 'opacity=".5"'),
        pines(340, 362, print),
        pines(404, 330, dark(print, 0.1)),
        pines(466, 370, print),
        line('M292 520h216', print, 7),
      ].join(''),
    { shadow: 170, floor: 662 },
  )
}

export function hoodie(color) {
  const seam = dark(color, 0.3)
  return scene(
    color,
    (paint) =>
      [
        path(
          'M268 222l-56 26c-22 10-34 26-40 52l-58 276 86 20 58-204v232h284V392l58 204 86-20-58-276c-6-26-18-42-40-52l-56-26z',
          paint(color),
        ),
        path('M258 604h284v34c0 8-6 14-14 14H272c-8 0-14-6-14-14z', dark(color, 0.16)),
        path('M116 566l86 20-8 32-86-20zM684 566l-86 20 8 32 86-20z', dark(color, 0.16)),
        path(
          'M400 352c-90-28-140-84-132-130 14-66 74-98 132-98s118 32 132 98c8 46-42 102-132 130z',
          paint(light(color, 0.12)),
        ),
        path('M400 318c-58-20-86-60-82-92 6-38 42-58 82-58s76 20 82 58c4 32-24 72-82 92z', dark(color, 0.45)),
        line('M372 336v84M428 336v76', palette.cream, 8),
        path(
          'M306 482h188l30 92H276z',
          paint(light(color, 0.1)),
          `stroke="${seam}" stroke-width="4" stroke-opacity=".5"`,
        ),
        line('M258 396v-40M542 396v-40', seam, 5, 'opacity=".5"'),
      ].join(''),
    { shadow: 190, floor: 660 },
  )
}

export function tote(color, print = palette.terracotta) {
  return scene(
    color === palette.graphite ? palette.graphite : palette.sand,
    (paint) =>
      [
        line('M316 330c-16-210 184-210 168 0', dark(color, 0.12), 26),
        path('M206 312h388l26 296c1 12-6 20-18 20H198c-12 0-19-8-18-20z', paint(color, 0.7)),
        path('M206 312h388l3 32H203z', dark(color, 0.1), 'opacity=".6"'),
        line('M304 352v-34M496 352v-34', dark(color, 0.3), 5, 'stroke-dasharray="6 9"'),
        ellipse(400, 474, 86, 86, print),
        path('M400 414c30 34 30 86 0 120-30-34-30-86 0-120z', light(print, 0.75)),
        line('M400 426v128M348 452c18 8 40 26 52 50M452 452c-18 8-40 26-52 50', light(print, 0.75), 8),
      ].join(''),
    { shadow: 230, floor: 628 },
  )
}

export function socks(color) {
  const sock = (x, y) => [
    `M${x} ${y}h124v214c0 22 10 34 30 44l78 38c48 24 40 96-18 96h-92c-62 0-122-40-122-116z`,
    `M${x} ${y}h124v44H${x}z`,
    `M${x + 236} ${y + 300}c44 26 34 92-22 92h-32c-4-46 18-80 54-92z`,
    `M${x} ${y + 84}h124M${x} ${y + 124}h124`,
  ]
  const draw = (paint, [leg, cuff, toe, stripes], tint) =>
    path(leg, paint(tint)) +
    path(cuff, light(tint, 0.55)) +
    path(toe, dark(tint, 0.12)) +
    line(stripes, palette.cream, 14, 'style="stroke-linecap:butt"')
  return scene(
    color,
    (paint) => [draw(paint, sock(350, 170), dark(color, 0.12)), draw(paint, sock(216, 214), color)].join(''),
    { shadow: 210, floor: 612 },
  )
}

export function beanie(color) {
  const ribs = Array.from({ length: 9 }, (_, index) => `M${246 + index * 39} 498v92`).join('')
  return scene(
    color,
    (paint) =>
      [
        ellipse(400, 214, 66, 62, paint(palette.cream)),
        line('M362 190l20 22M400 166v32M438 192l-20 20M352 230h30M446 232h-28', dark(palette.cream, 0.14), 7),
        path('M214 500c-8-156 72-250 186-250s194 94 186 250z', paint(color)),
        line(
          'M330 470c-6-90 16-160 50-206M400 470V262M470 470c6-90-16-160-50-206M268 470c-4-70 20-132 56-170M532 470c4-70-20-132-56-170',
          dark(color, 0.28),
          6,
          'opacity=".45"',
        ),
        rect(196, 478, 408, 132, 34, paint(light(color, 0.14))),
        line(ribs, dark(color, 0.28), 6, 'opacity=".4"'),
        rect(436, 520, 92, 50, 6, palette.wood),
        line('M458 545h48', palette.cream, 6),
      ].join(''),
    { shadow: 210 },
  )
}

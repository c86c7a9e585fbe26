/** What is done with a page to measure it: each journey opens pages of its own and closes them. */
import type { Browser } from 'playwright-core'
import type { Contender } from './contenders.ts'
import { type Figures, middle } from './figures.ts'
import { heldBytes, metric, type OpenedPage, openPage, type PageSpeed, quiet } from './opened-page.ts'
import type { Site } from './site.ts'

export interface Task {
  browser: Browser
  site: Site
  contender: Contender
  /** How many products and lines there are at most. */
  most: number
}

const firstCard = 'bench.until(bench.hasCard)'
/** A tap is made once, as soon as there is something to tap and the page's scripts have come. */
const firstAdd = `(async () => {
  const working = await bench.until(() => document.readyState !== 'loading' && bench.isScripted && bench.button())
  bench.button().click()
  return { working, counted: await bench.until(() => bench.count() === 1) }
})()`
const openCart = `(async () => {
  const began = performance.now()
  bench.opener().click()
  await bench.until(bench.hasLine)
  return (await bench.painted()) - began
})()`
/** A cart that opened by itself is closed first. */
const closeCart = `(async () => {
  bench.closer()?.click()
  await bench.until(() => !bench.hasLine())
})()`

/** Does something with a page that is closed afterwards, and at once when time is up. */
async function withPage<Value>(
  { browser, site, contender }: Task,
  signal: AbortSignal,
  path: string,
  speed: PageSpeed,
  use: (opened: OpenedPage) => Promise<Value>,
): Promise<Value> {
  signal.throwIfAborted()
  const opened = await openPage(
    browser,
    `${site.url}/${path}`,
    path.startsWith('bare') ? null : contender,
    speed,
  )
  const close = () => opened.close().catch(() => {})
  signal.addEventListener('abort', close)
  try {
    signal.throwIfAborted()
    return await use(opened)
  } finally {
    signal.removeEventListener('abort', close)
    await close()
  }
}

/** What a person who comes for the first time waits for. */
export function startOf(task: Task, signal: AbortSignal, speed: PageSpeed) {
  return withPage(task, signal, task.contender.page, speed, async ({ page }) => {
    const [card, added] = await Promise.all([
      page.evaluate<number>(firstCard),
      page.evaluate<{ working: number; counted: number }>(firstAdd),
    ])
    return { card, ...added }
  })
}

/** Scripts and style sheets until a cart with one line is open. */
export function codeOf(task: Task, signal: AbortSignal): Promise<Figures> {
  task.site.sent()
  return withPage(task, signal, task.contender.page, {}, async ({ page }) => {
    await page.evaluate(firstAdd)
    if (task.contender.finds.closer) await page.evaluate(closeCart)
    if (task.contender.finds.line) await page.evaluate(openCart)
    const { gzip, brotli } = task.site.sent()
    return { gzip, brotli }
  })
}

/** What so many posts cost: the main thread's time beyond that of the same page without products, and memory. */
export async function cardsOf(task: Task, signal: AbortSignal, count: number, speed: PageSpeed = {}) {
  const cost = (path: string, isBare: boolean) =>
    withPage(task, signal, `${path}?n=${count}`, speed, async (opened) => {
      const { page, devtools } = opened
      if (!isBare) await page.evaluate(firstCard)
      await page.waitForLoadState('load')
      await quiet(opened)
      const milliseconds = (await metric(devtools, 'TaskDuration')) * 1000
      const heap = await heldBytes(devtools)
      const nodes = await metric(devtools, 'Nodes')
      const seen = isBare
        ? { longest: 0, shift: 0, buttons: 0 }
        : await page.evaluate<{ longest: number; shift: number; buttons: number }>(
            '({ longest: bench.longest, shift: bench.shift, buttons: bench.buttons() })',
          )
      return { milliseconds, heap, nodes, ...seen }
    })
  task.site.sent()
  const own = await cost(task.contender.page, false)
  const { productRequests } = task.site.sent()
  const bare = await cost('bare', true)
  return {
    ...own,
    requests: productRequests,
    milliseconds: own.milliseconds - bare.milliseconds,
    heap: own.heap - bare.heap,
    nodes: own.nodes - bare.nodes,
  }
}

/** Taps in a cart that has so many lines already, on a processor slowed four times; then that cart is opened. */
export function tapsOf(task: Task, signal: AbortSignal, lines: number) {
  const { contender, most, site } = task
  return withPage(task, signal, `${contender.page}?n=${most}`, {}, async (opened) => {
    const { page, devtools } = opened
    await untilPageHas(page, 'fill')
    const isKept = (await page.evaluate(`fill(${lines})`)) === 'reload'
    if (isKept) await page.reload({ waitUntil: 'commit' })
    await page.evaluate(`bench.until(() => bench.count() >= ${lines} && bench.button())`)
    await quiet(opened)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const times: number[] = []
    site.sent()
    let json = 0
    for (let tap = 0; tap < 5; tap += 1) {
      times.push(await page.evaluate<number>(addOnce))
      await quiet(opened)
      json = Math.max(json, site.sent().cartJson)
    }
    if (contender.finds.closer) await page.evaluate(closeCart)
    const opening = contender.finds.line ? await page.evaluate<number>(openCart) : null
    return { tap: middle(times), json, opening }
  })
}

const addOnce = `(async () => {
  await bench.until(bench.button)
  const button = bench.button()
  const before = bench.count()
  const began = performance.now()
  button.click()
  await bench.until(() => bench.count() > before)
  return (await bench.painted()) - began
})()`

/** Main-thread milliseconds for 1 000 pixels of a long feed, and frames that were not drawn, on a processor slowed four times. */
export function scrollOf(task: Task, signal: AbortSignal): Promise<Figures> {
  return withPage(task, signal, `${task.contender.page}?n=${task.most}`, {}, async (opened) => {
    const { page, devtools } = opened
    await page.evaluate(firstCard)
    await quiet(opened)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const before = await metric(devtools, 'TaskDuration')
    const pixels = 20_000
    const missed = await page.evaluate<number>(`(async () => {
      let missed = 0
      let last = await new Promise(requestAnimationFrame)
      for (let at = 0; at < ${pixels}; at += 50) {
        window.scrollBy(0, 50)
        const now = await new Promise(requestAnimationFrame)
        missed += Math.max(0, Math.round((now - last) / (1000 / 60)) - 1)
        last = now
      }
      return missed
    })()`)
    await quiet(opened)
    const spent = (await metric(devtools, 'TaskDuration')) - before
    const frames = pixels / 50
    return {
      scroll: (spent * 1000) / (pixels / 1000),
      'frames missed': (100 * missed) / (frames + missed),
    }
  })
}

/** What is left on the heap of ten times a hundred cards that came and went. */
export function remountsOf(task: Task, signal: AbortSignal): Promise<Figures> {
  return withPage(task, signal, `${task.contender.page}?n=100`, {}, async (opened) => {
    const { page, devtools } = opened
    await untilPageHas(page, 'mount')
    const rounds = async (count: number) => {
      await page.evaluate(`(async () => {
        for (let round = 0; round < ${count}; round += 1) {
          unmount()
          await bench.painted()
          mount()
          await bench.until(bench.hasCard)
        }
      })()`)
      await quiet(opened)
      return heldBytes(devtools)
    }
    const before = await rounds(2)
    const after = await rounds(10)
    return { growth: after - before }
  })
}

/** A page gives `fill`, `mount` and `unmount` to the bench when its code has come; that of cards in the HTML waits for the focus. */
async function untilPageHas(page: OpenedPage['page'], name: 'fill' | 'mount'): Promise<void> {
  await page.evaluate(firstCard)
  if ((await page.evaluate(`typeof ${name}`)) !== 'function')
    await page.evaluate(
      'bench.button()?.dispatchEvent(new Event("focusin", { bubbles: true, composed: true }))',
    )
  await page.evaluate(`bench.until(() => typeof ${name} === "function")`)
}

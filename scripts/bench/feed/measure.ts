import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Contender } from './contenders.ts'
import { probe } from './probe.ts'
import { most, type Site } from './site.ts'

/** Times in milliseconds, memory and code in bytes. */
export interface Figures {
  'code until a cart is open, gzip': number
  'code until a cart is open, brotli': number
  'first card': number
  'add counted': number
  'slow: first card': number
  'slow: add counted': number
  'slow: tap to count': number
  'mount 100': number
  'mount 1 000': number
  'longest task at 1 000': number
  'requests for products at 1 000': number
  'layout shift at 1 000': number
  'heap a card': number
  'nodes a card': number
  'tap to painted, cart of 1': number
  'tap to painted, cart of 100': number
  'tap to painted, cart of 1 000': number
  'JSON of an add, cart of 1 000': number
  'cart of 1 000 opened': number
  'scroll 1 000 px': number
  'heap grown by 1 000 mounts': number
}

const phone = { width: 360, height: 640 }
/** Bytes a second, milliseconds there and back: reference figures of a bad connection. */
const slowNetwork = {
  offline: false,
  latency: 562,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

interface Opened {
  page: Page
  devtools: CDPSession
  close(): Promise<void>
}

async function open(browser: Browser, url: string, { slow = false, processor = 1 } = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  await page.addInitScript(probe)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Performance.enable')
  if (slow) await devtools.send('Network.emulateNetworkConditions', slowNetwork)
  if (processor > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor })
  await page.goto(url, { waitUntil: 'commit' })
  return { page, devtools, close: () => context.close() }
}

const metric = async (devtools: CDPSession, name: string): Promise<number> => {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find((one) => one.name === name)?.value ?? 0
}

/** Until nothing has happened for half a second. */
async function quiet(devtools: CDPSession): Promise<void> {
  let before = -1
  for (let still = 0; still < 5; ) {
    const now = await metric(devtools, 'ScriptDuration')
    still = now - before < 0.002 ? still + 1 : 0
    before = now
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const firstCard = 'bench.until(() => bench.cards().length > 0)'
/** A tap is made once, as soon as there is something to tap and the page's scripts have come. */
const firstAdd = `(async () => {
  await bench.until(() => document.readyState !== 'loading' && bench.isScripted)
  await bench.until(() => bench.buttons().length > 0 && !bench.buttons()[0].disabled)
  bench.tappedAt = performance.now()
  bench.buttons()[0].click()
  const counted = await bench.until(() => bench.count() === 1)
  return { counted, tap: counted - bench.tappedAt }
})()`

/** What a person who comes for the first time waits for. */
async function start(browser: Browser, url: string, slow: boolean) {
  const { page, close } = await open(browser, url, slow ? { slow, processor: 4 } : {})
  const card = page.evaluate<number>(firstCard)
  const added = await page.evaluate<{ counted: number; tap: number }>(firstAdd)
  const seen = await card
  await close()
  return { card: seen, ...added }
}

/** What so many posts cost: the main thread's time beyond that of the same page without products, and memory. */
async function mount(browser: Browser, url: string, bare: string, count: number) {
  const cost = async (address: string, wait: boolean) => {
    const { page, devtools, close } = await open(browser, `${address}?n=${count}`)
    if (wait) await page.evaluate(firstCard)
    await page.waitForLoadState('load')
    await quiet(devtools)
    const seconds = await metric(devtools, 'TaskDuration')
    await devtools.send('HeapProfiler.collectGarbage')
    const heap = await metric(devtools, 'JSHeapUsedSize')
    const nodes = await metric(devtools, 'Nodes')
    const { longest, shift } = await page.evaluate<{ longest: number; shift: number }>(
      '({ longest: bench.longest, shift: bench.shift })',
    )
    await close()
    return { milliseconds: seconds * 1000, heap, nodes, longest, shift }
  }
  const [own, without] = [await cost(url, true), await cost(bare, false)]
  return {
    milliseconds: own.milliseconds - without.milliseconds,
    heap: own.heap - without.heap,
    nodes: own.nodes - without.nodes,
    longest: own.longest,
    shift: own.shift,
  }
}

/** Taps in a cart that has so many lines already, on a processor slowed four times. */
async function taps(browser: Browser, site: Site, url: string, lines: number) {
  const { page, devtools, close } = await open(browser, `${url}?n=${most}`)
  await page.evaluate(firstCard)
  if ((await page.evaluate('typeof fill')) !== 'function')
    await page.evaluate(
      'bench.buttons()[0].dispatchEvent(new Event("focusin", { bubbles: true, composed: true }))',
    )
  await page.evaluate('bench.until(() => typeof fill === "function")')
  await page.evaluate(`fill(${lines})`)
  await page.evaluate(`bench.until(() => bench.count() >= ${lines})`)
  await quiet(devtools)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const times: number[] = []
  site.sent()
  let json = 0
  for (let tap = 0; tap < 5; tap += 1) {
    times.push(
      await page.evaluate<number>(`(async () => {
        const before = bench.count()
        const began = performance.now()
        bench.buttons()[0].click()
        await bench.until(() => bench.count() > before)
        return (await bench.painted()) - began
      })()`),
    )
    await quiet(devtools)
    json = Math.max(json, site.sent().cartJson)
  }
  const opened = await page.evaluate<number>(`(async () => {
    const began = performance.now()
    bench.countButton().click()
    await bench.until(() => bench.lines() > 0)
    return (await bench.painted()) - began
  })()`)
  await close()
  return { tap: middle(times), json, opened }
}

/** Main-thread milliseconds for 1 000 pixels of a long feed, on a processor slowed four times. */
async function scroll(browser: Browser, url: string) {
  const { page, devtools, close } = await open(browser, `${url}?n=${most}`)
  await page.evaluate(firstCard)
  await quiet(devtools)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const before = await metric(devtools, 'TaskDuration')
  const pixels = 20_000
  await page.evaluate(`(async () => {
    for (let at = 0; at < ${pixels}; at += 50) {
      window.scrollBy(0, 50)
      await new Promise(requestAnimationFrame)
    }
  })()`)
  await quiet(devtools)
  const spent = (await metric(devtools, 'TaskDuration')) - before
  await close()
  return (spent * 1000) / (pixels / 1000)
}

/** What is left on the heap of ten times a hundred cards that came and went. */
async function remounts(browser: Browser, url: string) {
  const { page, devtools, close } = await open(browser, `${url}?n=100`)
  await page.evaluate(firstCard)
  if ((await page.evaluate('typeof mount')) !== 'function')
    await page.evaluate(
      'bench.buttons()[0].dispatchEvent(new Event("focusin", { bubbles: true, composed: true }))',
    )
  await page.evaluate('bench.until(() => typeof mount === "function")')
  const rounds = async (count: number) => {
    await page.evaluate(`(async () => {
      for (let round = 0; round < ${count}; round += 1) {
        unmount()
        await bench.painted()
        mount()
        await bench.until(() => bench.cards().length > 0)
      }
    })()`)
    await quiet(devtools)
    await devtools.send('HeapProfiler.collectGarbage')
    return metric(devtools, 'JSHeapUsedSize')
  }
  const before = await rounds(2)
  const after = await rounds(10)
  await close()
  return after - before
}

export const middle = (figures: readonly number[]) =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

/** All figures of a contender, once. */
export async function measure(browser: Browser, site: Site, contender: Contender): Promise<Figures> {
  const url = `${site.url}/${contender.page}`
  const bare = `${site.url}/bare`
  site.sent()
  const fast = await start(browser, url, false)
  const code = await weigh(browser, site, url)
  const slow = await start(browser, url, true)
  const hundred = await mount(browser, url, bare, 100)
  site.sent()
  const thousand = await mount(browser, url, bare, most)
  const { productRequests } = site.sent()
  const one = await taps(browser, site, url, 1)
  const some = await taps(browser, site, url, 100)
  const many = await taps(browser, site, url, most)
  return {
    'code until a cart is open, gzip': code.gzip,
    'code until a cart is open, brotli': code.brotli,
    'first card': fast.card,
    'add counted': fast.counted,
    'slow: first card': slow.card,
    'slow: add counted': slow.counted,
    'slow: tap to count': slow.tap,
    'mount 100': hundred.milliseconds,
    'mount 1 000': thousand.milliseconds,
    'longest task at 1 000': thousand.longest,
    'requests for products at 1 000': productRequests,
    'layout shift at 1 000': thousand.shift,
    'heap a card': thousand.heap / most,
    'nodes a card': thousand.nodes / most,
    'tap to painted, cart of 1': one.tap,
    'tap to painted, cart of 100': some.tap,
    'tap to painted, cart of 1 000': many.tap,
    'JSON of an add, cart of 1 000': many.json,
    'cart of 1 000 opened': many.opened,
    'scroll 1 000 px': await scroll(browser, url),
    'heap grown by 1 000 mounts': await remounts(browser, url),
  }
}

async function weigh(browser: Browser, site: Site, url: string) {
  site.sent()
  const { page, close } = await open(browser, url)
  await page.evaluate(firstAdd)
  await page.evaluate('bench.countButton().click()')
  await page.evaluate('bench.until(() => bench.lines() > 0)')
  await close()
  return site.sent()
}

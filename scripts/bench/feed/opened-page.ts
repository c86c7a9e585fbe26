import type { Browser, CDPSession, Page } from 'playwright-core'
import type { Contender } from './contenders.ts'
import { probe } from './probe.ts'

const phone = { width: 360, height: 640 }
/** Bytes a second, milliseconds there and back: reference figures of a bad connection. */
const slowNetwork = {
  offline: false,
  latency: 562,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

export interface OpenedPage {
  page: Page
  devtools: CDPSession
  /** Requests that have no answer yet. */
  pending: ReadonlySet<string>
  close(): Promise<void>
}

export interface PageSpeed {
  /** The bad connection. */
  slow?: boolean
  /** How many times the processor is slowed. */
  processor?: number
}

/** A page of its own, as somebody sees it who has never been there. */
export async function openPage(
  browser: Browser,
  url: string,
  contender: Contender | null,
  { slow = false, processor = 1 }: PageSpeed = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  if (contender) await page.addInitScript(probe(contender))
  const devtools = await context.newCDPSession(page)
  const pending = new Set<string>()
  devtools.on('Network.requestWillBeSent', ({ requestId }) => pending.add(requestId))
  devtools.on('Network.loadingFinished', ({ requestId }) => pending.delete(requestId))
  devtools.on('Network.loadingFailed', ({ requestId }) => pending.delete(requestId))
  await devtools.send('Network.enable')
  await devtools.send('Performance.enable')
  if (contender?.api) await stayHere(devtools)
  if (slow) await devtools.send('Network.emulateNetworkConditions', slowNetwork)
  if (processor > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor })
  await page.goto(url, { waitUntil: 'commit' })
  return { page, devtools, pending, close: () => context.close() }
}

/** Fonts, pictures and reporters of others are answered with nothing: no request leaves this machine. */
async function stayHere(devtools: CDPSession): Promise<void> {
  devtools.on('Fetch.requestPaused', ({ requestId }) => {
    const nothing = {
      requestId,
      responseCode: 204,
      responseHeaders: [{ name: 'access-control-allow-origin', value: '*' }],
    }
    devtools.send('Fetch.fulfillRequest', nothing).catch(() => {})
  })
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] })
}

/** A figure of Chromium's own, in seconds, bytes or pieces. */
export async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find((one) => one.name === name)?.value ?? 0
}

/** Until nothing has happened for half a second, and nothing is waited for. */
export async function quiet({ devtools, pending }: OpenedPage): Promise<void> {
  let before = -1
  for (let still = 0; still < 5; ) {
    const now = await metric(devtools, 'ScriptDuration')
    still = now - before < 0.002 && pending.size === 0 ? still + 1 : 0
    before = now
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Bytes on the heap that something still holds. */
export async function heldBytes(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  return metric(devtools, 'JSHeapUsedSize')
}

import type { Contender } from './contenders.ts'

/**
 * Where a contender draws what is measured. A path steps with `>>>` into a shadow root or the document of a frame:
 * `vitrina-cart-button >>> button`.
 */
export interface Finds {
  /** What has a card's price as its text. */
  card: string
  /** A button that adds, once a tap on it does. */
  button: string
  /** What has the count as its text. */
  count: string
  /** What is tapped to see the cart. */
  opener: string
  /** A line of the cart that is open; without it the cart is somebody else's page. */
  line?: string
  /** What closes a cart that opens by itself when something is added. */
  closer?: string
}

/**
 * Runs in the page before everything else: finds what the contenders draw, wherever they draw it. Where a contender asks
 * an API at its vendor's, it is this site that is asked: the answers then take the connection that is emulated.
 */
export const probe = ({ finds, api }: Contender) => `(() => {
  if (window !== window.top) return
  const finds = ${JSON.stringify(finds)}
  const inside = (node) => node.shadowRoot ?? node.contentDocument
  function* walk(root, [selector, ...deeper]) {
    for (const node of root.querySelectorAll(selector)) {
      if (deeper.length === 0) yield node
      else if (inside(node)) yield* walk(inside(node), deeper)
    }
  }
  const all = (what) => finds[what] ? walk(document, finds[what].split(' >>> ')) : [].values()
  const find = (what) => all(what).next().value ?? null
  const text = (node) => (node?.shadowRoot ?? node)?.textContent ?? ''
  const bench = {
    longest: 0,
    shift: 0,
    isScripted: false,
    button: () => find('button'),
    opener: () => find('opener'),
    closer: () => find('closer'),
    hasCard: () => all('card').some((node) => text(node).trim() !== ''),
    buttons: () => all('button').toArray().length,
    hasLine: () => find('line') !== null,
    count: () => Number(/\\d+/.exec(text(find('count')))?.[0] ?? 0),
    until: (done, patience = 60000) => new Promise((resolve, reject) => {
      const end = performance.now() + patience
      const look = () => done() ? resolve(performance.now())
        : performance.now() > end ? reject(new Error('waited too long: not there after ' + patience / 1000 + ' s: ' + done)) : requestAnimationFrame(look)
      look()
    }),
    painted: () => new Promise((resolve) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now())
      port2.postMessage(0)
    })),
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
  document.addEventListener('DOMContentLoaded', () => { bench.isScripted = true })
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) bench.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
  window.bench = bench
  ${api ? askHere : ''}
})()`

const askHere = `
  const ask = window.fetch
  window.fetch = (input, init) => {
    const address = String(input.url ?? input)
    if (!address.startsWith('https://')) return ask(input, init)
    const here = address.replace('https://', location.origin + '/elsewhere/')
    return ask(input instanceof Request ? new Request(here, input) : here, init)
  }`

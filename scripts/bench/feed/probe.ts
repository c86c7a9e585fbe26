/** Runs in the page before everything else: finds what the contenders draw, wherever they draw it. */
export const probe = `(() => {
  const inside = (name, selector) => [...document.querySelectorAll(name)].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(selector) ?? [])])
  const all = (name, own, plain) => [...inside(name, own), ...document.querySelectorAll(plain)]
  const bench = {
    longest: 0,
    buttons: () => all('vitrina-product-card', 'button[part~="add-to-cart"]', '.add'),
    cards: () => all('vitrina-product-card', '[part~="price"]', '.card p'),
    lines: () => all('vitrina-sheet', '[part~="line"]', '.line').length,
    countButton: () => inside('vitrina-cart-button', 'button')[0] ?? document.querySelector('.count'),
    count: () => Number(/\\d+/.exec(bench.countButton()?.textContent ?? '')?.[0] ?? 0),
    until: (done, patience = 60000) => new Promise((resolve, reject) => {
      const end = performance.now() + patience
      const look = () => done() ? resolve(performance.now())
        : performance.now() > end ? reject(new Error('waited too long')) : requestAnimationFrame(look)
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
  bench.isScripted = false
  document.addEventListener('DOMContentLoaded', () => { bench.isScripted = true })
  bench.shift = 0
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) bench.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
  window.bench = bench
})()`

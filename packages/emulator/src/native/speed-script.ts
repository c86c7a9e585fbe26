import { figuresOf, type Speed, speeds } from '../network/speed.ts'

/**
 * Slows what the page asks of other sites than its own, which comes through the proxy and is slowed there. The desk says
 * when the speed changes.
 */
export function speedScript(speed: Speed): string {
  const figures = Object.fromEntries(speeds.map((name) => [name, figuresOf(name) ?? { latency: 0, rate: 0 }]))
  return `(${injectSpeed.toString()})(${JSON.stringify(speed)}, ${JSON.stringify(figures)});\n`
}

/** Runs in the frame of the app, from its text: it may use nothing but its arguments. */
function injectSpeed(first: string, figures: Record<string, { latency: number; rate: number }>): void {
  const desk = window.parent
  if (desk === window) return
  let speed = first
  const now = () => figures[speed] ?? { latency: 0, rate: 0 }
  const isOffline = () => speed === 'offline'
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const isOther = (url: string) => new URL(url, location.href).origin !== location.origin

  const ask = window.fetch
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!isOther(url)) return ask.call(window, input, init)
    await wait(now().latency)
    if (isOffline()) throw new TypeError('Failed to fetch')
    const response = await ask.call(window, input, init)
    const { rate } = now()
    if (rate > 0) await wait((Number(response.headers.get('content-length')) * 8) / rate)
    return response
  }

  const addresses = new WeakMap<XMLHttpRequest, string>()
  const { open, send } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    addresses.set(this, String(args[1]))
    return Reflect.apply(open, this, args)
  }
  XMLHttpRequest.prototype.send = function (body) {
    if (!isOther(addresses.get(this) ?? '')) return send.call(this, body)
    setTimeout(() => {
      if (!isOffline()) return send.call(this, body)
      for (const name of ['error', 'loadend']) this.dispatchEvent(new ProgressEvent(name))
    }, now().latency)
  }

  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !isOffline() })
  window.addEventListener(
    'message',
    (event: MessageEvent) => {
      if (event.source !== desk || event.data?.type !== 'vitrina-speed') return
      event.stopImmediatePropagation()
      const was = isOffline()
      speed = event.data.speed
      if (was !== isOffline()) window.dispatchEvent(new Event(isOffline() ? 'offline' : 'online'))
    },
    true,
  )
}

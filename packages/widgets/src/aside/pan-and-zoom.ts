export interface Point {
  x: number
  y: number
}

export interface PanAndZoom {
  /** How many times larger than it fits; at least 1. */
  scale: () => number
  /** Larger or smaller by a factor, around a point of the window; around the middle without one. */
  zoom: (factor: number, at?: Point) => void
  /** By so many CSS pixels, as far as there is more to see. */
  pan: (x: number, y: number) => void
  /** Ends it. */
  stop: () => void
}

export interface PanAndZoomOptions {
  onScale: (scale: number) => void
  /** A whole picture was swiped: −1 to the left, 1 to the right. */
  onSwipe: (direction: -1 | 1) => void
  /** A whole picture was pulled down. */
  onPull: () => void
}

/** What two taps in one place make of a whole picture. */
export const tapScale = 2.5
const largest = 5
/** CSS pixels. */
const swiped = 60
const pulled = 110
const still = 12
/** Milliseconds. */
const quick = 300

/** Moves and enlarges the image in a stage: with a finger, with two, with a wheel, by two taps in one place. */
export function panAndZoom(stage: HTMLElement, { onScale, onSwipe, onPull }: PanAndZoomOptions): PanAndZoom {
  const pointers = new Map<number, Point>()
  const view = { scale: 1, x: 0, y: 0 }
  let began = { x: 0, y: 0, time: 0 }
  let tapped = began

  function draw(settled: boolean): void {
    const image = stage.querySelector('img')
    if (!image) return
    if (settled) {
      const room = roomAround(stage, image, view.scale)
      view.x = Math.max(-room.x, Math.min(room.x, view.x))
      view.y = Math.max(-room.y, Math.min(room.y, view.y))
    }
    image.style.transition = settled ? '' : 'none'
    image.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`
  }

  function enlarge(factor: number, at?: Point): void {
    const { left, top, width, height } = stage.getBoundingClientRect()
    const x = at ? at.x - left - width / 2 : 0
    const y = at ? at.y - top - height / 2 : 0
    const scale = Math.max(1, Math.min(largest, view.scale * factor))
    view.x = x - ((x - view.x) * scale) / view.scale
    view.y = y - ((y - view.y) * scale) / view.scale
    if (scale === view.scale) return
    view.scale = scale
    onScale(scale)
  }

  function zoom(factor: number, at?: Point): void {
    enlarge(factor, at)
    draw(true)
  }

  function start(event: PointerEvent): void {
    if (event.button !== 0) return
    stage.setPointerCapture?.(event.pointerId)
    if (pointers.size === 0) began = { ...pointOf(event), time: event.timeStamp }
    pointers.set(event.pointerId, pointOf(event))
  }

  function move(event: PointerEvent): void {
    if (!pointers.has(event.pointerId)) return
    const before = spreadOf(pointers)
    pointers.set(event.pointerId, pointOf(event))
    const after = spreadOf(pointers)
    view.x += after.x - before.x
    view.y += after.y - before.y
    if (before.spread > 0) enlarge(after.spread / before.spread, after)
    draw(false)
  }

  function end(event: PointerEvent): void {
    if (!pointers.delete(event.pointerId) || pointers.size > 0) return
    const whole = view.scale === 1
    const { x, y } = view
    const far = Math.hypot(event.clientX - began.x, event.clientY - began.y)
    if (event.type === 'pointerup' && far < still && event.timeStamp - began.time < quick) tap(event)
    draw(true)
    if (event.type !== 'pointerup' || !whole) return
    if (y > pulled && y > Math.abs(x)) onPull()
    else if (Math.abs(x) > swiped && Math.abs(x) > Math.abs(y)) onSwipe(x < 0 ? -1 : 1)
  }

  function tap(event: PointerEvent): void {
    const point = pointOf(event)
    const twice =
      event.timeStamp - tapped.time < quick && Math.hypot(point.x - tapped.x, point.y - tapped.y) < 4 * still
    tapped = { ...point, time: twice ? 0 : event.timeStamp }
    if (twice) enlarge(view.scale > 1 ? 0 : tapScale, point)
  }

  function turn(event: WheelEvent): void {
    event.preventDefault()
    zoom(Math.exp(-event.deltaY / 300), pointOf(event))
  }

  const gone = new AbortController()
  const { signal } = gone
  stage.addEventListener('pointerdown', start, { signal })
  stage.addEventListener('pointermove', move, { signal })
  stage.addEventListener('pointerup', end, { signal })
  stage.addEventListener('pointercancel', end, { signal })
  stage.addEventListener('wheel', turn, { signal, passive: false })
  return {
    scale: () => view.scale,
    zoom,
    pan(x, y) {
      view.x += x
      view.y += y
      draw(true)
    },
    stop: () => gone.abort(),
  }
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY }
}

/** The middle of all fingers, and how far they are from it. */
function spreadOf(pointers: ReadonlyMap<number, Point>): Point & { spread: number } {
  const points = [...pointers.values()]
  const middle = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const x = middle((point) => point.x)
  const y = middle((point) => point.y)
  return { x, y, spread: middle((point) => Math.hypot(point.x - x, point.y - y)) }
}

/** How far the image reaches over the edges of its stage, to each side. */
function roomAround(stage: HTMLElement, image: HTMLImageElement, scale: number): Point {
  const { clientWidth: width, clientHeight: height } = stage
  const { naturalWidth = width, naturalHeight = height } = image
  const fit = Math.min(width / (naturalWidth || 1), height / (naturalHeight || 1))
  return {
    x: Math.max(0, (naturalWidth * fit * scale - width) / 2),
    y: Math.max(0, (naturalHeight * fit * scale - height) / 2),
  }
}

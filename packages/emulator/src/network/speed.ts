/** How fast the app's connection is. */
export const speeds = ['full', 'slow-4g', '3g', 'offline'] as const
export type Speed = (typeof speeds)[number]

export interface SpeedFigures {
  /** Milliseconds there and back. */
  latency: number
  /** Kilobits a second. */
  rate: number
}

/** As Chrome's developer tools have them: what Lighthouse calls slow 4G, and 3G. */
export const speedFigures: Record<Exclude<Speed, 'full' | 'offline'>, SpeedFigures> = {
  'slow-4g': { latency: 150, rate: 1600 },
  '3g': { latency: 400, rate: 400 },
}

/** Undefined where nothing is slowed. */
export function figuresOf(speed: Speed): SpeedFigures | undefined {
  return speed === 'full' || speed === 'offline' ? undefined : speedFigures[speed]
}

import { Transform } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { figuresOf, type Speed } from '../network/speed.ts'

/** One line to the app, which everything that passes it shares. */
export interface SlowLine {
  speed: Speed
  /** A stream that lets bytes through as the line does; the first of them after its latency. */
  slowed(): Transform
}

export function createSlowLine(): SlowLine {
  let freeAt = 0
  const line: SlowLine = {
    speed: 'full',
    slowed() {
      let begun = false
      return new Transform({
        async transform(chunk: Buffer, _encoding, done) {
          const figures = figuresOf(line.speed)
          if (!begun && figures) await sleep(figures.latency)
          begun = true
          if (figures) {
            freeAt = Math.max(freeAt, Date.now()) + (chunk.length * 8) / figures.rate
            await sleep(freeAt - Date.now())
          }
          done(null, chunk)
        },
      })
    },
  }
  return line
}

import type { Page } from 'playwright-core'

export type Place = readonly [x: number, y: number]

/**
 * Moves fingers over the page as a screen tells of it: each has its own way, all have as many places. `pace` is how many
 * milliseconds the page believes to lie between two of them.
 */
export async function drag(page: Page, ways: readonly (readonly Place[])[], pace = 16): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const steps = ways[0]?.length ?? 0
  // It ends now: what comes after it comes later.
  const began = Date.now() - steps * pace
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      timestamp: (began + step * pace) / 1000,
      touchPoints: type === 'touchEnd' ? [] : ways.map((way, id) => ({ id, ...pointOf(way[step]) })),
    })
  await send('touchStart', 0)
  for (let step = 1; step < steps; step += 1) await send('touchMove', step)
  await send('touchEnd', steps)
  await session.detach()
}

/** A straight way in ten steps. */
export function straight([x, y]: Place, [toX, toY]: Place): Place[] {
  return Array.from({ length: 11 }, (_, step) => [x + ((toX - x) * step) / 10, y + ((toY - y) * step) / 10])
}

function pointOf([x, y]: Place = [0, 0]) {
  return { x, y }
}

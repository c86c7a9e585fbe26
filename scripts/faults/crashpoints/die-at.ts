import type { Database } from '../../../packages/server/src/index.ts'
import { openDevice } from './device.ts'
import { type Journey, walk } from './journeys.ts'
import { goOn, type Variant } from './variants.ts'
import { comeToRest, judge } from './verdict.ts'
import { createWorld } from './world.ts'

/** What a journey passes when nothing goes wrong. */
export async function pointsOf(database: Database, journey: Journey): Promise<string[]> {
  const world = await createWorld(database, newShop())
  const life = await world.start()
  const device = openDevice(world, life)
  await walk(device, journey.before)
  life.points.count()
  const { end } = await walk(device, journey.steps)
  if (end !== 'done') throw new Error(`${journey.name} cannot be walked: ${JSON.stringify(end)}`)
  return [...life.points.passed]
}

/**
 * Lets a server die at a point of a journey, life go on, and everything come to rest; answers with what is wrong then. Null
 * when the journey was over before.
 */
export async function dieAt(
  database: Database,
  journey: Journey,
  point: number,
  variant: Variant,
): Promise<string[] | null> {
  const world = await createWorld(database, newShop())
  const life = await world.start(point)
  const device = openDevice(world, life)
  await walk(device, journey.before)
  life.points.count()
  const { left } = await walk(device, journey.steps)
  if (!life.points.dead()) return null
  await life.bury()
  device.life = await world.start()
  return [
    ...(await goOn(variant, device, [...left, ...journey.after])),
    ...(await comeToRest(device)),
    ...(await judge(device, journey, variant)),
  ]
}

let shops = 0

function newShop(): string {
  shops += 1
  return `crash-${shops}`
}

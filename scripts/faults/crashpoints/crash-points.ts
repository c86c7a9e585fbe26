/** Where a server can die: before each call that leaves it, and after the call was carried out but before its answer is seen. */
export interface CrashPoints {
  /** The names of those that were passed, the fatal one last. */
  passed: string[]
  /** Resolves at the fatal one. */
  crashed: Promise<void>
  /** Points are counted from now on. */
  count(): void
  dead(): boolean
  /** Carries out a call; never answers when the server dies over it, or has died. */
  call<Value>(name: string, run: () => Promise<Value>): Promise<Value>
}

/** Dies at the point with this number, from 1; without one, never. */
export function crashPoints(fatal?: number): CrashPoints {
  const passed: string[] = []
  const { promise: crashed, resolve: crash } = Promise.withResolvers<void>()
  let counting = false
  let dead = false

  async function point(name: string): Promise<void> {
    if (!dead && counting) {
      passed.push(name)
      dead = passed.length === fatal
      if (dead) crash()
    }
    // Nobody hears of a dead process again.
    if (dead) await new Promise(() => {})
  }

  return {
    passed,
    crashed,
    count() {
      counting = true
    },
    dead: () => dead,
    async call(name, run) {
      await point(`before ${name}`)
      try {
        return await run()
      } finally {
        await point(`after ${name}`)
      }
    },
  }
}

/** `insert into "orders" ("shop_id", …` as people say it: `insert orders`. */
export function nameOf(sql: string): string {
  const [verb = ''] = sql.trim().split(/\s+/, 1)
  const table = /\b(?:from|into|update|join)\s+"?([a-z_]+)"?/i.exec(sql)?.[1] ?? ''
  const lock = /\bfor update\b/i.test(sql) ? ' for update' : ''
  return `${verb} ${table}${lock}`.trim()
}

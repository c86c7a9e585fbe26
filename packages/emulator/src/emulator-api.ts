import { Hono } from 'hono'
import { defaultAppId, type EmulatorOptions } from './emulator-options.ts'
import { launchQuery, readLaunchRequest } from './launch.ts'
import { speeds } from './network/speed.ts'
import { signField, signHash } from './signature.ts'

/** What the page cannot do itself, because it must not know the secret: the signatures. */
export function emulatorApi({
  app,
  feed,
  native,
  secret,
  appId = defaultAppId,
  now = Date.now,
}: EmulatorOptions): Hono {
  const api = new Hono().basePath('/api')

  api.use(async (context, next) => {
    // It signs whatever it is asked to, so only its own page may ask.
    const origin = context.req.header('origin')
    const own = new URL(context.req.url).host
    if (origin !== undefined && origin !== 'null' && URL.parse(origin)?.host === own) return next()
    if (origin === undefined && context.req.method === 'GET') return next()
    return context.json({ error: 'Only the page of the emulator may ask this.' }, 403)
  })

  api.get('/network', (context) =>
    context.json({ app, feed: feed ?? null, native: native?.origin ?? null, appId }),
  )

  api.post('/speed', async (context) => {
    const { speed } = ((await body(context.req)) ?? {}) as Record<string, unknown>
    const known = speeds.find((one) => one === speed)
    if (known === undefined) return context.json({ error: 'This is not a speed.' }, 400)
    native?.setSpeed(known)
    return context.json({ speed: known })
  })

  api.post('/launch', async (context) => {
    const request = readLaunchRequest(await body(context.req))
    if (request === undefined) return context.json({ error: 'This is not a launch.' }, 400)
    return context.json({ query: launchQuery(request, { secret, appId, now: now() }) })
  })

  api.post('/field', async (context) => {
    const asked = await body(context.req)
    const { userId, name, value } = (asked ?? {}) as Record<string, unknown>
    const isField = name === 'phone_number' || name === 'email'
    if (!Number.isSafeInteger(userId) || !isField || typeof value !== 'string' || value.length > 200) {
      return context.json({ error: 'This is not a phone or an e-mail.' }, 400)
    }
    return context.json({ sign: signField({ appId, userId: String(userId), name, value }, secret) })
  })

  api.post('/hash', async (context) => {
    const asked = await body(context.req)
    const { userId, payload } = (asked ?? {}) as Record<string, unknown>
    if (!Number.isSafeInteger(userId) || !(payload === undefined || typeof payload === 'string')) {
      return context.json({ error: 'This is not a hash.' }, 400)
    }
    const ts = Math.floor(now() / 1000)
    const hashed = { appId, userId: String(userId), ts, ...(payload !== undefined && { payload }) }
    return context.json({ ts, sign: signHash(hashed, secret) })
  })

  api.all('*', (context) => context.json({ error: 'Not found.' }, 404))
  return api
}

async function body(request: { json(): Promise<unknown> }): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    return undefined
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Clock, fail, ok, type Result } from '@vitrina/core'

const tolerance = 5 * 60

/** Headers of a notification, signed with each secret, as Standard Webhooks writes them down (github.com/standard-webhooks). */
export function signWebhook(secrets: readonly string[], id: string, seconds: number, body: Uint8Array) {
  const signatures = secrets.map((secret) =>
    signatureOf(secret, id, String(seconds), body).toString('base64'),
  )
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.map((signature) => `v1,${signature}`).join(' '),
  }
}

/** Checks id, time and the raw bytes together, in constant time; answers with the event's id. */
export function verifyWebhook(
  secrets: readonly string[],
  headers: Headers,
  body: Uint8Array,
  clock: Clock,
): Result<string, { code: 'forged' } | { code: 'too-old' }> {
  const id = headers.get('webhook-id') ?? ''
  const timestamp = headers.get('webhook-timestamp') ?? ''
  const given = (headers.get('webhook-signature') ?? '').slice(0, 2000).split(' ')
  if (!id || id.length > 100 || !/^\d{1,12}$/.test(timestamp)) return fail({ code: 'forged' })
  const expected = secrets.map((secret) => signatureOf(secret, id, timestamp, body))
  const genuine = given.some((signature) => {
    const [version, value = ''] = signature.split(',')
    const bytes = Buffer.from(value, 'base64')
    return (
      version === 'v1' && expected.some((one) => bytes.length === one.length && timingSafeEqual(bytes, one))
    )
  })
  if (!genuine) return fail({ code: 'forged' })
  const age = clock.now() / 1000 - Number(timestamp)
  return Math.abs(age) > tolerance ? fail({ code: 'too-old' }) : ok(id)
}

function signatureOf(secret: string, id: string, timestamp: string, body: Uint8Array): Buffer {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : secret
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
}

import { ok, type Result } from '@vitrina/core'
import { isRecord } from '../is-record.ts'
import { hex, sha1 } from './digests.ts'
import { readPairs } from './read-pairs.ts'
import { badSignature, malformed, type SignatureFailure } from './signature-failure.ts'

/** What VK Pay tells the server of a merchant: the only word that counts. */
export interface VkPayNotification {
  transactionId: string
  type: 'TRANSACTION_STATUS' | 'payment_delivered' | 'payment_declined'
  /** `PAID` and others; an open list. */
  status: string
  /** The shop's own id of the order. */
  orderId: string
  /** Minor units: `10.5` roubles are 1050. */
  amount: { amount: number; currency: string }
  merchantId: string
  userId: string | null
  clientId: string | null
}

const types = ['TRANSACTION_STATUS', 'payment_delivered', 'payment_declined'] as const
const maxLength = 65_536

/**
 * Reads the form that VK Pay sends, and believes it by VK Pay's own key: RSA with SHA-1 over `data`.
 *
 * @param publicKey PEM, as VK Pay gives it with the contract
 */
export async function readVkPayNotification(
  body: string,
  { publicKey }: { publicKey: string },
): Promise<Result<VkPayNotification, SignatureFailure<'malformed' | 'duplicate' | 'bad-signature'>>> {
  const pairs = readPairs(body, { maxLength })
  if (!pairs.ok) return pairs
  const data = pairs.value.get('data')
  const signature = decode(pairs.value.get('signature'))
  if (data === undefined || signature === undefined) return malformed('It is not signed.')
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('spki', readPem(publicKey), algorithm, false, ['verify'])
  const signed = new TextEncoder().encode(data)
  if (!(await crypto.subtle.verify(algorithm, key, signature, signed))) return badSignature
  const notification = readData(data)
  return notification ? ok(notification) : malformed('A part of it is missing or unknown.')
}

export interface VkPayAnswerOptions {
  /** The merchant's private key, a text. */
  privateKey: string
  /** `ERR_SYSTEM` makes VK Pay come again. */
  error?: 'ERR_SYSTEM' | 'ERR_ARGUMENTS' | 'ERR_SIGNATURE' | 'ERR_DUPLICATE'
  /** Milliseconds since 1970. */
  now?: () => number
}

/** The body that answers it, as JSON. */
export async function vkPayAnswer(
  { transactionId, type, clientId }: Pick<VkPayNotification, 'transactionId' | 'type' | 'clientId'>,
  { privateKey, error, now = Date.now }: VkPayAnswerOptions,
): Promise<string> {
  const header = {
    status: error ? 'ERROR' : 'OK',
    ts: Math.floor(now() / 1000),
    client_id: clientId,
    ...(error && { error: { code: error, message: error } }),
  }
  const data = btoa(JSON.stringify({ body: { transaction_id: transactionId, notify_type: type }, header }))
  return JSON.stringify({ version: '2-03', data, signature: hex(await sha1(data + privateKey)) })
}

function readData(data: string): VkPayNotification | undefined {
  const bytes = decode(data)
  const { body, header } = parse(bytes && new TextDecoder().decode(bytes))
  if (!isRecord(body)) return undefined
  const type = types.find((known) => known === body.notify_type)
  const amount = readAmount(body.amount)
  const [transactionId, orderId, merchantId] = [body.transaction_id, body.issuer_id, body.merchant_id].map(
    word,
  )
  if (!type || amount === undefined || !transactionId || !orderId || !merchantId) return undefined
  return {
    transactionId,
    type,
    status: word(body.status) ?? '',
    orderId,
    amount: { amount, currency: word(body.currency) ?? 'RUB' },
    merchantId,
    userId: (isRecord(body.user_info) && word(body.user_info.user_id)) || null,
    clientId: (isRecord(header) && word(header.client_id)) || null,
  }
}

/** By its digits, not by a fraction that binary numbers do not have. */
function readAmount(amount: unknown): number | undefined {
  const [, whole, part = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(String(amount)) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function parse(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function readPem(pem: string): Uint8Array<ArrayBuffer> {
  const bytes = decode(pem.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, ''))
  if (bytes === undefined) throw new RangeError('The public key is not in PEM.')
  return bytes
}

/** Base64; undefined when it is not, or is written in another way than it is written. */
function decode(text: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  try {
    const characters = atob(text ?? '')
    if (characters === '' || btoa(characters) !== text) return undefined
    return Uint8Array.from(characters, (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

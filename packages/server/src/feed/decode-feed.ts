import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { fail, ok, type Result } from '@vitrina/core'
import type { Finding, StopCode } from './feed-problem.ts'

type Bytes = AsyncIterable<Uint8Array>

const pieceSize = 64 * 1024
/** Honest feeds shrink 10 to 40 times; what shrinks more is made to fill a disk. */
const maxRatio = 100
const ratioMatters = 16 * 1024 * 1024

/**
 * Bytes of a feed as text in pieces of at most 64 kB: unpacks gzip (known by its first bytes, whatever the file is
 * called), drops a byte order mark, and reads the encoding that the XML declaration names. `maxBytes` limits the
 * unpacked size. Ends with a failure where the bytes cannot be read on.
 */
export async function* decodeFeed(
  input: Bytes,
  maxBytes: number,
): AsyncGenerator<Result<string, Finding<StopCode>>, void, undefined> {
  try {
    const packed = await peek(input, 4)
    if (isZip(packed.head) || isBzip2(packed.head)) return yield fail({ code: 'unknown-archive' })
    const plain = await peek(isGzip(packed.head) ? gunzip(packed.bytes) : packed.bytes, 1024)
    const encoding = encodingOf(plain.head)
    const decoder = decoderFor(encoding)
    if (!decoder) return yield fail({ code: 'unknown-encoding', value: encoding })
    let total = 0
    for await (const bytes of plain.bytes) {
      total += bytes.length
      if (total > maxBytes) return yield fail({ code: 'too-large' })
      for (let at = 0; at < bytes.length; at += pieceSize) {
        yield ok(decoder.decode(bytes.subarray(at, at + pieceSize), { stream: true }))
      }
    }
    yield ok(decoder.decode())
  } catch (error) {
    yield fail(inputFailure(error))
  }
}

async function* gunzip(packed: Bytes): Bytes {
  let input = 0
  let output = 0
  async function* counted() {
    for await (const bytes of packed) {
      input += bytes.length
      yield bytes
    }
  }
  // The callback only keeps the failure from being thrown a second time: iterating meets it too.
  const unpacked = pipeline(Readable.from(counted()), createGunzip(), () => {})
  for await (const bytes of unpacked as AsyncIterable<Uint8Array>) {
    output += bytes.length
    if (output > ratioMatters && output > input * maxRatio) throw new RangeError('packed too tightly')
    yield bytes
  }
}

/** The first bytes, and all of them again; a source that fails early fails after what it gave. */
async function peek(source: Bytes, size: number): Promise<{ head: Uint8Array; bytes: Bytes }> {
  const iterator = source[Symbol.asyncIterator]()
  const advance = () => iterator.next().catch((error: unknown) => ({ failed: error }))
  let head = new Uint8Array(0)
  let next = await advance()
  while (head.length < size && 'value' in next && !next.done) {
    head = Buffer.concat([head, next.value])
    next = await advance()
  }
  async function* bytes() {
    yield head
    try {
      for (; 'value' in next && !next.done; next = await advance()) yield next.value
      if ('failed' in next) throw next.failed
    } finally {
      await iterator.return?.()
    }
  }
  return { head, bytes: bytes() }
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb) return 'utf-8'
  const declaration = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(latin1(head))
  const declared = declaration?.[1] ?? 'utf-8'
  // A declaration that reads as ASCII cannot be in UTF-16, whatever it says.
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared
}

function decoderFor(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding)
  } catch {
    return undefined
  }
}

function inputFailure(error: unknown): Finding<StopCode> {
  if (error instanceof RangeError) return { code: 'too-large' }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('Z_')) return { code: 'broken-archive' }
  return { code: 'unreadable', value: error instanceof Error ? error.message : String(error) }
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b
const isZip = (head: Uint8Array) => latin1(head).startsWith('PK\x03\x04')
const isBzip2 = (head: Uint8Array) => latin1(head).startsWith('BZh')

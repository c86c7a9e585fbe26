/**
 * MD5 of a text in UTF-8, in hexadecimal: what VK and Odnoklassniki sign their notifications with, and Web Crypto does
 * not have. RFC 1321. It holds no secret by itself against somebody who can choose the text; the protocols are theirs.
 */
export function md5(text: string): string {
  const message = padded(new TextEncoder().encode(text))
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let at = 0; at < message.byteLength; at += 64) state = mix(state, new DataView(message.buffer, at, 64))
  const bytes = new DataView(new ArrayBuffer(16))
  for (const [index, word] of state.entries()) bytes.setUint32(index * 4, word, true)
  return Array.from({ length: 16 }, (_, at) => bytes.getUint8(at).toString(16).padStart(2, '0')).join('')
}

type State = [number, number, number, number]

const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const
const sines = Array.from({ length: 64 }, (_, index) => Math.floor(2 ** 32 * Math.abs(Math.sin(index + 1))))

/** A one, zeros, and the length in bits, to whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const length = new DataView(whole.buffer)
  length.setUint32(whole.length - 8, (bytes.length * 8) >>> 0, true)
  length.setUint32(whole.length - 4, Math.floor(bytes.length / 2 ** 29), true)
  return whole
}

function mix(state: State, block: DataView): State {
  let [a, b, c, d] = state
  for (let step = 0; step < 64; step += 1) {
    const round = step >> 4
    const [chosen, word] = choose(round, step, b, c, d)
    const sum = (a + chosen + (sines[step] ?? 0) + block.getUint32(word * 4, true)) | 0
    const shift = shifts[round]?.[step % 4] ?? 0
    ;[a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0]
  }
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0]
}

/** The function of a round over three words, and which word of the block goes with it. */
function choose(round: number, step: number, b: number, c: number, d: number): [number, number] {
  if (round === 0) return [(b & c) | (~b & d), step]
  if (round === 1) return [(d & b) | (~d & c), (5 * step + 1) % 16]
  if (round === 2) return [b ^ c ^ d, (3 * step + 5) % 16]
  return [c ^ (b | ~d), (7 * step) % 16]
}

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes put aside for later, in the order they come. Nothing but the last block stays in memory. */
export interface Spill {
  /** Where the bytes stand. */
  append(bytes: Uint8Array): number
  read(position: number, length: number): Uint8Array
  /** Forgets everything and removes the file. */
  close(): void
}

/**
 * A spill into a file of its own in the system's temporary folder, made when the first block is full: what fits in a
 * block never touches the disk. Calls are synchronous because each is a copy from or to the system's cache,
 * tens of microseconds, and there may be a hundred thousand of them.
 */
export function spill(blockSize = 1024 * 1024): Spill {
  let block = Buffer.alloc(blockSize)
  let written = 0
  let filled = 0
  let file: { descriptor: number; folder: string } | undefined

  function writeOut(bytes: Uint8Array): void {
    if (!file) {
      const folder = mkdtempSync(join(tmpdir(), 'vitrina-feed-'))
      file = { folder, descriptor: openSync(join(folder, 'offers'), 'wx+', 0o600) }
    }
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(file.descriptor, bytes, at, bytes.length - at, written + at)
    }
    written += bytes.length
  }

  return {
    append(bytes) {
      if (filled + bytes.length > block.length) {
        writeOut(block.subarray(0, filled))
        if (bytes.length > block.length) block = Buffer.alloc(bytes.length)
        filled = 0
      }
      block.set(bytes, filled)
      filled += bytes.length
      return written + filled - bytes.length
    },
    read(position, length) {
      const inBlock = position - written
      if (inBlock >= 0) return block.subarray(inBlock, inBlock + length)
      const bytes = Buffer.alloc(length)
      if (!file || readSync(file.descriptor, bytes, 0, length, position) !== length) {
        throw new Error('The temporary file of the import was cut short by somebody else')
      }
      return bytes
    },
    close() {
      if (!file) return
      closeSync(file.descriptor)
      rmSync(file.folder, { recursive: true, force: true })
      file = undefined
    },
  }
}

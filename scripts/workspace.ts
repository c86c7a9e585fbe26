import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { root } from './bootstrap/prepare.mjs'

export interface Manifest {
  name: string
  description: string
  exports: Record<string, string>
  publishConfig: { exports: Record<string, { types: string; default: string }>; bin?: Record<string, string> }
  bin?: Record<string, string>
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

export interface Package {
  /** `core` for `@vitrina/core`. */
  short: string
  /** Absolute, without a slash at the end. */
  folder: string
  manifest: Manifest
}

export const rootFolder = fileURLToPath(root).replace(/[\\/]$/, '')

/** The published packages, each after the ones that it depends on. */
export function packages(): Package[] {
  const found = readdirSync(`${rootFolder}/packages`).map((short) => {
    const folder = `${rootFolder}/packages/${short}`
    const manifest: Manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    return { short, folder, manifest }
  })
  const sorted: Package[] = []
  while (sorted.length < found.length) {
    const names = new Set(found.filter((one) => !sorted.includes(one)).map(({ manifest }) => manifest.name))
    const next = found.filter(
      (one) =>
        !sorted.includes(one) &&
        !Object.keys(one.manifest.dependencies ?? {}).some((name) => names.has(name)),
    )
    if (next.length === 0) throw new Error(`These packages depend on each other: ${[...names].join(', ')}`)
    sorted.push(...next)
  }
  return sorted
}

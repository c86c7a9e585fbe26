import { access } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail, ok, type Result } from '@vitrina/core'
import * as v from 'valibot'
import { type VitrinaConfig, vitrinaConfigSchema } from './shop-config.ts'

/** Loads and checks the merchant's configuration file; `pictures` comes out absolute. */
export async function loadConfig(
  path: string,
): Promise<Result<VitrinaConfig, { code: 'invalid-config'; reason: string }>> {
  const file = resolve(path)
  const found = await access(file).then(
    () => true,
    () => false,
  )
  if (!found) return fail({ code: 'invalid-config', reason: `There is no configuration at ${file}.` })
  const module = await load(file)
  if (!module.ok) return module
  const parsed = v.safeParse(vitrinaConfigSchema, module.value)
  if (!parsed.success) {
    const [issue] = parsed.issues
    const where = v.getDotPath(issue) ?? 'its default export'
    return fail({ code: 'invalid-config', reason: `${file}: ${where} ${issue.message}.` })
  }
  const { pictures, ...config } = parsed.output
  return ok(pictures === undefined ? config : { ...config, pictures: resolve(dirname(file), pictures) })
}

async function load(file: string): Promise<Result<unknown, { code: 'invalid-config'; reason: string }>> {
  try {
    const module: unknown = await import(pathToFileURL(file).href)
    return ok(typeof module === 'object' && module !== null && 'default' in module ? module.default : module)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail({ code: 'invalid-config', reason: `${file} cannot be loaded: ${reason}` })
  }
}

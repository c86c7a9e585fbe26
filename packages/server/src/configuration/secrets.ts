import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '@vitrina/core'
import * as v from 'valibot'
import type { Environment } from './environment.ts'

export interface Secrets {
  /** Signs the buyers' session tokens. */
  token: readonly string[]
  /** Signs the acquirer's notifications. */
  acquirer: readonly string[]
}

const schema = v.object({ token: v.string(), acquirer: v.string() })

/**
 * Secrets from the environment. On a developer's machine missing ones are made once and kept in the data folder,
 * readable by its owner only; in production a missing one is a mistake.
 */
export async function readSecrets(
  environment: Environment,
): Promise<Result<Secrets, { code: 'missing-secret'; reason: string }>> {
  const { tokenSecret: token, acquirerSecret: acquirer } = environment
  if (token && acquirer) return ok({ token, acquirer })
  if (environment.production) {
    const name = token ? 'VITRINA_ACQUIRER_SECRET' : 'VITRINA_TOKEN_SECRET'
    return fail({
      code: 'missing-secret',
      reason: `${name} must be set in production, to at least 32 random characters.`,
    })
  }
  const kept = await keptSecrets(environment.data)
  return ok({ token: token ?? [kept.token], acquirer: acquirer ?? [kept.acquirer] })
}

async function keptSecrets(folder: string): Promise<v.InferOutput<typeof schema>> {
  const path = join(folder, 'secrets.json')
  await mkdir(folder, { recursive: true })
  const draft = `${path}.${process.pid}`
  const fresh = { token: random(), acquirer: random() }
  await writeFile(draft, JSON.stringify(fresh), { mode: 0o600 })
  // A link is made whole or not at all, and never over another's.
  await link(draft, path).catch(() => {})
  await rm(draft)
  return v.parse(schema, JSON.parse(await readFile(path, 'utf8')))
}

function random(): string {
  return randomBytes(32).toString('base64url')
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readEnvironment } from '../src/configuration/environment.ts'

const read = (name: string) =>
  readFileSync(new URL(`../../../examples/merchant/${name}`, import.meta.url), 'utf8')

const { services } = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, { environment: Record<string, string>; command: string[]; build?: string }>
}

/** What the README tells to write into `.env`. */
const written: Record<string, string> = {
  POSTGRES_PASSWORD: 'p4ssword',
  VITRINA_PUBLIC_URL: 'https://shop.example',
  VITRINA_ORIGINS: 'https://app.example',
  VITRINA_TOKEN_SECRET: 't'.repeat(64),
  VITRINA_ACQUIRER_SECRET: 'a'.repeat(64),
  VITRINA_VK_SECRET: 'vk',
  VITRINA_VK_APP_ID: '51234567',
}

/** As Docker fills in `${NAME:?message}` and `${NAME:-}`. */
function filledIn(environment: Record<string, string>, from: Record<string, string>): Record<string, string> {
  const fill = (text: string) =>
    text.replace(/\$\{(\w+):(\?|-)([^}]*)\}/g, (_all, name: string, how: string, rest: string) => {
      const value = from[name]
      if (!value && how === '?') throw new Error(`${name} ${rest}`)
      return value ?? rest
    })
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(String(value))]))
}

test.each(['server', 'catalogue'])('the server reads what the compose file gives to %s', (name) => {
  const environment = readEnvironment(filledIn(services[name]?.environment ?? {}, written))
  expect(environment).toMatchObject({
    ok: true,
    value: {
      production: true,
      databaseUrl: 'postgres://vitrina:p4ssword@postgres/vitrina',
      origins: ['https://app.example'],
      trustedProxies: 1,
      host: '0.0.0.0',
    },
  })
})

test('a secret that is missing is named before anything starts', () => {
  const { VITRINA_TOKEN_SECRET: _, ...rest } = written
  expect(() => filledIn(services.server?.environment ?? {}, rest)).toThrow(
    'VITRINA_TOKEN_SECRET is not set in .env',
  )
})

test('what is to be written into .env is what the README says', () => {
  const asked = read('compose.yaml').matchAll(/\$\{(\w+):\?/g)
  for (const name of new Set([...asked].map(([, found]) => found))) {
    expect(read('README.md')).toContain(`${name}=`)
    expect(Object.keys(written)).toContain(name)
  }
})

test('nginx leads to the port where the servers listen, and waits longer than they do', () => {
  const nginx = read('nginx.conf')
  expect(nginx).toContain(`server server:${services.server?.environment.PORT} resolve;`)
  const waits = Number(/proxy_read_timeout (\d+)s/.exec(nginx)?.[1])
  const limit = readEnvironment(filledIn(services.server?.environment ?? {}, written))
  expect(limit.ok && limit.value.timeLimit).toBeLessThan(waits)
})

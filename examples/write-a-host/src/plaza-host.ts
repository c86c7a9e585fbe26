import {
  type Ability,
  type Appearance,
  createStore,
  fail,
  type Host,
  type HostFailure,
  normalizePhone,
  ok,
  type Result,
} from '@vitrina/core'

/**
 * What Plaza, a network that does not exist, says through the port that it hands to a page: answers to what was asked
 * under a number, and of its own accord how the page should look.
 */
type Said = { to?: number; value?: unknown; refused?: string; look?: { dark: boolean; bar: number } }
type Answer = Result<Record<string, unknown>, HostFailure>

/**
 * Plaza as a Host, from its port: the whole adapter is this file. `patience` is in milliseconds, for what the network
 * answers by itself; a person is given twenty times as long.
 */
export function plazaHost(port: MessagePort, { patience = 5000 } = {}): Host {
  const waiting = new Map<number, (answer: Answer) => void>()
  const appearance = createStore<Appearance>(lookOf({ dark: false, bar: 0 }))
  let asked = 0

  port.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.look) appearance.set(lookOf(data.look))
    const settle = waiting.get(data.to ?? 0)
    if (data.refused !== undefined) settle?.(fail(failureOf(data.refused)))
    else settle?.(ok(Object(data.value)))
  }

  /** Always settles: a network that keeps silent must not keep a shop from opening. */
  function ask(what: string, details: object = {}, time = patience): Promise<Answer> {
    const number = ++asked
    return new Promise((resolve) => {
      const late = setTimeout(() => settle(fail({ code: 'timeout' })), time)
      function settle(answer: Answer): void {
        clearTimeout(late)
        waiting.delete(number)
        resolve(answer)
      }
      waiting.set(number, settle)
      port.postMessage({ number, what, ...details })
    })
  }

  return {
    name: 'plaza',
    appearance,
    async launch() {
      const told = await ask('launch')
      if (!told.ok) return told.error.code === 'timeout' ? fail({ code: 'outside' }) : told
      const { ticket, userId, language, can } = told.value
      return ok({
        // The shop's server checks the ticket: a function `authenticate.plaza` in its configuration.
        proof: { scheme: 'plaza', value: String(ticket) },
        user: { id: String(userId) },
        locale: String(language),
        // What Plaza claims, as far as this file knows what to do with it.
        abilities: (['contact', 'close'] satisfies Ability[]).filter((ability) =>
          [can].flat().includes(ability),
        ),
      })
    },
    async openLink(url) {
      if (!/^https?:\/\//i.test(url)) return fail({ code: 'invalid', reason: 'Not a web address.' })
      const opened = await ask('open', { url })
      return opened.ok ? ok(undefined) : opened
    },
    async requestContact() {
      const told = await ask('contact', {}, patience * 20)
      if (!told.ok) return told
      const { name, phone } = told.value
      const number = normalizePhone(String(phone ?? ''))
      return ok({ ...(name !== undefined && { name: String(name) }), ...(number && { phone: number }) })
    },
    close: () => void ask('close'),
  }
}

function lookOf({ dark, bar }: { dark: boolean; bar: number }): Appearance {
  return { scheme: dark ? 'dark' : 'light', insets: { top: bar, right: 0, bottom: 0, left: 0 } }
}

/** Plaza's words for a refusal, in core's. */
function failureOf(refused: string): HostFailure {
  if (refused === 'the user said no') return { code: 'denied' }
  if (refused === 'no such thing') return { code: 'unsupported' }
  return { code: 'unknown', reason: refused }
}

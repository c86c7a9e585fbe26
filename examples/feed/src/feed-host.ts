import { type Appearance, createStore, fail, type Host, ok } from '@vitrina/core'

/**
 * The network Sphere as a Host. Its server opens the page with a signed launch in the query; the shop's server
 * verifies it. How the page should look comes in the hash, `#scheme=dark&lang=ru`, and changes without a reload.
 */
export function feedHost(): Host {
  const appearance = createStore<Appearance>(readAppearance())
  window.addEventListener('hashchange', () => appearance.set(readAppearance()))

  return {
    name: 'sphere',
    appearance,
    async launch() {
      const query = new URLSearchParams(location.search)
      const id = query.get('vk_user_id')
      if (!id || !query.has('sign')) return fail({ code: 'outside' })
      // Only what was signed is proof.
      const signed = [...query].filter(([key]) => key === 'sign' || key.startsWith('vk_'))
      const proof = { scheme: 'vk', value: new URLSearchParams(signed).toString() }
      return ok({ proof, user: { id }, locale: language(), abilities: [] })
    },
    async openLink(url) {
      if (!/^https?:\/\//i.test(url)) return fail({ code: 'invalid', reason: 'Not a web address.' })
      const opened = window.open(url, '_blank')
      if (!opened) return fail({ code: 'denied' })
      opened.opener = null
      return ok(undefined)
    },
  }
}

/** The language of the network's own words. */
export function language(): 'ru' | 'en' {
  return display().get('lang') === 'en' ? 'en' : 'ru'
}

function readAppearance(): Appearance {
  const wanted = display().get('scheme')
  const dark = wanted ? wanted === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  return { scheme: dark ? 'dark' : 'light', insets: { top: 0, right: 0, bottom: 0, left: 0 } }
}

function display(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1))
}

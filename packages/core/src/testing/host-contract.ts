import type { Host } from '../host.ts'
import { type ContractCheck, codeOf, expectOk, expectThat } from './contract-check.ts'

/** What every Host does. `make` gives a host that is inside its network and whose user answers every dialog. */
export function hostContract(make: () => Promise<Host>): ContractCheck[] {
  return [
    {
      name: 'launches with a proof, a locale and its abilities',
      async run() {
        const launch = expectOk(await (await make()).launch())
        expectThat(launch.proof.scheme !== '' && launch.proof.value !== '', 'the proof is not empty', launch)
        expectThat(/^[a-z]{2,3}(-|$)/.test(launch.locale), 'the locale is a BCP 47 tag', launch.locale)
        expectThat(new Set(launch.abilities).size === launch.abilities.length, 'no ability twice', launch)
      },
    },
    {
      name: 'gives the same launch when asked twice',
      async run() {
        const host = await make()
        const [one, two] = await Promise.all([host.launch(), host.launch()])
        expectThat(expectOk(one).proof.value === expectOk(two).proof.value, 'one launch, one proof')
      },
    },
    {
      name: 'has a method for every ability that it names',
      async run() {
        const host = await make()
        const { abilities } = expectOk(await host.launch())
        const methods = {
          contact: host.requestContact,
          address: host.requestAddress,
          haptic: host.haptic,
          storage: host.storage,
          close: host.close,
        }
        for (const ability of abilities)
          expectThat(methods[ability] !== undefined, `${ability} has its method`)
      },
    },
    {
      name: 'knows its appearance before and after the launch',
      async run() {
        const host = await make()
        const check = () => {
          const { scheme, insets } = host.appearance.getState()
          expectThat(scheme === 'light' || scheme === 'dark', 'the scheme is light or dark', scheme)
          const sides = [insets.top, insets.right, insets.bottom, insets.left]
          expectThat(
            sides.every((side) => Number.isFinite(side) && side >= 0),
            'insets are pixels',
            insets,
          )
        }
        check()
        await host.launch()
        check()
      },
    },
    {
      name: 'answers a request for contact with data or a failure, never an exception',
      async run() {
        const host = await make()
        await host.launch()
        if (!host.requestContact) return
        const answer = await host.requestContact()
        if (!answer.ok)
          return expectThat(answer.error.code !== undefined, 'a failure has a code', codeOf(answer))
        const { phone } = answer.value
        expectThat(phone === undefined || /^\+\d{10,15}$/.test(phone), 'a phone is E.164', phone)
      },
    },
    {
      name: 'answers a request for an address with a text or a failure, never an exception',
      async run() {
        const host = await make()
        await host.launch()
        if (!host.requestAddress) return
        const answer = await host.requestAddress()
        if (!answer.ok)
          return expectThat(answer.error.code !== undefined, 'a failure has a code', codeOf(answer))
        expectThat(answer.value.trim() !== '', 'an address is not empty', answer.value)
      },
    },
    {
      name: 'lets its appearance be watched, and left alone again',
      async run() {
        const stop = (await make()).appearance.subscribe(() => {})
        expectThat(typeof stop === 'function', 'subscribing answers with a function that ends it')
        stop()
      },
    },
    {
      name: 'opens nothing but web addresses',
      async run() {
        const host = await make()
        await host.launch()
        for (const url of ['javascript:alert(1)', 'data:text/html,hello', 'no address']) {
          const answer = await host.openLink(url)
          expectThat(!answer.ok, `refuses ${url}`)
        }
      },
    },
    {
      name: 'gives back what was put on its shelf, if it has one',
      async run() {
        const host = await make()
        const { abilities } = expectOk(await host.launch())
        if (!host.storage || !abilities.includes('storage')) return
        expectOk(await host.storage.set('vitrina_contract', 'kept'))
        const found = expectOk(await host.storage.get('vitrina_contract'))
        expectThat(found === 'kept', 'the value is there', found)
        expectOk(await host.storage.set('vitrina_contract', undefined))
      },
    },
    {
      name: 'takes every kind of haptic, and waits for none',
      async run() {
        const host = await make()
        await host.launch()
        for (const kind of ['tap', 'success', 'failure'] as const) {
          const answer: unknown = host.haptic?.(kind)
          expectThat(answer === undefined, 'nothing to wait for')
        }
      },
    },
  ]
}

import { type ContractCheck, codeOf, expectOk, expectThat } from './contract-check.ts'
import type { MerchantFixture } from './merchant-contract.ts'
import { narrowingChecks } from './merchant-narrowing-checks.ts'

export function catalogueChecks(make: () => Promise<MerchantFixture>): ContractCheck[] {
  return [
    {
      name: 'lists products that can each be fetched',
      async run() {
        const { merchant } = await make()
        const [first] = expectOk(await merchant.products({ limit: 5 })).products
        expectThat(first !== undefined, 'there are products')
        const same = expectOk(await merchant.product(first.id))
        expectThat(
          JSON.stringify(same) === JSON.stringify(first),
          'a product is the same in a list and alone',
        )
      },
    },
    {
      name: 'gives products by id in the order asked for, without those that do not exist',
      async run() {
        const { merchant } = await make()
        const ids = expectOk(await merchant.products({})).products.map(({ id }) => id)
        const asked = [...ids].reverse()
        const found = expectOk(await merchant.products({ ids: [...asked, 'no-such-product'] }))
        const foundIds = found.products.map(({ id }) => id)
        expectThat(foundIds.join() === asked.join(), 'the order is the one asked for', foundIds)
      },
    },
    {
      name: 'gives each product once on pages that follow each other',
      async run() {
        const { merchant } = await make()
        const all = expectOk(await merchant.products({ limit: 100 })).products.map(({ id }) => id)
        const walked: string[] = []
        let cursor: string | undefined
        do {
          const page = expectOk(await merchant.products({ limit: 2, ...(cursor && { cursor }) }))
          expectThat(page.products.length <= 2, 'a page is not longer than asked for', page.products.length)
          walked.push(...page.products.map(({ id }) => id))
          cursor = page.next
        } while (cursor && walked.length < all.length)
        expectThat(walked.join() === all.join(), 'the pages together are the list', walked)
      },
    },
    {
      name: 'gives every variant a value for each option',
      async run() {
        const { merchant } = await make()
        for (const product of expectOk(await merchant.products({ limit: 100 })).products) {
          expectThat(product.variants.length > 0, 'a product has a variant', product.id)
          for (const { options } of product.variants)
            for (const { name, values } of product.options)
              expectThat(values.includes(options[name] ?? ''), `a known value of ${name}`, options)
        }
      },
    },
    {
      name: 'says not-found for a product that does not exist',
      async run() {
        const { merchant } = await make()
        expectThat(codeOf(await merchant.product('no-such-product')) === 'not-found', 'the code is not-found')
      },
    },
    {
      name: 'finds nothing for a search that fits nothing',
      async run() {
        const { merchant } = await make()
        const page = expectOk(await merchant.products({ search: 'zzz%_no such thing' }))
        expectThat(page.products.length === 0 && page.next === undefined, 'the page is empty', page)
      },
    },
    ...narrowingChecks(make),
  ]
}

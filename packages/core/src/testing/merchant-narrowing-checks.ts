import { defaultVariant, type Product, type ProductQuery } from '../product.ts'
import { type ContractCheck, codeOf, expectOk, expectThat } from './contract-check.ts'
import type { MerchantFixture } from './merchant-contract.ts'

const priceOf = (product: Product) => defaultVariant(product).price.amount
const isBuyable = (product: Product) => defaultVariant(product).availability !== 'sold-out'
const has = (product: Product, name: string, value: string) =>
  product.variants.some((variant) => variant.options[name] === value)

/** The parts of a list, and the order it can be put into. */
export function narrowingChecks(make: () => Promise<MerchantFixture>): ContractCheck[] {
  const open = async () => {
    const { merchant, ofAnotherSeller } = await make()
    const list = async (query: ProductQuery) =>
      expectOk(await merchant.products({ limit: 100, ...query })).products
    return { merchant, ofAnotherSeller, list, all: await list({}) }
  }
  return [
    {
      name: 'puts the cheap or the dear first, by the price that is shown, page by page',
      async run() {
        const { merchant, all } = await open()
        const prices = all.map(priceOf).sort((a, b) => a - b)
        for (const [sort, expected] of [
          ['cheap-first', prices],
          ['dear-first', [...prices].reverse()],
        ] as const) {
          const walked: Product[] = []
          let cursor: string | undefined
          do {
            const page = expectOk(await merchant.products({ sort, limit: 1, ...(cursor && { cursor }) }))
            walked.push(...page.products)
            cursor = page.next
          } while (cursor && walked.length <= all.length)
          expectThat(
            walked.map(priceOf).join() === expected.join(),
            `the prices are ${sort}`,
            walked.map(priceOf),
          )
          expectThat(new Set(walked.map(({ id }) => id)).size === all.length, 'each product comes once')
        }
      },
    },
    {
      name: 'keeps to the prices that were asked for, both ends included',
      async run() {
        const { list, all } = await open()
        const prices = all.map(priceOf).sort((a, b) => a - b)
        const [minPrice = 0, maxPrice = 0] = [prices[1], prices[prices.length - 2]]
        const expected = all.filter((one) => priceOf(one) >= minPrice && priceOf(one) <= maxPrice)
        expectSame(await list({ minPrice, maxPrice }), expected)
        expectSame(
          await list({ maxPrice: 0 }),
          all.filter((one) => priceOf(one) === 0),
        )
      },
    },
    {
      name: 'lists only what can be bought when that is asked for',
      async run() {
        const { list, all } = await open()
        expectSame(await list({ inStock: true }), all.filter(isBuyable))
        expectSame(await list({ inStock: false }), all)
      },
    },
    {
      name: 'finds the products that have any of an option’s values, in one variant with the other options',
      async run() {
        const { list, all } = await open()
        for (const { name, values } of all.flatMap(({ options }) => options)) {
          const [value = ''] = values
          expectSame(
            await list({ options: { [name]: [value] } }),
            all.filter((one) => has(one, name, value)),
          )
          const any = all.filter((one) => values.some((each) => has(one, name, each)))
          expectSame(await list({ options: { [name]: [...values, 'no such value'] } }), any)
          expectSame(await list({ options: { [name]: [value], 'no such option': ['x'] } }), [])
        }
      },
    },
    {
      name: 'keeps to one seller',
      async run() {
        const { list, all, ofAnotherSeller } = await open()
        expectSame(await list({ sellerId: 'no-such-seller' }), [])
        if (!ofAnotherSeller) return
        const theirs = all.filter(({ variants }) => variants.some(({ id }) => id === ofAnotherSeller))
        const sellerId = theirs[0]?.seller?.id ?? ''
        expectThat(sellerId !== '', 'a product of another seller says whose it is')
        expectSame(
          await list({ sellerId }),
          all.filter(({ seller }) => seller?.id === sellerId),
        )
      },
    },
    {
      name: 'refuses prices that are no range, and the cursor of another order',
      async run() {
        const { merchant } = await open()
        const { next } = expectOk(await merchant.products({ limit: 1 }))
        expectThat(next !== undefined, 'there is a second page')
        for (const query of [
          { minPrice: 2, maxPrice: 1 },
          { minPrice: -1 },
          { maxPrice: 0.5 },
          { sort: 'cheap-first', cursor: next },
        ] as const) {
          expectThat(codeOf(await merchant.products(query)) === 'invalid', 'the code is invalid', query)
        }
      },
    },
    {
      name: 'tells what a list can be narrowed by, and how many products that leaves',
      async run() {
        const { merchant, list, all } = await open()
        if (!merchant.facets) return
        const facets = expectOk(await merchant.facets({}))
        const prices = all.map(priceOf)
        expectThat(facets.products === all.length, 'all products are counted', facets.products)
        expectThat(facets.prices?.min.amount === Math.min(...prices), 'the lowest price', facets.prices)
        expectThat(facets.prices?.max.amount === Math.max(...prices), 'the highest price', facets.prices)
        for (const { name, values } of facets.options) {
          for (const { value, products } of values.slice(0, 3)) {
            const options = { [name]: [value] }
            const left = await list({ options })
            expectThat(left.length === products, `as many have ${name} ${value}`, [products, left.length])
            const narrowed = expectOk(await merchant.facets({ options, inStock: true }))
            const buyable = await list({ options, inStock: true })
            expectThat(narrowed.products === buyable.length, 'the whole query is counted', narrowed.products)
            expectThat(
              JSON.stringify(narrowed.options) === JSON.stringify(facets.options),
              'choosing takes no choice away',
              narrowed.options,
            )
          }
        }
        const none = expectOk(await merchant.facets({ search: 'zzz no such thing' }))
        expectThat(
          none.products === 0 && none.options.length === 0 && !none.prices,
          'nothing is nothing',
          none,
        )
      },
    },
    {
      name: 'tells who sells, each once, among them whoever a product names',
      async run() {
        const { merchant, all } = await open()
        if (!merchant.sellers) return
        const ids = expectOk(await merchant.sellers()).map(({ id }) => id)
        expectThat(ids.length > 0 && new Set(ids).size === ids.length, 'each seller is there once', ids)
        for (const { seller } of all)
          expectThat(!seller || ids.includes(seller.id), 'the seller of a product is there', [seller, ids])
      },
    },
  ]
}

function expectSame(found: readonly Product[], expected: readonly Product[]): void {
  const [ids, wanted] = [found, expected].map((products) => products.map(({ id }) => id).join())
  expectThat(ids === wanted, `the products are ${wanted}`, ids)
}

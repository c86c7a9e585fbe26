/** The shop that `bench:import` takes its feeds into. */
import { defineConfig } from '../../packages/server/src/index.ts'

export default defineConfig({
  shop: {
    id: 'bench',
    name: 'Bench',
    currency: 'RUB',
    delivery: [
      { id: 'courier', kind: 'courier', title: 'Courier', price: { amount: 35000, currency: 'RUB' } },
    ],
    paymentMethods: ['cash'],
  },
  authenticate: {},
})

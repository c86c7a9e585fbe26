import type { DeliveryOption } from '../delivery.ts'
import { money } from '../money.ts'

export const sampleDelivery: DeliveryOption[] = [
  { id: 'courier', kind: 'courier', title: 'Courier', price: money(35000, 'RUB'), days: { min: 1, max: 2 } },
  {
    id: 'pickup',
    kind: 'pickup',
    title: 'Pick-up point',
    price: money(0, 'RUB'),
    points: [
      { id: 'p1', title: 'Library', address: 'Sadovaya 1', hours: '10–20' },
      { id: 'p2', title: 'Station', address: 'Lesnaya 7' },
    ],
  },
]

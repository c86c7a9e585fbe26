import { type Money, multiplyMoney, type QuoteLine } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { Fact } from './fact.tsx'

export interface SumLinesProps {
  lines: readonly Pick<QuoteLine, 'variantId' | 'title' | 'quantity' | 'unitPrice'>[]
  discount?: Money
  /** Null while no delivery is chosen. */
  delivery: Money | null
  total: Money
  vat?: Money
}

/** Lines before the discount, discount, delivery and what it comes to. */
export function SumLines({ lines, discount, delivery, total, vat }: SumLinesProps): JSX.Element {
  const { texts, money } = useScene()
  return (
    <dl class="v-sums">
      {lines.map((line) => (
        <div key={line.variantId} part="summary-line">
          <dt>
            {line.title}
            {line.quantity > 1 && <span class="v-muted"> × {line.quantity}</span>}
          </dt>
          <dd>{money(multiplyMoney(line.unitPrice, line.quantity))}</dd>
        </div>
      ))}
      {discount && (
        <Fact name={texts.discount} part="discount">
          −{money(discount)}
        </Fact>
      )}
      <Fact name={texts.delivery} part="delivery-price">
        {delivery === null ? texts.deliveryLater : delivery.amount === 0 ? texts.free : money(delivery)}
      </Fact>
      <div class="v-total">
        <dt>{texts.total}</dt>
        <dd part="total">{money(total)}</dd>
      </div>
      {vat && (
        <Fact name={texts.vat} part="vat">
          {money(vat)}
        </Fact>
      )}
    </dl>
  )
}

import type { Delivery, DeliveryOption, PickupPoint } from '@vitrina/core'
import type { JSX } from 'preact'
import { replaceable } from '../replaceable.tsx'
import { useScene } from '../scene.ts'
import { LongDelivery } from '../screens/asides.ts'
import { Choice, type ChoiceProps } from './choice.tsx'

/** One way to get the goods: a courier, or one pick-up point. */
export interface DeliveryWay {
  key: string
  title: string
  option: DeliveryOption
  /** Left out for a courier. */
  point?: PickupPoint
  /** What is chosen with it. */
  delivery: Delivery
}

export interface DeliveryWaysProps {
  ways: readonly DeliveryWay[]
  /** The key of the one that is chosen. */
  chosen: string | null
  onChoose: (delivery: Delivery) => void
  /** What marks each choice as wrong for assistive technology. */
  wrong: ChoiceProps['wrong']
}

/** As many fit on a phone; more are searched. */
const most = 7

/** The choice of a courier or a pick-up point. */
export const DeliveryWays = replaceable('DeliveryWays', OwnWays)

function OwnWays(props: DeliveryWaysProps): JSX.Element {
  const List = props.ways.length > most ? LongDelivery : WayList
  return <List {...props} />
}

/** Each way as a choice. */
export function WayList({ ways, chosen, onChoose, wrong }: DeliveryWaysProps): JSX.Element {
  const { texts, money } = useScene()
  return (
    <>
      {ways.map(({ key, title, point, option: { days, price }, delivery }) => (
        <Choice
          key={key}
          field="delivery"
          wrong={wrong}
          title={title}
          hint={[point?.address, point?.hours, days && texts.days(days.min, days.max)]
            .filter(Boolean)
            .join(' · ')}
          aside={price.amount === 0 ? texts.free : money(price)}
          checked={chosen === key}
          onChoose={() => onChoose(delivery)}
        />
      ))}
    </>
  )
}

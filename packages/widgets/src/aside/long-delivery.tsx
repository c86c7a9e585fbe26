import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type DeliveryWay, type DeliveryWaysProps, WayList } from '../checkout/delivery-ways.tsx'
import { Icon } from '../icon.tsx'
import { shapes } from '../icon-shapes.ts'
import { forgetNear, whenNear } from '../near-viewport.ts'
import { asideLooks } from './looks.ts'
import { useAsideTexts } from './use-aside-texts.ts'

const waysAtOnce = 20

/** Many ways to get the goods: searched by name and address, and drawn as far as they are seen. */
export function LongDelivery({ ways, ...props }: DeliveryWaysProps): JSX.Element {
  const texts = useAsideTexts()
  const [typed, type] = useState('')
  const [most, show] = useState(waysAtOnce)
  const rest = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const end = rest.current
    if (!end) return
    whenNear(end, () => show(most + waysAtOnce))
    return () => forgetNear(end)
  }, [most, typed, ways.length])
  // Nobody searches for a courier.
  const couriers = ways.filter(({ point }) => !point)
  const found = ways.filter((way) => !couriers.includes(way) && fits(way, typed))
  const seen = found.slice(0, most)
  // What is chosen stays in sight, whatever is typed.
  const chosen = ways.filter((way) => way.key === props.chosen && ![...couriers, ...seen].includes(way))
  return (
    <>
      <WayList ways={couriers} {...props} />
      <div class="v-search" ref={asideLooks}>
        <Icon shape={shapes.search} />
        <input
          type="search"
          part="delivery-search"
          aria-label={texts.searchPoints}
          placeholder={texts.searchPoints}
          autocomplete="off"
          enterkeyhint="search"
          value={typed}
          onInput={(event) => {
            type(event.currentTarget.value)
            show(waysAtOnce)
          }}
          // It stands in the form of the checkout, which must not be sent by it.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </div>
      <p class="v-muted" role="status">
        {texts.pointsFound(found.length)}
      </p>
      <WayList ways={[...chosen, ...seen]} {...props} />
      {found.length > most && <div ref={rest} />}
    </>
  )
}

/** Every word of the search begins one of its own. */
function fits({ title, point }: DeliveryWay, typed: string): boolean {
  const own = wordsOf(`${title} ${point?.address}`)
  return wordsOf(typed).every((word) => own.some((each) => each.startsWith(word)))
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

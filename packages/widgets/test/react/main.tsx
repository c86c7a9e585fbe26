/** @jsxImportSource react */
/** A page in React 19 with the widgets in it. `?look=vkui` stands in VKUI. */

import { createShop } from '@vitrina/core'
import { memoryHost, memoryMerchant } from '@vitrina/core/memory'
import type {} from '@vitrina/widgets/react'
import { AppRoot, Card, ConfigProvider, Group, Panel, PanelHeader, SimpleCell } from '@vkontakte/vkui'
import { type ReactNode, StrictMode, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { browser } from '../../src/browser.ts'
import { defineElements } from '../../src/elements.ts'
import { announceShop } from '../../src/events.ts'

const { storage: _, ...host } = memoryHost({ locale: 'en' })
const created = createShop({ ...browser(), host, merchant: memoryMerchant() })
const shop = announceShop(created)
defineElements(shop)
void shop.start()

const vkui = new URLSearchParams(location.search).get('look') === 'vkui'

function Page() {
  const [product, setProduct] = useState<string | undefined>('mug')
  const [shown, show] = useState(true)
  const [heard, hear] = useState<string[]>([])
  const tell = (what: string) => hear((before) => [...before, what])
  const card = useRef<HTMLElement>(null)
  const button = useRef<HTMLElement>(null)
  useEffect(() => {
    const listen = (event: CustomEvent<{ name: string }>) => tell(`open ${event.detail.name}`)
    const { current } = button
    current?.addEventListener('vitrina-open', listen)
    return () => current?.removeEventListener('vitrina-open', listen)
  }, [])
  return (
    <Frame>
      <button type="button" onClick={() => setProduct('lamp')}>
        Another
      </button>
      <button type="button" onClick={() => card.current && Object.assign(card.current, { product: 'mug' })}>
        By property
      </button>
      <button type="button" onClick={() => show(false)}>
        Away
      </button>
      <output>{heard.join(', ')}</output>
      {shown && <vitrina-cart-button ref={button} />}
      {shown && (
        <vitrina-product-card
          className="in-post"
          ref={card}
          product={product}
          data-scheme="light"
          onvitrina-add={(event) => {
            const [{ title }] = event.detail.intent
            tell(`add ${title}`)
            void event.detail.result.then(({ ok }) => tell(ok ? 'added' : 'not added'))
          }}
        />
      )}
    </Frame>
  )
}

function Frame({ children }: { children: ReactNode }) {
  if (!vkui) return <main>{children}</main>
  return (
    <ConfigProvider colorScheme="light" platform="android">
      <AppRoot>
        <Panel id="news">
          <PanelHeader>News</PanelHeader>
          <Group>
            <SimpleCell>Today</SimpleCell>
            <Card mode="shadow">{children}</Card>
          </Group>
        </Panel>
      </AppRoot>
    </ConfigProvider>
  )
}

/** The compiler refuses what the elements do not take. */
export const refused = [
  // @ts-expect-error A product is told by its id.
  <vitrina-product-card key="1" product={1} />,
  // @ts-expect-error There are two schemes.
  <vitrina-cart-button key="2" data-scheme="sepia" />,
  // @ts-expect-error The event of a screen has no intent.
  <vitrina-shop key="4" onvitrina-screen={({ detail }) => detail.intent} />,
  <vitrina-shop key="5" route="cart" history onvitrina-screen={({ detail }) => detail.name} />,
]

const place = document.querySelector('#root')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  )
}

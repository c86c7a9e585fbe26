import type { Delivery } from '../network/network.ts'
import type { Texts } from './texts.ts'

/** What the app has sent out into the network, the newest first. */
export function Inbox({ inbox, text }: { inbox: readonly Delivery[]; text: Texts }) {
  if (inbox.length === 0) return null
  return (
    <details class="more">
      <summary>
        {text.inbox} · {inbox.length}
      </summary>
      {/* Scrolled with the keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse */}
      <ol class="inbox" tabIndex={0} aria-label={text.inbox}>
        {inbox.map(({ kind, text: words }, index) => (
          <li key={inbox.length - index}>
            <small>{text.deliveries[kind]}</small>
            {words}
          </li>
        ))}
      </ol>
    </details>
  )
}

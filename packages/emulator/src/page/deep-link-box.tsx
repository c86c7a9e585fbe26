import { useState } from 'preact/hooks'
import type { Texts } from './texts.ts'

/** Sends the app, which is open, to a place in itself, as a link in the network does. */
export function DeepLinkBox({ text }: { text: Texts }) {
  const [place, setPlace] = useState(() => location.hash.slice(1))
  return (
    <form
      class="seed"
      onSubmit={(event) => {
        event.preventDefault()
        location.hash = place.replace(/^#/, '')
      }}
    >
      <label>
        {text.deepLink}
        <input
          value={place}
          placeholder="product/mug"
          onInput={({ currentTarget }) => setPlace(currentTarget.value)}
        />
      </label>
      <button type="submit">{text.open}</button>
    </form>
  )
}

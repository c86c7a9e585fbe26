import { useState } from 'preact/hooks'
import { keptLength, maxKeys, readShelf, writeShelf } from '../network/shelf.ts'
import type { Texts } from './texts.ts'

interface StorageViewerProps {
  appId: string
  userId: number
  text: Texts
}

/** VK Storage of this user in this app, as it lies there, beside its limits. */
export function StorageViewer({ appId, userId, text }: StorageViewerProps) {
  const [open, setOpen] = useState(false)
  const [, redraw] = useState(0)
  const place = { area: localStorage, appId, userId }
  const kept = open ? [...readShelf(place)] : []
  const keep = (entries: [string, string][]) => {
    writeShelf(place, new Map(entries))
    redraw((count) => count + 1)
  }
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.storage}</summary>
      {open && (
        <div class="stack">
          <p class="quiet">
            {kept.length} / {maxKeys} {text.keys}
          </p>
          {kept.map(([key, value]) => (
            <details key={key} class="kept">
              <summary>
                <code>{key}</code>{' '}
                <small>
                  {value.length} / {keptLength}
                </small>
              </summary>
              <pre>{value}</pre>
              <button type="button" onClick={() => keep(kept.filter(([each]) => each !== key))}>
                {text.remove}
              </button>
            </details>
          ))}
          {kept.length > 0 && (
            <button type="button" onClick={() => keep([])}>
              {text.empty}
            </button>
          )}
        </div>
      )}
    </details>
  )
}

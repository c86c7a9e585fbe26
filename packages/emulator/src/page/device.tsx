import type { ComponentChildren } from 'preact'
import { findHost } from '../hosts/find-host.ts'
import { keyboardCovers, keyboardHeight } from '../network/insets.ts'
import type { Setup } from '../network/setup.ts'
import type { Texts } from './texts.ts'

/** The frame around the app: a phone of its own size, upright or on its side, or a window of a browser. */
export function Device({ setup, children }: { setup: Setup; children: ComponentChildren }) {
  const { screen } = findHost(setup.host)
  const size = screen && (setup.turned ? [screen.height, screen.width] : [screen.width, screen.height])
  return (
    <div
      class="device"
      data-host={setup.host}
      style={size && { '--width': `${size[0]}px`, '--height': `${size[1]}px` }}
    >
      {children}
    </div>
  )
}

/** A keyboard to look at: it lies over the app, or takes the place from it. */
export function Keyboard({ setup, text }: { setup: Setup; text: Texts }) {
  return (
    <div
      class="keyboard"
      role="img"
      aria-label={text.keyboard}
      data-covers={keyboardCovers(setup)}
      style={{ '--keyboard': `${keyboardHeight}px` }}
    >
      <span aria-hidden="true">{setup.language === 'ru' ? 'йцукенгшщзх' : 'qwertyuiop'}</span>
      <span aria-hidden="true">{setup.language === 'ru' ? 'фывапролджэ' : 'asdfghjkl'}</span>
      <span aria-hidden="true">{setup.language === 'ru' ? 'ячсмитьбю' : 'zxcvbnm'}</span>
    </div>
  )
}

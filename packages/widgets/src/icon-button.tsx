import type { JSX } from 'preact'
import { Icon } from './icon.tsx'

export interface IconButtonProps extends Omit<JSX.IntrinsicElements['button'], 'icon'> {
  shape: string
  label: string
}

/** A button that is only a drawing; its name is for those who hear it. */
export function IconButton({ shape, label, ...rest }: IconButtonProps): JSX.Element {
  return (
    <button type="button" class="v-round" aria-label={label} {...rest}>
      <Icon shape={shape} />
    </button>
  )
}

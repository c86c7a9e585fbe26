import type { ComponentChildren, JSX } from 'preact'
import { replaceable } from './replaceable.tsx'

export interface NoticeProps {
  title: string
  hint?: string | undefined
  icon?: JSX.Element
  /** A class beside its own. */
  class?: string
  children?: ComponentChildren
  /** How screen readers say it: at once, or when they have finished. */
  role?: 'alert' | 'status'
}

/** A calm page of few words: nothing here, failed, done. */
export const Notice = replaceable('Notice', OwnNotice)

function OwnNotice({ title, hint, icon, class: look, children, role }: NoticeProps): JSX.Element {
  return (
    <div class={look ? `v-empty ${look}` : 'v-empty'} role={role}>
      {icon}
      <p class="v-empty-title">{title}</p>
      {hint && <p class="v-muted">{hint}</p>}
      {children}
    </div>
  )
}

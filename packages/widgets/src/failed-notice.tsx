import type { MerchantFailure } from '@vitrina/core'
import type { JSX } from 'preact'
import { Notice } from './notice.tsx'
import { useScene } from './scene.ts'

export interface FailedNoticeProps {
  title: string
  /** Null when nobody knows. */
  failure: MerchantFailure | null
  onRetry: () => void
}

/** What could not be fetched, why, and once more. */
export function FailedNotice({ title, failure, onRetry }: FailedNoticeProps): JSX.Element {
  const { texts } = useScene()
  return (
    <Notice title={title} role="alert" hint={failure ? texts.failed[failure.code] : undefined}>
      <button type="button" class="v-button v-quiet" part="retry" onClick={onRetry}>
        {texts.retry}
      </button>
    </Notice>
  )
}

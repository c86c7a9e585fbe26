import type { HostFailure } from '@vitrina/core'
import type { JSX } from 'preact'
import { useAsideTexts } from './use-aside-texts.ts'

/** Why the host gave no name and phone, and what to do then. */
export function ContactRefused({ reason }: { reason: HostFailure['code'] }): JSX.Element {
  return <>{useAsideTexts().contactRefused[reason]}</>
}

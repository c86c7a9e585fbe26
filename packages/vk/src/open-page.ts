import { fail, type HostFailure, ok, type Result } from '@vitrina/core'

interface Opener {
  open(url: string, target: string, features?: string): Window | null
}

/**
 * Opens a page beside the app, without a way back into it. `denied` when the browser blocks it: then a link for the
 * buyer to press is what works. `noopener` would not tell, because with it the answer is always null.
 */
export function openPage(url: string, window: Opener, isWebView: boolean): Result<void, HostFailure> {
  if (!/^https?:\/\//i.test(url)) return fail({ code: 'invalid', reason: 'Not a web address.' })
  if (isWebView) {
    // VK's own clients take the address over and answer null.
    window.open(url, '_blank', 'noopener')
    return ok(undefined)
  }
  const page = window.open('', '_blank')
  if (page === null) return fail({ code: 'denied' })
  page.opener = null
  page.location.href = url
  return ok(undefined)
}

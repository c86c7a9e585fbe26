import { fail, type HostFailure, type Money, ok, type Result } from '@vitrina/core'

/** What is used of a page here; what an older browser lacks is missing. */
export interface AbleWindow {
  location: { href: string }
  navigator: { share?: (data: { title: string; url: string }) => Promise<void> }
  PaymentRequest?: typeof PaymentRequest
}

export interface SharedProduct {
  id: string
  title: string
  /** The page with a `<vitrina-shop>` that the link leads to; this one when left out. */
  page?: string
}

/** Whether the browser has a sheet to share with: most phones do. A button for what is not there is better hidden. */
export function canShare(window: AbleWindow = globalThis.window): boolean {
  return window.navigator.share !== undefined
}

/** The address that opens a product, behind the `#`, as `webHost` reads it. */
export function productLink(product: string, page: string): string {
  return `${page.replace(/#.*/, '')}#vitrina=${encodeURIComponent(`product/${product}`)}`
}

/**
 * Opens the browser's sheet to send a product to somebody. Only from a tap. `denied` when it was closed, `unsupported` when
 * the browser has none.
 */
export async function shareProduct(
  { id, title, page }: SharedProduct,
  window: AbleWindow = globalThis.window,
): Promise<Result<void, HostFailure>> {
  if (!canShare(window)) return fail({ code: 'unsupported' })
  try {
    await window.navigator.share?.({ title, url: productLink(id, page ?? window.location.href) })
    return ok(undefined)
  } catch (error) {
    return fail(failureOf(error))
  }
}

export interface PaymentSheet {
  /** As the acquirer names them: `{ supportedMethods: 'https://pay.example', data: { merchant: '7' } }`. */
  methods: PaymentMethodData[]
  /** What is paid for, in the buyer's words: `Order 1042`. */
  label: string
  total: Money
}

/** What the buyer's payment app gave, for the acquirer. */
export interface PaidBy {
  method: string
  details: unknown
}

/** Whether a payment app of this browser knows one of the methods. */
export async function canPay(sheet: PaymentSheet, window: AbleWindow = globalThis.window): Promise<boolean> {
  try {
    return (await requestFor(sheet, window)?.canMakePayment()) ?? false
  } catch {
    return false
  }
}

/**
 * Opens the browser's payment sheet (Payment Request), hands what it gives to `settle`, and closes it with what that
 * answers. Only from a tap. A hint like any payment in a client: whether an order is paid, its server says. `denied` when it
 * was closed or not accepted, `unsupported` when the browser has no sheet, or no app for these methods.
 */
export async function pay(
  sheet: PaymentSheet,
  settle: (paid: PaidBy) => Promise<boolean>,
  window: AbleWindow = globalThis.window,
): Promise<Result<void, HostFailure>> {
  try {
    const response = await requestFor(sheet, window)?.show()
    if (!response) return fail({ code: 'unsupported' })
    const { methodName: method, details } = response
    // Whatever becomes of it, the sheet may not stay open.
    const accepted = await settle({ method, details }).catch(() => false)
    await response.complete(accepted ? 'success' : 'fail')
    return accepted ? ok(undefined) : fail({ code: 'denied' })
  } catch (error) {
    return fail(failureOf(error))
  }
}

function requestFor({ methods, label, total }: PaymentSheet, window: AbleWindow) {
  return (
    window.PaymentRequest && new window.PaymentRequest(methods, { total: { label, amount: decimal(total) } })
  )
}

/** `{ amount: 129050, currency: 'RUB' }` as `1290.50`. */
function decimal({ amount, currency }: Money): PaymentCurrencyAmount {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return { currency, value: (amount / 10 ** digits).toFixed(digits) }
}

function failureOf(error: unknown): HostFailure {
  const name = error instanceof Error ? error.name : ''
  if (name === 'AbortError' || name === 'NotAllowedError') return { code: 'denied' }
  if (name === 'NotSupportedError') return { code: 'unsupported' }
  return { code: 'unknown', reason: String(error) }
}

import { formatMoney } from '@vitrina/core'
import { html } from 'hono/html'
import type { AcquirerPayment } from './acquirer-books.ts'
import type { Words } from './words.ts'

type Html = ReturnType<typeof html>

/** The page that a payment is at: to be decided, or told how it ended. */
export function paymentPage(payment: AcquirerPayment, words: Words, base: string): Html {
  if (payment.state === 'paid') {
    return layout(words, words.paid, html`${receipt(payment, words)}<p role="status">${words.mayClose}</p>`)
  }
  if (payment.state === 'refunded') {
    return layout(words, words.refunded, html`${receipt(payment, words)}`)
  }
  if (payment.state === 'failed') {
    return layout(words, words.failed, html`${receipt(payment, words)}<p role="status">${words.payAgain}</p>`)
  }
  return layout(
    words,
    words.title,
    html`${receipt(payment, words)}
      <form method="post" action="${base}/approve"><button class="main">${words.approve}</button></form>
      <form method="get" action="${base}/3ds"><button>${words.secure}</button></form>
      <form method="post" action="${base}/decline"><button>${words.decline}</button></form>
      <form method="get" action="${base}/closed"><button class="quiet">${words.close}</button></form>`,
  )
}

/** Where the bank asks for its code. */
export function securePage(payment: AcquirerPayment, words: Words, base: string): Html {
  return layout(
    words,
    words.secureTitle,
    html`${receipt(payment, words)}
      <form method="post" action="${base}/3ds">
        <label for="code">${words.code}</label>
        <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required
          aria-describedby="hint" autofocus>
        <p id="hint">${words.codeHint}</p>
        <button class="main">${words.confirm}</button>
      </form>
      <form method="get" action="${base}"><button class="quiet">${words.back}</button></form>`,
  )
}

/** The buyer went away; the payment stays as it was. */
export function closedPage(words: Words, base: string): Html {
  return layout(
    words,
    words.closed,
    html`<p role="status">${words.stillPending}</p>
      <form method="get" action="${base}"><button class="quiet">${words.back}</button></form>`,
  )
}

export function notFoundPage(words: Words): Html {
  return layout(words, words.notFound, html``)
}

function receipt(payment: AcquirerPayment, words: Words): Html {
  const { amount, currency } = payment
  return html`<p class="shop">${payment.shop_name}</p>
    <p>${words.order(payment.order_number)}</p>
    <p class="amount">${formatMoney({ amount, currency }, words.locale)}</p>`
}

function layout(words: Words, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="${words.locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="stylesheet" href="/test-acquirer/style.css">
  </head>
  <body>
    <main>
      <p class="test">${words.test}</p>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>`
}

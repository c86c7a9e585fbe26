// jsdom has <dialog> without its methods: enough of them for what the sheet asks. A real browser shows the rest.
const dialog = HTMLDialogElement.prototype
const openers = new WeakMap<HTMLDialogElement, HTMLElement>()
dialog.showModal ??= function (this: HTMLDialogElement) {
  const opener = focused()
  if (opener) openers.set(this, opener)
  this.setAttribute('open', '')
  this.tabIndex = -1
  this.focus()
}
dialog.close ??= function (this: HTMLDialogElement) {
  if (!this.hasAttribute('open')) return
  this.removeAttribute('open')
  openers.get(this)?.focus()
  this.dispatchEvent(new Event('close'))
}

function focused(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : null
}

/**
 * Lets a finger pull the sheet down and away, by its head or by whatever cannot be scrolled up: far, or quickly. It listens
 * to touches: a pointer is cancelled once the browser takes a pull for a scroll, and not every browser can be told not to.
 */
export function dragToClose(sheet: HTMLElement, close: () => void): void {
  let x = 0
  // NaN while the finger does something else.
  let y = 0
  let pulled = 0
  let enough = false
  sheet.ontouchstart = ({ target, touches }) => {
    const at = target as Element
    const { clientX, clientY } = touches[0] as Touch
    const free = at.closest('.v-head') || sheet.scrollTop + at.scrollTop < 1
    x = clientX
    y = free && !touches[1] ? clientY : Number.NaN
  }
  sheet.ontouchmove = (event) => {
    const { clientX, clientY } = event.touches[0] as Touch
    const down = clientY - y
    // What begins in another direction is a scroll, or a swipe through the gallery.
    if (pulled || down > Math.abs(clientX - x)) {
      event.preventDefault()
      // CSS pixels in all, or from one frame to the next.
      enough = down > 120 || down - (pulled || down) > 8
      pulled = Math.max(1, down)
      sheet.style.translate = `0 ${pulled}px`
    } else y = Number.NaN
  }
  sheet.ontouchend = sheet.ontouchcancel = () => {
    if (enough) close()
    enough = false
    pulled = 0
    // Its look moves it back: what has a style follows a finger.
    sheet.removeAttribute('style')
  }
}

const gap = 8

/** Puts a box of fixed position under what it belongs to, or above it where there is more room, within the window. */
export function placeBeside(box: HTMLElement, owner: HTMLElement): void {
  const { top, bottom, left, right } = owner.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const below = bottom + gap
  const isAbove = below + height > window.innerHeight && top > window.innerHeight - bottom
  // Where lines end, as the box opens towards the middle of most pages.
  const wanted = getComputedStyle(owner).direction === 'rtl' ? left : right - width
  const { style } = box
  style.top = `${isAbove ? Math.max(gap, top - gap - height) : below}px`
  style.left = `${Math.max(gap, Math.min(wanted, window.innerWidth - width - gap))}px`
}

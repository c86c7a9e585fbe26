import type { VitrinaEventMap } from './event-map.ts'

/** Sends an event of the elements out to the page. False when the page prevented what it tells of. */
export function send<Name extends keyof VitrinaEventMap>(
  at: EventTarget,
  name: Name,
  detail: VitrinaEventMap[Name]['detail'],
): boolean {
  return at.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }))
}

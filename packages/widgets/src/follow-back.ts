import type { VitrinaEventMap } from './event-map.ts'
import type { Route } from './route.ts'

interface Open {
  sheet: HTMLElement
  /** How deep the page itself is in its history; each screen is one more. */
  page: number
  /** The screens that led here. */
  way: Route[]
}

/** Gives each screen of a sheet an entry of the page's history. The answer ends it. */
export function followBack(sheetName: string): () => void {
  let open: Open | undefined
  let depth = 0
  const gone = new AbortController()
  const { signal } = gone

  function enter(): void {
    depth += 1
    window.history.pushState({ ...window.history.state, vitrina: depth }, '')
  }

  /** Takes back what is too many. */
  function leave(wanted: number): void {
    const surplus = depth - wanted
    if (surplus <= 0) return
    depth = wanted
    window.history.go(-surplus)
  }

  function onScreen({ target, detail: route }: VitrinaEventMap['vitrina-screen']): void {
    if (!(target instanceof HTMLElement) || target.localName !== sheetName) return
    if (open?.sheet !== target) {
      depth = depthIn(window.history.state)
      open = { sheet: target, page: depth, way: [route] }
      dialogsIn(target)[0]?.addEventListener('close', onClose, { once: true })
      return enter()
    }
    const place = open.way.indexOf(route)
    if (place < 0) {
      open.way.push(route)
      return enter()
    }
    // The sheet’s own button led back, or past a screen that is no place to come back to.
    open.way.length = place + 1
    leave(open.page + open.way.length)
  }

  function onClose(): void {
    const page = open?.page ?? depth
    open = undefined
    leave(page)
  }

  function onPop({ state }: PopStateEvent): void {
    // The way forward leads to screens that are no more.
    if (!open || depthIn(state) >= depth) return
    depth = depthIn(state)
    const [dialog, ...above] = dialogsIn(open.sheet)
    const pictures = above.find((one) => one.open)
    const back = open.sheet.shadowRoot?.querySelector<HTMLElement>('.v-head [part~="back"]')
    if (pictures) {
      pictures.close()
      enter()
    } else if (back && depth > open.page) back.click()
    else dialog?.close()
  }

  document.addEventListener('vitrina-screen', onScreen as EventListener, { signal })
  window.addEventListener('popstate', onPop, { signal })
  return () => gone.abort()
}

function dialogsIn(sheet: HTMLElement): HTMLDialogElement[] {
  return [...(sheet.shadowRoot?.querySelectorAll('dialog') ?? [])]
}

// In the entry itself, so that it is right after a reload, too.
function depthIn(state: { vitrina?: number } | null): number {
  return state?.vitrina ?? 0
}

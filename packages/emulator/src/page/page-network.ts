import type { Delivery, Network } from '../network/network.ts'
import { findPerson } from '../network/people.ts'
import type { Question, Reply } from '../network/question.ts'
import { createRelations } from '../network/relations.ts'
import type { Setup } from '../network/setup.ts'
import { createShelf } from '../network/shelf.ts'
import { fetchHash, fetchLaunch, fetchSign } from './api.ts'

export interface PageNetworkOptions {
  appId: string
  frame: HTMLIFrameElement
  setup(): Setup
  ask(question: Question): Promise<Reply>
  deliver(delivery: Delivery): void
  hidden(): boolean
  close(): void
}

/** The network as this page plays it: what the methods of the bridge do is seen here. */
export function pageNetwork({ appId, frame, setup, ...page }: PageNetworkOptions): Network {
  const { id } = findPerson(setup().person)
  const shelf = createShelf({ area: localStorage, appId, userId: id })
  const relations = createRelations({ area: localStorage, appId, userId: id })
  const scrolled = () => frame.parentElement
  return {
    ...page,
    appId,
    setup,
    shelf: () => shelf,
    relations: () => relations,
    viewport: () => ({ width: frame.clientWidth, height: frame.clientHeight }),
    launch: () => fetchLaunch(setup(), 'other', relations),
    sign: (name, value) => fetchSign(id, name, value),
    signHash: (payload) => fetchHash(id, payload),
    link: () => `https://vk.ru/app${appId}${location.hash}`,
    copy: (copied) => navigator.clipboard.writeText(copied),
    setLocation: showLocation,
    resize({ width, height }) {
      frame.style.width = `${width}px`
      if (height !== undefined) frame.style.height = `${height}px`
    },
    scroll: (top) => scrolled()?.scrollTo({ top }),
    scrollTop: () => scrolled()?.scrollTop ?? 0,
  }
}

function showLocation(place: string, replace: boolean): void {
  const address = `${location.pathname}${location.search}#${place.replace(/^#/, '')}`
  if (replace) history.replaceState(history.state, '', address)
  else history.pushState(history.state, '', address)
}

import { done, type Method, noted, type Params } from '../method.ts'
import type { Network } from '../network.ts'
import { clientError } from '../refusal.ts'

/** The window of the app and its place in the address. The columns of the two SwipeBack are an assumption. */
export const windowMethods = {
  VKWebAppSetLocation: { vk: 'AIMW', ok: 'AMW', run: setLocation },
  VKWebAppSendToClient: {
    vk: 'MW',
    ok: '',
    run: (network, { fragment = '' }) => {
      if (typeof fragment !== 'string') return clientError(5)
      network.deliver({ kind: 'open', text: `app${network.appId}#${fragment}` })
      return done
    },
  },
  VKWebAppResizeWindow: { vk: 'W', ok: 'W', run: resize },
  VKWebAppScroll: { vk: 'MW', ok: 'MW', run: scroll },
  VKWebAppScrollTop: { vk: 'W', ok: 'W', run: (network) => ({ scrollTop: network.scrollTop() }) },
  VKWebAppScrollTopStart: noted('W', 'W'),
  VKWebAppScrollTopStop: noted('W', 'W'),
  VKWebAppSetViewSettings: noted('AI', 'AI'),
  VKWebAppSetSwipeSettings: {
    vk: 'I',
    ok: 'I',
    run: (_network, { history }) => (typeof history === 'boolean' ? done : clientError(5)),
  },
  VKWebAppEnableSwipeBack: noted('I', ''),
  VKWebAppDisableSwipeBack: noted('I', ''),
} satisfies Record<string, Method>

function setLocation(network: Network, { location, replace_state }: Params) {
  if (typeof location !== 'string') return clientError(5)
  network.setLocation(location, replace_state === true)
  return done
}

/** 600 to 1000 wide, 500 to 10 000 high. https://dev.vk.com/bridge/VKWebAppResizeWindow */
function resize(network: Network, { width, height }: Params) {
  if (typeof width !== 'number' || width < 600 || width > 1000) return clientError(5)
  if (height === undefined) {
    network.resize({ width })
    return { width, height: network.viewport().height }
  }
  if (typeof height !== 'number' || height < 500 || height > 10_000) return clientError(5)
  network.resize({ width, height })
  return { width, height }
}

function scroll(network: Network, { top }: Params) {
  if (typeof top !== 'number') return clientError(5)
  network.scroll(top)
  return { top, height: network.viewport().height }
}

import { done, type Method, noted, type Params } from '../method.ts'
import type { Network } from '../network.ts'
import { whenGranted } from '../question.ts'
import { clientError } from '../refusal.ts'

/** What the device does for the app. */
export const deviceMethods = {
  VKWebAppTapticImpactOccurred: noted('AI', 'I'),
  VKWebAppTapticNotificationOccurred: noted('AI', 'I'),
  VKWebAppTapticSelectionChanged: noted('AI', 'I'),
  VKWebAppCopyText: { vk: 'AIMW', ok: 'AIMW', run: copyText },
  VKWebAppDownloadFile: { vk: 'AI', ok: 'A', run: download },
  VKWebAppOpenCodeReader: {
    vk: 'AI',
    ok: 'AI',
    run: (network) => readCode(network, 'VKWebAppOpenCodeReader'),
  },
  VKWebAppOpenQR: { vk: 'AI', ok: '', run: (network) => readCode(network, 'VKWebAppOpenQR') },
} satisfies Record<string, Method>

async function copyText(network: Network, { text }: Params) {
  if (typeof text !== 'string') return clientError(5)
  await network.copy(text)
  return done
}

function download(network: Network, { url, filename }: Params) {
  if (typeof url !== 'string' || typeof filename !== 'string') return clientError(2)
  network.deliver({ kind: 'download', text: `${filename}: ${url}` })
  return done
}

/** What the camera sees is typed into the dialog. */
function readCode(network: Network, method: string) {
  const input = `https://vk.ru/app${network.appId}#product/mug`
  return whenGranted(network, { subject: 'camera', method, lines: [], input }, (code_data) => ({ code_data }))
}

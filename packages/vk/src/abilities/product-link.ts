import type { HostFailure, Result } from '@vitrina/core'
import { showDeepLink } from './page.ts'
import { shareLink } from './share.ts'
import type { VkClient, VkLaunchHints } from './vk-client.ts'

/**
 * The address that opens the app at a product, in the community that it is open in. Only what stands behind the `#`
 * reaches an app (vk-bridge #292).
 */
export function productLink({ appId, group }: VkLaunchHints, product: string): string {
  return `https://vk.ru/app${appId}${group ? `_-${group.id}` : ''}#${deepLinkOf(product)}`
}

/** Sends a product to somebody. Odnoklassniki shares the place where the app is, so the app goes there first. */
export async function shareProduct(client: VkClient, product: string): Promise<Result<void, HostFailure>> {
  if (client.launch === undefined || !client.launch.isOk)
    return client.use(shareLink, client.launch ? { link: productLink(client.launch, product) } : {})
  await client.use(showDeepLink, { deepLink: deepLinkOf(product), replace: true })
  return client.use(shareLink, {})
}

function deepLinkOf(product: string): string {
  return `product/${encodeURIComponent(product)}`
}

/** What the address of a mini app says. */
export interface LaunchQuery {
  /** Only what VK signs, and the signature: for the server. */
  proof: string
  userId?: string
  locale: string
  platform: string
  /** Odnoklassniki, which runs the same apps. */
  isOk: boolean
  deepLink?: string
}

/** Undefined when the page was not opened by VK. https://dev.vk.com/mini-apps/development/launch-params */
export function readLaunchQuery(location: { search: string; hash: string }): LaunchQuery | undefined {
  const params = new URLSearchParams(location.search)
  const platform = params.get('vk_platform') ?? ''
  const userId = params.get('vk_user_id') || params.get('vk_ok_user_id')
  const deepLink = readHash(location.hash)
  if (!params.has('sign') || !params.has('vk_app_id')) return undefined
  return {
    proof: signedPart(location.search),
    ...(userId && { userId }),
    // The shop speaks two languages; each of VK's has the nearer one.
    locale: /^(en|es|pt)$/.test(params.get('vk_language') ?? '') ? 'en' : 'ru',
    platform,
    isOk: params.get('vk_client') === 'ok' || platform.endsWith('_ok'),
    ...(deepLink && { deepLink }),
  }
}

/** Kept as it was written, so that nothing can be lost on the way to the verifier. */
export function signedPart(search: string): string {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => /^(vk_|sign=)/.test(pair))
    .join('&')
}

/** VK hands over what stood behind the `#` of the link: `product/mug`. */
function readHash(hash: string): string {
  const raw = hash.replace(/^#\/?/, '')
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

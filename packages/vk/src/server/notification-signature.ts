import { md5 } from './md5.ts'

/**
 * The `sig` of what VK and Odnoklassniki tell a server about payments: MD5 over all parameters as `name=value`, sorted by
 * name, with nothing between, and the secret. https://dev.vk.com/api/payments/notifications
 *
 * @param params decoded values; `sig` itself is left out
 */
export function signNotification(params: Readonly<Record<string, string>>, secret: string): string {
  const signed = Object.entries(params)
    .filter(([name]) => name !== 'sig')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('')
  return md5(signed + secret)
}

/**
 * Who is calling, as far as it can be known. Every trusted proxy appends the address it was called from to
 * X-Forwarded-For, so the one that counts stands as far from the end as there are such proxies; what a caller wrote
 * there itself is never reached. Of an IPv6 address the network counts (/64), for a household has all of it.
 */
export function clientAddress(
  forwardedFor: string | undefined,
  peer: string | undefined,
  trustedProxies: number,
): string | undefined {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  const known = trustedProxies === 0 ? peer : hops.at(-trustedProxies)
  return known ? networkOf(known) : undefined
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !address.includes(':')) return (mapped ?? address).slice(0, 45)
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? []
  const groups = head ? head.split(':') : []
  const rest = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  return `${[...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').slice(0, 4))
    .join(':')}::/64`
}

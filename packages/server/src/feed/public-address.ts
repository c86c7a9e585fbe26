import ipaddr from 'ipaddr.js'

/** Public by its range, and yet a cloud's own inside: Azure answers its machines there. */
const insideOfClouds = new Set(['168.63.129.16'])
/** What the registries have given out of IPv6, RFC 4291 and 3587. */
const global6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is out on the internet, for everybody: not this machine, its network, its cloud's services, nor
 * an IPv6 address that carries any IPv4 address inside it.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast' || insideOfClouds.has(address.toString())) return false
  return !(address instanceof ipaddr.IPv6) || address.match(global6)
}

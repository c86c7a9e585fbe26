import type { VkLaunchHints } from '@vitrina/vk/abilities'

/** Which shop is open: one of a community, as `VITE_VITRINA_COMMUNITIES` says (`200001=lavka,200002=other`), or the usual one. */
export function shopName(launch: VkLaunchHints | undefined, communities: string, usual: string): string {
  const pairs = communities.split(',').map((pair) => pair.trim().split('='))
  return pairs.find(([group]) => group && group === launch?.group?.id)?.[1] ?? usual
}

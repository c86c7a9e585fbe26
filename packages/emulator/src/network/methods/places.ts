import { done, type Method } from '../method.ts'
import type { Network } from '../network.ts'
import { whenGranted } from '../question.ts'

/** Where the user keeps the app. The columns of AddToMenu and AddToProfile are an assumption: they have no page. */
export const placeMethods = {
  VKWebAppAddToFavorites: { vk: 'AIMW', ok: '', run: (network) => keep(network, 'Favorites') },
  VKWebAppAddToHomeScreen: { vk: 'A', ok: '', run: (network) => keep(network, 'HomeScreen') },
  VKWebAppAddToHomeScreenInfo: {
    vk: 'AIMW',
    ok: '',
    run: (network) => ({
      is_feature_supported: network.setup().host === 'vk-android',
      is_added_to_home_screen: network.relations().has('HomeScreen'),
    }),
  },
  VKWebAppAddToMenu: { vk: 'W', ok: '', run: (network) => keep(network, 'Menu') },
  VKWebAppAddToProfile: {
    vk: 'AIMW',
    ok: '',
    run: (network) =>
      whenGranted(network, { subject: 'places', method: 'VKWebAppAddToProfile', lines: [] }, () => {
        network.relations().set('Profile', true)
        return { visibility: 'all' as const }
      }),
  },
} satisfies Record<string, Method>

function keep(network: Network, place: string) {
  return whenGranted(network, { subject: 'places', method: `VKWebAppAddTo${place}`, lines: [] }, () => {
    network.relations().set(place, true)
    return done
  })
}

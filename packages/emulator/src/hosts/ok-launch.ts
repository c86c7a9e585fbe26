import type { LaunchedUser } from './emulated-host.ts'

/**
 * What Odnoklassniki adds to a launch. `vk_original_vk_id` is the first known of VK's id and OK's.
 * https://dev.vk.com/mini-apps/development/launch-params
 */
export function okLaunch({ id, okId }: LaunchedUser): Record<string, string> {
  return {
    vk_are_pushes_enabled: '0',
    vk_client: 'ok',
    vk_ok_app_id: '512000000000',
    vk_ok_ref: 'catalog',
    vk_ok_user_id: String(okId),
    vk_original_vk_id: String(id),
  }
}

import type { Surroundings } from './emulated-host.ts'

/** As VK's own clients tell it. https://dev.vk.com/bridge/VKWebAppUpdateConfig */
export function nativeConfig({ appId, scheme, insets }: Surroundings) {
  const colours = scheme === 'dark' ? 'space_gray' : 'bright_light'
  return { app: 'vkclient', app_id: appId, appearance: scheme, scheme: colours, insets } as const
}

/** As vk.com and m.vk.com tell it. */
export function webConfig({ appId, scheme, width, height }: Surroundings) {
  return {
    app_id: appId,
    appearance: scheme,
    scheme: scheme === 'dark' ? 'vkcom_dark' : 'vkcom_light',
    viewport_width: width,
    viewport_height: height,
    api_host: 'api.vk.ru',
  } as const
}

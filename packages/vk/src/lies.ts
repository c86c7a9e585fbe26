import type { LaunchQuery } from './launch-query.ts'

/**
 * Hosts that claim what they do not do: the phone is not asked for on m.vk.com, nor in OK's Android app; nor is the e-mail.
 * https://dev.vk.com/bridge/VKWebAppGetPhoneNumber
 */
export function lies(method: string, { platform }: LaunchQuery): boolean {
  return (
    /Get(PhoneNumber|Email)$/.test(method) && /^(mobile_web|mvk_external|mobile_android_ok)$/.test(platform)
  )
}

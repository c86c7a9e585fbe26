/** A call of every method of the table, as an app would make it, and what its answer has in it. */
export const everyCall: Readonly<Record<string, { params?: object; answer: unknown }>> = {
  VKWebAppInit: { answer: { result: true } },
  VKWebAppGetConfig: { answer: { appearance: 'light', app_id: '7770000' } },
  VKWebAppGetClientVersion: { answer: { platform: /^[a-z-]+$/, version: /^\d+\.\d+$/ } },
  VKWebAppGetLaunchParams: { answer: { vk_app_id: 7_770_000, sign: /^[\w-]{43}$/ } },
  VKWebAppOpenApp: { params: { app_id: 1, location: 'a' }, answer: { result: true } },
  // The frame is gone before it hears the answer: closing has a test of its own.
  VKWebAppClose: { params: { status: 'success' }, answer: { payload: null } },
  VKWebAppGetUserInfo: { answer: { id: 100_001, first_name: 'Вера', sex: 1, city: { title: 'Москва' } } },
  VKWebAppGetPhoneNumber: { answer: { phone_number: '79160000101', sign: /^[\w-]{43}$/, is_verified: true } },
  VKWebAppGetEmail: { answer: { email: 'vera@example.org', sign: /^[\w-]{43}$/ } },
  VKWebAppGetPersonalCard: {
    params: { type: ['phone', 'email', 'address'] },
    answer: {
      phone: '79160000101',
      email: /@/,
      address: { city: { name: 'Москва' }, postal_code: '101000' },
    },
  },
  VKWebAppCreateHash: {
    params: { payload: 'order 1' },
    answer: { ts: expectNumber, sign: /^[\w-]{43}$/, payload: 'order 1' },
  },
  VKWebAppGetGeodata: { answer: { available: 1, lat: 55.75 } },
  VKWebAppGetFriends: { params: { multi: true }, answer: { users: [{ id: 100_002 }, { id: 100_003 }] } },
  VKWebAppOpenContacts: { answer: { phone: '79160000202', first_name: 'Тимур' } },
  VKWebAppGetAuthToken: {
    params: { app_id: 7_770_000, scope: 'friends,market' },
    answer: { access_token: /./, scope: 'friends,market' },
  },
  VKWebAppGetCommunityToken: {
    params: { app_id: 7_770_000, group_id: 1, scope: 'messages' },
    answer: { access_token: /./, scope: 'messages' },
  },
  VKWebAppCheckAllowedScopes: {
    params: { scopes: 'friends,docs' },
    answer: {
      result: [
        { scope: 'friends', allowed: true },
        { scope: 'docs', allowed: false },
      ],
    },
  },
  VKWebAppCallAPIMethod: {
    params: { method: 'users.get', params: { access_token: 'x', v: '5.199' } },
    answer: { response: [] },
  },
  VKWebAppGetGrantedPermissions: { answer: { permissions: ['location', 'camera'] } },
  VKWebAppStorageSet: { params: { key: 'cart', value: 'mug' }, answer: { result: true } },
  VKWebAppStorageGet: { params: { keys: ['cart'] }, answer: { keys: [{ key: 'cart', value: 'mug' }] } },
  VKWebAppStorageGetKeys: { params: { count: 10, offset: 0 }, answer: { keys: ['cart'] } },
  VKWebAppOpenPayForm: {
    params: {
      app_id: 7_770_000,
      action: 'pay-to-service',
      params: { amount: 390, description: 'mug', merchant_id: 1, version: 2, sign: 'x', data: {} },
    },
    answer: { status: true, transaction_id: /^\d+$/, amount: '390' },
  },
  VKWebAppShowOrderBox: {
    params: { type: 'item', item: 'mug' },
    answer: { success: true, status: 'success', order_id: /^\d+$/ },
  },
  VKWebAppShowSubscriptionBox: {
    params: { action: 'create', item: 'tea' },
    answer: { success: true, subscriptionId: /^\d+$/ },
  },
  VKWebAppShare: {
    params: { link: 'https://vk.ru/app7770000#mug' },
    // The bridge makes an object of a list.
    answer: { 0: { type: 'message', users: [{ id: 100_002 }] } },
  },
  VKWebAppShowWallPostBox: { params: { message: 'hello' }, answer: { post_id: expectNumber } },
  VKWebAppOpenWallPost: { params: { post_id: 1, owner_id: 1 }, answer: { result: true } },
  VKWebAppShowStoryBox: {
    params: { background_type: 'image', url: 'https://example.org/a.jpg' },
    answer: { result: true },
  },
  VKWebAppShowImages: { params: { images: ['https://example.org/a.jpg'] }, answer: { result: true } },
  VKWebAppRecommend: { answer: { result: true } },
  VKWebAppShowSlidesSheet: { params: { slides: [{}] }, answer: { result: true, action: 'confirm' } },
  VKWebAppTranslate: {
    params: { texts: ['чай'], translation_language: 'ru-en' },
    answer: { result: { texts: ['чай'] } },
  },
  VKWebAppTrackEvent: { params: { event_name: 'purchase' }, answer: { result: true } },
  VKWebAppRetargetingPixel: { params: { pixel_code: 'x' }, answer: { result: true } },
  VKWebAppConversionHit: {
    params: { pixel_code: 'x', conversion_event: 'purchase', conversion_value: 1 },
    answer: { result: true },
  },
  VKWebAppShowNativeAds: { params: { ad_format: 'reward' }, answer: { result: true } },
  VKWebAppCheckNativeAds: { params: { ad_format: 'reward' }, answer: { result: false } },
  VKWebAppShowBannerAd: { params: { banner_location: 'top' }, answer: { error_data: { error_code: 20 } } },
  VKWebAppAddToFavorites: { answer: { result: true } },
  VKWebAppAddToHomeScreen: { answer: { result: true } },
  VKWebAppAddToHomeScreenInfo: { answer: { is_feature_supported: expectBoolean } },
  VKWebAppAddToMenu: { answer: { result: true } },
  VKWebAppAddToProfile: { answer: { visibility: 'all' } },
  VKWebAppAllowMessagesFromGroup: { params: { group_id: 1 }, answer: { result: true } },
  VKWebAppSendPayload: { params: { group_id: 1, payload: { a: 1 } }, answer: { result: true } },
  VKWebAppAllowNotifications: { answer: { result: true } },
  VKWebAppDenyNotifications: { answer: { result: true } },
  VKWebAppAddToCommunity: { answer: { group_id: 200_001 } },
  VKWebAppJoinGroup: { params: { group_id: 1 }, answer: { result: true } },
  VKWebAppGetGroupInfo: { params: { group_id: 1 }, answer: { id: 1, is_member: 1 } },
  VKWebAppLeaveGroup: { params: { group_id: 1 }, answer: { result: true } },
  VKWebAppShowCommunityWidgetPreviewBox: {
    params: { group_id: 1, type: 'text', code: 'return 1;' },
    answer: { result: true },
  },
  VKWebAppSetLocation: { params: { location: 'cart' }, answer: { result: true } },
  VKWebAppSendToClient: { params: { fragment: 'cart' }, answer: { result: true } },
  VKWebAppResizeWindow: { params: { width: 911, height: 700 }, answer: { width: 911, height: 700 } },
  VKWebAppScroll: { params: { top: 10 }, answer: { top: 10, height: expectNumber } },
  VKWebAppScrollTop: { answer: { scrollTop: expectNumber } },
  VKWebAppScrollTopStart: { answer: { result: true } },
  VKWebAppScrollTopStop: { answer: { result: true } },
  VKWebAppSetViewSettings: { params: { status_bar_style: 'dark' }, answer: { result: true } },
  VKWebAppSetSwipeSettings: { params: { history: true }, answer: { result: true } },
  VKWebAppEnableSwipeBack: { answer: { result: true } },
  VKWebAppDisableSwipeBack: { answer: { result: true } },
  VKWebAppTapticImpactOccurred: { params: { style: 'light' }, answer: { result: true } },
  VKWebAppTapticNotificationOccurred: { params: { type: 'success' }, answer: { result: true } },
  VKWebAppTapticSelectionChanged: { answer: { result: true } },
  VKWebAppCopyText: { params: { text: 'hello' }, answer: { result: true } },
  VKWebAppDownloadFile: {
    params: { url: 'https://example.org/a.pdf', filename: 'a.pdf' },
    answer: { result: true },
  },
  VKWebAppOpenCodeReader: { answer: { code_data: /^https/ } },
  VKWebAppOpenQR: { answer: { code_data: /^https/ } },
}

function expectNumber(value: unknown): boolean {
  return typeof value === 'number'
}

function expectBoolean(value: unknown): boolean {
  return typeof value === 'boolean'
}

/** Where an answer is not what it should be; nothing when it is. Texts are held against patterns. */
export function difference(answer: unknown, wanted: unknown, path = ''): string | undefined {
  const is = `${path || 'the answer'} is ${JSON.stringify(answer)}`
  if (typeof wanted === 'function') return wanted(answer) ? undefined : is
  if (wanted instanceof RegExp) return typeof answer === 'string' && wanted.test(answer) ? undefined : is
  if (typeof wanted !== 'object' || wanted === null) return answer === wanted ? undefined : is
  if (typeof answer !== 'object' || answer === null) return is
  for (const [name, value] of Object.entries(wanted)) {
    const found = difference((answer as Record<string, unknown>)[name], value, `${path}.${name}`)
    if (found) return found
  }
  return undefined
}

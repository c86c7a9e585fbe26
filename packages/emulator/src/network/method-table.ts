import type { Method } from './method.ts'
import { appMethods } from './methods/app.ts'
import { communityMethods } from './methods/community.ts'
import { deviceMethods } from './methods/device.ts'
import { paymentMethods } from './methods/payment.ts'
import { placeMethods } from './methods/places.ts'
import { sharingMethods } from './methods/sharing.ts'
import { storageMethods } from './methods/storage.ts'
import { tokenMethods } from './methods/tokens.ts'
import { userMethods } from './methods/user.ts'
import { windowMethods } from './methods/window.ts'

/** Each method with its own types, which a test holds against those of the bridge. */
export const methodTable = {
  ...appMethods,
  ...userMethods,
  ...tokenMethods,
  ...storageMethods,
  ...paymentMethods,
  ...sharingMethods,
  ...placeMethods,
  ...communityMethods,
  ...windowMethods,
  ...deviceMethods,
}

/** Everything that these networks can do; the rest is answered as an unsupported platform. */
export const methods: Readonly<Record<string, Method>> = methodTable

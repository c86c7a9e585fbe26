export { type Guest, type GuestFailure, guestAuthenticator } from './guest-authenticator.ts'
export {
  type PageBuyer,
  type PageFailure,
  type PageSecret,
  pageAuthenticator,
  signPageLaunch,
} from './page-authenticator.ts'

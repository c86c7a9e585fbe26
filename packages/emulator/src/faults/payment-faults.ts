import { type Call, type Fault, isFailure, refused, silence } from './fault.ts'

const isPayment = ({ method }: Call) =>
  /^VKWebApp(OpenPayForm|ShowOrderBox|ShowSubscriptionBox)$/.test(method)
const isBox = ({ method }: Call) => method === 'VKWebAppShowOrderBox'

/** Payments that lie. */
export const paymentFaults = {
  /** The money is taken, and the app hears an unknown error. */
  'vk-bridge-613': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/613',
    spoils: isPayment,
    async change(call, answer) {
      const replies = await answer()
      if (isFailure(replies)) return { replies }
      return refused(call, { error_type: 'client_error', error_data: { error_code: 1 } })
    },
  },
  /** A failure without properties, and the page is loaded anew. */
  'vk-bridge-626': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/626',
    spoils: isBox,
    async change(call, answer) {
      await answer()
      return { ...refused(call, { error_type: undefined }), reload: true }
    },
  },
  /** Success, though the server refused. */
  'vk-bridge-532': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/532',
    spoils: isBox,
    async change({ method, params }, answer) {
      const replies = await answer()
      if (!isFailure(replies)) return { replies }
      const data = { success: true, status: 'success', order_id: '0', request_id: params.request_id }
      return { replies: [{ type: `${method}Result`, data }] }
    },
  },
  /** A box that was closed never answers. */
  'vk-bridge-259': {
    source: 'https://github.com/VKCOM/vk-bridge/issues/259',
    spoils: isBox,
    async change(_call, answer) {
      const replies = await answer()
      return isFailure(replies) ? silence : { replies }
    },
  },
} satisfies Record<string, Fault>

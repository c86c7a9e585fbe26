import type { OrderEvent, Tell } from '@vitrina/server'
import { type SendVkNotificationOptions, sendVkNotification } from '@vitrina/vk/server'

/** What a buyer is told, and when; nothing of what they have just done themselves. */
const texts: Partial<Record<OrderEvent['type'], (number: string) => string>> = {
  'order.shipped': (number) => `Заказ № ${number} отправлен. Скоро будет у вас.`,
  'order.delivered': (number) => `Заказ № ${number} доставлен. Спасибо!`,
  'order.cancelled': (number) => `Заказ № ${number} отменён.`,
  'order.refunded': (number) => `Деньги за заказ № ${number} возвращены.`,
}

/** Tells buyers of VK, who allowed it, of their orders; what can be told later, is told later. */
export function tellBuyersInVk(options: SendVkNotificationOptions): Tell {
  return async ({ type, order, buyerId }) => {
    const text = texts[type]?.(order.number)
    const [, userId] = /^vk:(\d+)$/.exec(buyerId) ?? []
    if (!text || !userId) return
    const told = await sendVkNotification({ userId, text, deepLink: `order/${order.id}` }, options)
    // Who did not allow it is not told, now or later.
    if (!told.ok && told.error.code !== 'denied') throw new Error(`${told.error.code}: ${told.error.reason}`)
  }
}

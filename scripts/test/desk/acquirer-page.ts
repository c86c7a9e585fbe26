import type { Page } from 'playwright-core'

export type Decision = 'approve' | 'decline' | '3-D Secure' | 'wrong code' | 'close'

/** What a buyer does on the test acquirer's page. */
export async function decide(page: Page, decision: Decision): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name }).click()
  await page.getByRole('heading', { name: 'Оплата заказа' }).waitFor()
  switch (decision) {
    case 'approve':
      await press('Оплатить')
      break
    case 'decline':
      await press('Отклонить')
      break
    case 'close':
      break
    case '3-D Secure':
    case 'wrong code':
      await press('3-D Secure')
      await page.getByLabel('Код из сообщения').fill(decision === 'wrong code' ? '0000' : '1234')
      await press('Подтвердить')
  }
  if (decision !== 'close') await page.getByRole('status').waitFor()
  await page.close()
}

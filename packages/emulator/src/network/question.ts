import type { Network } from './network.ts'
import { clientError, type Refusal } from './refusal.ts'

/** What a user can be asked about; each can be answered once and for all in the panel. */
export const subjects = [
  'phone',
  'email',
  'card',
  'location',
  'contacts',
  'token',
  'payment',
  'share',
  'places',
  'messages',
  'community',
  'camera',
] as const
export type Subject = (typeof subjects)[number]

export const permissions = ['ask', 'granted', 'refused'] as const
export type Permission = (typeof permissions)[number]

/** What stands in the network's own dialog. */
export interface Question {
  subject: Subject
  /** The method that asks. */
  method: string
  /** What exactly is asked for: a number, a sum, a link. */
  lines: string[]
  /** Something to type in, filled in already. */
  input?: string
}

export interface Reply {
  /** `failed` is only for payments: the user agreed, and it did not work. */
  answer: 'granted' | 'refused' | 'failed'
  /** What was typed in. */
  text?: string
}

/** The answer of the panel, or else of the person in front of it. */
export async function ask(network: Network, question: Question): Promise<Reply> {
  const permission = network.setup().permissions[question.subject]
  if (permission !== 'ask') return { answer: permission, ...(question.input && { text: question.input }) }
  return network.ask(question)
}

/** For what is either done or refused by the user. */
export async function whenGranted<Answer extends object>(
  network: Network,
  question: Question,
  then: (text: string) => Answer | Promise<Answer>,
): Promise<Answer | Refusal> {
  const { answer, text = '' } = await ask(network, question)
  return answer === 'granted' ? then(text) : clientError(4)
}

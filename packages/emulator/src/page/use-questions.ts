import { useCallback, useState } from 'preact/hooks'
import type { Question, Reply } from '../network/question.ts'

interface Asked {
  id: number
  question: Question
  settle(reply: Reply): void
}

/** What the user is asked, one after another: the first question, how to ask, and how to answer it. */
export function useQuestions() {
  const [asked, setAsked] = useState<Asked[]>([])
  const ask = useCallback(
    (question: Question) =>
      new Promise<Reply>((settle) =>
        setAsked((before) => [...before, { id: Math.random(), question, settle }]),
      ),
    [],
  )
  const current = asked[0]
  const answer = (reply: Reply) => {
    current?.settle(reply)
    setAsked((before) => before.filter((each) => each !== current))
  }
  return { current, ask, answer }
}

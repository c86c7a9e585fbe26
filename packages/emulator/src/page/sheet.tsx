import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Person } from '../network/people.ts'
import type { Question, Reply } from '../network/question.ts'
import type { Texts } from './texts.ts'

interface SheetProps {
  question: Question
  person: Person
  text: Texts
  onAnswer(reply: Reply): void
}

/** The network's own dialog, over the app. The panel beside it stays usable. */
export function Sheet({ question, person, text, onAnswer }: SheetProps) {
  const { subject, method, lines, input } = question
  const id = useId()
  const allow = useRef<HTMLButtonElement>(null)
  const [typed, setTyped] = useState(input ?? '')
  useEffect(() => allow.current?.focus(), [])
  const payment = subject === 'payment'
  const answer = (given: Reply['answer']) =>
    onAnswer({ answer: given, ...(input !== undefined && { text: typed }) })
  return (
    <div class="shade">
      <div
        class="question"
        data-subject={subject}
        role="dialog"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}why`}
        onKeyDown={(event) => {
          if (event.key === 'Escape') answer('refused')
        }}
      >
        <img src={person.picture} alt="" width="64" height="64" />
        <h2 id={`${id}title`}>{text.asks[subject]}</h2>
        {lines.map((line) => (
          <p key={line} class="number">
            {line}
          </p>
        ))}
        {input !== undefined && (
          <input
            class="typed"
            aria-label={text.asks[subject]}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <p id={`${id}why`}>{method}</p>
        <div class="answers" data-payment={payment}>
          <button type="button" data-answer="refused" onClick={() => answer('refused')}>
            {payment ? text.cancelPayment : text.refuse}
          </button>
          {payment && (
            <button type="button" data-answer="failed" onClick={() => answer('failed')}>
              {text.failPayment}
            </button>
          )}
          <button
            ref={allow}
            type="button"
            class="primary"
            data-answer="granted"
            onClick={() => answer('granted')}
          >
            {payment ? text.pay : text.allow}
          </button>
        </div>
      </div>
    </div>
  )
}

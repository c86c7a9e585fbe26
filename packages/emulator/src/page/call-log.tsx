import { useMemo, useState } from 'preact/hooks'
import { type LogEntry, searchLog } from '../network/call-log.ts'
import type { Texts } from './texts.ts'

interface CallLogProps {
  log: readonly LogEntry[]
  text: Texts
  onClear(): void
  onReplay(entry: LogEntry): void
}

/** What went over the bridge, the newest first. It does not speak up by itself: too much happens in it. */
export function CallLog({ log, text, onClear, onReplay }: CallLogProps) {
  const [words, setWords] = useState('')
  const [copied, setCopied] = useState(false)
  const found = useMemo(() => searchLog(log, words).reverse(), [log, words])
  const copy = () => {
    navigator.clipboard.writeText(JSON.stringify([...found].reverse(), null, 2)).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <section class="log" aria-labelledby="log-title">
      <div class="log-head">
        <h2 id="log-title">{text.log}</h2>
        <button type="button" onClick={copy} onBlur={() => setCopied(false)}>
          {copied ? text.logCopied : text.logCopy}
        </button>
        <button type="button" onClick={onClear}>
          {text.logClear}
        </button>
      </div>
      <input
        type="search"
        value={words}
        placeholder={text.logFilter}
        aria-label={text.logFilter}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {found.length === 0 ? (
        <p class="quiet">{log.length === 0 ? text.logEmpty : text.logNothing}</p>
      ) : (
        <ol aria-live="off">
          {found.map((entry) => (
            <Line key={entry.id} entry={entry} text={text} onReplay={onReplay} />
          ))}
        </ol>
      )}
    </section>
  )
}

type LineProps = Pick<CallLogProps, 'text' | 'onReplay'> & { entry: LogEntry }

function Line({ entry, text, onReplay }: LineProps) {
  const [open, setOpen] = useState(false)
  const { direction, method, params, answer, duration, state, fault } = entry
  const { request_id: _asked, ...asked } = params
  const { request_id: _answered, ...answered } = answer ?? {}
  const isCall = direction === 'call'
  return (
    <li data-state={isCall ? state : 'pushed'}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="method">{method}</span>
          <span class="outcome">
            {fault !== undefined && `${fault} · `}
            {isCall ? text.states[state] : text.pushed}
            {duration !== undefined && ` · ${duration} ${text.ms}`}
          </span>
        </summary>
        {open && (
          <dl>
            <dt>{text.params}</dt>
            <dd>
              <pre>{JSON.stringify(asked, null, 2)}</pre>
            </dd>
            {answer && (
              <>
                <dt>{text.answer}</dt>
                <dd>
                  <pre>{JSON.stringify(answered, null, 2)}</pre>
                </dd>
              </>
            )}
            <dd>
              <button type="button" onClick={() => onReplay(entry)}>
                {text.replay}
              </button>
            </dd>
          </dl>
        )}
      </details>
    </li>
  )
}

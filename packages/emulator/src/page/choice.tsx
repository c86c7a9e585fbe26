import { useId } from 'preact/hooks'

interface ChoiceProps<Value extends string> {
  legend: string
  value: Value
  options: readonly { value: Value; label: string; note?: string; picture?: string }[]
  /** A row of words, or a list of people. */
  kind?: 'words' | 'people'
  onChange(value: Value): void
}

/** One of a few, all of them seen: radio buttons drawn as one strip. */
export function Choice<Value extends string>({
  legend,
  value,
  options,
  kind = 'words',
  onChange,
}: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset class={`choice ${kind}`}>
      <legend>{legend}</legend>
      <div class="options">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.picture && <img src={option.picture} alt="" width="32" height="32" />}
            <span>
              {option.label}
              {option.note && <small>{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import type { JSX } from 'preact'

export interface ChoiceProps {
  /** What is chosen: the name of the group, the part and the field. */
  field: string
  /** From `wrongness`. */
  wrong: { 'aria-invalid'?: boolean }
  title: string
  hint: string
  aside?: string
  checked: boolean
  onChoose: () => void
  value?: string
}

/** A radio button with room for words. */
export function Choice(props: ChoiceProps): JSX.Element {
  return (
    <label class="v-choice">
      <input
        type="radio"
        part={props.field}
        name={props.field}
        value={props.value}
        data-field={props.field}
        aria-invalid={props.wrong['aria-invalid']}
        checked={props.checked}
        onChange={props.onChoose}
      />
      <span class="v-choice-words">
        <span>{props.title}</span>
        {props.hint && <span class="v-muted">{props.hint}</span>}
      </span>
      {props.aside && <span class="v-aside">{props.aside}</span>}
    </label>
  )
}

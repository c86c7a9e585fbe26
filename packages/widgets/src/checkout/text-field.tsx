import type { DraftProblem } from '@vitrina/core'
import type { JSX } from 'preact'
import { FieldProblem, wrongness } from './field-problem.tsx'

export interface TextFieldProps {
  field: DraftProblem['field']
  problems: readonly DraftProblem[]
  label: string
  value: string
  onType: (value: string) => void
  type?: 'text' | 'tel'
  autocomplete: 'name' | 'tel' | 'street-address'
  placeholder?: string
  /** Room for more than one line. */
  rows?: number
}

/** Something to type, under its name, and what is wrong with it. */
export function TextField({
  field,
  problems,
  label,
  onType,
  type = 'text',
  rows,
  ...input
}: TextFieldProps): JSX.Element {
  const attributes = {
    ...wrongness(field, problems),
    part: field,
    name: field,
    'data-field': field,
    required: true,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onType(currentTarget.value),
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: either of the two is its control */}
      <label class="v-field">
        <span>{label}</span>
        {rows ? (
          <textarea {...input} {...attributes} rows={rows} />
        ) : (
          <input {...input} {...attributes} {...(type === 'tel' ? { type } : { type: 'text' as const })} />
        )}
      </label>
      <FieldProblem field={field} problems={problems} />
    </>
  )
}

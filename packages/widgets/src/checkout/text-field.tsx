import type { DraftProblem } from '@vitrina/core'
import type { JSX } from 'preact'
import { replaceable } from '../replaceable.tsx'
import { useDrawing } from '../use-drawing.ts'
import { FieldProblem, wrongness } from './field-problem.tsx'

export interface TextFieldProps {
  field: DraftProblem['field']
  problems: readonly DraftProblem[]
  label: string
  value: string
  onType: (value: string) => void
  type?: 'text' | 'tel'
  autocomplete: 'name' | 'tel' | 'street-address' | 'address-line1'
  placeholder?: string
  /** Room for more than one line; 0 or left out, for one. */
  rows?: number
  /** Draws under the field, without a framework, what helps to fill it in; the answer ends that. */
  enhance?: ((place: HTMLElement) => () => void) | undefined
}

/** Something to type, under its name, and what is wrong with it. */
export const TextField = replaceable('TextField', OwnField)

/** Likewise, for a phone number. */
export const PhoneField = replaceable('PhoneField', TextField)

/** Likewise, for an address. */
export const AddressField = replaceable('AddressField', TextField)

function OwnField({
  field,
  problems,
  label,
  onType,
  type,
  rows,
  enhance,
  ...input
}: TextFieldProps): JSX.Element {
  const place = useDrawing((root) => enhance?.(root), [enhance])
  const attributes = {
    ...input,
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
        {rows ? <textarea {...attributes} rows={rows} /> : <input {...attributes} type={type as 'text'} />}
      </label>
      {enhance && <div ref={place} />}
      <FieldProblem field={field} problems={problems} />
    </>
  )
}

import type { AddressSuggestion } from '@vitrina/core'
/// <reference path="../styles/css-text.d.ts" />
import { make } from '../make.ts'
import { adoptStyles } from '../styles/adopt-styles.ts'
import css from './address.css?inline'

export interface SuggestionList {
  element: HTMLElement
  /** Nothing closes it. */
  show(found: readonly AddressSuggestion[]): void
  /** Whether the key was meant for the list. */
  key(name: string): boolean
  end(): void
}

let lists = 0

/** The listbox of a combobox: the focus stays in the field, which tells which option is meant. */
export function createSuggestionList(
  field: HTMLElement,
  label: string,
  choose: (suggestion: AddressSuggestion) => void,
): SuggestionList {
  lists += 1
  const id = `v-addresses-${lists}`
  const element = make('ul', {
    id,
    class: 'v-addresses',
    role: 'listbox',
    'aria-label': label,
    part: 'suggestions',
  })
  let found: readonly AddressSuggestion[] = []
  let meant = -1
  element.hidden = true
  const root = field.getRootNode()
  if (root instanceof Document || root instanceof ShadowRoot) adoptStyles(root, css)
  const roles = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-expanded': 'false',
  }
  for (const [name, value] of Object.entries(roles)) field.setAttribute(name, value)

  function mean(index: number): void {
    meant = index
    for (const [place, option] of [...element.children].entries()) {
      option.setAttribute('aria-selected', String(place === index))
      if (place === index) option.scrollIntoView?.({ block: 'nearest' })
    }
    if (index < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', `${id}-${index}`)
  }

  function optionOf(suggestion: AddressSuggestion, index: number): HTMLElement {
    const option = make(
      'li',
      { id: `${id}-${index}`, class: 'v-address', role: 'option', part: 'suggestion' },
      suggestion.value,
    )
    // A press would take the focus out of the field, and the list would close before it is let go.
    option.addEventListener('pointerdown', (event) => event.preventDefault())
    option.addEventListener('mousedown', (event) => event.preventDefault())
    option.addEventListener('click', () => choose(suggestion))
    return option
  }

  const list: SuggestionList = {
    element,
    show(next) {
      found = next
      element.replaceChildren(...found.map(optionOf))
      element.hidden = found.length === 0
      field.setAttribute('aria-expanded', String(found.length > 0))
      mean(-1)
    },
    key(name) {
      const chosen = found[meant]
      if (found.length === 0) return false
      if (name === 'ArrowDown') mean(meant + 1 < found.length ? meant + 1 : -1)
      else if (name === 'ArrowUp') mean(meant < 0 ? found.length - 1 : meant - 1)
      else if (name === 'Escape') list.show([])
      else if (name === 'Enter' && chosen) choose(chosen)
      else return false
      return true
    },
    end() {
      for (const name of [...Object.keys(roles), 'aria-activedescendant']) field.removeAttribute(name)
      element.remove()
    },
  }
  return list
}

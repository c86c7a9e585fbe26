import type { AddressSuggestion, AddressSuggestions } from '@vitrina/core'
import { make } from '../make.ts'
import { type AddressWords, addressWords } from './address-words.ts'
import { createSuggestionList } from './suggestion-list.ts'

/** Milliseconds without a keystroke. */
const pauseAfterTyping = 250
const shortest = 3

/** Makes a combobox of the field before `place`; the answer makes it a plain field again. */
export function suggestAddresses(
  place: HTMLElement,
  addresses: AddressSuggestions,
  given?: AddressWords,
): () => void {
  const field = place.previousElementSibling?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    'input, textarea',
  )
  if (!field) return () => {}
  const language = place.closest('[lang]')?.getAttribute('lang') ?? 'ru'
  const words = given ?? addressWords[language] ?? addressWords.en
  const said = make('span', { class: 'v-hidden', role: 'status' })
  const list = createSuggestionList(field, words.suggestions, choose)
  place.style.display = 'contents'
  place.append(list.element, said)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  let unknown = false

  function forget(): void {
    clearTimeout(timer)
    asking?.abort()
    list.show([])
  }

  async function ask(): Promise<void> {
    asking = new AbortController()
    const { signal } = asking
    const answer = await addresses.suggest(field?.value ?? '', { signal })
    if (signal.aborted) return
    // Nobody knows addresses there: nobody is asked again.
    unknown = !answer.ok && answer.error.code === 'not-found'
    const found = answer.ok ? answer.value.filter(({ value }) => value !== field?.value.trim()) : []
    list.show(found)
    said.textContent = found.length > 0 ? words.found(found.length) : ''
  }

  function choose({ value, parts }: AddressSuggestion): void {
    if (!field) return
    // A street is not the end of it: the houses are suggested next.
    const goesOn = parts.street !== undefined && parts.house === undefined
    field.value = goesOn ? `${value} ` : value
    field.setSelectionRange(field.value.length, field.value.length)
    // As if it had been typed: whoever draws the field hears of it.
    field.dispatchEvent(new Event('input', { bubbles: true }))
    if (!goesOn) forget()
    said.textContent = ''
  }

  const onInput = () => {
    forget()
    if (unknown || field.value.trim().length < shortest) return
    timer = setTimeout(() => void ask(), pauseAfterTyping)
  }
  const onKeyDown = (event: Event) => {
    if (event instanceof KeyboardEvent && !event.isComposing && list.key(event.key)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  field.addEventListener('input', onInput)
  field.addEventListener('keydown', onKeyDown)
  field.addEventListener('blur', forget)
  return () => {
    forget()
    field.removeEventListener('input', onInput)
    field.removeEventListener('keydown', onKeyDown)
    field.removeEventListener('blur', forget)
    list.end()
    said.remove()
  }
}

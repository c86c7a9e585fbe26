import type { Language } from '../language.ts'
import { make, makeButton } from '../make.ts'
import { cardTexts } from '../texts/card-texts.ts'

/** Stands where something did not come, says so, and offers to ask again. */
export function makeFailed(
  what: 'cardFailed' | 'screenFailed',
  language: Language,
  onRetry: () => void,
): HTMLElement {
  const { [what]: text, retry } = cardTexts[language]
  return make(
    'section',
    { class: 'v-card v-failed', part: 'card', 'aria-label': text },
    make('p', {}, text),
    makeButton({ class: 'v-button v-quiet', part: 'retry' }, retry, onRetry),
  )
}

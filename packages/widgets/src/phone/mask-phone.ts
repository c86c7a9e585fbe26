import { Maskito, type MaskitoOptions, maskitoTransform, maskitoUpdateElement } from '@maskito/core'
import { international } from './international.ts'
import { type PhoneCountry, patternOf, planOf, planOfDigits } from './phone-plan.ts'

/** As many digits are a number by themselves: they take the place of what was there. */
const wholeNumber = 10

/** Groups the digits of a phone while it is typed, and says whose it is when it is from abroad. The answer ends that. */
export function maskPhone(place: HTMLElement, home: PhoneCountry): () => void {
  const input = place.previousElementSibling?.querySelector('input')
  if (!input) return () => {}
  const options = optionsFor(home)
  const hint = document.createElement('p')
  hint.className = 'v-muted'
  hint.setAttribute('role', 'status')
  place.style.display = 'contents'
  const names = new Intl.DisplayNames([input.closest('[lang]')?.getAttribute('lang') ?? 'ru'], {
    type: 'region',
  })
  const tell = () => {
    const country = planOfDigits(input.value.replace(/\D/g, ''))?.country
    hint.textContent = country && country !== home ? (names.of(country) ?? '') : ''
    if (hint.textContent) place.append(hint)
    else hint.remove()
  }
  const mask = new Maskito(input, options)
  const { value, selectionStart, selectionEnd } = input
  // It comes later than the field, in which something may stand or be typed already.
  if (value)
    maskitoUpdateElement(
      input,
      maskitoTransform({ value, selection: [selectionStart ?? 0, selectionEnd ?? 0] }, options),
    )
  tell()
  input.addEventListener('input', tell)
  return () => {
    mask.destroy()
    input.removeEventListener('input', tell)
    hint.remove()
  }
}

function optionsFor(home: PhoneCountry): MaskitoOptions {
  const plan = planOf(home)
  return {
    mask: ({ value }) =>
      Array.from(patternOf(value.replace(/\D/g, '')), (one) =>
        one === '0' ? /\d/ : one === '+' ? /\+/ : one,
      ),
    preprocessors: [
      ({ elementState, data }, action) => {
        const { value, selection } = elementState
        const [from, to] = selection
        // What a browser or the page has filled in.
        if (action === 'validation') {
          if (!value || value.startsWith('+')) return { elementState, data }
          const whole = international(value, plan)
          return { elementState: { value: whole, selection: [whole.length, whole.length] }, data }
        }
        const kept = value.slice(0, from) + value.slice(to)
        if (action !== 'insert') {
          // The plus alone is not taken away: the rest would be another number.
          const isPlus = kept !== '' && from === 0
          return { elementState: isPlus ? { value, selection: [Math.min(1, to), to] } : elementState, data }
        }
        const digits = data.replace(/\D/g, '')
        if (digits.length >= wholeNumber || !kept.trim())
          return { elementState: { value: '', selection: [0, 0] }, data: international(data, plan) || data }
        // `80` at home in Belarus comes a digit at a time.
        const isTrunk = plan.trunk.length > 1 && (kept + digits).replace(/\D/g, '') === plan.code + plan.trunk
        if (isTrunk) return { elementState: { value: '', selection: [0, 0] }, data: `+${plan.code}` }
        return { elementState, data: digits || data }
      },
    ],
  }
}

import { readInsets } from '../network/insets.ts'
import { type Setup, textSizes } from '../network/setup.ts'
import { speeds } from '../network/speed.ts'
import { Choice } from './choice.tsx'
import type { Texts } from './texts.ts'

interface DeviceSettingsProps {
  setup: Setup
  text: Texts
  onChange(patch: Partial<Setup>): void
}

/** What the device is like in the hands of the user. */
export function DeviceSettings({ setup, text, onChange }: DeviceSettingsProps) {
  const { textSize, turned, keyboard, insets, speed } = setup
  return (
    <details class="more">
      <summary>{text.device}</summary>
      <div class="stack">
        <Choice
          legend={text.textSize}
          value={textSize}
          options={textSizes.map((value) => ({ value, label: `${value} %` }))}
          onChange={(next) => onChange({ textSize: next })}
        />
        <Choice
          legend={text.speed}
          value={speed}
          options={speeds.map((value) => ({ value, label: text.speeds[value] }))}
          onChange={(next) => onChange({ speed: next })}
        />
        <div class="buttons">
          <button type="button" aria-pressed={keyboard} onClick={() => onChange({ keyboard: !keyboard })}>
            {text.keyboard}
          </button>
          <button type="button" aria-pressed={turned} onClick={() => onChange({ turned: !turned })}>
            {text.turned}
          </button>
        </div>
        <label class="field">
          {text.insets}
          <input
            value={insets}
            placeholder="0,0,20,0"
            onChange={({ currentTarget }) => {
              const written = currentTarget.value.replaceAll(' ', '')
              if (written === '' || readInsets(written)) onChange({ insets: written })
              else currentTarget.value = insets
            }}
          />
        </label>
      </div>
    </details>
  )
}

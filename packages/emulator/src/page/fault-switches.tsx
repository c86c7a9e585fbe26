import { faultNames, faults } from '../faults/faults.ts'
import type { Setup } from '../network/setup.ts'
import type { Texts } from './texts.ts'

interface FaultSwitchesProps {
  setup: Setup
  text: Texts
  onChange(patch: Partial<Setup>): void
}

/** What the network shall do wrong: each fault by name, or by chance from a number. */
export function FaultSwitches({ setup, text, onChange }: FaultSwitchesProps) {
  const { faults: chosen, seed } = setup
  const count = chosen.length + (seed === '' ? 0 : 1)
  return (
    <details class="more">
      <summary>
        {text.faultsTitle}
        {count > 0 && ` · ${count}`}
      </summary>
      <div class="faults">
        {faultNames.map((name) => (
          <div key={name}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={({ currentTarget: { checked } }) =>
                  onChange({
                    faults: faultNames.filter((each) => (each === name ? checked : chosen.includes(each))),
                  })
                }
              />
              <span>
                {text.faults[name]}{' '}
                <a href={faults[name].source} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </span>
            </label>
          </div>
        ))}
      </div>
      <div class="seed">
        <label>
          {text.seed}
          <input
            inputMode="numeric"
            value={seed}
            onChange={({ currentTarget }) =>
              onChange({ seed: currentTarget.value.replace(/\D/g, '').slice(0, 9) })
            }
          />
        </label>
        <button
          type="button"
          onClick={() => onChange({ seed: String(Math.floor(Math.random() * 1_000_000)) })}
        >
          {text.roll}
        </button>
      </div>
    </details>
  )
}

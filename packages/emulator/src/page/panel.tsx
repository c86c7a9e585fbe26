import { hostNames } from '../hosts/emulated-host.ts'
import { launchFlaws } from '../launch-flaw.ts'
import type { LogEntry } from '../network/call-log.ts'
import { methods } from '../network/method-table.ts'
import type { Delivery } from '../network/network.ts'
import { findPerson, type Person, people } from '../network/people.ts'
import { permissions, subjects } from '../network/question.ts'
import { languages, type Setup, schemes } from '../network/setup.ts'
import { CallLog } from './call-log.tsx'
import { Choice } from './choice.tsx'
import { DeepLinkBox } from './deep-link-box.tsx'
import { DeviceSettings } from './device-settings.tsx'
import { FaultSwitches } from './fault-switches.tsx'
import { Inbox } from './inbox.tsx'
import { OwnUser } from './own-user.tsx'
import { Picker } from './picker.tsx'
import { StorageViewer } from './storage-viewer.tsx'
import type { Texts } from './texts.ts'

interface PanelProps {
  setup: Setup
  log: readonly LogEntry[]
  inbox: readonly Delivery[]
  hidden: boolean
  text: Texts
  appId: string
  onHide(hidden: boolean): void
  onReplay(entry: LogEntry): void
  onChange(patch: Partial<Setup>): void
  onRestart(): void
  onClear(): void
}

/** Everything that can be set, and what went over the bridge. */
export function Panel(props: PanelProps) {
  const { setup, log, inbox, hidden, text, appId } = props
  const { onHide, onChange, onReplay, onRestart, onClear } = props
  const { language } = setup
  const chips = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
    values.map((value) => ({ value, label: labels[value] }))
  return (
    <aside class="panel" aria-label={text.panel}>
      <div class="settings">
        <Choice
          kind="people"
          legend={text.user}
          value={setup.person}
          options={shownPeople(setup.person).map(({ key, name, picture, group }) => ({
            value: key,
            label: `${name[language].first} ${name[language].last}`,
            note: group ? (group.role === 'admin' ? text.admin : group.role) : text.buyer,
            picture,
          }))}
          onChange={(person) => onChange({ person })}
        />
        <OwnUser text={text} onAdd={(person) => onChange({ person })} />
        <div class="pair">
          <Choice
            legend={text.scheme}
            value={setup.scheme}
            options={chips(schemes, text.schemes)}
            onChange={(scheme) => onChange({ scheme })}
          />
          <Choice
            legend={text.language}
            value={setup.language}
            options={chips(languages, text.languages)}
            onChange={(next) => onChange({ language: next })}
          />
        </div>
        <Choice
          legend={text.phone}
          value={setup.permissions.phone}
          options={chips(permissions, text.permissions)}
          onChange={(phone) => onChange({ permissions: { ...setup.permissions, phone } })}
        />
        <Picker
          label={text.host}
          value={setup.host}
          options={chips(hostNames, text.hosts)}
          onChange={(host) => onChange({ host })}
        />
        <div class="pair">
          <Picker
            label={text.launch}
            value={setup.launch}
            options={chips(launchFlaws, text.launches)}
            onChange={(launch) => onChange({ launch })}
          />
          <Picker
            label={text.never}
            value={setup.never}
            options={[
              { value: '', label: text.neverNothing },
              ...['SetSupportedHandlers', ...Object.keys(methods)].map((name) => ({
                value: name,
                label: name,
              })),
            ]}
            onChange={(never) => onChange({ never })}
          />
        </div>
        <div class="buttons">
          <button type="button" onClick={onRestart}>
            {text.restart}
          </button>
          <button type="button" aria-pressed={hidden} onClick={() => onHide(!hidden)}>
            {text.hide}
          </button>
        </div>
        <DeepLinkBox text={text} />
        <DeviceSettings setup={setup} text={text} onChange={onChange} />
        <details class="more">
          <summary>{text.permissionsTitle}</summary>
          <div class="pair">
            {subjects
              .filter((subject) => subject !== 'phone')
              .map((subject) => (
                <Picker
                  key={subject}
                  label={text.subjects[subject]}
                  value={setup.permissions[subject]}
                  options={chips(permissions, text.permissions)}
                  onChange={(permission) =>
                    onChange({ permissions: { ...setup.permissions, [subject]: permission } })
                  }
                />
              ))}
          </div>
        </details>
        <FaultSwitches setup={setup} text={text} onChange={onChange} />
        <StorageViewer key={setup.person} appId={appId} userId={findPerson(setup.person).id} text={text} />
        <Inbox inbox={inbox} text={text} />
      </div>
      <CallLog log={log} text={text} onClear={onClear} onReplay={onReplay} />
    </aside>
  )
}

/** Everybody of the desk, and whoever was added to them. */
function shownPeople(key: string): readonly Person[] {
  const person = findPerson(key)
  return people.includes(person) ? people : [...people, person]
}

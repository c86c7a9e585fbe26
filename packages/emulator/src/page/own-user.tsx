import { useState } from 'preact/hooks'
import { readOwnPerson, roles, writeOwnPerson } from '../network/own-person.ts'
import type { Texts } from './texts.ts'

interface OwnUserProps {
  text: Texts
  onAdd(key: string): void
}

/** Somebody whom the developer needs: with their own id, and a role in the community. */
export function OwnUser({ text, onAdd }: OwnUserProps) {
  const [wrong, setWrong] = useState(false)
  return (
    <details class="more">
      <summary>{text.ownUser}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const said = new FormData(event.currentTarget)
          const [first = '', ...last] = String(said.get('name')).trim().split(/\s+/)
          const key = writeOwnPerson({
            id: Number(said.get('id')),
            phone: String(said.get('phone')).replace(/\D/g, ''),
            first,
            last: last.join(' '),
            role: String(said.get('role')),
          })
          setWrong(readOwnPerson(key) === undefined)
          if (readOwnPerson(key)) onAdd(key)
        }}
      >
        <label class="field">
          {text.ownName}
          <input name="name" required />
        </label>
        <div class="pair">
          <label class="field">
            id
            <input name="id" inputMode="numeric" required />
          </label>
          <label class="field">
            {text.phone}
            <input name="phone" type="tel" required />
          </label>
        </div>
        <label class="field">
          {text.role}
          <select name="role">
            {roles.map((role) => (
              <option key={role} value={role}>
                {role || text.noRole}
              </option>
            ))}
          </select>
        </label>
        {wrong && (
          <p class="problem" role="alert">
            {text.ownWrong}
          </p>
        )}
        <button type="submit">{text.add}</button>
      </form>
    </details>
  )
}

import type { JSX, Ref } from 'preact'
import { useScene } from '../scene.ts'

export interface UndoButtonProps {
  /** What was done, as it is read beside the button. */
  said: string
  place: Ref<HTMLButtonElement>
  onUndo: (at: HTMLButtonElement) => void
}

/** Says what was done, and takes it back. */
export function UndoButton({ said, place, onUndo }: UndoButtonProps): JSX.Element {
  const { texts } = useScene()
  return (
    <>
      <span>{said}</span>
      <button
        type="button"
        class="v-link"
        part="undo"
        ref={place}
        aria-label={`${texts.undo}. ${said}`}
        onClick={({ currentTarget }) => onUndo(currentTarget)}
      >
        {texts.undo}
      </button>
    </>
  )
}

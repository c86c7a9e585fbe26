import type { Texts } from './texts.ts'

export type View = 'feed' | 'app' | 'panel'

interface ViewSwitchProps {
  view: View
  /** Whether there is a feed to look at. */
  feed: boolean
  text: Texts
  onChange(view: View): void
}

/** On a narrow screen one of the three is shown; on a wide one this is hidden. */
export function ViewSwitch({ view, feed, text, onChange }: ViewSwitchProps) {
  const views: View[] = feed ? ['feed', 'app', 'panel'] : ['app', 'panel']
  return (
    <nav class="views" aria-label={text.viewsLabel}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === view ? 'page' : undefined}
          onClick={() => onChange(each)}
        >
          {text.views[each]}
        </button>
      ))}
    </nav>
  )
}

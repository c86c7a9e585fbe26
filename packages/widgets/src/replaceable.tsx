import type { ComponentType, FunctionComponent, JSX } from 'preact'
import { useContext } from 'preact/hooks'
import type { ComponentProps } from './components.ts'
import { SceneContext } from './scene.ts'

/** A component that draws what the page gave in its place, if it gave anything. */
export function replaceable<Name extends keyof ComponentProps>(
  name: Name,
  Default: FunctionComponent<ComponentProps[Name]>,
): FunctionComponent<ComponentProps[Name]> {
  return function Place(props: ComponentProps[Name]): JSX.Element {
    const Given = useContext(SceneContext)?.components?.[name] as
      | ComponentType<{ Default: unknown }>
      | undefined
    return Given ? <Given {...props} Default={Default} /> : <Default {...props} />
  }
}

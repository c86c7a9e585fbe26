/**
 * Something that a network's client can do for an app: one method of the bridge, and how it is asked and read. A value
 * each, so that an app carries only those that it uses.
 */
export interface VkAbility<Asked, Given> {
  /** https://dev.vk.com/bridge/overview */
  method: string
  /** Whether the user is asked, and so may take their time. */
  asks?: boolean
  params(asked: Asked): object
  read(answer: Readonly<Record<string, unknown>>): Given
}

/** For what is either done or not. */
export const nothing = (): void => {}

/** What a user has made of an app: a favourite, allowed its messages, joined its community. */
export interface Relations {
  has(relation: string): boolean
  set(relation: string, holds: boolean): void
}

export interface RelationsOptions {
  /** Where it outlives a reload. */
  area: Pick<Storage, 'getItem' | 'setItem'>
  appId: string
  userId: number
}

export function createRelations({ area, appId, userId }: RelationsOptions): Relations {
  const place = `vitrina-emulator:relations:${appId}:${userId}`
  const read = () => new Set((area.getItem(place) ?? '').split(' ').filter(Boolean))
  return {
    has: (relation) => read().has(relation),
    set(relation, holds) {
      const all = read()
      if (holds) all.add(relation)
      else all.delete(relation)
      area.setItem(place, [...all].join(' '))
    },
  }
}

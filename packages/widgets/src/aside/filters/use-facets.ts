import type { FacetQuery, Facets, MerchantFailure, Shop } from '@vitrina/core'
import { useEffect, useState } from 'preact/hooks'

export interface FacetsState {
  /** Of the newest answer, and for as long as the next one is on its way, of the one before. */
  facets?: Facets
  failure?: MerchantFailure
  busy: boolean
  again: () => void
}

const pauseAfterTyping = 250

/** What the list can be narrowed by, asked while somebody looks; of a merchant who cannot tell, nothing. */
export function useFacets(shop: Shop, query: FacetQuery): FacetsState {
  const [state, setState] = useState<Omit<FacetsState, 'again'>>({ busy: true })
  const [turn, setTurn] = useState(0)
  const { merchant } = shop
  useEffect(() => {
    if (!merchant.facets) return setState({ busy: false })
    let current = true
    setState(({ failure: _, ...before }) => ({ ...before, busy: true }))
    const ask = async () => {
      const answer = await merchant.facets?.(query)
      if (!current || !answer) return
      setState(({ facets }) =>
        answer.ok
          ? { facets: answer.value, busy: false }
          : { ...(facets && { facets }), failure: answer.error, busy: false },
      )
    }
    const timer = setTimeout(ask, state.facets ? pauseAfterTyping : 0)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [shop, JSON.stringify(query), turn])
  return { ...state, again: () => setTurn((before) => before + 1) }
}

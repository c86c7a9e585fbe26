import {
  type Catalogue,
  defaultVariant,
  type FacetQuery,
  type MerchantFailure,
  type Product,
  type ProductQuery,
  type Shop,
} from '@vitrina/core'
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import { type Filters, filterQuery, noFilters } from './filters/filters.ts'

/** A list of products as far as it was fetched. */
export interface ProductList {
  status: 'loading' | 'ready'
  products: Product[]
  /** Where the next page starts. */
  next?: string
  failure?: MerchantFailure
}

export interface Search {
  text: string
  category: string | undefined
  filters: Filters
  /** All that the list is asked for, but for its order. */
  query: FacetQuery
  /** Of the prices that were seen; the first answer brings it. */
  currency: string | undefined
  list: ProductList
  type: (text: string) => void
  choose: (category: string | undefined, text?: string) => void
  narrow: (filters: Filters, how?: { typed: boolean }) => void
  /** Forgets what was typed and chosen. */
  reset: () => void
  /** Fetches the next page, or the one that failed. */
  more: () => void
}

interface Question {
  text: string
  category: string | undefined
  filters: Filters
  /** The next letter may follow. */
  typed: boolean
}

const pauseAfterTyping = 250
/** Milliseconds for which an answer that came before its question is as good as a fresh one. */
const goodFor = 5000
/** Nothing, once a list has asked by itself. */
const ahead = new WeakMap<Shop, ReturnType<Catalogue['products']> | undefined>()

/** Asks for the first page while what draws it is still on its way. */
export function askAhead(shop: Shop): void {
  if (ahead.has(shop)) return
  ahead.set(shop, shop.merchant.products({}))
  setTimeout(() => ahead.set(shop, undefined), goodFor)
}

const nothingYet: ProductList = { status: 'loading', products: [] }
const everything: Question = { text: '', category: undefined, filters: noFilters, typed: false }

/** The lists of sellers as they were left: the way back leads to the same place. */
const left = new WeakMap<Shop, Map<string, { question: Question; list: ProductList }>>()

/** The products that fit what is typed and chosen, of one seller or of all. Only the answer to the newest question counts. */
export function useSearch(shop: Shop, sellerId?: string): Search {
  const before = useMemo(() => (sellerId ? left.get(shop)?.get(sellerId) : undefined), [shop, sellerId])
  const [question, setQuestion] = useState(before?.question ?? everything)
  const list = useRef(before?.list ?? nothingYet)
  const asked = useRef(0)
  const [, draw] = useReducer((draws: number, _action: null) => draws + 1, 0)
  const keep = (next: ProductList) => {
    list.current = next
    draw(null)
  }
  const [first] = list.current.products
  const seen = useRef<string | undefined>(undefined)
  seen.current = first ? defaultVariant(first).price.currency : seen.current
  const currency = seen.current
  const query = queryOf(question, sellerId, currency)
  const fetchPage = async (cursor?: string) => {
    const turn = ++asked.current
    const before = cursor ? list.current.products : []
    // What was found before stays in sight until the answer is here.
    keep({ status: 'loading', products: list.current.products, ...(cursor && { next: cursor }) })
    const { sort } = question.filters
    const page = await askFirst(shop, {
      ...query,
      ...(sort !== 'featured' && { sort }),
      ...(cursor && { cursor }),
    })
    if (turn !== asked.current) return
    if (!page.ok) {
      return keep({ status: 'ready', products: before, failure: page.error, ...(cursor && { next: cursor }) })
    }
    const { products, next } = page.value
    keep({ status: 'ready', products: [...before, ...products], ...(next && { next }) })
  }
  // Before anything is painted: what was asked ahead may be here.
  useLayoutEffect(() => {
    if (question === before?.question && list.current.status === 'ready') return
    const timer = question.typed ? setTimeout(fetchPage, pauseAfterTyping) : void fetchPage()
    return () => {
      clearTimeout(timer)
      asked.current++
    }
  }, [shop, question])
  const latest = useRef(question)
  latest.current = question
  useLayoutEffect(
    () => () => {
      if (!sellerId || list.current.status === 'loading') return
      const lists = left.get(shop) ?? new Map()
      left.set(shop, lists.set(sellerId, { question: latest.current, list: list.current }))
    },
    [shop, sellerId],
  )
  return {
    text: question.text,
    category: question.category,
    filters: question.filters,
    query,
    currency,
    list: list.current,
    type: (text) => setQuestion({ ...question, text, typed: true }),
    choose: (category, text = question.text) => setQuestion({ ...question, text, category, typed: false }),
    narrow: (filters, { typed } = { typed: false }) => setQuestion({ ...question, filters, typed }),
    reset: () => setQuestion({ ...everything }),
    more: () => void fetchPage(list.current.next),
  }
}

/** The first page of everything may have been asked for ahead. */
function askFirst(shop: Shop, query: ProductQuery): ReturnType<Catalogue['products']> {
  const first = Object.keys(query).length === 0 ? ahead.get(shop) : undefined
  ahead.set(shop, undefined)
  return shop.catalogue.products(query, first)
}

function queryOf(
  { text, category, filters }: Question,
  sellerId: string | undefined,
  currency: string | undefined,
): FacetQuery {
  const search = text.trim()
  return {
    ...(search && { search }),
    ...(category && { categoryId: category }),
    ...(sellerId && { sellerId }),
    ...filterQuery(filters, currency),
  }
}

import type { Catalogue, MerchantFailure, Product, ProductQuery, Shop } from '@vitrina/core'
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'

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
  list: ProductList
  type: (text: string) => void
  choose: (category: string | undefined, text?: string) => void
  /** Fetches the next page, or the one that failed. */
  more: () => void
}

const pauseAfterTyping = 250
/** Milliseconds for which an answer that came before its question is as good as a fresh one. */
const goodFor = 5000
/** Nothing, once a list has asked by itself. */
const ahead = new WeakMap<Shop, ReturnType<Catalogue['products']> | undefined>()

/** Asks for the first page while what draws it is still on its way. */
export function askAhead(shop: Shop): void {
  if (ahead.has(shop)) return
  ahead.set(shop, shop.catalogue.products({}))
  setTimeout(() => ahead.set(shop, undefined), goodFor)
}
const nothingYet: ProductList = { status: 'loading', products: [] }

/** The products that fit what is typed and chosen. Only the answer to the newest question counts. */
export function useSearch(shop: Shop): Search {
  const [question, setQuestion] = useState<{ text: string; category: string | undefined; typed: boolean }>({
    text: '',
    category: undefined,
    typed: false,
  })
  const list = useRef(nothingYet)
  const asked = useRef(0)
  const [, draw] = useReducer((draws: number, _action: null) => draws + 1, 0)
  const keep = (next: ProductList) => {
    list.current = next
    draw(null)
  }
  const fetchPage = async (cursor?: string) => {
    const turn = ++asked.current
    const before = cursor ? list.current.products : []
    // What was found before stays in sight until the answer is here.
    keep({ status: 'loading', products: list.current.products, ...(cursor && { next: cursor }) })
    const search = question.text.trim()
    const query: ProductQuery = {
      ...(search && { search }),
      ...(question.category && { categoryId: question.category }),
      ...(cursor && { cursor }),
    }
    const first = Object.keys(query).length === 0 ? ahead.get(shop) : undefined
    ahead.set(shop, undefined)
    const page = await (first ?? shop.catalogue.products(query))
    if (turn !== asked.current) return
    if (!page.ok) {
      return keep({ status: 'ready', products: before, failure: page.error, ...(cursor && { next: cursor }) })
    }
    const { products, next } = page.value
    keep({ status: 'ready', products: [...before, ...products], ...(next && { next }) })
  }
  // Before anything is painted: what was asked ahead may be here.
  useLayoutEffect(() => {
    const timer = question.typed ? setTimeout(fetchPage, pauseAfterTyping) : void fetchPage()
    return () => {
      clearTimeout(timer)
      asked.current++
    }
  }, [shop, question])
  return {
    text: question.text,
    category: question.category,
    list: list.current,
    type: (text) => setQuestion({ ...question, text, typed: true }),
    choose: (category, text = question.text) => setQuestion({ text, category, typed: false }),
    more: () => void fetchPage(list.current.next),
  }
}

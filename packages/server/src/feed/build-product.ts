import type { Attribute, Picture, ProductOption } from '@vitrina/core'
import type { FeedProduct, FeedVariant } from '../catalogue-sink.ts'
import { groupProductId } from './feed-id.ts'
import type { Offer } from './parse-offer.ts'

const missing = '—'
/** What tells variants apart when their params do not. */
const lastResort = 'Вариант'

/**
 * One product out of the offers of a group, or of a single offer. Params whose value differs inside the group are what
 * the buyer chooses; the others describe the product. Variants keep the order of the file; texts and the category come
 * from the first offer that has them. `told` is false when nothing in the params told two variants apart.
 */
export function buildProduct(offers: readonly [Offer, ...Offer[]]): { product: FeedProduct; told: boolean } {
  const [first] = offers
  const values = valuesByParam(offers)
  const differing = [...values].filter(([, distinct]) => distinct.size > 1).map(([name]) => name)
  const choices = offers.map((offer) => choicesOf(offer, differing))
  const told = new Set(choices.map((choice) => JSON.stringify(choice))).size === offers.length
  if (!told) {
    const option = values.has(lastResort) ? `${lastResort} (предложение)` : lastResort
    const names = distinguish(offers)
    choices.forEach((choice, index) => {
      choice.push([option, names[index] ?? missing])
    })
  }
  const vendor = offers.find((offer) => offer.vendor !== '')?.vendor
  const product: FeedProduct = {
    position: first.position,
    id: first.groupId === '' ? first.id : groupProductId(first.groupId),
    title: sharedTitle(offers.map(({ title }) => title)),
    description: offers.find(({ description }) => description !== '')?.description ?? '',
    categoryId: first.categoryId,
    ...(vendor !== undefined && { vendor }),
    pictures: picturesOf(offers).slice(0, 30),
    options: optionsOf(choices),
    variants: offers.map((offer, index) => variantOf(offer, choices[index] ?? [], offers.length > 1)),
    attributes: [...values].filter(([, distinct]) => distinct.size === 1).map(attributeOf),
  }
  return { product, told }
}

type Choice = [name: string, value: string][]

/** Each once, in the order of the file. */
function picturesOf(offers: readonly Offer[]): Picture[] {
  const byUrl = new Map<string, Picture>()
  for (const { pictures } of offers) {
    for (const picture of pictures) if (!byUrl.has(picture.url)) byUrl.set(picture.url, picture)
  }
  return [...byUrl.values()]
}

/** Every value of every param; an offer that lacks a param says nothing about it. */
function valuesByParam(offers: readonly Offer[]): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>()
  for (const { params } of offers) {
    for (const { name, value } of params) values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  return values
}

function choicesOf(offer: Offer, names: readonly string[]): Choice {
  return names.map((name) => [name, offer.params.find((param) => param.name === name)?.value ?? missing])
}

function optionsOf(choices: readonly Choice[]): ProductOption[] {
  const options = new Map<string, Set<string>>()
  for (const [name, value] of choices.flat()) options.set(name, (options.get(name) ?? new Set()).add(value))
  return [...options].map(([name, values]) => ({ name, values: [...values] }))
}

function attributeOf([name, values]: [string, Set<string>]): Attribute {
  return { name, value: [...values].join(', ') }
}

function variantOf(offer: Offer, choice: Choice, grouped: boolean): FeedVariant {
  const picture = grouped ? offer.pictures[0] : undefined
  return {
    id: offer.id,
    sku: offer.sku,
    price: offer.price,
    ...(offer.compareAt && { compareAt: offer.compareAt }),
    options: Object.fromEntries(choice),
    stock: offer.stock,
    ...(offer.vatRate !== undefined && { vatRate: offer.vatRate }),
    ...(picture !== undefined && { picture }),
  }
}

/** The words that all names begin with: of `Худи «Север», S` and `Худи «Север», M` it is `Худи «Север»`. */
function sharedTitle(titles: readonly string[]): string {
  const [first = [], ...others] = titles.map((title) => title.split(' '))
  let length = first.length
  for (const words of others) {
    length = Math.min(length, words.length)
    for (let at = 0; at < length; at++) if (words[at] !== first[at]) length = at
  }
  if (length === first.length) return titles[0] ?? ''
  const shared = first
    .slice(0, length)
    .join(' ')
    .replace(/[\s,;:/(–—-]{1,8}$/, '')
  return shared || (titles[0] ?? '')
}

function distinguish(offers: readonly Offer[]): string[] {
  const candidates = [(offer: Offer) => offer.title, (offer: Offer) => offer.sku]
  for (const nameOf of candidates) {
    const names = offers.map(nameOf)
    if (new Set(names).size === names.length) return names
  }
  return offers.map(({ id }) => id)
}

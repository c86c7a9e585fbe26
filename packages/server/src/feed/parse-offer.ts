import { type Attribute, fail, type Money, ok, type Picture, type Result } from '@vitrina/core'
import { cleanLine, cleanText } from './clean-text.ts'
import { feedId } from './feed-id.ts'
import type { Finding, RefusalCode, WarningCode } from './feed-problem.ts'
import { normalizeCurrency, parsePrice } from './parse-price.ts'
import { parseStock } from './parse-stock.ts'
import { parseVat } from './parse-vat.ts'
import { pictureUrl } from './picture-url.ts'
import type { RawOffer } from './raw-offer.ts'
import { readLimits } from './read-feed.ts'

/** An offer that can be sold. JSON-safe. */
export interface Offer {
  line: number
  /** How many good offers come before it. */
  position: number
  /** As the feed writes it. */
  feedId: string
  id: string
  groupId: string
  title: string
  description: string
  categoryId: string
  vendor: string
  sku: string
  price: Money
  compareAt?: Money
  stock: number | null
  /** In per cent; null: none; left out where the feed does not say. */
  vatRate?: number | null
  pictures: Picture[]
  params: Attribute[]
}

type Warn = (finding: Finding<WarningCode>) => void

const mostPictures = 30
const mostParams = 200
/** Names that are more than names to JavaScript: as keys of a record they would vanish on the way to a screen. */
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

export function parseOffer(
  raw: RawOffer,
  currency: string,
  warn: Warn,
): Result<Omit<Offer, 'position'>, Finding<RefusalCode>> {
  if (raw.id === '') return fail({ code: 'no-id' })
  if (raw.size > readLimits.offer) return fail({ code: 'offer-too-large' })
  if (raw.broken) return fail({ code: 'broken-offer' })
  const line = (name: string, maxLength?: number) => cleanLine(raw.fields.get(name) ?? '', maxLength)
  const title = titleOf(line)
  if (title === '') return fail({ code: 'no-name' })
  if (title.includes('\ufffd')) return fail({ code: 'unreadable-letters', value: title })
  const feedCurrency = normalizeCurrency(line('currencyid', 20))
  if (feedCurrency !== '' && feedCurrency !== currency) {
    return fail({ code: 'other-currency', value: feedCurrency })
  }
  const priceText = line('price', 60)
  if (priceText === '') return fail({ code: 'no-price' })
  const price = parsePrice(priceText, currency)
  if (!price.ok) return price
  const category = raw.fields.get('categoryid')?.trim() ?? ''
  if (category === '') return fail({ code: 'no-category' })
  const vatRate = parseVat(line('vat', 60), warn)
  const compareAt = oldPrice(line('oldprice', 60), price.value, warn)
  return ok({
    line: raw.line,
    feedId: raw.id,
    id: feedId(raw.id),
    groupId: raw.groupId,
    title,
    description: cleanText(raw.fields.get('description') ?? ''),
    categoryId: feedId(category),
    vendor: line('vendor', 200),
    sku: line('vendorcode', 100) || cleanLine(raw.id, 100),
    price: price.value,
    ...(compareAt && { compareAt }),
    stock: parseStock(raw, warn),
    ...(vatRate !== undefined && { vatRate }),
    pictures: pictures(raw, warn),
    params: params(raw, warn),
  })
}

/** `name`, or what the type `vendor.model` puts together. */
function titleOf(line: (name: string, maxLength?: number) => string): string {
  const name = line('name', 300)
  if (name !== '') return name
  if (line('model') === '') return ''
  return cleanLine(`${line('typeprefix')} ${line('vendor')} ${line('model')}`, 300)
}

function oldPrice(text: string, price: Money, warn: Warn): Money | undefined {
  if (text === '' || /^0+(?:[.,]0+)?$/.test(text)) return undefined
  const old = parsePrice(text, price.currency)
  if (old.ok && old.value.amount > price.amount) return old.value
  if (!old.ok || old.value.amount < price.amount) warn({ code: 'bad-old-price', value: cleanLine(text, 40) })
  return undefined
}

function pictures(raw: RawOffer, warn: Warn): Picture[] {
  const found = new Map<string, Picture>()
  for (const { value, color } of raw.pictures) {
    const url = pictureUrl(value)
    if (url === undefined) warn({ code: 'bad-picture', value: cleanLine(value, 80) })
    else if (found.size < mostPictures && !found.has(url)) {
      found.set(url, { url, ...(/^#[0-9a-f]{6}$/i.test(color) && { color }) })
    }
  }
  return [...found.values()]
}

function params(raw: RawOffer, warn: Warn): Attribute[] {
  const values = new Map<string, string[]>()
  for (const param of raw.params.slice(0, mostParams)) {
    const name = cleanLine(param.name, 100)
    const value = cleanLine(`${param.value} ${param.unit}`, 300)
    if (name === '' || cleanLine(param.value) === '' || reserved.has(name)) {
      warn({ code: 'bad-param', value: name })
      continue
    }
    const known = values.get(name) ?? []
    if (!known.includes(value)) values.set(name, [...known, value])
  }
  return [...values].map(([name, list]) => ({ name, value: list.join(', ') }))
}

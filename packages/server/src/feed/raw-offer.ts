/** An offer as it stands in the feed: text, not yet understood. */
export interface RawOffer {
  line: number
  id: string
  groupId: string
  /** The attribute as written; empty when there is none. */
  available: string
  /** The first element of each name that a shop needs. */
  fields: Map<string, string>
  pictures: RawPicture[]
  params: RawParam[]
  /** `instock` of each outlet. */
  instock: string[]
  /** Something in it is not XML. */
  broken: boolean
  /** Characters so far. */
  size: number
}

export interface RawPicture {
  value: string
  /** The attribute as written; it is none of the format's own. */
  color: string
}

export interface RawParam {
  name: string
  unit: string
  value: string
}

export type Attributes = Record<string, string>

const wanted = new Set(
  'name typeprefix vendor model price oldprice currencyid categoryid vendorcode description count vat'.split(
    ' ',
  ),
)

export function rawOffer(line: number, attributes: Attributes): RawOffer {
  return {
    line,
    id: attributes.id?.trim() ?? '',
    groupId: attributes.group_id?.trim() ?? '',
    available: attributes.available ?? '',
    fields: new Map(),
    pictures: [],
    params: [],
    instock: [],
    broken: false,
    size: 0,
  }
}

/** Adds a child element; what a shop has no use for is left out. */
export function addElement(offer: RawOffer, name: string, attributes: Attributes, text: string): void {
  if (name === 'picture') offer.pictures.push({ value: text, color: attributes.color ?? '' })
  else if (name === 'param') {
    offer.params.push({ name: attributes.name ?? '', unit: attributes.unit ?? '', value: text })
  } else if (name === 'outlet' && attributes.instock !== undefined) offer.instock.push(attributes.instock)
  else if (wanted.has(name) && !offer.fields.has(name)) offer.fields.set(name, text)
}

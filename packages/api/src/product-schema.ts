import type { Category, Picture, Product, ProductPage, Variant } from '@vitrina/core'
import * as v from 'valibot'
import { idSchema, moneySchema } from './money-schema.ts'
import { sellerSchema } from './seller-schema.ts'

const pictureUrl = v.pipe(v.string(), v.url())

export const pictureSchema: v.GenericSchema<Picture> = v.object({
  url: pictureUrl,
  sources: v.optional(
    v.array(v.object({ url: pictureUrl, width: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  ),
  color: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i))),
})

const variantSchema: v.GenericSchema<Variant> = v.object({
  id: idSchema,
  sku: v.string(),
  price: moneySchema,
  compareAt: v.optional(moneySchema),
  availability: v.picklist(['in-stock', 'few-left', 'sold-out']),
  options: v.record(v.string(), v.string()),
  picture: v.optional(pictureSchema),
})

export const productSchema: v.GenericSchema<Product> = v.object({
  id: idSchema,
  title: v.string(),
  description: v.string(),
  categoryId: v.string(),
  vendor: v.optional(v.string()),
  seller: v.optional(sellerSchema),
  pictures: v.array(pictureSchema),
  options: v.array(v.object({ name: v.string(), values: v.array(v.string()) })),
  variants: v.pipe(v.array(variantSchema), v.minLength(1)),
  attributes: v.array(v.object({ name: v.string(), value: v.string() })),
})

export const productPageSchema: v.GenericSchema<ProductPage> = v.object({
  products: v.array(productSchema),
  next: v.optional(v.string()),
})

const categorySchema: v.GenericSchema<Category> = v.object({
  id: v.string(),
  title: v.string(),
  parentId: v.optional(v.string()),
  products: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

export const categoriesSchema = v.object({ categories: v.array(categorySchema) })

import { expect, test } from 'vitest'
import { routes } from '../src/index.ts'
import { openApi } from '../src/openapi.ts'

test('describes every route, with a schema for what it takes and gives', () => {
  const document = JSON.parse(JSON.stringify(openApi()))
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path as object))
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort())
  for (const { operationId, responses } of operations) {
    const [success] = Object.values(responses) as { content: Record<string, { schema: object }> }[]
    const schema = success?.content['application/json']?.schema ?? {}
    expect('properties' in schema || 'oneOf' in schema || 'anyOf' in schema, operationId).toBe(true)
  }
  const { schema } = document.paths['/v1/shops/{shop}/orders'].post.requestBody.content['application/json']
  expect(schema.required).toContain('checkoutId')
  expect(schema.additionalProperties).toBe(false)
})

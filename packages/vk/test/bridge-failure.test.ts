import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHostFailure } from '../src/bridge-failure.ts'

const client = (error_code: number, error_reason?: string) => ({
  error_type: 'client_error',
  error_data: { error_code, error_reason },
})
const api = (error_code: number, error_msg: string) => ({
  error_type: 'api_error',
  error_data: { error_code, error_msg, request_params: [] },
})

test.each([
  [client(4, 'User denied'), { code: 'denied' }],
  [client(6, 'Unsupported platform'), { code: 'unsupported' }],
  [client(10), { code: 'rate-limited' }],
  [client(3), { code: 'timeout' }],
  [client(5, 'Invalid params'), { code: 'invalid', reason: 'Invalid params' }],
  [client(1), { code: 'unknown', reason: 'code 1' }],
  [client(1, 'User denied'), { code: 'denied' }],
  [client(9, 'In the background'), { code: 'unknown', reason: 'In the background' }],
  [api(9, 'Flood control'), { code: 'rate-limited' }],
  [api(103, 'Out of limits'), { code: 'invalid', reason: 'Out of limits' }],
  [{ error_type: 'auth_error', error_data: { error: 4, error_reason: 'access_denied' } }, { code: 'denied' }],
  [
    { error_type: 'auth_error', error_data: { error_code: 6, error_description: ['a', 'b'] } },
    { code: 'unknown', reason: 'code 6' },
  ],
  [{ error_code: 4 }, { code: 'denied' }],
  [{ error_code: Symbol('4') }, { code: 'unknown', reason: 'no reason' }],
  [new Error('postMessage failed'), { code: 'unknown', reason: 'postMessage failed' }],
  ['User canceled', { code: 'denied' }],
  [{}, { code: 'unknown', reason: 'no reason' }],
  [undefined, { code: 'unknown', reason: 'no reason' }],
  [null, { code: 'unknown', reason: 'no reason' }],
])('understands the rejection %j', (error, failure) => {
  expect(toHostFailure(error)).toEqual(failure)
})

test('makes a failure of anything', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.constantFrom('client_error', 'api_error', 'auth_error', 1),
      (data, type) => {
        expect(toHostFailure(data)).toHaveProperty('code')
        expect(toHostFailure({ error_type: type, error_data: data })).toHaveProperty('code')
        expect(toHostFailure({ error_type: type, error_data: { error_code: data } })).toHaveProperty('code')
      },
    ),
  )
})

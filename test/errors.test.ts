import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import {
  BrokerError,
  isBrokerError,
  isNetworkError,
  isUsageError,
  isValidationError,
  NetworkError,
  UsageError,
  ValidationError,
} from '../src/errors.js'

const url = 'http://broker.example/ngsi-ld/v1/entities'

describe('errors', () => {
  test('a guard tells the class and the kind, also for an error of a second copy of the library', () => {
    const missing = new BrokerError({ method: 'GET', url, status: 404, kind: 'ResourceNotFound' })
    expect(isBrokerError(missing)).toBe(true)
    expect(isBrokerError(missing, 'ResourceNotFound')).toBe(true)
    expect(isBrokerError(missing, 'AlreadyExists')).toBe(false)
    const copy = Object.assign(new Error('x'), { name: 'BrokerError', kind: 'AlreadyExists' })
    expect(isBrokerError(copy, 'AlreadyExists')).toBe(true)
    expect(isNetworkError(missing)).toBe(false)
  })

  test.each([undefined, null, 'BrokerError', { name: 'BrokerError' }, runInNewContext('({})')])(
    'no guard takes %o',
    (value) => {
      for (const guard of [isBrokerError, isNetworkError, isUsageError, isValidationError])
        expect(guard(value)).toBe(false)
    },
  )

  test('every message is one line, however many the other side wrote', () => {
    const lines = 'a\r\nb\u0007\u2028c'
    for (const error of [
      new BrokerError({ method: 'GET', url, status: 500, title: lines, detail: lines }),
      new NetworkError({ method: 'GET', url, reason: lines }),
    ])
      expect(error.message).not.toMatch(/[\p{Cc}\p{Zl}]/u)
  })

  test('what log writers see is the facts and nothing of a request', () => {
    const error = new BrokerError({ method: 'GET', url, status: 401, title: 'no', remedy: 'give auth' })
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'BrokerError',
      method: 'GET',
      url,
      status: 401,
      title: 'no',
      remedy: 'give auth',
    })
    expect(inspect(error)).not.toContain('headers')
  })

  test('a ValidationError shows three issues and counts the rest', () => {
    const issues = ['a', 'b', 'c', 'd', 'e'].map((path) => ({ path, message: 'wrong' }))
    expect(new ValidationError('urn:x:1', issues).message).toBe(
      'urn:x:1: a: wrong; b: wrong; c: wrong; and 2 more',
    )
    expect(isUsageError(new UsageError('x'))).toBe(true)
  })
})

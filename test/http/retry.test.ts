import { describe, expect, test } from 'vitest'
import { NetworkError } from '../../src/errors.js'
import type { Reply } from '../../src/http/reply.js'
import { backOffMs, isWorthRepeating, retryAfterMs, withRetry } from '../../src/http/retry.js'

const reply = (status: number, headers: Record<string, string> = {}): Reply => ({
  method: 'GET',
  url: 'http://broker',
  status,
  headers,
  text: '',
  body: undefined,
  attempts: 1,
})
const network = (code: string): NetworkError =>
  new NetworkError({ method: 'GET', url: 'x', reason: code, code })
const statuses = [429, 502, 503, 504]

describe('what is worth repeating', () => {
  test.each([
    [200, true, false],
    [404, true, false],
    [413, true, false],
    [409, true, false],
    [500, true, false],
    [501, true, false],
    [429, true, true],
    [502, true, true],
    [503, true, true],
    [504, true, true],
    [429, false, true],
    [503, false, true],
    [502, false, false],
    [504, false, false],
  ])('status %d, idempotent %s: %s', (status, idempotent, expected) => {
    expect(isWorthRepeating({ reply: reply(status) }, { idempotent, statuses })).toBe(expected)
  })

  test.each([
    ['ECONNRESET', true, true],
    ['ECONNRESET', false, false],
    ['ECUTOFF', true, true],
    ['ECUTOFF', false, false],
    ['ECONNREFUSED', false, true],
    ['ECONNECTTIMEOUT', false, true],
    ['ENOTFOUND', true, false],
    ['ETOOBIG', true, false],
    ['ENOTJSON', true, false],
    ['CERT_HAS_EXPIRED', true, false],
    ['EPROTO', true, false],
    ['ERR_OSSL_PEM_NO_START_LINE', true, false],
    ['ERR_INVALID_HTTP_TOKEN', true, false],
    ['EOPEN', false, true],
    ['ENOTOKEN', false, true],
    ['EBADTOKEN', true, false],
    ['EPROTO', true, false],
  ])('%s, idempotent %s: %s', (code, idempotent, expected) => {
    expect(isWorthRepeating({ error: network(code) }, { idempotent, statuses })).toBe(expected)
  })

  test('a title that passes says nothing in an answer that is a success', () => {
    const found = { ...reply(200), body: { title: 'Database Error' } }
    const facts = { idempotent: true, statuses, titles: ['Database Error'] }
    expect(isWorthRepeating({ reply: found }, facts)).toBe(false)
    expect(isWorthRepeating({ reply: { ...found, status: 500 } }, facts)).toBe(true)
  })

  test('an error of our own is never repeated', () => {
    expect(isWorthRepeating({ error: new TypeError('bug') }, { idempotent: true, statuses })).toBe(false)
  })
})

describe('waiting', () => {
  test.each([
    ['3', 3000],
    ['0', 0],
    ['-5', 0],
    ['Thu, 01 Jan 1970 00:00:10 GMT', 9000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 253_402_300_798_000],
    ['1e400', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
    ['', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('Retry-After %s is %s ms', (header, expected) => {
    expect(retryAfterMs(header, 1000)).toBe(expected)
  })

  test('back-off doubles, with full jitter and a cap', () => {
    const always = (value: number) => (): number => value
    expect([0, 1, 2, 3].map((n) => backOffMs(n, { random: always(1) }))).toEqual([500, 1000, 2000, 4000])
    expect(backOffMs(20, { random: always(1) })).toBe(30_000)
    expect(backOffMs(3, { random: always(0) })).toBe(0)
  })
})

describe('withRetry', () => {
  const facts = { idempotent: true, statuses }
  const quick = { random: () => 0 }

  test('gives the last answer when attempts end, counting each', async () => {
    const seen: number[] = []
    const last = await withRetry(
      async (n) => {
        seen.push(n)
        return reply(503)
      },
      facts,
      { ...quick, attempts: 3 },
    )
    expect([last.status, seen]).toEqual([503, [1, 2, 3]])
  })

  test('throws the last error when attempts end', async () => {
    const run = withRetry(() => Promise.reject(network('ECONNRESET')), facts, { ...quick, attempts: 2 })
    await expect(run).rejects.toThrow('ECONNRESET')
  })

  test('waits as long as Retry-After says', async () => {
    const started = performance.now()
    await withRetry(async (n) => (n === 1 ? reply(503, { 'retry-after': '0.2' }) : reply(200)), facts, quick)
    expect(performance.now() - started).toBeGreaterThanOrEqual(195)
  })

  test('a Retry-After beyond the deadline ends it at once', async () => {
    const started = performance.now()
    const last = await withRetry(async () => reply(429, { 'retry-after': '60' }), facts, {
      ...quick,
      deadlineMs: 100,
    })
    expect(last.status).toBe(429)
    expect(performance.now() - started).toBeLessThan(90)
  })

  test('the signal ends a wait with its reason', async () => {
    const stop = new AbortController()
    const run = withRetry(async () => reply(503, { 'retry-after': '5' }), facts, quick, stop.signal)
    setTimeout(() => stop.abort(new Error('stopped by the user')), 20)
    await expect(run).rejects.toThrow('stopped by the user')
  })

  test('one attempt means one, and no wait after it', async () => {
    let calls = 0
    const slow = { attempts: 1, minDelayMs: 60_000, random: () => 1 }
    await withRetry(async () => reply(++calls && 503), facts, slow)
    expect(calls).toBe(1)
  })

  test('the first wait is the shortest', async () => {
    let calls = 0
    const options = { attempts: 5, minDelayMs: 100, deadlineMs: 180, random: () => 1 }
    await withRetry(async () => reply(++calls && 503), facts, options)
    expect(calls).toBe(2)
  })
})

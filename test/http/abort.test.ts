import { describe, expect, test } from 'vitest'
import { isNetworkError } from '../../src/errors.js'
import type { RequestSpec } from '../../src/http/request-spec.js'
import { withRetry } from '../../src/http/retry.js'
import { caught, httpTests } from '../support/http.js'

const { transport, serve, serveBytes } = httpTests()
const get: RequestSpec = { method: 'GET', path: '/ngsi-ld/v1/entities' }
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[1,2'

/** Aborts a GET after a while and gives what it rejects with, and when. */
const aborted = async (baseUrl: string, afterMs: number, options = {}): Promise<[unknown, number]> => {
  const stop = new AbortController()
  const started = performance.now()
  setTimeout(() => stop.abort(new Error('enough')), afterMs)
  const error = await caught(transport({ baseUrl, ...options }).send({ ...get, signal: stop.signal }))
  return [error, performance.now() - started]
}

describe('the signal ends a call at every stage, with its own reason', () => {
  test('before it begins: nothing is sent', async () => {
    let asked = 0
    const baseUrl = await serve((_, response) => response.end(`[${++asked}]`))
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(transport({ baseUrl }).send({ ...get, signal })).rejects.toThrow('enough')
    expect(asked).toBe(0)
  })

  test('while the broker thinks', async () => {
    const [error, took] = await aborted(await serve(() => undefined), 30)
    expect(error).toMatchObject({ message: 'enough' })
    expect(took).toBeLessThan(1000)
  })

  test('in the middle of a body', async () => {
    const [error, took] = await aborted(await serveBytes((socket) => socket.write(head)), 50)
    expect(error).toMatchObject({ message: 'enough' })
    expect(took).toBeLessThan(1000)
  })

  test('during back-off', async () => {
    const baseUrl = await serve((_, response) => response.writeHead(503).end())
    const retry = { minDelayMs: 60_000, maxDelayMs: 60_000, random: () => 1 }
    const [error, took] = await aborted(baseUrl, 50, { retry })
    expect(error).toMatchObject({ message: 'enough' })
    expect(took).toBeLessThan(1000)
  })

  test('while an own function looks for a token', async () => {
    const baseUrl = await serve((_, response) => response.end('[]'))
    const [error] = await aborted(baseUrl, 30, { auth: () => new Promise(() => undefined) })
    expect(error).toMatchObject({ message: 'enough' })
  })

  test('with a reason that is no Error, that reason', async () => {
    const baseUrl = await serve(() => undefined)
    const stop = new AbortController()
    setTimeout(() => stop.abort('just a text'), 30)
    expect(await caught(transport({ baseUrl }).send({ ...get, signal: stop.signal }))).toBe('just a text')
  })

  test('while the breaker is probing: the next caller may probe at once', async () => {
    let well = false
    const baseUrl = await serve((request, response) => {
      if (well) response.end('[]')
      else if (request.url !== '/ngsi-ld/v1/types') request.socket.destroy()
    })
    let now = 0
    const client = transport({
      baseUrl,
      retry: false,
      breaker: { failures: 1, openMs: 60_000, now: () => now },
    })
    await caught(client.send(get))
    now = 60_001
    const error = await caught(client.send({ ...get, signal: AbortSignal.timeout(30) }))
    expect((error as Error).name).toBe('TimeoutError')
    well = true
    expect((await client.send(get)).status).toBe(200)
  })
})

describe('time limits', () => {
  test('a body that stalls is no answer', async () => {
    const baseUrl = await serveBytes((socket) => socket.write(head))
    const error = await caught(transport({ baseUrl, timeoutMs: 80, retry: false }).send(get))
    expect(isNetworkError(error) && [error.timedOut, error.message]).toEqual([
      true,
      `GET ${baseUrl}/ngsi-ld/v1/entities got no answer: no answer within 80 ms`,
    ])
  })

  test('a time limit beyond what a timer holds is none, not zero', async () => {
    const baseUrl = await serve((_, response) => setTimeout(() => response.end('[]'), 60))
    const limits = { timeoutMs: 2 ** 40, connectTimeoutMs: 2 ** 40, retry: false as const }
    expect((await transport({ baseUrl, ...limits }).send(get)).status).toBe(200)
  })

  test('the deadline also cuts a repetition that hangs', async () => {
    let asked = 0
    const baseUrl = await serve((_, response) => {
      if (++asked === 1) response.writeHead(503).end()
    })
    const started = performance.now()
    const error = await caught(
      transport({ baseUrl, retry: { random: () => 0, deadlineMs: 150, attempts: 3 } }).send(get),
    )
    expect(isNetworkError(error) && error.timedOut).toBe(true)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('the first attempt has its whole time, even beyond a shorter deadline', async () => {
    const baseUrl = await serve((_, response) => setTimeout(() => response.end('[]'), 120))
    expect((await transport({ baseUrl, retry: { deadlineMs: 20 } }).send(get)).status).toBe(200)
  })

  test('a wait of more days than a timer holds does not become none', async () => {
    const stop = new AbortController()
    let calls = 0
    const reply = {
      method: 'GET',
      url: 'x',
      status: 503,
      headers: { 'retry-after': '99999999' },
      text: '',
      body: undefined,
      attempts: 1,
    }
    const facts = { idempotent: true, statuses: [503] }
    const options = { deadlineMs: Number.POSITIVE_INFINITY }
    setTimeout(() => stop.abort(new Error('enough')), 50)
    const run = withRetry(async () => ({ ...reply, attempts: ++calls }), facts, options, stop.signal)
    await expect(run).rejects.toThrow('enough')
    expect(calls).toBe(1)
  })

  test.each([{ attempts: 0 }, { attempts: Number.NaN }, { deadlineMs: -1 }, { minDelayMs: Number.NaN }])(
    'retry %o is a usage error',
    (retry) => {
      expect(() => transport({ retry })).toThrow(/retry\.\w+ must be/)
    },
  )
})

describe('answers that are none', () => {
  const cut = (bytes: string) => serveBytes((socket) => socket.write(bytes, () => socket.destroySoon()))
  test.each([
    ['cut off before its length', head, 'ECUTOFF'],
    [
      'cut off between chunks',
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n[1,2\r\n',
      'ECUTOFF',
    ],
    ['of another protocol', 'SSH-2.0-OpenSSH_9\r\n', 'HPE_INVALID_CONSTANT'],
    ['closed at once', '', 'ECONNRESET'],
  ])('%s: a NetworkError of one line', async (_title, bytes, code) => {
    const error = await caught(transport({ baseUrl: await cut(bytes), retry: false }).send(get))
    expect(isNetworkError(error) && error.code).toBe(code)
    expect(String(error)).not.toContain('\n')
  })

  test('larger than allowed: not read to its end', async () => {
    const baseUrl = await serve((_, response) => response.end(`["${'x'.repeat(5000)}"]`))
    const error = await caught(transport({ baseUrl, maxBytes: 1000 }).send(get))
    expect(isNetworkError(error) && error.code).toBe('ETOOBIG')
  })
})

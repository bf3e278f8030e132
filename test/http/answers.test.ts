import nock from 'nock'
import { describe, expect, test } from 'vitest'
import { isBrokerError, isNetworkError } from '../../src/errors.js'
import type { ExchangeTrace, RequestSpec } from '../../src/http/request-spec.js'
import { httpTests } from '../support/http.js'

const { transport } = httpTests()
const get: RequestSpec = { method: 'GET', path: '/ngsi-ld/v1/entities' }
const broker = (): nock.Scope => nock('http://broker.example:1026')

describe('answers', () => {
  test('a problem document becomes a BrokerError with kind, title, detail', async () => {
    broker().get('/ngsi-ld/v1/entities').reply(404, {
      type: 'https://uri.etsi.org/ngsi-ld/errors/NonExistingTenant',
      title: 'No such tenant',
      detail: 'eindhoven',
    })
    const error = await transport()
      .send(get)
      .catch((e: unknown) => e)
    expect(isBrokerError(error, 'NonexistentTenant')).toBe(true)
    expect(String(error)).toBe(
      'BrokerError: GET http://broker.example:1026/ngsi-ld/v1/entities answered 404 NonexistentTenant: No such tenant: eindhoven (nothing has been written to this tenant yet, or its name is misspelt)',
    )
  })

  test('a creation that a gateway answered with 503 may have happened: AlreadyExists says so', async () => {
    const taken = { type: 'https://uri.etsi.org/ngsi-ld/errors/AlreadyExists', title: 'taken' }
    const create: RequestSpec = { method: 'POST', path: '/ngsi-ld/v1/entities', body: {} }
    const answer = async (): Promise<string> =>
      transport()
        .send(create)
        .then(String, (e: unknown) => String(e))
    broker().post('/ngsi-ld/v1/entities').reply(503).post('/ngsi-ld/v1/entities').reply(409, taken)
    expect(await answer()).toContain('an earlier attempt of this request may have created it')
    broker().post('/ngsi-ld/v1/entities').reply(409, taken)
    expect(await answer()).not.toContain('earlier attempt')
  })

  test('HTML error as SyntaxError: a 502 page is a BrokerError with its first line', async () => {
    broker()
      .get('/ngsi-ld/v1/entities')
      .times(5)
      .reply(502, '<html><head><title>502 Bad Gateway</title></head></html>')
    const error = await transport()
      .send(get)
      .catch((e: unknown) => e)
    expect(isBrokerError(error) && [error.status, error.detail]).toEqual([502, '502 Bad Gateway'])
  })

  test.each<[string, number, nock.Body, string]>([
    [
      'kind, title, detail, remedy',
      400,
      {
        type: 'https://uri.etsi.org/ngsi-ld/errors/BadRequestData',
        title: 'Too broad query',
        detail: 'Need a type',
      },
      '400 BadRequestData: Too broad query: Need a type (add a type, an attribute condition or a geo condition)',
    ],
    ['a title alone', 409, { title: 'taken' }, '409: taken'],
    ['a body of another kind', 400, ['x'], '400: ["x"]'],
    ['nothing', 418, '', '418 without a reason'],
    [
      'a redirect',
      308,
      '',
      '308 without a reason (give connect() the address that it redirects to, such as https; a sign-in page means that auth is missing)',
    ],
    [
      'a page of another server',
      404,
      '<html><head><title>404 Not Found</title></head></html>',
      '404: 404 Not Found (no broker answers at this path; check the address, its port and the prefix of a reverse proxy)',
    ],
    [
      'a stack trace: one line, cut',
      500,
      { title: 'Oops', detail: `at a\n\u001b[31mat ${'b'.repeat(5000)}` },
      `500: Oops: at a [31mat ${'b'.repeat(479)}...`,
    ],
  ])('the message says method, path and %s', async (_title, status, body, expected) => {
    broker().get('/ngsi-ld/v1/entities').reply(status, body)
    const error = await transport()
      .send(get)
      .catch((e: unknown) => e)
    expect(String(error)).toBe(
      `BrokerError: GET http://broker.example:1026/ngsi-ld/v1/entities answered ${expected}`,
    )
    expect(isBrokerError(error) && (error.remedy ?? '')).toBe(/ \((.*)\)$/.exec(expected)?.[1] ?? '')
  })

  test('a deletion whose answer was lost is done when the second try finds nothing', async () => {
    const missing = { type: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound', title: 'not there' }
    const remove: RequestSpec = { method: 'DELETE', path: '/ngsi-ld/v1/entities/urn%3Aa' }
    broker()
      .delete(remove.path)
      .replyWithError(Object.assign(new Error('x'), { code: 'ECONNRESET' }))
      .delete(remove.path)
      .reply(404, missing)
    expect((await transport().send(remove)).attempts).toBe(2)
    broker().delete(remove.path).reply(404, missing)
    await expect(transport().send(remove)).rejects.toThrow('ResourceNotFound')
  })

  test('Orion-LD’s "Database Error" passes: repeated where that does no harm, and on Orion-LD only', async () => {
    const failing = { type: 'https://uri.etsi.org/ngsi-ld/errors/InternalError', title: 'Database Error' }
    const client = transport()
    broker().get('/ngsi-ld/v1/entities').reply(500, failing)
    await expect(client.send(get)).rejects.toThrow('Database Error')
    client.setDialect('orion-ld-mongoc')
    broker().get('/ngsi-ld/v1/entities').reply(500, failing).get('/ngsi-ld/v1/entities').reply(200, [])
    expect((await client.send(get)).attempts).toBe(2)
    broker().post('/ngsi-ld/v1/entities').reply(500, failing)
    await expect(client.send({ ...get, method: 'POST', body: {} })).rejects.toThrow('Database Error')
  })

  test('a login page with status 200 is no success and is not repeated', async () => {
    broker()
      .get('/ngsi-ld/v1/entities')
      .reply(200, '<!doctype html><h1>Sign in</h1>', { 'Content-Type': 'text/html' })
    const error = await transport()
      .send(get)
      .catch((e: unknown) => e)
    expect(isNetworkError(error) && error.message).toContain('text/html, not JSON: "Sign in"')
  })

  test('a body that ends in the middle is repeated for a GET', async () => {
    broker().get('/ngsi-ld/v1/entities').reply(200, '[{"id":"urn:', { 'Content-Type': 'application/json' })
    broker().get('/ngsi-ld/v1/entities').reply(200, [])
    expect((await transport().send(get)).attempts).toBe(2)
  })

  test('a POST is not repeated after a reset, a GET is', async () => {
    const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    broker().post('/x').replyWithError(reset)
    await expect(transport().send({ method: 'POST', path: '/x', body: {} })).rejects.toThrow(
      'connection was reset',
    )
    broker().get('/x').replyWithError(reset)
    broker().get('/x').reply(204)
    expect((await transport().send({ method: 'GET', path: '/x' })).status).toBe(204)
  })

  test('nobody there: one line with the remedy', async () => {
    const error = await transport({ baseUrl: 'http://127.0.0.1:1', retry: false })
      .send(get)
      .catch((e: unknown) => e)
    expect(String(error)).toBe(
      'NetworkError: GET http://127.0.0.1:1/ngsi-ld/v1/entities got no answer: nothing listens there (ECONNREFUSED); is the broker running, and is the port right?',
    )
  })

  test('the hook sees each attempt and no secret', async () => {
    broker().get('/ngsi-ld/v1/entities').reply(503)
    broker().get('/ngsi-ld/v1/entities').reply(200, [])
    const traces: ExchangeTrace[] = []
    await transport({ auth: { token: 'geheim' }, onExchange: (trace) => traces.push(trace) }).send(get)
    expect(traces.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 503],
      [2, 200],
    ])
    expect(new Set(traces.map(({ requestId }) => requestId)).size).toBe(1)
    expect(JSON.stringify(traces)).not.toContain('geheim')
  })

  test('the hook hears once of an answer that is none', async () => {
    broker().get('/ngsi-ld/v1/entities').reply(200, '<h1>Sign in</h1>', { 'Content-Type': 'text/html' })
    const traces: ExchangeTrace[] = []
    await expect(transport({ onExchange: (trace) => traces.push(trace) }).send(get)).rejects.toThrow(
      'not JSON',
    )
    expect(traces).toMatchObject([{ attempt: 1, error: expect.stringContaining('Sign in') }])
  })

  test('a hook that throws is a warning; the request is done all the same, once', async () => {
    broker().post('/ngsi-ld/v1/entities').reply(201)
    const warnings: Error[] = []
    const note = (warning: Error): void => void warnings.push(warning)
    process.on('warning', note)
    let told = 0
    const onExchange = (): void => {
      told += 1
      throw new Error('the log is full')
    }
    const reply = await transport({ onExchange }).send({ ...get, method: 'POST', body: {} })
    await new Promise((done) => setImmediate(done))
    process.off('warning', note)
    expect([reply.status, told]).toEqual([201, 1])
    expect(warnings.map(({ message }) => message)).toEqual(['onExchange failed: Error: the log is full'])
  })
})

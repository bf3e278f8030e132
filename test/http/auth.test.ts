import { inspect } from 'node:util'
import nock from 'nock'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isBrokerError, isNetworkError, isUsageError } from '../../src/errors.js'
import type { Auth } from '../../src/http/auth.js'
import type { RequestSpec } from '../../src/http/request-spec.js'
import { caught, httpTests } from '../support/http.js'

const { transport, serve } = httpTests()
afterEach(() => {
  vi.useRealTimers()
})
const get: RequestSpec = { method: 'GET', path: '/ngsi-ld/v1/entities' }
const create: RequestSpec = { method: 'POST', path: '/ngsi-ld/v1/entities', body: {} }
const tokenUrl = 'http://keyrock.example/oauth2/token'
const oauth2 = (more: object = {}): { auth: Auth } => ({
  auth: { oauth2: { tokenUrl, clientId: 'city', clientSecret: 's3cret', ...more } },
})
const identity = (): nock.Scope => nock('http://keyrock.example')
const token = (value: string, more: object = {}) => ({
  access_token: value,
  token_type: 'Bearer',
  expires_in: 3600,
  ...more,
})
const broker = (value: string): nock.Scope =>
  nock('http://broker.example:1026', { reqheaders: { authorization: value } })

describe('the header', () => {
  test.each([
    [{ token: 't0k' }, { authorization: 'Bearer t0k' }],
    [{ username: 'anna', password: 'p:w' }, { authorization: 'Basic YW5uYTpwOnc=' }],
    [{ username: 'key', password: '' }, { authorization: 'Basic a2V5Og==' }],
    [{ header: 'X-Auth-Token', value: 'k3y' }, { 'x-auth-token': 'k3y' }],
    [async () => 'Bearer fresh', { authorization: 'Bearer fresh' }],
  ] as const)('%o', async (auth, reqheaders) => {
    nock('http://broker.example:1026', { reqheaders }).get('/ngsi-ld/v1/entities').reply(200, [])
    await transport({ auth }).send(get)
  })

  test('user name and password of the address, percent-encoded there', async () => {
    broker('Basic YW5uYTpwQHM=').get('/ngsi-ld/v1/entities').reply(200, [])
    await transport({ baseUrl: 'http://anna:p%40s@broker.example:1026' }).send(get)
  })

  test('a function is asked again after a 401, once', async () => {
    let asked = 0
    const client = transport({ auth: () => `Bearer n${++asked}` })
    broker('Bearer n1').get('/ngsi-ld/v1/entities').reply(401)
    broker('Bearer n2').get('/ngsi-ld/v1/entities').reply(401)
    expect(isBrokerError(await caught(client.send(get)))).toBe(true)
  })

  test('a fixed token that is refused is not sent again', async () => {
    broker('Bearer old').get('/ngsi-ld/v1/entities').reply(401)
    const error = await caught(transport({ auth: { token: 'old' } }).send(get))
    expect(String(error)).toContain('answered 401')
  })

  test.each<[string, unknown]>([
    ['a line break in a token', { token: 'geheim\r\nX: y' }],
    ['a letter that axios would drop', { token: 'geheim€' }],
    ['an empty token', { token: ' ' }],
    ['a colon in a user name', { username: 'a:geheim', password: 'b' }],
    ['nothing known', { geheim: 'x' }],
  ])('%s is refused by a message that does not show it', (_title, auth) => {
    const error = (() => {
      try {
        return transport({ auth: auth as Auth })
      } catch (e) {
        return e
      }
    })()
    expect(isUsageError(error)).toBe(true)
    expect(String(error)).not.toContain('geheim')
  })
})

describe('OAuth2', () => {
  test('concurrent requests share one token, a 401 renews it once', async () => {
    nock('http://keyrock.example', { reqheaders: { authorization: 'Basic Y2l0eTpzM2NyZXQ=' } })
      .post('/oauth2/token', 'grant_type=client_credentials')
      .reply(200, token('one'))
      .post('/oauth2/token', 'grant_type=client_credentials')
      .reply(200, token('two'))
    broker('Bearer one')
      .get('/ngsi-ld/v1/entities')
      .times(3)
      .reply(200, [])
      .get('/ngsi-ld/v1/entities')
      .reply(401)
    broker('Bearer two').get('/ngsi-ld/v1/entities').reply(200, [])
    const client = transport(oauth2())
    await Promise.all([client.send(get), client.send(get), client.send(get)])
    expect((await client.send(get)).status).toBe(200)
  })

  test('many requests refused at once renew one token, however late each refusal comes', async () => {
    identity().post('/oauth2/token').reply(200, token('one')).post('/oauth2/token').reply(200, token('two'))
    broker('Bearer one').get('/ngsi-ld/v1/entities').reply(200, [])
    for (const late of [0, 30, 60, 90])
      broker('Bearer one').get('/ngsi-ld/v1/entities').delay(late).reply(401)
    broker('Bearer two').get('/ngsi-ld/v1/entities').times(4).reply(200, [])
    const client = transport(oauth2())
    await client.send(get)
    const replies = await Promise.all([1, 2, 3, 4].map(() => client.send(get)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  test('a fresh token that is refused too is an error after one repetition', async () => {
    identity().post('/oauth2/token').reply(200, token('one')).post('/oauth2/token').reply(200, token('two'))
    broker('Bearer one').get('/ngsi-ld/v1/entities').reply(200, []).get('/ngsi-ld/v1/entities').reply(401)
    broker('Bearer two').get('/ngsi-ld/v1/entities').reply(401)
    const client = transport(oauth2())
    await client.send(get)
    const error = await caught(client.send(get))
    expect(isBrokerError(error) && error.status).toBe(401)
  })

  test('the password grant, renewed by refresh token before its end', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    identity()
      .post('/oauth2/token', (body) => body.grant_type === 'password' && body.username === 'anna')
      .reply(200, token('one', { expires_in: 300, refresh_token: 'r1' }))
      .post('/oauth2/token', (body) => body.grant_type === 'refresh_token' && body.refresh_token === 'r1')
      .reply(200, token('two'))
    for (const value of ['Bearer one', 'Bearer one', 'Bearer two'])
      broker(value).get('/ngsi-ld/v1/entities').reply(200, [])
    const client = transport(oauth2({ username: 'anna', password: 'p' }))
    await client.send(get)
    vi.setSystemTime(Date.now() + 265_000)
    await client.send(get)
    vi.setSystemTime(Date.now() + 10_000)
    await client.send(get)
  })

  test('a refresh token that has ended too: the grant starts anew', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    identity()
      .post('/oauth2/token')
      .reply(200, token('one', { expires_in: 60, refresh_token: 'r1' }))
      .post('/oauth2/token', (body) => body.grant_type === 'refresh_token')
      .reply(400, { error: 'invalid_grant' })
      .post('/oauth2/token', (body) => body.grant_type === 'password')
      .reply(200, token('two'))
    for (const value of ['Bearer one', 'Bearer two']) broker(value).get('/ngsi-ld/v1/entities').reply(200, [])
    const client = transport(oauth2({ username: 'anna', password: 'p' }))
    await client.send(get)
    vi.setSystemTime(Date.now() + 61_000)
    await client.send(get)
  })

  test('a token of a short life is used to its half, not fetched for each request', async () => {
    identity()
      .post('/oauth2/token')
      .reply(200, token('one', { expires_in: 20 }))
    broker('Bearer one').get('/ngsi-ld/v1/entities').times(3).reply(200, [])
    const client = transport(oauth2())
    for (let n = 0; n < 3; n++) await client.send(get)
  })

  test('an identity server that is restarting is asked again, also for a POST', async () => {
    identity()
      .post('/oauth2/token')
      .reply(503, '<html><title>503 Service Unavailable</title></html>')
      .post('/oauth2/token')
      .replyWithError(Object.assign(new Error('x'), { code: 'ECONNRESET' }))
      .post('/oauth2/token')
      .reply(200, token('one'))
    broker('Bearer one').post('/ngsi-ld/v1/entities').reply(201)
    expect((await transport(oauth2()).send(create)).attempts).toBe(3)
  })

  test('an identity server that stays away is named, with its own first line', async () => {
    identity().post('/oauth2/token').reply(502, '<html><title>502 Bad Gateway</title></html>')
    const error = await caught(transport({ ...oauth2(), retry: false }).send(get))
    expect(isNetworkError(error) && error.message).toBe(
      `POST ${tokenUrl} got no answer: no token: 502 502 Bad Gateway`,
    )
  })

  test('a login page instead of a token is said, and not asked for again', async () => {
    identity().post('/oauth2/token').reply(200, '<h1>Sign in</h1>', { 'Content-Type': 'text/html' })
    const error = await caught(transport(oauth2()).send(get))
    expect(isNetworkError(error) && error.message).toContain('the answer is no JSON: "Sign in"')
  })

  test('a refused grant names the server and never a secret', async () => {
    identity()
      .post('/oauth2/token')
      .reply(401, { error: 'invalid_client', error_description: 'no such client' })
    const client = transport(oauth2({ clientSecret: 'geheim', username: 'anna', password: 'geheim' }))
    const error = await caught(client.send(get))
    expect(String(error)).toBe(
      `BrokerError: POST ${tokenUrl} answered 401: invalid_client: no such client (check tokenUrl, clientId, clientSecret and the grant that the client may use)`,
    )
    const shown = inspect(error, { depth: 20, showHidden: true }) + inspect(client, { depth: 20 })
    expect(shown + JSON.stringify(error)).not.toMatch(/geheim|Z2VoZWlt/)
  })

  test('the signal ends the wait for a token, not the fetch that others wait for', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/token')
        setTimeout(
          () => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(token('one'))),
          100,
        )
      else response.end('[]')
    })
    const client = transport({ baseUrl: base, ...oauth2({ tokenUrl: `${base}/token` }) })
    const patient = client.send(get)
    const error = await caught(client.send({ ...get, signal: AbortSignal.timeout(20) }))
    expect((error as Error).name).toBe('TimeoutError')
    expect((await patient).status).toBe(200)
  })
})

import { inspect } from 'node:util'
import nock from 'nock'
import { describe, expect, test } from 'vitest'
import { connect } from '../../src/connect.js'
import { download } from '../../src/http/download.js'
import type { ExchangeTrace, RequestSpec, TransportOptions } from '../../src/http/request-spec.js'
import { printableUrl } from '../../src/http/url.js'
import { caught, httpTests } from '../support/http.js'

const { transport } = httpTests()
const get: RequestSpec = { method: 'GET', path: '/ngsi-ld/v1/entities' }
const reset = (): Error => Object.assign(new Error('reset'), { code: 'ECONNRESET' })
const broker = (): nock.Interceptor => nock('http://broker.example:1026').get('/ngsi-ld/v1/entities')

/** Everything that a log could make of a value. */
const shown = (value: unknown): string => {
  const causes: unknown[] = []
  for (let one: unknown = value; one instanceof Error && causes.length < 9; one = one.cause) causes.push(one)
  return [
    inspect(value, { depth: 20, showHidden: true }),
    JSON.stringify(value),
    String(value),
    ...causes.map((one) => inspect(one, { depth: 20, showHidden: true })),
  ].join('\n')
}
const secret = /geheim|Z2VoZWlt|OmdlaGVpb/i

const ways: [string, Partial<TransportOptions>][] = [
  ['a bearer token', { auth: { token: 'geheim' } }],
  ['Basic', { auth: { username: 'anna', password: 'geheim' } }],
  ['an API key', { auth: { header: 'X-Api-Key', value: 'geheim' } }],
  ['a function', { auth: () => 'Bearer geheim' }],
  ['the address', { baseUrl: 'http://anna:geheim@broker.example:1026' }],
  ['a header of a gateway', { headers: { 'X-Gateway-Key': 'geheim' } }],
]

describe.each(ways)('token in error: %s shows', (_title, options) => {
  test('in no error, however it is written down', async () => {
    broker().reply(403, { title: 'no' })
    broker().replyWithError(reset())
    broker().reply(200, '<h1>Sign in</h1>', { 'Content-Type': 'text/html' })
    broker().reply(302, '', { Location: 'http://login.example/?x=1' })
    const client = transport({ ...options, retry: false })
    for (let n = 0; n < 4; n++) {
      const error = await caught(client.send(get))
      expect(error).toBeInstanceOf(Error)
      expect(shown(error)).not.toMatch(secret)
    }
  })

  test('in no trace of the hook, in no transport and no connection', async () => {
    const traces: ExchangeTrace[] = []
    broker().reply(500, { title: 'broken' })
    broker().replyWithError(reset())
    const given = {
      ...options,
      retry: false as const,
      onExchange: (trace: ExchangeTrace) => traces.push(trace),
    }
    const client = transport(given)
    await caught(client.send(get))
    await caught(client.send(get))
    const city = await connect(options.baseUrl ?? 'http://broker.example:1026', {
      ...given,
      dialect: 'unknown',
    })
    expect(traces).toHaveLength(2)
    expect(shown([traces, client, city, city.connection, await city.info()])).not.toMatch(secret)
    await city.close()
  })
})

describe('an address in a message', () => {
  test.each([
    ['http://anna:geheim@broker.example/x', 'http://broker.example/x'],
    ['anna:geheim@broker.example:1026', '***@broker.example:1026'],
    ['//anna:geheim@broker.example', '//***@broker.example'],
    ['http://anna:p#geheim@broker.example', 'http://***@broker.example'],
    ['http://anna:geheim@', 'http://***@'],
    ['mqtt://anna:geheim@bus.example', 'mqtt://***@bus.example'],
    ['http://b.example/?access_token=geheim&x=1', 'http://b.example/?access_token=***&x=1'],
    ['http://b.example/#access_token=geheim', 'http://b.example/#access_token=***'],
    ['b.example?api_key=geheim', 'b.example?api_key=***'],
    ['http://b.example/a%20b?q=x%3D1', 'http://b.example/a%20b?q=x%3D1'],
    [
      'http://b.example/?q=name%3D%3D%22Jan%20%5C%22de%5C%22%20Boer%5C%5C%22%3Bage%3E5%3Bcity~%3D%22B.*%22&type=Person',
      'http://b.example/?q=name%3D%3D%22***%22%3Bage%3E5%3Bcity~%3D%22***%22&type=Person',
    ],
    ['http://b.example/?type=A&q=name%3D%3D%22Jan', 'http://b.example/?type=A&q=name%3D%3D%22***%22'],
    ['http://b.example/?id=%22a%22&q=x', 'http://b.example/?id=%22a%22&q=x'],
  ])('%s is shown as %s', (url, expected) => {
    expect(printableUrl(url)).toBe(expected)
  })

  test.each([
    'anna:geheim@broker.example:1026',
    'http://anna:p#geheim@broker.example',
    'http://anna:geheim%zz@broker.example',
    'http://broker.example/?token=geheim',
    'ftp://anna:geheim@broker.example',
  ])('%s as broker or proxy is refused by a UsageError without it', (url) => {
    for (const options of [{ baseUrl: url }, { proxy: url.replace('/?token=geheim', ':x/?token=geheim') }])
      expect(() => transport(options)).toThrow(
        expect.objectContaining({ name: 'UsageError', message: expect.not.stringMatching(/geheim/) }),
      )
  })

  test('a redirect to where a secret stands: no error shows it', async () => {
    nock('http://docs.example').get('/a').reply(302, '', { Location: 'http://anna:geheim@docs.example/b' })
    nock('http://docs.example').get('/b').reply(404)
    const error = await caught(download('http://docs.example/a', { allowPrivate: true }))
    expect(shown(error)).not.toMatch(secret)
    nock('http://docs.example').get('/a').reply(302, '', { Location: 'ftp://anna:geheim@docs.example/b' })
    const refused = await caught(download('http://docs.example/a', { allowPrivate: true }))
    expect(shown(refused)).not.toMatch(secret)
  })
})

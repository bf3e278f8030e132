import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import nock from 'nock'
import { afterEach, describe, expect, test } from 'vitest'
import { isBrokerError, isNetworkError, isUsageError } from '../../src/errors.js'
import { isPrivateAddress } from '../../src/http/address.js'
import { download } from '../../src/http/download.js'

const servers: Server[] = []
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

describe('private addresses', () => {
  test.each([
    ['127.0.0.1', true],
    ['10.2.3.4', true],
    ['172.31.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['::', true],
    ['fe80::1', true],
    ['fd00::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['64:ff9b::a00:1', true],
    ['2001:db8::1', false],
    ['2a00:1450:4001::1', false],
  ])('%s is private: %s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected)
  })

  test.each([
    'http://127.0.0.1:1/x',
    'http://[::1]:1/x',
    'http://2130706433:1/x',
    'http://0x7f.1:1/',
    'http://[::ffff:10.0.0.1]/',
  ])('%s is refused before anything is sent', async (url) => {
    await expect(download(url)).rejects.toThrow(/is a private address; allow it with allowPrivate/)
  })

  test('a name that resolves to a private address is refused at connect time', async () => {
    const base = await serve((_request, response) => response.end('secret'))
    const error = await download(base.replace('127.0.0.1', 'localhost')).catch((e: unknown) => e)
    expect(isNetworkError(error) && error.code).toBe('EPRIVATE')
    expect(String(error)).toContain('localhost is the private address')
  })

  test('a redirect from a public host to a private address is refused', async () => {
    nock('http://schemas.example').get('/a').reply(302, '', { Location: 'http://169.254.169.254/latest' })
    await expect(download('http://schemas.example/a')).rejects.toThrow(/169\.254\.169\.254 is a private/)
  })

  test('allowPrivate is asked per host', async () => {
    const base = await serve((_request, response) => response.end('ok'))
    const asked: string[] = []
    const allowPrivate = (host: string): boolean => asked.push(host) > 0
    expect((await download(base, { allowPrivate })).text).toBe('ok')
    expect(asked).toEqual(['127.0.0.1'])
  })
})

describe('download', () => {
  test('gives text, media type and the final address', async () => {
    nock('http://schemas.example').get('/a').reply(301, '', { Location: '/b?x=1' })
    nock('http://schemas.example', { reqheaders: { accept: 'application/schema+json' } })
      .get('/b?x=1')
      .reply(200, '\uFEFF{"a":1}', { 'Content-Type': 'Application/JSON; charset=utf-8' })
    const got = await download('http://schemas.example/a', { accept: 'application/schema+json' })
    expect(got).toMatchObject({
      url: 'http://schemas.example/b?x=1',
      status: 200,
      contentType: 'application/json',
    })
    expect(JSON.parse(got.text)).toEqual({ a: 1 })
  })

  test('reads the charset that the answer names', async () => {
    nock('http://data.example')
      .get('/')
      .reply(200, Buffer.from([0x4d, 0xfc]), { 'Content-Type': 'text/csv; charset=iso-8859-1' })
    expect((await download('http://data.example/')).text).toBe('Mü')
  })

  test('extra headers stay with the first origin', async () => {
    nock('http://one.example', { reqheaders: { authorization: 'Bearer s3cret' } })
      .get('/')
      .reply(302, '', { Location: 'http://two.example/' })
    nock('http://two.example', { badheaders: ['authorization'] })
      .get('/')
      .reply(200, 'x')
    await download('http://one.example/', { headers: { authorization: 'Bearer s3cret' } })
  })

  test('a status other than 2xx is a BrokerError', async () => {
    nock('http://schemas.example').get('/gone').reply(404, 'no')
    const error = await download('http://schemas.example/gone').catch((e: unknown) => e)
    expect(isBrokerError(error) && error.status).toBe(404)
  })

  test('too many redirects end', async () => {
    nock('http://loop.example').get('/').times(4).reply(302, '', { Location: '/' })
    await expect(download('http://loop.example/', { maxRedirects: 3 })).rejects.toThrow(/too many redirects/)
  })

  test.each(['file:///etc/passwd', 'ftp://x/y', 'not a url', 'javascript:alert(1)'])(
    '%s is a usage error',
    async (url) => {
      expect(isUsageError(await download(url).catch((e: unknown) => e))).toBe(true)
    },
  )

  test('a body over the limit is refused, also without Content-Length', async () => {
    const base = await serve((_request, response) => {
      response.write('x'.repeat(2000))
      response.end('y'.repeat(2000))
    })
    await expect(download(base, { allowPrivate: true, maxBytes: 1000 })).rejects.toThrow(
      /larger than 1000 bytes/,
    )
  })

  test('a body that drips longer than the time-out is given up', async () => {
    const base = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const error = await download(base, { allowPrivate: true, timeoutMs: 150 }).catch((e: unknown) => e)
    expect(isNetworkError(error) && error.timedOut).toBe(true)
  })

  test('a body that is cut off is no success', async () => {
    const base = await serve((request, response) => {
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('{"a":')
      setTimeout(() => request.socket.destroy(), 20)
    })
    await expect(download(base, { allowPrivate: true })).rejects.toThrow(/got no answer/)
  })

  test('the signal ends it with its own reason', async () => {
    const base = await serve(() => undefined)
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('user pressed Ctrl-C')), 30)
    await expect(download(base, { allowPrivate: true, signal: stop.signal })).rejects.toThrow(
      'user pressed Ctrl-C',
    )
  })

  test('user name and password in the address never reach a message', async () => {
    nock('http://schemas.example').get('/x?token=abc').reply(500, '')
    const error = await download('http://anna:geheim@schemas.example/x?token=abc').catch((e: unknown) => e)
    expect(String(error)).not.toMatch(/geheim|anna|abc/)
  })
})

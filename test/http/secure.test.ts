import { createServer as createHttpServer, request as httpRequest, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, connect as connectSocket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { connect } from '../../src/connect.js'
import { isNetworkError } from '../../src/errors.js'
import type { RequestSpec, TransportOptions } from '../../src/http/request-spec.js'
import { createTransport, type Transport } from '../../src/http/transport.js'
import { makeCertificate } from '../support/certificate.js'
import { Container, containerId } from '../support/container.js'

const authority = makeCertificate('city authority')
const serverPair = makeCertificate('broker', authority)
const clientPair = makeCertificate('municipality', authority)
const get: RequestSpec = { method: 'GET', path: '/ngsi-ld/v1/types' }

// Nock knows neither absolute request targets nor tunnels, not even where it lets a request through.
beforeAll(() => nock.restore())
afterAll(() => nock.activate())

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})
const listen = async (server: Server): Promise<number> => {
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
const transport = (options: TransportOptions): Transport => {
  const made = createTransport({ retry: false, ...options })
  closers.push(made.close)
  return made
}
/** A server over TLS that answers who its client is. */
const secureServer = async (asksForCertificate: boolean): Promise<string> => {
  const options = { ...serverPair, ca: authority.cert, requestCert: asksForCertificate }
  const server = createHttpsServer(
    { ...options, rejectUnauthorized: asksForCertificate },
    (request, response) => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate()
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify([subject?.CN ?? 'nobody']))
    },
  )
  return `https://127.0.0.1:${await listen(server as unknown as Server)}`
}
const caught = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error)

describe('TLS', () => {
  test('a certificate of an unknown authority is refused, with the remedy', async () => {
    const baseUrl = await secureServer(false)
    const error = await caught(transport({ baseUrl }).send(get))
    expect(isNetworkError(error) && error.message).toMatch(/certificate .*; give its authority as "ca"/)
  })

  test('with the authority as ca it is taken', async () => {
    const baseUrl = await secureServer(false)
    const reply = await transport({ baseUrl, tls: { ca: authority.cert } }).send(get)
    expect(reply.body).toEqual(['nobody'])
  })

  test('https to a port that speaks http, a certificate that is none: one line each, asked once', async () => {
    const port = await listen(createHttpServer((_, response) => response.end('[]')))
    const asked: unknown[] = []
    const given = {
      baseUrl: `https://127.0.0.1:${port}`,
      retry: {},
      onExchange: (trace: unknown) => void asked.push(trace),
    }
    const mixed = await caught(transport(given).send(get))
    expect(String(mixed)).toBe(
      `NetworkError: GET https://127.0.0.1:${port}/ngsi-ld/v1/types got no answer: no TLS connection came about (EPROTO); does that port speak https, and TLS of this time?`,
    )
    const tls = { cert: 'geheim', key: 'geheim' }
    const none = await caught(transport({ ...given, tls }).send(get))
    expect(String(none)).toMatch(/answer: a certificate or key of the tls option is no PEM text$/)
    expect(asked).toHaveLength(2)
  })

  test('mutual TLS: the client shows its certificate; without one the server hangs up', async () => {
    const baseUrl = await secureServer(true)
    const { cert, key } = clientPair
    const reply = await transport({ baseUrl, tls: { ca: authority.cert, cert, key } }).send(get)
    expect(reply.body).toEqual(['municipality'])
    const error = await caught(transport({ baseUrl, tls: { ca: authority.cert } }).send(get))
    expect(isNetworkError(error)).toBe(true)
  })
})

/** A forward proxy that writes down what it was asked: absolute addresses, and tunnels by CONNECT. */
const proxyServer = async (seen: string[]): Promise<number> => {
  const server = createHttpServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim())
    const url = new URL(request.url ?? '')
    const { method, headers } = request
    const onward = httpRequest({
      host: url.hostname,
      port: url.port,
      path: url.pathname + url.search,
      method,
      headers,
    })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  })
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim())
    const [host = '', port] = (request.url ?? '').split(':')
    const onward = connectSocket(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    const end = (): void => void [socket.destroy(), onward.destroy()]
    onward.on('error', end)
    socket.on('error', end)
  })
  return listen(server)
}

describe('a forward proxy', () => {
  test('everyday work goes through it, with its own credentials', async () => {
    const broker = await startBroker({ port: 0 })
    const seen: string[] = []
    const proxy = `http://anna:s3cret@127.0.0.1:${await proxyServer(seen)}`
    const city = await connect(broker.url, { proxy })
    await city.create(Container, { id: containerId(1), fillingLevel: 0.5 })
    expect((await city.get(Container, containerId(1))).fillingLevel).toBe(0.5)
    await city.close()
    await broker.close()
    const basic = `Basic ${Buffer.from('anna:s3cret').toString('base64')}`
    expect(seen).toContain(`POST ${broker.url}/ngsi-ld/v1/entities ${basic}`)
    expect(seen).toHaveLength(3)
  })

  test('a broker over TLS is reached by a tunnel', async () => {
    const baseUrl = await secureServer(true)
    const seen: string[] = []
    const { cert, key } = clientPair
    const reply = await transport({
      baseUrl,
      proxy: `http://127.0.0.1:${await proxyServer(seen)}`,
      tls: { ca: authority.cert, cert, key },
    }).send(get)
    expect(reply.body).toEqual(['municipality'])
    expect(seen).toEqual([`CONNECT ${new URL(baseUrl).host}`])
  })

  test('the tunnel carries the credentials of the proxy, and the request inside of it does not', async () => {
    const baseUrl = await secureServer(false)
    const seen: string[] = []
    const proxy = `http://anna:s%3Acret@127.0.0.1:${await proxyServer(seen)}`
    await transport({ baseUrl, proxy, tls: { ca: authority.cert } }).send(get)
    const basic = Buffer.from('anna:s:cret').toString('base64')
    expect(seen).toEqual([`CONNECT ${new URL(baseUrl).host} Basic ${basic}`])
  })

  test('tokens come by the same road: the proxy, the own authority', async () => {
    const tokens = createHttpsServer(serverPair, (request, response) => {
      const body = { access_token: request.method, token_type: 'Bearer' }
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body))
    })
    const tokenUrl = `https://127.0.0.1:${await listen(tokens as unknown as Server)}/token`
    let authorization: string | undefined
    const broker = createHttpServer((request, response) => {
      authorization = request.headers.authorization
      response.end('[]')
    })
    const seen: string[] = []
    await transport({
      baseUrl: `http://127.0.0.1:${await listen(broker)}`,
      proxy: `http://127.0.0.1:${await proxyServer(seen)}`,
      tls: { ca: authority.cert },
      auth: { oauth2: { tokenUrl, clientId: 'city' } },
    }).send(get)
    expect(authorization).toBe('Bearer POST')
    expect(seen[0]).toBe(`CONNECT ${new URL(tokenUrl).host}`)
  })

  test('a proxy that is not there: a NetworkError without its password', async () => {
    const error = await caught(
      transport({ baseUrl: 'http://broker.example', proxy: 'http://anna:s3cret@127.0.0.1:1' }).send(get),
    )
    expect(isNetworkError(error)).toBe(true)
    expect(String(error)).not.toContain('s3cret')
  })
})

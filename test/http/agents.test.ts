import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import nock from 'nock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAgents } from '../../src/http/agents.js'
import { exchange } from '../../src/http/exchange.js'

// Even where it lets a request through, nock opens a socket per request.
beforeAll(() => nock.restore())
afterAll(() => nock.activate())

test('an idle connection is closed on this side, one that waits for a slow answer is not', async () => {
  const sockets = new Set<unknown>()
  const server = createServer((request, response) => {
    sockets.add(request.socket)
    setTimeout(() => response.end('[]'), request.url === '/slow' ? 200 : 0)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { httpAgent, httpsAgent, close } = createAgents(2, 1000, {}, 60)
  const ask = (path: string): Promise<unknown> =>
    exchange({
      method: 'GET',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
      headers: {},
      timeoutMs: 2000,
      maxBytes: 1000,
      httpAgent,
      httpsAgent,
    })
  await ask('/')
  await ask('/')
  expect(sockets.size).toBe(1)
  await new Promise((done) => setTimeout(done, 150))
  await ask('/slow')
  await ask('/slow')
  expect(sockets.size).toBe(2)
  close()
  server.close()
})

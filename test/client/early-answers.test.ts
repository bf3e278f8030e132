import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import nock from 'nock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../src/connect.js'
import { Container, containerId } from '../support/container.js'
import { httpTests } from '../support/http.js'

// Nock's sockets hold a body of their own.
beforeAll(() => nock.restore())
afterAll(() => nock.activate())

const { serve } = httpTests()

// More than the buffers of both ends hold, so that it is on its way for as long as nobody reads it.
const length = 12 * 1024 * 1024
const one = (n: number) => ({
  id: containerId(n),
  type: 'Container' as const,
  fillingLevel: 0.5,
  name: String(n).repeat(length),
})

/** A broker that answers its first request before it has read it, and reads that after all others. */
const hasty = async (
  status: number,
): Promise<{ readonly url: string; readonly first: () => Promise<string> }> => {
  let first: IncomingMessage | undefined
  const url = await serve((request, response) => {
    if (request.method === 'GET') return void response.end(JSON.stringify([one(1)]))
    if (first !== undefined) return void buffer(request).then(() => response.writeHead(204).end())
    first = request
    // Otherwise Node itself reads it to its end after the answer.
    first.read(0)
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"title":"no"}')
  })
  return { url, first: async () => (first === undefined ? '' : (await buffer(first)).toString()) }
}

describe('a request that was answered before it was read: what is still on its way stays its own', () => {
  test.each([
    ['refused', 400, 10, { failed: 1, updated: 1 }],
    ['sent again', 500, 10, { written: 1, updated: 1 }],
    ['read back', 500, 1, { written: 1, updated: 1 }],
  ] as const)('%s', async (_title, status, attempts, expected) => {
    const { url, first } = await hasty(status)
    const city = await connect(url, { dialect: 'embedded', retry: false })
    const options = { batchSize: 1, concurrency: 1, minDelayMs: 1, attempts } as const
    expect(await city.upsert(Container, [one(1), one(2)], options)).toMatchObject(expected)
    expect(/^1+$/.test(JSON.parse(await first())[0].name)).toBe(true)
    await city.close()
  })
})

import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextLink } from '../../src/http/header.js'
import type { RequestSpec } from '../../src/http/request-spec.js'
import { caught, httpTests } from '../support/http.js'

const { transport, serve } = httpTests()
const get: RequestSpec = { method: 'GET', path: '/ngsi-ld/v1/entities' }
const refused = async (spec: RequestSpec): Promise<string> => {
  let asked = 0
  const baseUrl = await serve((_, response) => response.end(`[${++asked}]`))
  const error = await caught(transport({ baseUrl }).request(spec))
  expect(asked, 'nothing is sent').toBe(0)
  expect(error).toMatchObject({ name: 'UsageError' })
  return String(error)
}

describe('what axios would change without a word is refused instead', () => {
  test.each([
    ['a tenant with a line break', { tenant: 'breda\r\nX: y' }],
    ['a tenant with a letter beyond ASCII: it would write into another tenant', { tenant: 'breda€' }],
    ['a tenant with a blank', { tenant: ' breda' }],
    ['a context with a letter beyond ASCII: another context', { context: 'https://x.example/€.jsonld' }],
    ['a header with a line break', { headers: { 'X-A': 'a\r\nX-B: c' } }],
    ['a header name with a blank', { headers: { 'X A': 'a' } }],
  ])('%s', async (_title, part) => {
    await refused({ ...get, ...part })
  })
})

describe('a context that is no URL never reaches a header', () => {
  test.each([
    '',
    'context.jsonld',
    'urn:ngsi-ld:context',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://x.example/a b',
    'https://x.example/a>; rel="other"',
    'https://x.example/a"b',
    'https://x.example/a\r\nX: y',
    'https://x.example/a,<https://y.example/b>',
    'https://x.example/ü',
  ])('%j', async (context) => {
    expect(await refused({ ...get, context })).toContain('must be an http or https URL')
  })

  test('one that is passes whole', () => {
    expect(contextLink('https://x.example/a%20b/c.jsonld?v=1&w=(2)#x')).toBe(
      '<https://x.example/a%20b/c.jsonld?v=1&w=(2)#x>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"',
    )
  })
})

describe('a path never reaches above what it names', () => {
  test.each(['', '.', '..'])('an id of %j', async (id) => {
    await refused({ method: 'DELETE', path: `/ngsi-ld/v1/subscriptions/${id}` })
    await refused({ method: 'DELETE', path: `/ngsi-ld/v1/entities/urn%3Aa/attrs/${id}` })
  })

  test('half a character in a value', async () => {
    expect(await refused({ ...get, query: { q: 'name=="\ud83d"' } })).toContain('surrogate')
  })
})

describe('Content-Length always, never chunked', () => {
  test.each<[string, Partial<RequestSpec>, string]>([
    ['a body', { body: { name: 'Zoë' } }, '15'],
    ['a text', { text: '[]' }, '2'],
    ['an empty text', { text: '' }, '0'],
    ['bytes', { text: Buffer.from('"é"') }, '4'],
    ['no body', {}, '0'],
  ])('%s', async (_title, part, length) => {
    const got: IncomingMessage[] = []
    const baseUrl = await serve((request, response) => {
      got.push(request)
      request.resume().on('end', () => response.writeHead(204).end())
    })
    for (const method of ['POST', 'PATCH', 'PUT'] as const)
      await transport({ baseUrl }).send({ method, path: '/x', ...part })
    expect(got.map(({ headers }) => headers['content-length'])).toEqual([length, length, length])
    expect(got.map(({ headers }) => headers['transfer-encoding'])).toEqual([undefined, undefined, undefined])
  })
})

test('random bodies arrive byte by byte, with their length', async () => {
  let got = ''
  let length: string | undefined
  const baseUrl = await serve((request, response) => {
    const chunks: Buffer[] = []
    length = request.headers['content-length']
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got = Buffer.concat(chunks).toString('utf8')
      response.writeHead(204).end()
    })
  })
  const client = transport({ baseUrl })
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (body) => {
      await client.send({ method: 'POST', path: '/x', body })
      expect(got).toBe(JSON.stringify(body))
      expect(length).toBe(String(Buffer.byteLength(got)))
    }),
    { numRuns: 40 },
  )
})

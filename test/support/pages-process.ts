import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { containerId } from './container.js'

// A server in a process of its own that gives pages as a broker would, each made once: `pages-process.ts TOTAL`.
const total = Number(process.argv[2])

const page = (offset: number, limit: number): string =>
  JSON.stringify(
    Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, n) => ({
      id: containerId(offset + n),
      type: 'Container',
      fillingLevel: 0.5,
      name: `Container ${offset + n}`,
      status: 'open',
      location: { type: 'Point', coordinates: [5.1, 51.5] },
    })),
  )

const pages = new Map<string, Buffer>()
const server = createServer((request, response) => {
  const { searchParams, pathname } = new URL(request.url ?? '/', 'http://x')
  const [offset, limit] = [Number(searchParams.get('offset') ?? 0), Number(searchParams.get('limit') ?? 20)]
  const key = `${offset}:${limit}`
  const isRead = request.method === 'GET' && pathname.endsWith('/entities')
  const body = isRead ? (pages.get(key) ?? Buffer.from(page(offset, limit))) : Buffer.alloc(0)
  if (isRead) pages.set(key, body)
  response.writeHead(isRead ? 200 : 201, {
    'content-type': 'application/json',
    'ngsild-results-count': String(total),
    // Of use to those dialects only whose brokers have entity maps.
    'ngsild-entitymap': 'urn:ngsi-ld:EntityMap:1',
    'content-length': body.length,
  })
  response.end(body)
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
)

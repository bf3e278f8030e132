import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import axios from 'axios'
import { Pool } from 'undici'
import { connect } from '../../src/connect.js'
import { Container, containerId } from '../support/container.js'

const total = Number(process.env['CLIENT_ENTITIES'] ?? 1_000_000)

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

/** A server that gives pages as a broker would; each is made only once per process. */
const startPages = async (): Promise<{ readonly url: string; readonly server: Server }> => {
  const pages = new Map<string, string>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const [offset, limit] = [
      Number(url.searchParams.get('offset') ?? 0),
      Number(url.searchParams.get('limit') ?? 20),
    ]
    const key = `${offset}:${limit}`
    const body = request.method === 'POST' ? '' : (pages.get(key) ?? page(offset, limit))
    if (pages.size < 20) pages.set(key, body)
    response.writeHead(request.method === 'POST' ? 201 : 200, {
      'content-type': 'application/json',
      'ngsild-results-count': String(total),
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

const reading = async (url: string): Promise<void> => {
  const size = 1000
  const bare = await seconds(async () => {
    const pool = new Pool(url, { connections: 1 })
    for (let offset = 0; offset < total; offset += size) {
      const { body } = await pool.request({
        method: 'GET',
        path: `/ngsi-ld/v1/entities?type=Container&options=keyValues&limit=${size}&offset=${offset}`,
      })
      JSON.parse(await body.text())
    }
    await pool.close()
  })
  globalThis.gc?.()
  const start = process.memoryUsage().rss
  let largest = 0
  let count = 0
  const city = await connect(url, { dialect: 'embedded' })
  const ours = await seconds(async () => {
    for await (const _one of city.find(Container)) {
      count += 1
      if (count % 20_000 === 0) largest = Math.max(largest, process.memoryUsage().rss - start)
    }
  })
  await city.close()
  console.log(
    `Reading ${count} entities: undici loop ${bare.toFixed(1)} s, find ${ours.toFixed(1)} s, ${(bare / ours).toFixed(2)} × its speed; resident growth at most ${Math.round(largest / 2 ** 20)} MB`,
  )
}

const small = async (url: string): Promise<void> => {
  const requests = 5000
  const entity = { id: containerId(1), type: 'Container', fillingLevel: 0.5 } as const
  const cpu = async (work: () => Promise<unknown>): Promise<number> => {
    for (let n = 0; n < 500; n++) await work()
    const before = process.cpuUsage()
    for (let n = 0; n < requests; n++) await work()
    const used = process.cpuUsage(before)
    return (used.user + used.system) / requests
  }
  const { Agent } = await import('node:http')
  const httpAgent = new Agent({ keepAlive: true })
  const bare = await cpu(() => axios.post(`${url}/ngsi-ld/v1/entities`, entity, { httpAgent }))
  const city = await connect(url, { dialect: 'embedded' })
  const ours = await cpu(() => city.create(Container, entity))
  await city.close()
  httpAgent.destroy()
  console.log(
    `CPU per small request: axios ${bare.toFixed(0)} µs, create ${ours.toFixed(0)} µs, ${(ours / bare).toFixed(2)} ×`,
  )
}

/** Prints what reading and small requests cost against bare loops. */
export const run = async (): Promise<void> => {
  const { url, server } = await startPages()
  await reading(url)
  await small(url)
  server.close()
  server.closeAllConnections()
}

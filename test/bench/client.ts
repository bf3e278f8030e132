import { Agent } from 'node:http'
import axios, { AxiosHeaders } from 'axios'
import { Pool } from 'undici'
import type { DialectName } from '../../src/dialect/dialect.js'
import { Container, containerId } from '../support/container.js'
import { startProcess } from '../support/own-process.js'
import { connect } from '../support/shipped.js'

const total = Number(process.env['CLIENT_ENTITIES'] ?? 1_000_000)
const rounds = 5
const size = 1000

/** What one reading took: seconds on the clock, and of this process's CPU. */
interface Took {
  readonly wall: number
  readonly cpu: number
}

const taking = async (work: () => Promise<unknown>): Promise<Took> => {
  globalThis.gc?.()
  const started = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 }
}

/** How pages follow one another: overlapping by one, with the ids remembered, or by an entity map of the broker. */
interface Manner {
  readonly name: string
  readonly dialect: DialectName
  readonly step: number
}

const manners: readonly Manner[] = [
  { name: 'without entity maps', dialect: 'embedded', step: size - 1 },
  { name: 'with an entity map', dialect: 'scorpio', step: size },
]

const pathOf = (offset: number): string =>
  `/ngsi-ld/v1/entities?type=Container&options=keyValues&limit=${size}&offset=${offset}`

const readBare = async (url: string, { step }: Manner): Promise<void> => {
  const pool = new Pool(url, { connections: 1 })
  for (let offset = 0; offset < total; offset += step) {
    const { body } = await pool.request({ method: 'GET', path: pathOf(offset) })
    JSON.parse(await body.text())
  }
  await pool.close()
}

/** The same loop on the library's own transport, to tell what that takes of it. */
const readAxios = async (url: string, { step }: Manner): Promise<void> => {
  const send = axios.getAdapter('http')
  const httpAgent = new Agent({ keepAlive: true })
  const headers = new AxiosHeaders()
  for (let offset = 0; offset < total; offset += step) {
    const { data } = await send({
      method: 'GET',
      url: url + pathOf(offset),
      headers,
      httpAgent,
      responseType: 'arraybuffer',
      maxRedirects: 0,
      proxy: false,
    })
    JSON.parse((data as Buffer).toString())
  }
  httpAgent.destroy()
}

/** Reads everything through the library, page by page or one by one; gives the largest resident growth in bytes. */
const readAll = async (url: string, { dialect }: Manner, by: 'page' | 'entity'): Promise<number> => {
  const start = process.memoryUsage.rss()
  let largest = 0
  let count = 0
  const look = (more: number): void => {
    count += more
    if (count % 20_000 < more) largest = Math.max(largest, process.memoryUsage.rss() - start)
  }
  await using city = await connect(url, { dialect })
  const query = city.find(Container).pageSize(size)
  if (by === 'page') for await (const page of query.pages()) look(page.length)
  else for await (const _one of query) look(1)
  if (count !== total) throw new Error(`${count} of ${total} entities were read`)
  return largest
}

const best = (all: readonly Took[], of: keyof Took): number => Math.min(...all.map((took) => took[of]))

const reading = async (url: string, manner: Manner): Promise<void> => {
  const growth: number[] = []
  const loops = {
    'undici loop': () => readBare(url, manner),
    'axios loop': () => readAxios(url, manner),
    'page by page': async () => growth.push(await readAll(url, manner, 'page')),
    'one by one': async () => growth.push(await readAll(url, manner, 'entity')),
  } as const
  const took = new Map<string, Took[]>(Object.keys(loops).map((name) => [name, []]))
  // Once for the server, which makes its pages then, and for the compiler: each loop alike.
  for (const loop of Object.values(loops)) await loop()
  for (let round = 0; round < rounds; round += 1)
    for (const [name, loop] of Object.entries(loops)) took.get(name)?.push(await taking(loop))
  console.log(
    `Reading ${total} entities ${manner.name}, best of ${rounds} after one to warm up, the server in a process of its own`,
  )
  const bare = took.get('undici loop') ?? []
  for (const [name, all] of took) {
    const [byWall, byCpu] = [best(bare, 'wall') / best(all, 'wall'), best(bare, 'cpu') / best(all, 'cpu')]
    console.log(
      `  ${name.padEnd(13)} ${best(all, 'wall').toFixed(2)} s  ${byWall.toFixed(2)} ×  by CPU ${byCpu.toFixed(2)} ×`,
    )
  }
  console.log('  goal: 0.7 × the speed of the undici loop')
  console.log(`  resident growth at most ${Math.round(Math.max(...growth) / 2 ** 20)} MB (goal 100)`)
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
  const httpAgent = new Agent({ keepAlive: true })
  const bare = await cpu(() => axios.post(`${url}/ngsi-ld/v1/entities`, entity, { httpAgent }))
  const city = await connect(url, { dialect: 'embedded' })
  const ours = await cpu(() => city.create(Container, entity))
  await city.close()
  httpAgent.destroy()
  console.log(
    `CPU per small request: axios ${bare.toFixed(0)} µs, create ${ours.toFixed(0)} µs, ${(ours / bare).toFixed(2)} × (goal 1.5)`,
  )
}

/** Prints what reading and small requests cost against bare loops. */
export const run = async (): Promise<void> => {
  const server = startProcess('test/support/pages-process.ts', [String(total)])
  const url = await server.line()
  for (const manner of manners) await reading(url, manner)
  await small(url)
  await server.end()
}

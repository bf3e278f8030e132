import { Agent } from 'node:http'
import { pathToFileURL } from 'node:url'
import axios from 'axios'
import { Pool } from 'undici'
import type { UpsertOptions } from '../../src/client/upsert-options.js'
import { connect, WasteContainer } from '../support/shipped.js'
import { generateTen } from '../support/ten-attributes.js'

/** What one client cost. */
export interface Cost {
  /** CPU of the client's process per entity, in microseconds, user and system. */
  readonly cpuMicros: number
  readonly perSecond: number
  /** Resident growth in MB, in even steps of the source. */
  readonly growth: readonly number[]
}

/** How a client is driven. */
export interface Drive {
  /** `axios`: the bare loop on the library's own transport, to tell what that takes of it. */
  readonly client: 'bare' | 'axios' | 'library'
  readonly count: number
  readonly warmUp: number
  readonly batchSize: number
  readonly concurrency: number
  readonly options?: UpsertOptions
  /** From an async generator instead of a plain one. */
  readonly isAsync?: boolean
}

const path = '/ngsi-ld/v1/entityOperations/upsert?options=update'
const headers = { 'content-type': 'application/json' }

interface Poster {
  readonly post: (text: string) => Promise<unknown>
  readonly close: () => unknown
}

const undiciPoster = (url: string, connections: number): Poster => {
  const pool = new Pool(url, { connections })
  return {
    post: async (text) => (await pool.request({ method: 'POST', path, headers, body: text })).body.dump(),
    close: () => pool.close(),
  }
}

const axiosPoster = (url: string): Poster => {
  const httpAgent = new Agent({ keepAlive: true })
  const options = { headers, httpAgent, maxRedirects: 0, responseType: 'arraybuffer' } as const
  return {
    post: (text) => axios.post(`${url}${path}`, Buffer.from(text), options),
    close: () => httpAgent.destroy(),
  }
}

/** The bare loop that the library is compared with: the same objects, stringified by the batch. */
const bareLoop = async (
  poster: Poster,
  source: Iterable<unknown>,
  { batchSize, concurrency }: Drive,
): Promise<void> => {
  const running = new Set<Promise<unknown>>()
  let batch: unknown[] = []
  const start = async (): Promise<void> => {
    const work = poster.post(JSON.stringify(batch)).finally(() => running.delete(work))
    running.add(work)
    batch = []
    if (running.size >= concurrency) await Promise.race(running)
  }
  for (const one of source) {
    batch.push(one)
    if (batch.length === batchSize) await start()
  }
  if (batch.length > 0) await start()
  await Promise.all(running)
  await poster.close()
}

/** The same, as a stream gives it. */
async function* later(source: Iterable<unknown>): AsyncGenerator<unknown> {
  yield* source
}

const library = async (url: string, given: Iterable<unknown>, drive: Drive): Promise<void> => {
  const { batchSize, concurrency, options, isAsync = false } = drive
  const source: unknown = isAsync ? later(given) : given
  await using city = await connect(url, { dialect: 'embedded' })
  const report = await city.upsert(WasteContainer, source as ReturnType<typeof generateTen>, {
    batchSize,
    concurrency,
    ...options,
  })
  if (report.failed + report.invalid + report.unconfirmed > 0) throw new Error(JSON.stringify(report))
}

/** The source, with the resident size noted in forty even steps. */
function* watched(count: number, sizes: number[]): Generator<unknown> {
  const step = Math.max(1, Math.floor(count / 40))
  let n = 0
  for (const entity of generateTen(count)) {
    yield entity
    n += 1
    if (n % step === 0) sizes.push(process.memoryUsage.rss())
  }
}

const measure = async (url: string, drive: Drive): Promise<Cost> => {
  const work = (address: string, source: Iterable<unknown>, how: Drive): Promise<void> => {
    if (how.client === 'library') return library(address, source, how)
    const poster = how.client === 'axios' ? axiosPoster(address) : undiciPoster(address, how.concurrency)
    return bareLoop(poster, source, how)
  }
  if (drive.warmUp > 0) await work(url, generateTen(drive.warmUp), drive)
  globalThis.gc?.()
  const sizes: number[] = []
  const before = process.memoryUsage.rss()
  const cpu = process.cpuUsage()
  const started = performance.now()
  await work(url, watched(drive.count, sizes), drive)
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - started) / 1000
  return {
    cpuMicros: (user + system) / drive.count,
    perSecond: Math.round(drive.count / seconds),
    growth: sizes.map((size) => Math.round((size - before) / 2 ** 20)),
  }
}

const [, script = '', url = '', drive = ''] = process.argv
if (import.meta.url === pathToFileURL(script).href)
  console.log(JSON.stringify(await measure(url, JSON.parse(drive) as Drive)))

import { setTimeout as wait } from 'node:timers/promises'
import { type OwnProcess, startProcess } from './own-process.js'

// Nothing of the library is imported here: brokers and copies are processes, the truth comes by bare HTTP.

/** What an exit drill led to. */
export interface ExitDrill {
  readonly entities: number
  /** Entities on the target when each copy was killed. */
  readonly killedAt: readonly number[]
  /** Entities changed, created and deleted on the source while it was copied. */
  readonly changes: number
  readonly seconds: number
  /** Exit code of the copy that was left alone, and what it printed as its account. */
  readonly code: number | null
  readonly report: ExitReport
  /** Ids that are not the same on both sides, compared by bare HTTP. */
  readonly wrong: readonly string[]
  readonly subscriptions: number
  readonly active: number
  readonly contexts: number
  /** The id of the entity of which one character was changed on the target, and what the check then named. */
  readonly spoiled: string
  readonly found: readonly string[]
  readonly codeAfter: number | null
}

interface ExitReport {
  readonly equal: boolean
  readonly complete: boolean
  readonly types: readonly {
    readonly type: string
    readonly differences: readonly { readonly id: string }[]
  }[]
  readonly entities: {
    readonly written: number
    readonly unchanged: number
    readonly failed: number
    readonly pruned: number
  }
}

const kinds = ['Bench', 'Bin', 'Bridge', 'Garage', 'Lamp', 'Meter', 'Sign', 'Tree'] as const
const batch = 1000

interface Side {
  readonly url: string
  readonly tenant: string | undefined
}

const headersOf = ({ tenant }: Side): Record<string, string> => ({
  Accept: 'application/json',
  'Content-Type': 'application/json',
  ...(tenant === undefined ? {} : { 'NGSILD-Tenant': tenant }),
})

const send = async (side: Side, method: string, path: string, body?: unknown): Promise<Response> => {
  const reply = await fetch(`${side.url}/ngsi-ld/v1${path}`, {
    method,
    headers: headersOf(side),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${(await reply.text()).slice(0, 300)}`)
  return reply
}

const idOf = (n: number): string => `urn:ngsi-ld:${kinds[n % kinds.length]}:exit:${n}`

const entity = (n: number, name: string): object => ({
  id: idOf(n),
  type: kinds[n % kinds.length],
  name: { type: 'Property', value: name },
  height: { type: 'Property', value: (n % 90) / 10, unitCode: 'MTR', observedAt: '2026-11-20T10:00:00Z' },
  location: {
    type: 'GeoProperty',
    value: { type: 'Point', coordinates: [5 + (n % 997) / 5000, 52 + (n % 89) / 900] },
  },
  refStreet: { type: 'Relationship', object: `urn:ngsi-ld:Street:${n % 300}` },
})

const fill = async (side: Side, count: number): Promise<void> => {
  for (let start = 0; start < count; start += batch) {
    const size = Math.min(batch, count - start)
    const some = Array.from({ length: size }, (_, n) => entity(start + n, `Nr ${start + n}`))
    await send(side, 'POST', '/entityOperations/create', some)
  }
  for (const kind of kinds)
    await send(side, 'POST', '/subscriptions', {
      id: `urn:ngsi-ld:Subscription:exit:${kind}`,
      type: 'Subscription',
      entities: [{ type: kind }],
      notification: { endpoint: { uri: 'http://127.0.0.1:9/notify' } },
    })
  for (const word of ['first', 'second'])
    await send(side, 'POST', '/jsonldContexts', { '@context': { [word]: `https://example.org/${word}` } })
}

/** Every entity as text, by id. */
const contents = async (side: Side): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (const kind of kinds)
    for (let offset = 0; ; offset += batch) {
      const reply = await send(side, 'GET', `/entities?type=${kind}&limit=${batch}&offset=${offset}`)
      const page = (await reply.json()) as readonly Record<string, unknown>[]
      for (const { id, ...rest } of page)
        found.set(String(id), JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))))
      if (page.length < batch) break
    }
  return found
}

const countOf = async (side: Side): Promise<number> => {
  let sum = 0
  for (const kind of kinds) {
    const reply = await fetch(`${side.url}/ngsi-ld/v1/entities?type=${kind}&count=true&limit=0`, {
      headers: headersOf(side),
    })
    await reply.text()
    // A tenant that nothing was written to does not exist yet.
    sum += reply.ok ? Number(reply.headers.get('NGSILD-Results-Count')) : 0
  }
  return sum
}

interface Writer {
  readonly stop: () => Promise<number>
}

/** Changes, creates and deletes entities of the source until it is stopped. */
const startWriter = (side: Side, count: number): Writer => {
  let running = true
  const work = async (): Promise<number> => {
    let changes = 0
    for (let round = 1; running; round += 1) {
      const changed = Array.from({ length: 20 }, (_, n) => (round * 7919 + n * 37) % count)
      await send(
        side,
        'POST',
        '/entityOperations/upsert',
        changed.map((n) => entity(n, `Round ${round}`)),
      )
      await send(side, 'POST', '/entityOperations/upsert', [entity(count + round, 'New')])
      changes += changed.length + 1
      if (round > 3) {
        await send(side, 'DELETE', `/entities/${idOf(count + round - 3)}`)
        changes += 1
      }
      await wait(100)
    }
    return changes
  }
  const done = work()
  // Looked at again when it is stopped; until then a failure must not end the process.
  done.catch(() => undefined)
  return {
    stop: () => {
      running = false
      return done
    },
  }
}

const startCopy = (from: Side, to: Side, more: readonly string[]): OwnProcess =>
  startProcess('src/cli/main.ts', [
    ...['copy', '--from', from.url, '--to', to.url, '--json', ...more],
    ...(to.tenant === undefined ? [] : ['--to-tenant', to.tenant]),
  ])

const printed = async (process: OwnProcess): Promise<ExitReport> => {
  let text = ''
  try {
    for (;;) text += await process.line()
  } catch {
    return JSON.parse(text) as ExitReport
  }
}

/** Starts a copy and kills it when the target holds so many entities. */
const killedCopy = async (from: Side, to: Side, moment: number): Promise<number> => {
  const copy = startCopy(from, to, ['--prune', '--yes'])
  let ended = false
  void copy.ended.then(() => {
    ended = true
  })
  let there = await countOf(to)
  while (there < moment && !ended) {
    await wait(20)
    there = await countOf(to)
  }
  if (ended) throw new Error(`the copy ended before it was killed at ${moment}`)
  await copy.end('SIGKILL')
  return countOf(to)
}

const spoil = async (to: Side, id: string): Promise<void> => {
  await send(to, 'PATCH', `/entities/${id}/attrs`, { name: { type: 'Property', value: 'Nr 1?' } })
}

const differing = (left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string[] =>
  [...new Set([...left.keys(), ...right.keys()])].filter((id) => left.get(id) !== right.get(id))

const finished = async (
  from: Side,
  to: Side,
  count: number,
): Promise<{ copy: OwnProcess; changes: number }> => {
  const writer = startWriter(from, count)
  const copy = startCopy(from, to, ['--prune', '--yes'])
  // The source is in use until the first pass is nearly through; then people go home.
  while ((await countOf(to)) < count * 0.98) await wait(50)
  return { copy, changes: await writer.stop() }
}

const documents = async (to: Side): Promise<{ subscriptions: number; active: number; contexts: number }> => {
  const list = (await (await send(to, 'GET', '/subscriptions?limit=1000')).json()) as { isActive?: boolean }[]
  const contexts = (await (await send(to, 'GET', '/jsonldContexts?kind=Hosted')).json()) as unknown[]
  return {
    subscriptions: list.length,
    active: list.filter(({ isActive }) => isActive !== false).length,
    contexts: contexts.length,
  }
}

/**
 * Copies a broker in use to another one, kills the copying process three times, lets the fourth run end, and compares.
 * `target` is another broker; nothing there but the tenant `exitdrill` is touched.
 */
export const exitDrill = async (count: number, target?: string): Promise<ExitDrill> => {
  const brokers = [startProcess('test/support/broker-on-port.ts', ['0'])]
  if (target === undefined) brokers.push(startProcess('test/support/broker-on-port.ts', ['0']))
  try {
    const [url = '', own = ''] = await Promise.all(brokers.map((broker) => broker.line()))
    const from: Side = { url, tenant: undefined }
    const to: Side = { url: target ?? own, tenant: target === undefined ? undefined : 'exitdrill' }
    await fill(from, count)
    const started = performance.now()
    const killedAt: number[] = []
    let changes = 0
    for (const part of [0.1, 0.4, 0.7]) {
      const writer = startWriter(from, count)
      killedAt.push(await killedCopy(from, to, count * part))
      changes += await writer.stop()
    }
    const last = await finished(from, to, count)
    const report = await printed(last.copy)
    const seconds = (performance.now() - started) / 1000
    const [left, right] = await Promise.all([contents(from), contents(to)])
    const spoiled = idOf(1)
    await spoil(to, spoiled)
    const check = startCopy(from, to, ['--verify-only'])
    const found = (await printed(check)).types.flatMap(({ differences }) => differences.map(({ id }) => id))
    return {
      entities: left.size,
      killedAt,
      changes: changes + last.changes,
      seconds,
      code: await last.copy.ended,
      report,
      wrong: differing(left, right),
      ...(await documents(to)),
      spoiled,
      found,
      codeAfter: await check.ended,
    }
  } finally {
    for (const broker of brokers) await broker.end()
  }
}

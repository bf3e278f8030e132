import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What the proxy did with one batch request; the truth is taken from this, not from the client. */
export interface ProxyRecord {
  readonly fault: string | undefined
  /** Ids that reached the broker, and what it answered. */
  readonly ids: readonly string[]
  readonly forwarded: boolean
  readonly status: number | undefined
  readonly createdIds: readonly string[]
}

/** A proxy that breaks things on purpose. */
export interface FaultProxy {
  readonly url: string
  readonly records: ProxyRecord[]
  readonly close: () => Promise<void>
}

/** A small seeded generator, so that each run of a seed is the same. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Every kind of fault. */
export const faults = [
  'reset before',
  'reset after',
  'delay',
  'cut body',
  '413',
  '429',
  '429 retry-after',
  '500 before',
  '502 html',
  '503',
  '503 retry-after',
  '503 after',
  '207 shape',
  '207 array',
  '207 empty',
  '207 both lists',
  '201 empty list',
  '207 half, orion',
  '207 half, scorpio',
  '207 silent',
  '207 unnamed',
  'all failed',
  'duplicate',
] as const

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const readAll = async (stream: AsyncIterable<unknown>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const forward = (
  target: string,
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, ...rest } = headers
    const sent = httpRequest(
      target + path,
      { method, headers: { ...rest, 'content-length': String(body.length) } },
      (reply) => {
        readAll(reply).then(
          (bytes) => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: bytes }),
          reject,
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

const reply = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const { connection: _connection, 'transfer-encoding': _chunked, ...rest } = headers
  response.writeHead(status, { ...rest, 'content-length': String(body.length) })
  response.end(body)
}

const idsOf = (body: Buffer): readonly string[] => {
  try {
    const list = JSON.parse(body.toString()) as readonly ({ readonly id?: string } | string)[]
    return list.map((item) => (typeof item === 'string' ? item : (item.id ?? '')))
  } catch {
    return []
  }
}

const isPlain = ({ status }: Answer): boolean => status === 201 || status === 204

const createdIn = (answer: Answer): readonly string[] => {
  if (answer.status !== 201) return []
  const list: unknown = JSON.parse(answer.body.toString() || '[]')
  return Array.isArray(list) ? (list as string[]) : []
}

const plain = (status: number, headers: IncomingHttpHeaders = {}, body = ''): Answer => ({
  status,
  headers,
  body: Buffer.from(body),
})

const json = (status: number, body: unknown): Answer =>
  plain(status, { 'content-type': 'application/json' }, JSON.stringify(body))

const merged = { type: 'about:blank', title: 'Duplicated Entity', status: 400 }

/** How brokers tell a plain success otherwise, by dialect. */
const successes: Readonly<Record<string, (ids: readonly string[]) => Answer>> = {
  // Orion-LD's default mode, of new and known entities.
  '207 shape': (ids) => json(207, { success: ids, errors: [] }),
  // Scorpio 4.1.
  '207 array': (ids) =>
    json(
      207,
      ids.map((id) => ({ id, type: 'Upsert', success: [{ attributes: [] }] })),
    ),
  // Scorpio 2.1.
  '207 empty': () => plain(207),
  // Orion-LD, of ids that it takes for repeated.
  '207 both lists': (ids) =>
    json(207, { success: ids, errors: ids.slice(0, 1).map((entityId) => ({ entityId, error: merged })) }),
  // Orion-LD's default mode, of an inner failure.
  '201 empty list': () => json(201, []),
}

const busy = { type: 'about:blank', title: 'Database Error', status: 503 }

/** How brokers tell that half of a batch did not go in; the third keeps silent on it. */
const halfAnswers: Readonly<Record<string, (id: string) => object | undefined>> = {
  '207 half, orion': (entityId) => ({ entityId, error: busy }),
  '207 half, scorpio': (id) => ({ id, type: 'Upsert', ProblemDetails: busy }),
  '207 silent': () => undefined,
  '207 unnamed': () => ({ entityId: 'No entity::id', error: busy }),
}

/** Scorpio, of a batch of which nothing went in. */
const allFailed = (ids: readonly string[]): Answer =>
  json(503, { success: [], errors: ids.map((id) => ({ id, type: 'Upsert', ProblemDetails: busy })) })

const early: Readonly<Record<string, Answer>> = {
  '413': plain(413),
  '429': plain(429),
  '429 retry-after': plain(429, { 'retry-after': '0.02' }),
  '500 before': plain(500, { 'content-type': 'application/json' }, '{"title":"Database Error"}'),
  '502 html': plain(502, { 'content-type': 'text/html' }, '<html><title>Bad Gateway</title></html>'),
  '503': plain(503),
  '503 retry-after': plain(503, { 'retry-after': '0.02' }),
}

/** Starts a proxy before a broker; `rate` of the batch requests meet a fault, chosen by the seed. */
export const startFaultProxy = async (target: string, seed: number, rate: number): Promise<FaultProxy> => {
  const random = seeded(seed)
  let deck: string[] = []
  /** Every kind once before any comes again. */
  const nextFault = (): string | undefined => {
    if (deck.length === 0) deck = [...faults]
    return deck.splice(Math.floor(random() * deck.length), 1)[0]
  }
  const records: ProxyRecord[] = []
  const handle = async (
    method: string,
    path: string,
    headers: IncomingHttpHeaders,
    body: Buffer,
    response: ServerResponse,
    socket: Socket,
  ): Promise<void> => {
    const isBatch = path.includes('/entityOperations/') && !path.includes('/query')
    const fault = isBatch && random() < rate ? nextFault() : undefined
    const ids = isBatch ? idsOf(body) : []
    const note = (record: Partial<ProxyRecord>): void => {
      if (isBatch)
        records.push({ fault, ids, forwarded: false, status: undefined, createdIds: [], ...record })
    }
    const refusal = fault === undefined ? undefined : early[fault]
    if (fault === 'reset before') {
      note({})
      socket.destroy()
      return
    }
    if (refusal !== undefined || fault === 'all failed') {
      const said = refusal ?? allFailed(ids)
      note({ status: said.status })
      return reply(response, said)
    }
    if (fault === 'delay') await new Promise((done) => setTimeout(done, 30))
    const errorOf = fault === undefined ? undefined : halfAnswers[fault]
    if (errorOf !== undefined && ids.length > 1) {
      const list = JSON.parse(body.toString()) as readonly unknown[]
      const half = Buffer.from(JSON.stringify(list.filter((_, n) => n % 2 === 0)))
      const answer = await forward(target, method, path, headers, half)
      note({ forwarded: true, status: answer.status, createdIds: createdIn(answer) })
      const success = ids.filter((_, n) => n % 2 === 0)
      const errors = ids.flatMap((id, n) => (n % 2 === 0 ? [] : (errorOf(id) ?? [])))
      const said = JSON.stringify({ success, errors })
      return reply(response, plain(207, { 'content-type': 'application/json' }, said))
    }
    const answer = await forward(target, method, path, headers, body)
    note({ forwarded: true, status: answer.status, createdIds: createdIn(answer) })
    if (fault === 'duplicate') await forward(target, method, path, headers, body)
    if (fault === 'reset after') socket.destroy()
    else if (fault === '503 after') reply(response, plain(503))
    else if (fault !== undefined && successes[fault] !== undefined && isPlain(answer))
      reply(response, successes[fault](ids))
    else if (fault === 'cut body' && answer.body.length > 4) {
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        'content-length': String(answer.body.length),
      })
      response.write(answer.body.subarray(0, answer.body.length / 2))
      setTimeout(() => socket.destroy(), 5)
    } else reply(response, answer)
  }
  const server = createServer((request, response) => {
    readAll(request)
      .then((body) =>
        handle(request.method ?? 'GET', request.url ?? '/', request.headers, body, response, request.socket),
      )
      .catch(() => request.socket.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    records,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

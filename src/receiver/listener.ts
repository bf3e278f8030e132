import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ByteBudget } from './byte-budget.js'
import { type Notification, readNotification } from './notification.js'

/** The header that carries the secret; a subscription names it in its receiverInfo. */
export const secretHeader = 'X-City-Context-Secret'

/** Handles one request of a broker; for express, fastify (raw), hono on Node and plain node servers. */
export type NotificationListener = (request: IncomingMessage, response: ServerResponse) => void

/** What a listener works with. */
export interface Intake {
  readonly path: string
  /** Digest of the secret that a sender must know. */
  readonly secret: Buffer | undefined
  readonly maxBytes: number
  /** What bodies on their way in are taken from. */
  readonly budget: ByteBudget
  /** False when there is no room for a notification of so many bytes. */
  readonly accept: (notification: Notification, textBytes: number) => boolean
  readonly count: (kind: 'received' | 'refused' | 'overflowed') => void
  readonly onGood: (request: IncomingMessage) => void
}

/** What frameworks add to a request: the address before a router cut it, and the body where they parsed it. */
type FrameworkRequest = IncomingMessage & { readonly originalUrl?: string; readonly body?: unknown }

/** Digest in which secrets are kept and compared. */
export const secretDigest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Tells whether a header carries the secret, in a time that tells nothing of it. */
export const isSecretRight = (secret: Buffer | undefined, given: unknown): boolean =>
  secret === undefined || (typeof given === 'string' && timingSafeEqual(secretDigest(given), secret))

const answer = (response: ServerResponse, status: number, close = false): void => {
  // Orion-LD (mongoc) searches the text "Content-Length:" with these capitals and fails any reply without it.
  response.writeHead(status, { 'Content-Length': '0', ...(close ? { Connection: 'close' } : {}) })
  response.end()
}

/** Milliseconds that a refused sender may go on sending before its connection is cut, so that it can read the answer. */
const lingerMs = 1000

const refuse = (intake: Intake, request: IncomingMessage, response: ServerResponse, status: number): void => {
  intake.count(status === 503 ? 'overflowed' : 'refused')
  answer(response, status, true)
  request.resume()
  const cut = setTimeout(() => request.socket.destroy(), lingerMs)
  cut.unref()
  request.once('close', () => clearTimeout(cut))
}

const targetOf = (request: FrameworkRequest): string => request.originalUrl ?? request.url ?? ''

/** Orion-LD appends `?subscriptionId=` even to an address that has a query already. */
const subscriptionIn = (url: string): string | undefined => {
  const found = /[?&]subscriptionId=([^&?]*)/.exec(url)?.[1]
  try {
    return found === undefined ? undefined : decodeURIComponent(found)
  } catch {
    return undefined
  }
}

const refusalOf = (intake: Intake, request: IncomingMessage): number | undefined => {
  const [path] = targetOf(request).split('?')
  if (path !== intake.path) return 404
  if (request.method !== 'POST') return 405
  if (!isSecretRight(intake.secret, request.headers[secretHeader.toLowerCase()])) return 401
  return Number(request.headers['content-length'] ?? 0) > intake.maxBytes ? 413 : undefined
}

const parse = (request: IncomingMessage, body: () => unknown): Notification | undefined => {
  try {
    return readNotification(body(), request.headers, subscriptionIn(targetOf(request)))
  } catch {
    return undefined
  }
}

const finish = (
  intake: Intake,
  request: IncomingMessage,
  response: ServerResponse,
  textBytes: number,
  body: () => unknown,
): void => {
  const notification = parse(request, body)
  if (notification === undefined) {
    intake.count('refused')
    answer(response, 400)
    return
  }
  const accepted = intake.accept(notification, textBytes)
  intake.onGood(request)
  intake.count(accepted ? 'received' : 'overflowed')
  // 200, not 204 or 202: Stellio counts only that as success. It leaves before any handler runs.
  answer(response, accepted ? 200 : 503)
}

/** Collects a body within the limits, giving back what it took from the budget when the request ends, however it does. */
const collect = (intake: Intake, request: IncomingMessage, response: ServerResponse): void => {
  const chunks: Buffer[] = []
  let size = 0
  let held = 0
  const letGo = (): void => {
    chunks.length = 0
    intake.budget.give(held)
    held = 0
  }
  request.on('error', () => undefined)
  request.once('close', letGo)
  request.on('data', (chunk: Buffer) => {
    if (response.headersSent) return
    size += chunk.length
    const fits = size <= intake.maxBytes
    if (fits && intake.budget.take(chunk.length)) {
      held += chunk.length
      chunks.push(chunk)
      return
    }
    letGo()
    refuse(intake, request, response, fits ? 503 : 413)
  })
  request.on('end', () => {
    if (response.headersSent) return
    const body = Buffer.concat(chunks)
    letGo()
    finish(intake, request, response, size, () => JSON.parse(body.toString('utf8')))
  })
}

/** Makes the listener of one path. */
export const createListener =
  (intake: Intake): NotificationListener =>
  (request, response) => {
    const refusal = refusalOf(intake, request)
    if (refusal !== undefined) return refuse(intake, request, response, refusal)
    const { body } = request as FrameworkRequest
    // A framework that parsed the body has emptied the stream; what it made of it is taken instead.
    if (request.readableEnded && body !== undefined)
      finish(intake, request, response, Number(request.headers['content-length'] ?? 0), () => body)
    else collect(intake, request, response)
  }

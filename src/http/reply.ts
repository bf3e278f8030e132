import { readProblem } from '../dialect/batch-answer.js'
import type { DialectName } from '../dialect/dialect.js'
import { remedyFor } from '../dialect/remedy.js'
import { BrokerError, NetworkError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import { errorKindOf } from '../ngsi/problem.js'
import type { Headers } from './exchange.js'

/** An answer of a broker, whatever its status. */
export interface Reply {
  readonly method: string
  /** The address asked, fit for messages. */
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** The body as text. */
  readonly text: string
  /** The body as JSON; undefined when it is empty or no JSON. */
  readonly body: unknown
  /** How many attempts it took, this one among them. */
  readonly attempts: number
}

/** Parses a text as JSON; undefined when it is none. */
export const parsedJson = (text: string): unknown => {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The first line of a body that is no JSON, without markup, for messages. */
export const firstLine = (text: string): string => {
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1]
  const plain = (title ?? text.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' '))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .find((line) => line !== '')
  return (plain ?? '').slice(0, 160)
}

/** Tells whether an answer is a success. */
export const isSuccess = (reply: { readonly status: number }): boolean =>
  reply.status >= 200 && reply.status < 300

/**
 * Checks that a success carries JSON where it carries anything; throws a NetworkError otherwise.
 * A login page with status 200 and a body that ends in the middle are no answers of a broker.
 */
export const assertUsable = (reply: Reply): void => {
  if (!isSuccess(reply) || reply.text.trim() === '' || reply.body !== undefined) return
  const type = reply.headers['content-type'] ?? 'no content type'
  const json = /json/i.test(type)
  throw new NetworkError({
    method: reply.method,
    url: reply.url,
    reason: json
      ? `the answer (${reply.status}, ${reply.text.length} characters) is cut off or no JSON: "${firstLine(reply.text)}"`
      : `the answer is ${type}, not JSON: "${firstLine(reply.text)}"; a proxy or a login page may stand in between`,
    code: json ? 'ECUTOFF' : 'ENOTJSON',
  })
}

/** Makes the error of an answer that is no success, with the remedy where one is known. */
export const brokerError = (reply: Reply, dialect: DialectName): BrokerError => {
  const { body, status, text } = reply
  const document = isObject(body) ? readProblem(body) : undefined
  const kind = errorKindOf(document?.type)
  const title = isObject(body) && body['title'] !== undefined ? document?.title : undefined
  const detail = document?.detail ?? (document === undefined && text !== '' ? firstLine(text) : undefined)
  const remedy = remedyFor({ dialect, status, kind, title, detail, attempts: reply.attempts })
  return new BrokerError({ method: reply.method, url: reply.url, status, kind, title, detail, remedy })
}

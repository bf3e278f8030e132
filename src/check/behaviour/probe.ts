import type { Reply } from '../../http/reply.js'
import type { RequestSpec } from '../../http/request-spec.js'
import { isObject } from '../../ngsi/entity.js'

/** Says how an answer differs from what the standard asks, or undefined. */
export type Judge = (reply: Reply) => string | undefined

/** One request of the standard, and what a broker must answer. */
export interface Probe {
  /** Operation and clause of CIM 009: `Create entity (5.6.1)`. */
  readonly operation: string
  /** What is asked, in a few words. */
  readonly asks: string
  /** What must come, in a few words. */
  readonly expects: string
  /** Version of the standard that brought it, where it is not among the first. */
  readonly since?: string | undefined
  readonly request: RequestSpec
  readonly judge: Judge
}

/** What a probe may use: names that are only this run's. */
export interface Names {
  readonly id: (name: string | number) => string
  readonly type: string
  /** Address at which notifications of this run may arrive; nothing has to listen there. */
  readonly endpoint: string
}

/** The name at the end of a problem's type, to the letter; undefined where a body is no problem document. */
export const kindIn = (body: unknown): string | undefined => {
  const type = isObject(body) ? body['type'] : undefined
  return typeof type === 'string' ? type.slice(type.lastIndexOf('/') + 1) : undefined
}

const said = (reply: Reply): string => {
  const kind = kindIn(reply.body)
  const title = isObject(reply.body) ? reply.body['title'] : undefined
  const words = [kind, typeof title === 'string' ? title : undefined].filter((word) => word !== undefined)
  return `${reply.status}${words.length === 0 ? '' : ` ${words.join(': ')}`}`.slice(0, 100)
}

/** Asks for one of some statuses, and then for more. */
export const answers =
  (statuses: number | readonly number[], more: Judge = () => undefined): Judge =>
  (reply) =>
    [statuses].flat().includes(reply.status) ? more(reply) : `answered ${said(reply)}`

/** Asks for a problem document of a kind (CIM 009 5.5.2 and 6.3.2). */
export const problem = (status: number | readonly number[], ...kinds: readonly string[]): Judge =>
  answers(status, (reply) => {
    const kind = kindIn(reply.body)
    if (kind === undefined) return `answered ${reply.status} without the "type" of a problem`
    return kinds.length === 0 || kinds.includes(kind) ? undefined : `calls it ${kind}`
  })

/** Members of an object in the body. */
export const member = (reply: Reply, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), reply.body)

/** The entities of a list. */
export const listed = (reply: Reply): readonly Record<string, unknown>[] =>
  Array.isArray(reply.body) ? reply.body.filter(isObject) : []

/** Asks for a list that is not empty and holds only what fits. */
export const onlyWith = (what: string, fits: (entity: Record<string, unknown>) => boolean): Judge =>
  answers(200, (reply) => {
    const found = listed(reply)
    if (found.length === 0) return 'found nothing'
    const stray = found.find((entity) => !fits(entity))
    return stray === undefined ? undefined : `found an entity that is not ${what}`
  })

/** Asks for a truth of the answer; else a sentence. */
export const that =
  (holds: (reply: Reply) => boolean, sentence: string): Judge =>
  (reply) =>
    holds(reply) ? undefined : sentence

/** A header as text; several are joined. */
export const header = (reply: Reply, name: string): string => {
  const value = (reply.headers as Record<string, unknown>)[name]
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
}

/** An entity's path. */
export const entityPath = (id: string, rest = ''): string =>
  `/ngsi-ld/v1/entities/${encodeURIComponent(id)}${rest}`

/** A Property. */
export const property = (value: unknown): Record<string, unknown> => ({ type: 'Property', value })

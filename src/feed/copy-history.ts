import type { Client } from '../client/client.js'
import { isBrokerError } from '../errors.js'
import { encode } from '../http/url.js'
import { entityMembers } from '../ngsi/attribute.js'
import { coreContextUrl } from '../ngsi/core-contexts.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { entityHash } from './canonical.js'
import { type CopyOptions, entitiesOf } from './copy-proof.js'

/** What was found and copied of the past. */
export interface HistoryProof {
  readonly entities: number
  /** Values of the source that have an observedAt. */
  readonly values: number
  readonly copied: number
  /** Values of the source that the target does not have at the end. */
  readonly missing: number
  /** Values without observedAt: a broker sets their instant itself, so that they cannot be carried over. */
  readonly withoutInstant: number
}

const root = '/ngsi-ld/v1/temporal/entities'
/** Entities whose past is read at the same time. */
const concurrency = 8

type Instances = Map<string, { readonly name: string; readonly instance: JsonObject }>

interface Past {
  readonly values: Instances
  readonly withoutInstant: number
}

/** Where the broker cut its answer: `date-time <start>-<end>/<size>` with status 206 (CIM 009 6.3.10). */
const cutAt = (status: number, range: string | undefined): string | undefined =>
  status === 206 ? /-(\d{4}-\d{2}-\d{2}T[^/]+Z)\/[^/]*$/.exec(range ?? '')?.[1] : undefined

const collect = (body: unknown, values: Instances): number => {
  let withoutInstant = 0
  for (const [name, attribute] of Object.entries(isObject(body) ? body : {})) {
    if (entityMembers.has(name)) continue
    for (const instance of [attribute].flat()) {
      if (!isObject(instance)) continue
      if (instance['observedAt'] === undefined) withoutInstant += 1
      else values.set(`${name} ${entityHash(instance)}`, { name, instance })
    }
  }
  return withoutInstant
}

const pastOf = async (city: Client, id: string, signal: AbortSignal | undefined): Promise<Past> => {
  const values: Instances = new Map()
  let withoutInstant = 0
  let after: string | undefined
  for (;;) {
    const window = after === undefined ? {} : { timerel: 'after', timeAt: after, timeproperty: 'observedAt' }
    const path = `${root}/${encode(id)}`
    const reply = await city.connection
      .send({ method: 'GET', path, query: window, context: coreContextUrl, signal })
      .catch((error: unknown) => {
        if (isBrokerError(error) && error.status === 404) return undefined
        throw error
      })
    if (reply === undefined) return { values, withoutInstant }
    // Later parts repeat what has no observedAt.
    const without = collect(reply.body, values)
    if (after === undefined) withoutInstant = without
    const end = cutAt(reply.status, reply.headers['content-range'])
    if (end === undefined || end === after) return { values, withoutInstant }
    after = end
  }
}

const lacking = (from: Past, to: Past): Instances =>
  new Map([...from.values].filter(([key]) => !to.values.has(key)))

const append = async (
  city: Client,
  entity: { readonly id: string; readonly type: unknown },
  missing: Instances,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const attributes = new Map<string, JsonObject[]>()
  for (const { name, instance } of missing.values()) {
    const { instanceId: _id, createdAt: _created, modifiedAt: _modified, ...value } = instance
    attributes.set(name, [...(attributes.get(name) ?? []), value])
  }
  const body = { ...entity, ...Object.fromEntries(attributes) }
  await city.connection.send({ method: 'POST', path: root, body, context: coreContextUrl, signal })
}

/**
 * Copies the past of the entities of some types, as far as both brokers keep one, and compares it afterwards. A value that
 * the target has already is not sent again, so that a copy can be repeated.
 */
export const copyHistory = async (
  from: Client,
  to: Client,
  types: readonly string[],
  { signal, verifyOnly = false, onProgress }: CopyOptions,
): Promise<HistoryProof> => {
  const sum = { entities: 0, values: 0, copied: 0, missing: 0, withoutInstant: 0 }
  const one = async (entity: { readonly id: string; readonly type: unknown }): Promise<void> => {
    const [past, there] = await Promise.all([pastOf(from, entity.id, signal), pastOf(to, entity.id, signal)])
    const missing = lacking(past, there)
    sum.entities += 1
    sum.values += past.values.size
    sum.withoutInstant += past.withoutInstant
    if (missing.size === 0) return
    if (!verifyOnly) await append(to, entity, missing, signal)
    const left = verifyOnly ? missing : lacking(past, await pastOf(to, entity.id, signal))
    sum.copied += missing.size - left.size
    sum.missing += left.size
  }
  for (const type of types) {
    let running: Promise<void>[] = []
    for await (const entity of entitiesOf(from, type, signal)) {
      running.push(one({ id: String(entity['id']), type: entity['type'] }))
      if (running.length < concurrency) continue
      await Promise.all(running)
      running = []
      onProgress?.({ type, phase: 'history', count: sum.entities })
    }
    await Promise.all(running)
  }
  return sum
}

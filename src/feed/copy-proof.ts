import type { Client } from '../client/client.js'
import type { Model } from '../model/descriptor.js'
import { coreContextUrl } from '../ngsi/core-contexts.js'
import type { JsonObject } from '../ngsi/entity.js'
import { createHashSum, entityHash } from './canonical.js'

/** Options of `copyBroker`. */
export interface CopyOptions {
  /** Entity types (names or IRIs). @default all */
  readonly types?: readonly string[] | undefined
  /** Compares and writes nothing. @default false */
  readonly verifyOnly?: boolean | undefined
  /** How often the copy is repeated while the source changes. @default 3 */
  readonly passes?: number | undefined
  /** Copies the values of the past too, where both brokers keep them. @default false */
  readonly history?: boolean | undefined
  /** Deletes entities on the target that the source does not hold (any more). @default false */
  readonly prune?: boolean | undefined
  /** Copies though the target is known not to hold everything. @default false */
  readonly acceptLoss?: boolean | undefined
  readonly onProgress?:
    | ((progress: {
        readonly type: string
        readonly phase: 'copying' | 'comparing' | 'history'
        readonly count: number
      }) => void)
    | undefined
  readonly signal?: AbortSignal | undefined
}

/** Both sides of one entity type: how many, and the order-independent sum of their hashes. */
export interface TypeProof {
  readonly type: string
  readonly from: { readonly count: number; readonly hash: string }
  readonly to: { readonly count: number; readonly hash: string }
  readonly equal: boolean
  /** The first 20 ids that differ, and how. */
  readonly differences: readonly { readonly id: string; readonly what: 'missing' | 'extra' | 'different' }[]
}

/** Under the core context alone, names outside of it come and go as IRIs: their meaning cannot change on the way. */
export const bareModel = (type: string): Model => ({
  type,
  iri: type,
  context: coreContextUrl,
  required: [],
  attributes: {},
  validate: () => [],
})

/** The entities of one type, normalized, names as IRIs. */
export async function* entitiesOf(
  city: Client,
  type: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<JsonObject> {
  const query = city.find(bareModel(type), { context: coreContextUrl }).as('normalized')
  for await (const entity of query) {
    signal?.throwIfAborted()
    // Without a model the query's shape is unknown; normalized entities are objects.
    yield entity as unknown as JsonObject
  }
}

const maxDifferences = 20

const differences = async (
  from: Client,
  to: Client,
  type: string,
  signal: AbortSignal | undefined,
): Promise<TypeProof['differences']> => {
  const hashes = new Map<string, string>()
  for await (const entity of entitiesOf(from, type, signal))
    hashes.set(String(entity['id']), entityHash(entity))
  const found: { id: string; what: 'missing' | 'extra' | 'different' }[] = []
  for await (const entity of entitiesOf(to, type, signal)) {
    const id = String(entity['id'])
    const hash = hashes.get(id)
    if (hash === undefined) found.push({ id, what: 'extra' })
    else if (hash !== entityHash(entity)) found.push({ id, what: 'different' })
    hashes.delete(id)
  }
  for (const id of hashes.keys()) found.push({ id, what: 'missing' })
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, maxDifferences)
}

const sumOf = async (city: Client, type: string, options: CopyOptions): Promise<TypeProof['from']> => {
  const sum = createHashSum()
  for await (const entity of entitiesOf(city, type, options.signal)) {
    sum.add(entityHash(entity))
    if (sum.count() % 1000 === 0) options.onProgress?.({ type, phase: 'comparing', count: sum.count() })
  }
  return { count: sum.count(), hash: sum.hex() }
}

/** Compares one entity type on both sides. */
export const proofOf = async (
  from: Client,
  to: Client,
  type: string,
  options: CopyOptions,
): Promise<TypeProof> => {
  const [left, right] = await Promise.all([sumOf(from, type, options), sumOf(to, type, options)])
  const equal = left.count === right.count && left.hash === right.hash
  return {
    type,
    from: left,
    to: right,
    equal,
    // Ids are only held in memory where the sums differ.
    differences: equal ? [] : await differences(from, to, type, options.signal),
  }
}

import type { RequestSpec } from '../http/request-spec.js'
import { createTransport, type Transport } from '../http/transport.js'
import { isObject, typesOf } from '../ngsi/entity.js'
import type { FindTypes } from './targets.js'

/** Which entities of a live broker are checked. */
export interface BrokerEntitiesOptions {
  readonly broker: string
  /** Entity type, short name under `context` or IRI. */
  readonly type: string
  /** Context URL, as for the model. */
  readonly context?: string | undefined
  readonly tenant?: string | undefined
  readonly token?: string | undefined
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Small pages keep the memory of broker and checker low; every broker allows a hundred. */
const pageSize = 100

const open = ({ broker, tenant, timeoutMs, token }: Omit<BrokerEntitiesOptions, 'type'>): Transport =>
  createTransport({
    baseUrl: broker,
    tenant,
    timeoutMs,
    ...(token === undefined ? {} : { auth: { token } }),
    retry: { attempts: 3, deadlineMs: 20_000 },
  })

/** Asks a broker for the types of entities by id, as relationships name them. Rejects with a NetworkError or BrokerError. */
export const typesInBroker =
  (options: Omit<BrokerEntitiesOptions, 'type'>): FindTypes =>
  async (ids) => {
    const transport = open(options)
    try {
      const request: RequestSpec = {
        method: 'GET',
        path: '/ngsi-ld/v1/entities',
        // Ids alone are too wide a query (CIM 009 5.7.2.4); "local" makes it legal.
        query: { id: ids.join(','), options: 'keyValues', limit: ids.length, local: 'true' },
        ...(options.context === undefined ? {} : { context: options.context }),
        signal: options.signal,
      }
      const local = await transport.request(request)
      // Brokers of before version 1.3 do not know the parameter.
      const wide =
        local.status === 400 ? { ...request, query: { ...request.query, local: undefined } } : request
      const reply = local.status === 200 ? local : await transport.send(wide)
      const found = Array.isArray(reply.body) ? reply.body.filter(isObject) : []
      return new Map(found.map((entity) => [String(entity['id']), typesOf(entity).map(String)]))
    } finally {
      transport.close()
    }
  }

/**
 * Reads the entities of one type from a broker, page by page, in normalized form. Speaks HTTP by itself: a checker must not
 * trust the client that it ships with. Rejects with a NetworkError or BrokerError.
 */
export async function* brokerEntities(options: BrokerEntitiesOptions): AsyncGenerator<unknown> {
  const { type, context, signal } = options
  const transport = open(options)
  try {
    for (let offset = 0; ; offset += pageSize) {
      const reply = await transport.send({
        method: 'GET',
        path: '/ngsi-ld/v1/entities',
        query: { type, limit: pageSize, offset },
        accept: 'application/ld+json',
        ...(context === undefined ? {} : { context }),
        signal,
      })
      const page: readonly unknown[] = Array.isArray(reply.body) ? reply.body : []
      // The context of the answer is the broker's, not the payload's.
      for (const entity of page)
        yield isObject(entity)
          ? Object.fromEntries(Object.entries(entity).filter(([name]) => name !== '@context'))
          : entity
      if (page.length < pageSize) return
    }
  } finally {
    transport.close()
  }
}

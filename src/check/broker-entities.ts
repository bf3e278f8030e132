import { createTransport } from '../http/transport.js'
import { isObject } from '../ngsi/entity.js'

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

/**
 * Reads the entities of one type from a broker, page by page, in normalized form. Speaks HTTP by itself: a checker must not
 * trust the client that it ships with. Rejects with a NetworkError or BrokerError.
 */
export async function* brokerEntities(options: BrokerEntitiesOptions): AsyncGenerator<unknown> {
  const { broker, type, context, tenant, token, timeoutMs, signal } = options
  const transport = createTransport({
    baseUrl: broker,
    tenant,
    timeoutMs,
    ...(token === undefined ? {} : { auth: { token } }),
    retry: { attempts: 3, deadlineMs: 20_000 },
  })
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

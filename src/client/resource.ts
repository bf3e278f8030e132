import { isBrokerError } from '../errors.js'
import type { Reply } from '../http/reply.js'
import { encode, type QueryParameters } from '../http/url.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Connection } from './connection.js'
import { isMissingTenant } from './page.js'

/** What a call on subscriptions or registrations takes. */
export interface ResourceOptions {
  readonly context?: string | undefined
  readonly sysAttrs?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** Documents that a broker keeps under ids of their own: subscriptions, registrations. */
export interface Resources<Document extends JsonObject> {
  /** Reads them all, page by page. */
  readonly list: (options?: ResourceOptions) => AsyncGenerator<Document>
  /** Rejects with ResourceNotFound when there is none. */
  readonly get: (id: string, options?: ResourceOptions) => Promise<Document>
  /** Gives the id. */
  readonly create: (document: JsonObject, options?: ResourceOptions) => Promise<string>
  readonly update: (id: string, part: JsonObject, options?: ResourceOptions) => Promise<void>
  readonly delete: (id: string, options?: ResourceOptions) => Promise<void>
}

const pageSize = 100

const idFromLocation = (location: string | undefined): string | undefined => {
  const last = location?.split('?')[0]?.split('/').at(-1)
  if (last === undefined) return undefined
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/**
 * Makes the access to one collection of documents. `selectAll` is what a broker needs that lists nothing
 * without a selection (CIM 009 6.8.3.2 demands one of registrations; Orion-LD lists without it).
 */
export const resources = <Document extends JsonObject>(
  connection: Connection,
  path: string,
  selectAll: QueryParameters = {},
): Resources<Document> => {
  const contextOf = (options: ResourceOptions | undefined): string | undefined =>
    options?.context ?? connection.context
  const one = (id: string): string => `${path}/${encode(id)}`
  const page = async (offset: number, options: ResourceOptions | undefined): Promise<readonly Document[]> => {
    const plain: QueryParameters = {
      limit: pageSize,
      offset: offset === 0 ? undefined : offset,
      options: options?.sysAttrs === true ? 'sysAttrs' : undefined,
    }
    const read = (query: QueryParameters): Promise<Reply> =>
      connection.send({ method: 'GET', path, query, context: contextOf(options), signal: options?.signal })
    try {
      const reply = await read(plain).catch((error: unknown) => {
        if (!isBrokerError(error) || error.status !== 400 || Object.keys(selectAll).length === 0) throw error
        return read({ ...plain, ...selectAll })
      })
      return Array.isArray(reply.body) ? (reply.body.filter(isObject) as Document[]) : []
    } catch (error) {
      if (isMissingTenant(error)) return []
      throw error
    }
  }
  return {
    async *list(options) {
      const seen = new Set<unknown>()
      for (let offset = 0; ; ) {
        const documents = await page(offset, options)
        for (const document of documents) {
          if (seen.has(document['id'])) continue
          seen.add(document['id'])
          yield document
        }
        offset += documents.length
        if (documents.length < pageSize) return
      }
    },
    get: async (id, options) => {
      const query = { options: options?.sysAttrs === true ? 'sysAttrs' : undefined }
      const reply = await connection.send({
        method: 'GET',
        path: one(id),
        query,
        context: contextOf(options),
        signal: options?.signal,
      })
      return reply.body as Document
    },
    create: async (document, options) => {
      const reply = await connection.send({
        method: 'POST',
        path,
        body: document,
        context: contextOf(options),
        signal: options?.signal,
      })
      return String(document['id'] ?? idFromLocation(reply.headers['location']) ?? '')
    },
    update: async (id, part, options) => {
      await connection.send({
        method: 'PATCH',
        path: one(id),
        body: part,
        context: contextOf(options),
        signal: options?.signal,
        idempotent: true,
      })
    },
    delete: async (id, options) => {
      await connection.send({ method: 'DELETE', path: one(id), signal: options?.signal })
    },
  }
}

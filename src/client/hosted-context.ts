import { UnsupportedError, UsageError } from '../errors.js'
import { encode, printableUrl } from '../http/url.js'
import { isObject } from '../ngsi/entity.js'
import { type Connection, requireCapability } from './connection.js'

/** Contexts that the broker itself keeps and serves (CIM 009 5.13). */
export interface HostedContexts {
  /** Puts a context on the broker and gives the URL under which it can be named in requests. */
  readonly host: (document: Readonly<Record<string, unknown>>, signal?: AbortSignal) => Promise<string>
  /** URLs of the contexts that the broker knows. */
  readonly list: (options?: {
    readonly kind?: 'Hosted' | 'Cached' | 'ImplicitlyCreated'
    readonly signal?: AbortSignal
  }) => Promise<readonly string[]>
  readonly get: (idOrUrl: string, signal?: AbortSignal) => Promise<unknown>
  readonly delete: (
    idOrUrl: string,
    options?: { readonly reload?: boolean; readonly signal?: AbortSignal },
  ) => Promise<void>
}

const path = '/ngsi-ld/v1/jsonldContexts'

/** Makes the access to hosted contexts. */
export const hostedContexts = (connection: Connection): HostedContexts => {
  const require = (signal: AbortSignal | undefined): Promise<unknown> =>
    requireCapability(
      connection,
      'hostedContexts',
      'contexts',
      'put the context on a web server that the broker reaches',
      signal,
    )
  const one = (idOrUrl: string): string => `${path}/${encode(idOrUrl)}`
  return {
    host: async (document, signal) => {
      if (!isObject(document) || document['@context'] === undefined)
        throw new UsageError('contexts.host: give a document with "@context"')
      await require(signal)
      const reply = await connection.send({ method: 'POST', path, body: document, signal })
      const location = reply.headers['location'] ?? ''
      // Orion-LD writes its own host name into Location, which nobody outside may know: only the path counts.
      const own = location.indexOf(`${path}/`)
      if (own < 0)
        throw new UnsupportedError(
          'contexts.host',
          `the broker took the context but does not say where it stands (Location: "${printableUrl(location)}")`,
        )
      return `${connection.baseUrl}${location.slice(own)}`
    },
    list: async (options = {}) => {
      await require(options.signal)
      const reply = await connection.send({
        method: 'GET',
        path,
        query: { kind: options.kind },
        signal: options.signal,
      })
      return Array.isArray(reply.body)
        ? reply.body.map((item) => (isObject(item) ? String(item['URL']) : String(item)))
        : []
    },
    get: async (idOrUrl, signal) =>
      (await connection.send({ method: 'GET', path: one(idOrUrl), signal })).body,
    delete: async (idOrUrl, options = {}) => {
      await connection.send({
        method: 'DELETE',
        path: one(idOrUrl),
        query: { reload: options.reload },
        signal: options.signal,
      })
    },
  }
}

import { isBrokerError, isNetworkError, isUsageError } from '../errors.js'
import { download } from '../http/download.js'
import { bundledContexts } from '../models/contexts.js'
import { coreContexts } from '../ngsi/core-contexts.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { PlacedFault } from './targets.js'

/** How the addresses of contexts are tried. */
export interface ContextAccess {
  /** Whether they may lie on this machine or in a private network. @default false */
  readonly allowPrivate?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** Remembers the addresses of contexts, and says which of them give none. */
export interface ContextAddresses {
  readonly note: (entity: JsonObject, place: string) => void
  readonly faults: (access: ContextAccess) => AsyncGenerator<PlacedFault>
}

/** A source has one context, or a few; who sends thousands of addresses wants something else fetched. */
const maxAddresses = 50
const maxBytes = 2 * 1024 * 1024
const timeoutMs = 10_000

/** What is wrong with what an address gives; undefined where it is a context. */
const problemOf = async (address: string, access: ContextAccess): Promise<string | undefined> => {
  try {
    const headers = { Accept: 'application/ld+json, application/json;q=0.9' }
    const { text } = await download(address, { ...access, headers, maxBytes, timeoutMs })
    const document: unknown = JSON.parse(text)
    return isObject(document) && document['@context'] !== undefined ? undefined : 'it holds no "@context"'
  } catch (error) {
    if (error instanceof SyntaxError) return 'it is no JSON'
    if (isBrokerError(error)) return `it answers ${error.status}`
    if (isNetworkError(error)) return error.code ?? 'no answer'
    if (isUsageError(error)) return error.message
    throw error
  }
}

/** Makes the memory of a check's contexts; those that come with the package are not asked for. */
export const createContextAddresses = (): ContextAddresses => {
  const seen = new Map<string, { readonly place: string; readonly entity: JsonObject }>()
  return {
    note: (entity, place) => {
      for (const address of [entity['@context']].flat()) {
        if (typeof address !== 'string' || seen.has(address) || seen.size >= maxAddresses) continue
        const isBundled = Object.hasOwn(bundledContexts, address) || Object.hasOwn(coreContexts, address)
        if (!isBundled && /^https?:/i.test(address))
          seen.set(address, { place, entity: { id: entity['id'] } })
      }
    },
    async *faults(access) {
      for (const [address, { place, entity }] of seen) {
        access.signal?.throwIfAborted()
        const problem = await problemOf(address, access)
        if (problem === undefined) continue
        const message = `${address.slice(0, 200)} gives no context: ${problem}`
        const hint = 'publish the context where everybody can fetch it, or name the official one'
        yield { place, entity, fault: { rule: 'ngsi.context-reachable', path: '@context', message, hint } }
      }
    },
  }
}

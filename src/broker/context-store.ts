import { createHash, randomUUID } from 'node:crypto'
import { isBrokerError, isNetworkError, isUsageError } from '../errors.js'
import { download } from '../http/download.js'
import { type ActiveContext, compileContext, coreContext } from '../ngsi/context.js'
import { isCoreContextUrl } from '../ngsi/context-documents.js'
import { isObject, type LdContext } from '../ngsi/entity.js'
import { badData, refuse } from './problem-error.js'

/** How a context came to the broker (CIM 009 5.13). */
export type ContextKind = 'Hosted' | 'Cached' | 'ImplicitlyCreated'

/** A context that the broker keeps, with what the jsonldContexts API tells of it. */
export interface ContextEntry {
  readonly localId: string
  /** Where it was fetched; undefined for those that the broker hosts. */
  readonly url: string | undefined
  readonly kind: ContextKind
  readonly createdAt: string
  document: unknown
  /** Milliseconds since 1970 after which it is fetched again. */
  staleAt: number
  hits: number
  lastUsage: string | undefined
}

/** The contexts that one tenant hosts; those fetched from elsewhere are shared. */
export type HostedContexts = Map<string, ContextEntry>

/** Resolves, keeps and serves contexts. */
export interface ContextStore {
  /** The active context of a request; rejects with a ProblemError. */
  readonly resolve: (hosted: HostedContexts, source: LdContext | undefined) => Promise<ActiveContext>
  /** A URL for a context, for Link headers; what has none becomes a hosted context of kind ImplicitlyCreated. */
  readonly linkUrl: (hosted: HostedContexts, source: LdContext | undefined, origin: string) => string
  readonly host: (
    hosted: HostedContexts,
    context: LdContext,
    kind: ContextKind,
    localId?: string,
  ) => ContextEntry
  readonly list: (hosted: HostedContexts) => readonly ContextEntry[]
  readonly find: (hosted: HostedContexts, id: string) => ContextEntry | undefined
  readonly remove: (hosted: HostedContexts, entry: ContextEntry) => void
  /** Puts back a context as it was kept; a fetched one where `hosted` is undefined. */
  readonly restore: (hosted: HostedContexts | undefined, entry: ContextEntry) => void
  /** Fetches a cached context again; rejects with a ProblemError and keeps the old one when that fails. */
  readonly reload: (entry: ContextEntry, signal?: AbortSignal) => Promise<void>
}

/** What a context store needs. */
export interface ContextStoreOptions {
  /** Contexts by URL that need no fetching. */
  readonly preloaded: Readonly<Record<string, object>>
  readonly coreContextUrl: string
  readonly allowPrivate: boolean | ((host: string) => boolean)
  readonly maxBytes: number
  readonly timeoutMs?: number | undefined
  /** Told of every context that is hosted, fetched or removed, so that it can be kept. */
  readonly onChange: (hosted: HostedContexts | undefined, entry: ContextEntry, isRemoved: boolean) => void
}

const maxCached = 500
const maxCompiled = 300
/** Where an answer names no lifetime. */
const defaultLifetimeMs = 3_600_000

/** Path of hosted contexts. */
export const contextPath = '/ngsi-ld/v1/jsonldContexts/'

const lifetimeMs = (headers: Readonly<Record<string, unknown>>): number => {
  const maxAge = /max-age=(\d{1,9})/.exec(String(headers['cache-control'] ?? ''))?.[1]
  if (maxAge !== undefined) return Number(maxAge) * 1000
  const expires = Date.parse(String(headers['expires'] ?? ''))
  return Number.isNaN(expires) ? defaultLifetimeMs : Math.max(0, expires - Date.now())
}

const parseDocument = (text: string, url: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return badData(`the @context ${url} is no JSON document`)
  }
}

const notAvailable = (error: unknown, url: string): never => {
  if (isBrokerError(error))
    return refuse('LdContextNotAvailable', `the @context ${url} was answered with status ${error.status}`)
  if (isNetworkError(error))
    return refuse('LdContextNotAvailable', `the @context ${url} cannot be fetched: ${error.message}`)
  if (isUsageError(error)) return badData(`the @context ${url} cannot be fetched: ${error.message}`)
  throw error
}

/** Drops the oldest entries of a map beyond a limit. */
const bounded = (map: Map<string, unknown>, limit: number): void => {
  while (map.size > limit) map.delete(map.keys().next().value as string)
}

const touch = (entry: ContextEntry): unknown => {
  entry.hits += 1
  entry.lastUsage = new Date().toISOString()
  return entry.document
}

const localIdOf = (url: string): string | undefined => {
  const start = url.indexOf(contextPath)
  return start < 0 ? undefined : decodeURIComponent(url.slice(start + contextPath.length))
}

/** Makes a context store. Compiled contexts are kept, the least recently used dropped beyond 300. */
export const createContextStore = (options: ContextStoreOptions): ContextStore => {
  const cached = new Map<string, ContextEntry>()
  const fetching = new Map<string, Promise<ContextEntry>>()
  let compiled = new WeakMap<HostedContexts, Map<string, Promise<ActiveContext>>>()

  const newEntry = (
    url: string | undefined,
    kind: ContextKind,
    document: unknown,
    localId: string,
  ): ContextEntry => ({
    localId,
    url,
    kind,
    document,
    createdAt: new Date().toISOString(),
    staleAt: Number.POSITIVE_INFINITY,
    hits: 0,
    lastUsage: undefined,
  })

  const fetchInto = async (
    url: string,
    known: ContextEntry | undefined,
    signal?: AbortSignal,
  ): Promise<ContextEntry> => {
    const found = await download(url, {
      timeoutMs: options.timeoutMs ?? 5000,
      maxBytes: options.maxBytes,
      maxRedirects: 5,
      allowPrivate: options.allowPrivate,
      accept: 'application/ld+json, application/json;q=0.9, */*;q=0.1',
      signal,
    }).catch((error: unknown) => notAvailable(error, url))
    const document = parseDocument(found.text, url)
    if (!isObject(document) || !Object.hasOwn(document, '@context'))
      return badData(`the document ${url} has no top-level @context`)
    const entry = known ?? newEntry(url, 'Cached', document, randomUUID())
    entry.document = document
    entry.staleAt = Date.now() + lifetimeMs(found.headers)
    cached.set(url, entry)
    bounded(cached, maxCached)
    options.onChange(undefined, entry, false)
    return entry
  }

  const fetchOnce = (url: string, known: ContextEntry | undefined): Promise<ContextEntry> => {
    const running = fetching.get(url) ?? fetchInto(url, known).finally(() => fetching.delete(url))
    fetching.set(url, running)
    return running
  }

  const loader =
    (hosted: HostedContexts) =>
    async (url: string): Promise<unknown> => {
      const own = hosted.get(localIdOf(url) ?? '')
      if (own !== undefined) return touch(own)
      const known = cached.get(url)
      if (known !== undefined && known.staleAt > Date.now()) return touch(known)
      if (Object.hasOwn(options.preloaded, url)) {
        const entry = known ?? newEntry(url, 'Cached', options.preloaded[url], randomUUID())
        cached.set(url, entry)
        return touch(entry)
      }
      // A context that cannot be renewed stays in use: data must not become unreadable because a server is down.
      const entry = await fetchOnce(url, known).catch((error: unknown) => {
        if (known === undefined) throw error
        return known
      })
      return touch(entry)
    }

  const stale = (source: LdContext): boolean => {
    const urls = typeof source === 'string' ? [source] : Array.isArray(source) ? source : []
    return urls.some(
      (url) =>
        typeof url === 'string' && (cached.get(url)?.staleAt ?? Number.POSITIVE_INFINITY) <= Date.now(),
    )
  }

  const countUse = (hosted: HostedContexts, source: LdContext): void => {
    for (const url of Array.isArray(source) ? source : [source])
      if (typeof url === 'string') {
        const entry = hosted.get(localIdOf(url) ?? '') ?? cached.get(url)
        if (entry !== undefined) touch(entry)
      }
  }

  const compiledOf = (hosted: HostedContexts): Map<string, Promise<ActiveContext>> => {
    const known = compiled.get(hosted) ?? new Map<string, Promise<ActiveContext>>()
    compiled.set(hosted, known)
    return known
  }

  const resolve = async (hosted: HostedContexts, source: LdContext | undefined): Promise<ActiveContext> => {
    if (source === undefined) return coreContext
    const key = JSON.stringify(source)
    const map = compiledOf(hosted)
    const known = map.get(key)
    if (known !== undefined && !stale(source)) {
      countUse(hosted, source)
      return known
    }
    const running = compileContext(source, loader(hosted))
    map.delete(key)
    map.set(key, running)
    bounded(map, maxCompiled)
    running.catch(() => map.delete(key))
    return running
  }

  const host = (
    hosted: HostedContexts,
    context: LdContext,
    kind: ContextKind,
    localId: string = randomUUID(),
  ): ContextEntry => {
    const entry = newEntry(undefined, kind, { '@context': context }, localId)
    hosted.set(localId, entry)
    options.onChange(hosted, entry, false)
    return entry
  }

  const linkUrl = (hosted: HostedContexts, source: LdContext | undefined, origin: string): string => {
    const only = Array.isArray(source) && source.length === 1 ? (source[0] as LdContext) : source
    if (only === undefined) return options.coreContextUrl
    if (typeof only === 'string') return isCoreContextUrl(only) ? options.coreContextUrl : only
    const localId = createHash('sha256').update(JSON.stringify(only)).digest('hex').slice(0, 32)
    if (!hosted.has(localId)) host(hosted, only, 'ImplicitlyCreated', localId)
    return origin + contextPath + localId
  }

  return {
    resolve,
    linkUrl,
    host,
    list: (hosted) => [...hosted.values(), ...cached.values()],
    find: (hosted, id) =>
      hosted.get(id) ??
      hosted.get(localIdOf(id) ?? '') ??
      cached.get(id) ??
      [...cached.values()].find(({ localId }) => localId === id),
    remove: (hosted, entry) => {
      if (entry.url === undefined) hosted.delete(entry.localId)
      else cached.delete(entry.url)
      options.onChange(entry.url === undefined ? hosted : undefined, entry, true)
      compiled = new WeakMap()
    },
    restore: (hosted, entry) => {
      if (hosted !== undefined) hosted.set(entry.localId, entry)
      else if (entry.url !== undefined) cached.set(entry.url, entry)
    },
    reload: async (entry, signal) => {
      if (entry.url === undefined) return badData('only a cached context can be reloaded')
      await fetchInto(entry.url, entry, signal)
      compiled = new WeakMap()
    },
  }
}

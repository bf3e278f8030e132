import { isCoreContextUrl } from '../ngsi/context-documents.js'
import { isObject, type LdContext } from '../ngsi/entity.js'
import { type Call, noContent, type Reply, type Route } from './call.js'
import { type ContextEntry, contextPath } from './context-store.js'
import { readBoolean } from './parameters.js'
import { badData, refuse, shown } from './problem-error.js'

const jsonOnly = ['application/json', 'application/ld+json'] as const

const host = async (call: Call): Promise<Reply> => {
  if (!isObject(call.body) || !Object.hasOwn(call.body, '@context'))
    return badData('the body must be an object with @context')
  const context = call.body['@context'] as LdContext
  // Compiling finds what no later use could cope with; documents that it names must be there.
  await call.state.contexts.resolve(call.tenant.hosted, context)
  const { localId } = call.state.contexts.host(call.tenant.hosted, context, 'Hosted')
  return { status: 201, headers: { Location: contextPath + localId } }
}

const urlOf = (call: Call, entry: ContextEntry): string =>
  entry.url ?? call.origin + contextPath + entry.localId

const detailsOf = (call: Call, entry: ContextEntry): Readonly<Record<string, unknown>> => ({
  URL: urlOf(call, entry),
  localId: entry.localId,
  kind: entry.kind,
  createdAt: entry.createdAt,
  ...(Number.isFinite(entry.staleAt) ? { expiresAt: new Date(entry.staleAt).toISOString() } : {}),
  ...(entry.lastUsage === undefined ? {} : { lastUsage: entry.lastUsage }),
  numberOfHits: entry.hits,
})

const kinds: ReadonlySet<string> = new Set(['Hosted', 'Cached', 'ImplicitlyCreated'])

const list = (call: Call): Reply => {
  const details = readBoolean(call.query.get('details'), 'details') ?? false
  const kind = call.query.get('kind')
  if (kind !== undefined && !kinds.has(kind))
    badData(`kind must be Hosted, Cached or ImplicitlyCreated, not "${shown(kind)}"`)
  const entries = call.state.contexts
    .list(call.tenant.hosted)
    .filter((entry) => kind === undefined || entry.kind === kind)
  return {
    status: 200,
    body: entries.map((entry) => (details ? detailsOf(call, entry) : urlOf(call, entry))),
  }
}

const entryOf = (call: Call): ContextEntry => {
  const id = call.params['context'] ?? ''
  if (isCoreContextUrl(id))
    return badData('the core context is built in and cannot be served or changed here')
  return (
    call.state.contexts.find(call.tenant.hosted, id) ??
    refuse('ResourceNotFound', `there is no context "${shown(id)}"`)
  )
}

const serve = (call: Call): Reply => {
  const details = readBoolean(call.query.get('details'), 'details') ?? false
  const entry = entryOf(call)
  if (details) return { status: 200, body: detailsOf(call, entry) }
  if (entry.kind === 'Cached')
    return refuse(
      'OperationNotSupported',
      'a cached context is served at its own URL; details=true tells about it',
    )
  entry.hits += 1
  entry.lastUsage = call.now
  return { status: 200, body: entry.document }
}

const remove = async (call: Call): Promise<Reply> => {
  const reload = readBoolean(call.query.get('reload'), 'reload') ?? false
  const entry = entryOf(call)
  if (reload) await call.state.contexts.reload(entry)
  else call.state.contexts.remove(call.tenant.hosted, entry)
  return noContent
}

/** Hosting of contexts (CIM 009 5.13, 6.29, 6.30). */
export const contextRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/jsonldContexts',
    parameters: [],
    consumes: 'plain',
    createsTenant: true,
    handle: host,
  },
  {
    method: 'GET',
    path: '/jsonldContexts',
    parameters: ['details', 'kind'],
    produces: jsonOnly,
    handle: list,
  },
  {
    method: 'GET',
    path: '/jsonldContexts/:context',
    parameters: ['details'],
    produces: jsonOnly,
    handle: serve,
  },
  { method: 'DELETE', path: '/jsonldContexts/:context', parameters: ['reload'], handle: remove },
]

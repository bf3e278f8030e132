import { instantOf } from '../ngsi/date-time.js'
import type { Call } from './call.js'
import { createEntity } from './entity-operations.js'
import type { EntityQuery } from './entity-query.js'
import { readFragment, requireWhole } from './entity-reader.js'
import type { StoredRegistration } from './registration.js'
import type { SourceAnswer } from './source-client.js'
import { aliasOf, sourceHeaders, sourcesFor, sourceTimeoutMs, sourceUrl } from './source-request.js'
import { attributesOf, type Instance, type StoredEntity } from './stored-entity.js'

/** Entities of context sources, and what went wrong there as values of NGSILD-Warning (CIM 009 6.3.17). */
export interface RemoteEntities {
  readonly entities: readonly StoredEntity[]
  readonly warnings: readonly string[]
}

const nothing: RemoteEntities = { entities: [], warnings: [] }

const readEntities = (call: Call, body: unknown): readonly StoredEntity[] =>
  (Array.isArray(body) ? body : [body]).map((item) => {
    const fragment = requireWhole(
      readFragment(item, {
        context: call.context,
        now: call.now,
        nulls: 'refused',
        maxDepth: call.state.limits.maxDepth,
      }),
    )
    return createEntity(fragment, call.now).after as StoredEntity
  })

const understood = (call: Call, registration: StoredRegistration, answer: SourceAnswer): RemoteEntities => {
  const warn = (code: number, text: string): RemoteEntities => ({
    entities: [],
    warnings: [`${code} ${aliasOf(registration) ?? registration.id} "${text}"`],
  })
  if (answer.kind === 'none') return nothing
  if (answer.kind === 'failed') return warn(answer.code, answer.text)
  try {
    return { entities: readEntities(call, answer.body), warnings: [] }
  } catch {
    return warn(111, 'the source sent what is no NGSI-LD')
  }
}

/** Asks every inclusive source that may have entities of a query; failures become warnings (CIM 009 4.3.6, 5.7.2). */
export const readRemote = async (
  call: Call,
  operation: 'queryEntity' | 'retrieveEntity',
  query: EntityQuery,
  path: string,
): Promise<RemoteEntities> => {
  const sources = sourcesFor(call, operation, query)
  if (sources.length === 0) return nothing
  const more = operation === 'queryEntity' ? [`limit=${call.state.limits.maxPage}`] : []
  const answers = await Promise.all(
    sources.map(async (registration) => {
      const request = {
        url: sourceUrl(call, registration, path, more),
        headers: sourceHeaders(call, registration),
        timeoutMs: sourceTimeoutMs(registration),
      }
      return understood(call, registration, await call.state.sources.read(request))
    }),
  )
  return {
    entities: answers.flatMap(({ entities }) => entities),
    warnings: answers.flatMap(({ warnings }) => warnings),
  }
}

const newer = (a: Instance, b: Instance): boolean => {
  const instant = (text: string | undefined): number =>
    text === undefined ? Number.NEGATIVE_INFINITY : (instantOf(text) ?? 0)
  return instant(a.observedAt) > instant(b.observedAt)
}

const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value

/** Two views of one entity as one: types united, of the same instance the one observed last (CIM 009 4.5.5). */
const mergeTwo = (first: StoredEntity, second: StoredEntity): StoredEntity => {
  const types = [...new Set([...listOf(first.type), ...listOf(second.type)])]
  const result: Record<string, unknown> = { ...first, type: types.length === 1 ? types[0] : types }
  for (const [name, instances] of attributesOf(second)) {
    const merged = [...(attributesOf({ [name]: result[name] })[0]?.[1] ?? [])].filter(
      (one) => one !== undefined,
    )
    for (const instance of instances) {
      const at = merged.findIndex(({ datasetId }) => datasetId === instance.datasetId)
      const known = merged[at]
      if (known === undefined) merged.push(instance)
      else if (newer(instance, known)) merged[at] = instance
    }
    result[name] = merged.length === 1 ? merged[0] : merged
  }
  return result as unknown as StoredEntity
}

/** Merges local and remote entities by id, local ones first; local data wins where neither says when. */
export const mergeEntities = (
  local: Iterable<StoredEntity>,
  remote: readonly StoredEntity[],
): readonly StoredEntity[] => {
  const merged = new Map<string, StoredEntity>()
  for (const entity of [...local, ...remote]) {
    const known = merged.get(entity.id)
    merged.set(entity.id, known === undefined ? entity : mergeTwo(known, entity))
  }
  return [...merged.values()]
}

/** The header with what went wrong at sources; none when nothing did. */
export const warningHeader = (warnings: readonly string[]): Readonly<Record<string, string>> =>
  warnings.length === 0 ? {} : { 'NGSILD-Warning': warnings.join(', ') }

import { coreContextUrl } from '../ngsi/core-contexts.js'
import { isObject, typesOf } from '../ngsi/entity.js'
import type { ProblemDetails } from '../ngsi/problem.js'
import type { TypeSelection } from '../query/type-selection.js'
import { type Call, noContent, type Reply } from './call.js'
import type { EntityQuery } from './entity-query.js'
import { ProblemError } from './problem-error.js'
import { readTypes } from './query-request.js'
import type { StoredRegistration } from './registration.js'
import type { SourceOutcome } from './source-client.js'
import { passedBrokers, sourceHeaders, sourcesFor, sourceTimeoutMs, sourceUrl } from './source-request.js'

/** A write by its name in registrations (CIM 009 4.20), and how its failures are told: by entity or by attribute. */
export interface WriteKind {
  readonly operation: string
  readonly result: 'entity' | 'attributes'
}

const heads: ReadonlySet<string> = new Set([
  'id',
  '@id',
  'type',
  '@type',
  'scope',
  'expiresAt',
  'createdAt',
  'modifiedAt',
  '@context',
])

const isOneAttribute = (call: Call): boolean => call.params['attr'] !== undefined

/** IRIs of the attributes that a write is about; undefined where it is about whole entities. */
const writtenNames = (call: Call): readonly string[] | undefined => {
  const { attr } = call.params
  if (attr !== undefined) return [call.context.expand(attr)]
  const { body } = call
  const names = isObject(body) ? Object.keys(body).filter((name) => !heads.has(name)) : []
  return names.length === 0 ? undefined : names.map((name) => call.context.expand(name))
}

const anyOf = (types: readonly string[]): TypeSelection => ({
  kind: 'or',
  selections: types.map((name) => ({ kind: 'type', name })),
})

/** The types that the entity of a write has: as stored, else as the request says, else unknown. */
const writtenTypes = (call: Call, id: string): TypeSelection | undefined => {
  const stored = call.tenant.entities.get(id)
  if (stored !== undefined) return anyOf(typesOf(stored))
  const asked = call.query.get('type')
  if (asked !== undefined) return readTypes(asked, call.context)
  const given = isObject(call.body) && !isOneAttribute(call) ? typesOf(call.body) : []
  return given.length === 0 ? undefined : anyOf(given.map((name) => call.context.expand(name)))
}

const writtenId = (call: Call): string =>
  call.params['id'] ?? String((isObject(call.body) ? (call.body['id'] ?? call.body['@id']) : undefined) ?? '')

/** Attribute IRIs that a registration is about; undefined where it is about all. */
const offeredNames = ({ plan }: StoredRegistration): ReadonlySet<string> | undefined =>
  plan.elements.some(({ names }) => names === undefined)
    ? undefined
    : new Set(plan.elements.flatMap(({ names }) => [...(names ?? [])]))

/** The part of a body that a source is about, as JSON-LD: what names mean must not depend on the source. */
const bodyFor = (call: Call, registration: StoredRegistration): string | undefined => {
  if (!isObject(call.body)) return undefined
  const offered = offeredNames(registration)
  const isSent = (name: string): boolean =>
    offered === undefined || isOneAttribute(call) || heads.has(name) || offered.has(call.context.expand(name))
  const part = Object.entries(call.body).filter(([name]) => name !== '@context' && isSent(name))
  return JSON.stringify({ ...Object.fromEntries(part), '@context': call.context.source ?? coreContextUrl })
}

interface Forwarded {
  readonly registration: StoredRegistration
  readonly outcome: SourceOutcome
}

const forward = async (call: Call, registration: StoredRegistration, method: string): Promise<Forwarded> => {
  const body = bodyFor(call, registration)
  const { Link: link, ...headers } = sourceHeaders(call, registration)
  const content = body === undefined ? { Link: link ?? '' } : { 'Content-Type': 'application/ld+json' }
  const outcome = await call.state.sources.write({
    method,
    url: sourceUrl(call, registration, call.path.replace(/^.*?\/ngsi-ld\/v1/, ''), []),
    headers: { ...headers, ...content },
    body,
    timeoutMs: sourceTimeoutMs(registration),
  })
  return { registration, outcome }
}

type Local = { readonly reply: Reply } | { readonly missing: ProblemError }

/** The local part; that nothing is here is no failure while a source may have it. */
const attempt = async (call: Call, work: (call: Call) => Reply | Promise<Reply>): Promise<Local> => {
  try {
    return { reply: await work(call) }
  } catch (error) {
    if (error instanceof ProblemError && error.kind === 'ResourceNotFound') return { missing: error }
    throw error
  }
}

interface Failure {
  readonly registrationId: string
  readonly error: ProblemDetails
}

const partly = (call: Call, kind: WriteKind, failures: readonly Failure[], isDone: boolean): Reply => {
  const id = writtenId(call)
  const names = writtenNames(call) ?? []
  const body =
    kind.result === 'entity'
      ? {
          success: isDone ? [id] : [],
          errors: failures.map(({ registrationId, error }) => ({ entityId: id, error, registrationId })),
        }
      : {
          updated: isDone ? names : [],
          notUpdated: failures.flatMap(({ registrationId, error }) =>
            names.map((attributeName) => ({ attributeName, reason: error.detail, registrationId })),
          ),
        }
  return { status: 207, mediaType: 'application/json', body }
}

const asked = (call: Call): EntityQuery => {
  const id = writtenId(call)
  return {
    selectors: [{ ids: new Set([id]), idPattern: undefined, types: writtenTypes(call, id) }],
    attributes: writtenNames(call),
    filter: undefined,
    geo: undefined,
    scope: undefined,
    expandValue: undefined,
  }
}

/**
 * Does a write here and at every inclusive source whose registration has the operation (CIM 009 4.3.6). Data that is
 * refused here is not forwarded; what a source refuses is told in a 207 with its registrationId.
 */
export const distributedWrite =
  (method: string, kind: WriteKind, work: (call: Call) => Reply | Promise<Reply>) =>
  async (call: Call): Promise<Reply> => {
    // A write must not be done twice because registrations form a circle (CIM 009 4.3.6.5).
    if (passedBrokers(call).includes(call.tenant.alias))
      throw new ProblemError('Conflict', 'the request came through this broker already', 508)
    // Before the local part: it may delete what the types are known from.
    const sources = call.tenant.registrations.size === 0 ? [] : sourcesFor(call, kind.operation, asked(call))
    if (sources.length === 0) return work(call)
    const local = await attempt(call, work)
    const forwarded = await Promise.all(sources.map((registration) => forward(call, registration, method)))
    const failures = forwarded.flatMap(({ registration: { id }, outcome }) =>
      outcome.kind === 'failed' ? [{ registrationId: id, error: outcome.error }] : [],
    )
    const isDone = 'reply' in local || forwarded.some(({ outcome }) => outcome.kind === 'done')
    if (failures.length > 0) return partly(call, kind, failures, isDone)
    if ('reply' in local) return local.reply
    if (isDone) return noContent
    throw local.missing
  }

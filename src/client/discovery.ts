import { type CapabilityWords, capabilityWords } from '../dialect/capability.js'
import type { Verdict } from '../dialect/detection.js'
import type { Capability, GeoRelationName, Limits, Support } from '../dialect/dialect.js'
import { isSuccess } from '../http/reply.js'
import { encode } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject, textOf } from '../ngsi/entity.js'
import { type Connection, trySend } from './connection.js'
import { type CallOptions, contextFor } from './entity.js'
import { isMissingTenant } from './page.js'

/** An entity type that the broker has entities of. */
export interface EntityType {
  /** Short name under the request's context, or the IRI. */
  readonly name: string
  readonly iri: string | undefined
  readonly attributes: readonly string[]
}

/** An attribute that the broker has on some entity. */
export interface AttributeUse {
  /** Short name under the request's context, or the IRI. */
  readonly name: string
  readonly iri: string | undefined
  /** Names of the entity types that have it. */
  readonly types: readonly string[]
}

/** An entity type in detail. */
export interface EntityTypeInfo {
  readonly name: string
  readonly iri: string | undefined
  /** How many entities the broker has of it; undefined where it does not say. */
  readonly count: number | undefined
  readonly attributes: readonly {
    readonly name: string
    readonly iri: string | undefined
    /** Property, Relationship and so on; several where entities differ. */
    readonly kinds: readonly string[]
  }[]
}

/** An attribute in detail. */
export interface AttributeInfo extends AttributeUse {
  /** How many entities have it; undefined where the broker does not say. */
  readonly count: number | undefined
  /** Property, Relationship and so on; several where entities differ. */
  readonly kinds: readonly string[]
}

/** One thing that a broker lacks. */
export interface Lack extends CapabilityWords {
  readonly capability: Capability
}

/** What a broker is known to lack. */
export const lacksOf = (can: BrokerInfo['can']): readonly Lack[] =>
  (Object.keys(capabilityWords) as Capability[])
    .filter((capability) => can[capability] === 'no')
    .map((capability) => ({ capability, ...capabilityWords[capability] }))

/** What is known of the broker. */
export interface BrokerInfo {
  readonly url: string
  readonly product: string
  readonly dialect: Verdict['dialect']
  readonly version: string | undefined
  /** What gave it away. */
  readonly evidence: string
  readonly limits: Limits
  readonly can: Readonly<Record<Capability, Support>>
  readonly geoRelations: readonly GeoRelationName[]
  readonly notes: readonly string[]
  /** What the broker is known to lack, in words, and what the library does about it. */
  readonly lacks: readonly Lack[]
  /** What was done on this side so far, and why. */
  readonly emulated: readonly string[]
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

const entityType = (item: JsonObject): EntityType => ({
  name: String(item['typeName'] ?? item['id']),
  iri: textOf(item['id']),
  attributes: texts(item['attributeNames']),
})

const attributeUse = (item: JsonObject): AttributeUse => ({
  name: String(item['attributeName'] ?? item['id']),
  iri: textOf(item['id']),
  types: texts(item['typeNames']),
})

/** Reads a list of details; a broker that gives names only still gives those. A tenant that is not there has none. */
const listDetails = async (
  connection: Connection,
  path: string,
  namesMember: string,
  { context = connection.context, signal }: CallOptions,
): Promise<readonly JsonObject[]> => {
  try {
    const { body } = await connection.send({ method: 'GET', path, query: { details: true }, context, signal })
    if (Array.isArray(body)) return body.filter(isObject)
    return (isObject(body) ? texts(body[namesMember]) : []).map((name) => ({
      typeName: name,
      attributeName: name,
    }))
  } catch (error) {
    if (isMissingTenant(error)) return []
    throw error
  }
}

/** Lists the types that the broker has, with their attribute names (CIM 009 5.7.6). */
export const listTypes = async (
  connection: Connection,
  options: CallOptions = {},
): Promise<readonly EntityType[]> =>
  (await listDetails(connection, '/ngsi-ld/v1/types', 'typeList', options)).map(entityType)

/** Lists the attributes that the broker has, with the types that have them (CIM 009 5.7.9). */
export const listAttributes = async (
  connection: Connection,
  options: CallOptions = {},
): Promise<readonly AttributeUse[]> =>
  (await listDetails(connection, '/ngsi-ld/v1/attributes', 'attributeList', options)).map(attributeUse)

const countOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** Describes one type (CIM 009 5.7.7); rejects with ResourceNotFound where the broker has no entity of it. */
export const typeInfo = async (
  connection: Connection,
  type: Model | string,
  options: CallOptions = {},
): Promise<EntityTypeInfo> => {
  const model = typeof type === 'string' ? undefined : type
  const context =
    model === undefined
      ? (options.context ?? connection.context)
      : contextFor(connection, model, options.context)
  const path = `/ngsi-ld/v1/types/${encode(model?.type ?? String(type))}`
  const reply = await connection.send({ method: 'GET', path, context, signal: options.signal })
  const body = isObject(reply.body) ? reply.body : {}
  const details = Array.isArray(body['attributeDetails']) ? body['attributeDetails'].filter(isObject) : []
  return {
    name: String(body['typeName'] ?? body['id']),
    iri: textOf(body['id']),
    count: countOf(body['entityCount']),
    attributes: details.map((item) => ({
      name: String(item['attributeName'] ?? item['id']),
      iri: textOf(item['id']),
      kinds: texts(item['attributeTypes']),
    })),
  }
}

/** Describes one attribute (CIM 009 5.7.10); rejects with ResourceNotFound where no entity has it. */
export const attributeInfo = async (
  connection: Connection,
  name: string,
  { context = connection.context, signal }: CallOptions = {},
): Promise<AttributeInfo> => {
  const path = `/ngsi-ld/v1/attributes/${encode(name)}`
  const reply = await connection.send({ method: 'GET', path, context, signal })
  const body = isObject(reply.body) ? reply.body : {}
  return {
    ...attributeUse(body),
    count: countOf(body['attributeCount']),
    kinds: texts(body['attributeTypes']),
  }
}

/**
 * Asks whether the broker keeps history, where nobody knows yet, and remembers the answer: Orion-LD answers 501
 * without TRoE or Mintaka (recorded, 36a8d17). Gives `try` when the answer says neither.
 */
export const probeHistory = async (connection: Connection, signal?: AbortSignal): Promise<Support> => {
  const { can } = await connection.dialect(signal)
  if (can.temporal !== 'try') return can.temporal
  const reply = await trySend(connection, 'temporal', {
    method: 'GET',
    path: '/ngsi-ld/v1/temporal/entities',
    query: { type: 'SdkProbe', timerel: 'after', timeAt: '1970-01-02T00:00:00Z', lastN: 1 },
    tenant: '',
    signal,
  })
  if (reply === undefined) return 'no'
  if (!isSuccess(reply)) return 'try'
  connection.learn('temporal', 'yes')
  return 'yes'
}

/**
 * Tells the two modes of Orion-LD apart by a question that changes nothing: a place that equals another is answered by
 * the default mode and refused with 501 by the other (recorded, 36a8d17).
 */
export const probeMode = async (connection: Connection, signal?: AbortSignal): Promise<void> => {
  const { modes } = await connection.dialect(signal)
  if (modes === undefined) return
  const reply = await connection.request({
    method: 'GET',
    path: '/ngsi-ld/v1/entities',
    query: modes.probe,
    tenant: '',
    retry: false,
    signal,
  })
  const shown = modes.answers[reply.status]
  if (shown !== undefined) connection.becomes(shown, `its answer to georel=${modes.probe['georel']}`)
}

/** Says which broker it is and what it can do. */
export const brokerInfo = async (connection: Connection, signal?: AbortSignal): Promise<BrokerInfo> => {
  const dialect = await connection.dialect(signal)
  const verdict = connection.verdict()
  return {
    url: connection.baseUrl,
    product: dialect.product,
    dialect: dialect.name,
    version: verdict.version,
    evidence: verdict.evidence,
    limits: dialect.limits,
    can: dialect.can,
    geoRelations: dialect.geoRelations,
    notes: dialect.notes,
    lacks: lacksOf(dialect.can),
    emulated: connection.emulations(),
  }
}

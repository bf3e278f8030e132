import type { Verdict } from '../dialect/detection.js'
import type { Capability, GeoRelationName, Limits, Support } from '../dialect/dialect.js'
import { isSuccess } from '../http/reply.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { type Connection, trySend } from './connection.js'
import type { CallOptions } from './entity.js'
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
  /** What was done on this side so far, and why. */
  readonly emulated: readonly string[]
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

const entityType = (item: JsonObject): EntityType => ({
  name: String(item['typeName'] ?? item['id']),
  iri: typeof item['id'] === 'string' ? item['id'] : undefined,
  attributes: texts(item['attributeNames']),
})

const attributeUse = (item: JsonObject): AttributeUse => ({
  name: String(item['attributeName'] ?? item['id']),
  iri: typeof item['id'] === 'string' ? item['id'] : undefined,
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
    emulated: connection.emulations(),
  }
}

import { randomUUID } from 'node:crypto'
import { typesOf } from '../ngsi/entity.js'
import type { Call, Reply, Route } from './call.js'
import { attributeIri } from './entity-reader.js'
import { readBoolean } from './parameters.js'
import { refuse } from './problem-error.js'
import { expandName } from './reading.js'
import { attributeNames, instancesOf, type StoredEntity } from './stored-entity.js'

const jsonOnly = ['application/json', 'application/ld+json'] as const

/** What the entities of a tenant have of one attribute. */
interface AttributeFacts {
  count: number
  readonly kinds: Set<string>
  readonly types: Set<string>
}

function* entitiesOf(call: Call): Iterable<StoredEntity> {
  for (const { entity } of call.tenant.entities.records()) yield entity
}

const factsOf = (entities: Iterable<StoredEntity>): ReadonlyMap<string, AttributeFacts> => {
  const facts = new Map<string, AttributeFacts>()
  for (const entity of entities)
    for (const name of attributeNames(entity)) {
      const known = facts.get(name) ?? { count: 0, kinds: new Set(), types: new Set() }
      facts.set(name, known)
      for (const type of typesOf(entity)) known.types.add(type)
      for (const { type } of instancesOf(entity[name])) {
        known.count += 1
        known.kinds.add(type)
      }
    }
  return facts
}

const entitiesOfType = (call: Call, type: string): readonly StoredEntity[] =>
  [...call.tenant.entities.ofType(type)].map(({ entity }) => entity)

const names = (call: Call, iris: Iterable<string>): readonly string[] => [...iris].map(call.context.compact)

const ok = (body: unknown): Reply => ({ status: 200, body, contextual: true })

const wantsDetails = (call: Call): boolean => {
  readBoolean(call.query.get('local'), 'local')
  return readBoolean(call.query.get('details'), 'details') ?? false
}

const listTypes = (call: Call): Reply => {
  const types = [...call.tenant.entities.types().keys()]
  if (!wantsDetails(call))
    return ok({
      id: `urn:ngsi-ld:EntityTypeList:${randomUUID()}`,
      type: 'EntityTypeList',
      typeList: names(call, types),
    })
  return ok(
    types.map((type) => ({
      id: type,
      type: 'EntityType',
      typeName: call.context.compact(type),
      attributeNames: names(call, factsOf(entitiesOfType(call, type)).keys()),
    })),
  )
}

const describeType = (call: Call): Reply => {
  const type = expandName(call.context, call.params['type'] ?? '', 'type name')
  const entities = entitiesOfType(call, type)
  if (entities.length === 0) return refuse('ResourceNotFound', `there is no entity of type ${type}`)
  return ok({
    id: type,
    type: 'EntityTypeInfo',
    typeName: call.context.compact(type),
    entityCount: entities.length,
    attributeDetails: [...factsOf(entities)].map(([name, { kinds }]) => ({
      id: name,
      type: 'Attribute',
      attributeName: call.context.compact(name),
      attributeTypes: [...kinds],
    })),
  })
}

const listAttributes = (call: Call): Reply => {
  const facts = factsOf(entitiesOf(call))
  if (!wantsDetails(call))
    return ok({
      id: `urn:ngsi-ld:AttributeList:${randomUUID()}`,
      type: 'AttributeList',
      attributeList: names(call, facts.keys()),
    })
  return ok(
    [...facts].map(([name, { types }]) => ({
      id: name,
      type: 'Attribute',
      attributeName: call.context.compact(name),
      typeNames: names(call, types),
    })),
  )
}

const describeAttribute = (call: Call): Reply => {
  const name = attributeIri(call.params['attr'] ?? '', { context: call.context })
  const facts = factsOf(entitiesOf(call)).get(name)
  if (facts === undefined) return refuse('ResourceNotFound', `no entity has the attribute ${name}`)
  return ok({
    id: name,
    type: 'Attribute',
    attributeName: call.context.compact(name),
    attributeCount: facts.count,
    attributeTypes: [...facts.kinds],
    typeNames: names(call, facts.types),
  })
}

/** Discovery of types and attributes (CIM 009 5.7.5 to 5.7.10, 6.25 to 6.28). */
export const discoveryRoutes: readonly Route[] = [
  { method: 'GET', path: '/types', parameters: ['details', 'local'], produces: jsonOnly, handle: listTypes },
  { method: 'GET', path: '/types/:type', parameters: ['local'], produces: jsonOnly, handle: describeType },
  {
    method: 'GET',
    path: '/attributes',
    parameters: ['details', 'local'],
    produces: jsonOnly,
    handle: listAttributes,
  },
  {
    method: 'GET',
    path: '/attributes/:attr',
    parameters: ['local'],
    produces: jsonOnly,
    handle: describeAttribute,
  },
]

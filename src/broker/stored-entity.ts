import { type AttributeKind, attributeMembers, entityMembers, valueMembers } from '../ngsi/attribute.js'
import type { JsonObject } from '../ngsi/entity.js'

/** One instance of an attribute as it is stored: normalized, names expanded, with its own instants. */
export interface Instance extends JsonObject {
  readonly type: AttributeKind
  readonly datasetId?: string | undefined
  readonly observedAt?: string | undefined
  readonly expiresAt?: string | undefined
  readonly createdAt: string
  readonly modifiedAt: string
}

/** An attribute as it is stored: one instance, or several that their datasetIds tell apart. */
export type Instances = Instance | readonly Instance[]

/** An entity as it is stored: normalized JSON with IRIs as names, so that filters run on it as it is. Never changed in place. */
export interface StoredEntity extends JsonObject {
  readonly id: string
  readonly type: string | readonly string[]
  readonly scope?: string | readonly string[] | undefined
  readonly createdAt: string
  readonly modifiedAt: string
  readonly expiresAt?: string | undefined
}

/** The instances of an attribute as a list; none for undefined. */
export const instancesOf = (value: unknown): readonly Instance[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as Instance[]) : [value as Instance]

/** The names (IRIs) of an entity's attributes. */
export const attributeNames = (entity: JsonObject): readonly string[] =>
  Object.keys(entity).filter((name) => !entityMembers.has(name))

/** Every attribute of an entity with its instances. */
export const attributesOf = (entity: JsonObject): readonly (readonly [string, readonly Instance[]])[] =>
  attributeNames(entity).map((name) => [name, instancesOf(entity[name])])

/** The scopes of an entity as a list. */
export const scopesOf = (entity: JsonObject): readonly string[] => {
  const scope = entity['scope']
  return scope === undefined ? [] : Array.isArray(scope) ? (scope as string[]) : [scope as string]
}

/** The value of an instance, from the member that its type uses. */
export const attributeValue = (instance: Instance): unknown => instance[valueMembers[instance.type]]

/** Tells whether a member of an instance is a sub-attribute: an object, unlike the sealed texts beside ngsildproof (CIM 009 5.2.5). */
export const isSubAttribute = (name: string, value: unknown): boolean =>
  typeof value === 'object' && (name === 'ngsildproof' || !attributeMembers.has(name))

import type { Attribute } from './attribute.js'

/** A JSON-LD context as NGSI-LD takes it: URL, term map, or a list of both. */
export type LdContext = string | Readonly<Record<string, unknown>> | readonly LdContext[]

interface EntityHead {
  readonly id: string
  readonly type: string | readonly string[]
  readonly scope?: string | readonly string[] | undefined
  readonly '@context'?: LdContext | undefined
  readonly createdAt?: string | undefined
  readonly modifiedAt?: string | undefined
  readonly expiresAt?: string | undefined
  readonly deletedAt?: string | undefined
}

/** An entity whose attributes are all normalized: objects with `type` and their value member (CIM 009 4.5.4). */
export interface NormalizedEntity extends EntityHead {
  readonly [attribute: string]: Attribute | readonly Attribute[] | unknown
}

/** An entity in concise form: normalized without `type`, bare where nothing is lost (CIM 009 4.5.0). */
export interface ConciseEntity extends EntityHead {
  readonly [attribute: string]: unknown
}

/** An entity in simplified form, also called keyValues: attribute name to bare value (CIM 009 4.5.5). */
export interface SimplifiedEntity extends EntityHead {
  readonly [attribute: string]: unknown
}

/** Any JSON object. */
export type JsonObject = { readonly [name: string]: unknown }

/** Tells whether a value is a JSON object: no array, no null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value that is a text; undefined for any other. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The type names of an entity as a list; brokers send one name or several. */
export const typesOf = (entity: { readonly type?: unknown }): readonly string[] =>
  Array.isArray(entity.type)
    ? (entity.type as string[])
    : typeof entity.type === 'string'
      ? [entity.type]
      : []

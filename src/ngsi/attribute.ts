import type { Geometry, Point, Position } from './geojson.js'

/** The member that carries the value, by attribute kind (CIM 009 4.5.1 to 4.5.24). */
export const valueMembers = {
  Property: 'value',
  GeoProperty: 'value',
  Relationship: 'object',
  LanguageProperty: 'languageMap',
  VocabProperty: 'vocab',
  ListProperty: 'valueList',
  ListRelationship: 'objectList',
  JsonProperty: 'json',
} as const

/** One of the eight kinds of NGSI-LD attribute; the `type` member of a normalized attribute. */
export type AttributeKind = keyof typeof valueMembers

/** Tells whether a text is one of the eight attribute kinds. */
export const isAttributeKind = (kind: unknown): kind is AttributeKind =>
  typeof kind === 'string' && Object.hasOwn(valueMembers, kind)

/** Instants that a broker sets itself, on entities and attributes (CIM 009 4.8). */
export const systemTimes: ReadonlySet<string> = new Set(['createdAt', 'modifiedAt', 'deletedAt'])

/** Members of an attribute that are no sub-attributes (CIM 009 4.5.2.2 and following). */
export const attributeMembers: ReadonlySet<string> = new Set([
  'type',
  ...Object.values(valueMembers),
  'datasetId',
  'observedAt',
  'unitCode',
  'expiresAt',
  'valueType',
  'objectType',
  'createdAt',
  'modifiedAt',
  'deletedAt',
  'instanceId',
  'lang',
  'entity',
  'entityList',
  'ngsildproof',
  'previousValue',
  'previousObject',
  'previousLanguageMap',
  'previousVocab',
  'previousJson',
  'previousValueList',
  'previousObjectList',
  '@context',
])

/** Members of an entity that are no attributes. */
export const entityMembers: ReadonlySet<string> = new Set([
  'id',
  'type',
  '@id',
  '@type',
  '@context',
  'scope',
  'createdAt',
  'modifiedAt',
  'deletedAt',
  'expiresAt',
])

/** Non-reified members that any attribute may carry. Instants are DateTime texts, `2026-11-23T10:00:00Z`. */
export interface Metadata {
  readonly observedAt?: string | undefined
  readonly datasetId?: string | undefined
  readonly expiresAt?: string | undefined
  /** Set by the broker; shown with sysAttrs. */
  readonly createdAt?: string | undefined
  /** Set by the broker; shown with sysAttrs. */
  readonly modifiedAt?: string | undefined
}

/** A Property: any JSON value except null (CIM 009 4.5.2). `unitCode` is a UN/CEFACT common code. */
export interface Property<Value = unknown> extends Metadata {
  readonly type: 'Property'
  readonly value: Value
  readonly unitCode?: string | undefined
}

/** A GeoProperty: a GeoJSON geometry (CIM 009 4.5.2, 4.7). */
export interface GeoProperty<Value = Geometry> extends Metadata {
  readonly type: 'GeoProperty'
  readonly value: Value
}

/** A Relationship: the URI of another entity, or several (CIM 009 4.5.3). */
export interface Relationship<Target = string | readonly string[]> extends Metadata {
  readonly type: 'Relationship'
  readonly object: Target
  readonly objectType?: string | readonly string[] | undefined
}

/** A LanguageProperty: texts by language tag (CIM 009 4.5.18). */
export interface LanguageProperty extends Metadata {
  readonly type: 'LanguageProperty'
  readonly languageMap: Readonly<Record<string, string | readonly string[]>>
}

/** A VocabProperty: one or more terms of a vocabulary, expanded by the context (CIM 009 4.5.20). */
export interface VocabProperty<Term = string | readonly string[]> extends Metadata {
  readonly type: 'VocabProperty'
  readonly vocab: Term
}

/** A ListProperty: an ordered list of values (CIM 009 4.5.21). */
export interface ListProperty<Value = unknown> extends Metadata {
  readonly type: 'ListProperty'
  readonly valueList: readonly Value[]
  readonly unitCode?: string | undefined
}

/** A ListRelationship: an ordered list of entities (CIM 009 4.5.22). */
export interface ListRelationship extends Metadata {
  readonly type: 'ListRelationship'
  readonly objectList: readonly { readonly object: string }[]
  readonly objectType?: string | readonly string[] | undefined
}

/** A JsonProperty: raw JSON that no context touches (CIM 009 4.5.24). */
export interface JsonProperty<Value = unknown> extends Metadata {
  readonly type: 'JsonProperty'
  readonly json: Value
}

/** Any attribute instance in normalized form. */
export type Attribute =
  | Property
  | GeoProperty
  | Relationship
  | LanguageProperty
  | VocabProperty
  | ListProperty
  | ListRelationship
  | JsonProperty

/** What the builders take as metadata: instants also as Date. */
export interface MetadataInput {
  /** When the value was true in the world; DateTime text or Date. */
  readonly observedAt?: string | Date | undefined
  /** URI that tells this instance from others of the same attribute. */
  readonly datasetId?: string | undefined
  /** When the value stops being true. */
  readonly expiresAt?: string | Date | undefined
}

/** Attributes of an attribute, such as `accuracy`, by name. */
export type SubAttributes = Readonly<Record<string, Attribute | readonly Attribute[]>>

const instant = (value: string | Date): string => (value instanceof Date ? value.toISOString() : value)

const metadata = (
  input: (MetadataInput & { readonly unitCode?: string | undefined }) | undefined,
): Metadata =>
  Object.fromEntries(
    Object.entries(input ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value instanceof Date ? instant(value) : value]),
  )

/**
 * Makes a Property in normalized form.
 * @example property(21.5, { unitCode: 'CEL', observedAt: new Date() }, { accuracy: property(0.5) })
 */
export const property = <const Value>(
  value: Value,
  input?: MetadataInput & { readonly unitCode?: string | undefined },
  subAttributes?: SubAttributes,
): Property<Value> => ({ type: 'Property', value, ...metadata(input), ...subAttributes })

/**
 * Makes a GeoProperty in normalized form.
 * @example geoProperty(point(5.47, 51.44), { observedAt: '2026-11-23T10:00:00Z' })
 */
export const geoProperty = <const Value extends Geometry>(
  value: Value,
  input?: MetadataInput,
  subAttributes?: SubAttributes,
): GeoProperty<Value> => ({ type: 'GeoProperty', value, ...metadata(input), ...subAttributes })

/**
 * Makes a Relationship to one entity, or to several, in normalized form.
 * @example relationship('urn:ngsi-ld:OffStreetParking:station')
 */
export const relationship = <const Target extends string | readonly string[]>(
  object: Target,
  input?: MetadataInput & { readonly objectType?: string | readonly string[] | undefined },
  subAttributes?: SubAttributes,
): Relationship<Target> => ({ type: 'Relationship', object, ...metadata(input), ...subAttributes })

/**
 * Makes a LanguageProperty in normalized form.
 * @example languageProperty({ nl: 'Stationsplein', en: 'Station Square' })
 */
export const languageProperty = (
  languageMap: LanguageProperty['languageMap'],
  input?: MetadataInput,
): LanguageProperty => ({ type: 'LanguageProperty', languageMap, ...metadata(input) })

/** Makes a VocabProperty in normalized form. */
export const vocabProperty = <const Term extends string | readonly string[]>(
  vocab: Term,
  input?: MetadataInput,
): VocabProperty<Term> => ({ type: 'VocabProperty', vocab, ...metadata(input) })

/** Makes a ListProperty in normalized form. */
export const listProperty = <const Value>(
  valueList: readonly Value[],
  input?: MetadataInput & { readonly unitCode?: string | undefined },
): ListProperty<Value> => ({ type: 'ListProperty', valueList, ...metadata(input) })

/** Makes a ListRelationship in normalized form. */
export const listRelationship = (objects: readonly string[], input?: MetadataInput): ListRelationship => ({
  type: 'ListRelationship',
  objectList: objects.map((object) => ({ object })),
  ...metadata(input),
})

/** Makes a JsonProperty in normalized form. */
export const jsonProperty = <const Value>(json: Value, input?: MetadataInput): JsonProperty<Value> => ({
  type: 'JsonProperty',
  json,
  ...metadata(input),
})

/**
 * Makes a GeoJSON Point; longitude first, in degrees of WGS84.
 * @example point(5.47, 51.44)
 */
export const point = (longitude: number, latitude: number, altitude?: number): Point => ({
  type: 'Point',
  coordinates: (altitude === undefined ? [longitude, latitude] : [longitude, latitude, altitude]) as Position,
})

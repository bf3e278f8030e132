import type { Issue } from '../errors.js'
import type { AttributeKind } from '../ngsi/attribute.js'

/** JSON type names as JSON Schema writes them. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array'

/** What a model says of one attribute, as data. */
export interface AttributeDescriptor {
  readonly kind: AttributeKind
  /** IRI of the name in the model's own context. */
  readonly iri: string
  /** JSON type of the simplified value; several where the schema allows several. */
  readonly type?: JsonType | readonly JsonType[] | undefined
  /** True where the value is a list (an array of values, or several relationships). */
  readonly many?: boolean | undefined
  /** True where the model requires the attribute. */
  readonly required?: boolean | undefined
  /** Allowed values (of the items, where `many`). */
  readonly enum?: readonly (string | number | boolean)[] | undefined
  /** JSON Schema format, such as `date-time` or `uri`. */
  readonly format?: string | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  /** UN/CEFACT common code of the unit. */
  readonly unit?: string | undefined
  readonly description?: string | undefined
}

/** What a validator finds: nothing, or every issue (bounded), each with path, rule, message and hint. */
export type Validate = (entity: unknown) => readonly Issue[]

declare const simplified: unique symbol
declare const normalized: unique symbol

/**
 * A model's value (its type has the same name): everything that code needs to know about an entity type.
 * `Simplified` and `Normalized` are its TypeScript shapes; they exist at compile time only.
 */
export interface Model<Simplified = unknown, Normalized = unknown> {
  /** Entity type, short name. */
  readonly type: string
  /** IRI of the entity type in the model's own context. */
  readonly iri: string
  /** Where the model is published, `dataModel.Parking/OffStreetParking`, or undefined for a city's own. */
  readonly source?: string | undefined
  /** `$schemaVersion` of the official schema that it follows. */
  readonly version?: string | undefined
  /** URL of the model's JSON-LD context. */
  readonly context: string
  /** Names of required attributes, without id and type. */
  readonly required: readonly string[]
  readonly attributes: Readonly<Record<string, AttributeDescriptor>>
  /** Checks a simplified, concise or normalized entity against the model. */
  readonly validate: Validate
  readonly [simplified]?: Simplified
  readonly [normalized]?: Normalized
}

/** The simplified type of a model. */
export type SimplifiedOf<M> = M extends Model<infer S, unknown> ? S : never
/** The normalized type of a model. */
export type NormalizedOf<M> = M extends Model<unknown, infer N> ? N : never

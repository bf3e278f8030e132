import type { Issue } from '../errors.js'
import type { AttributeKind } from '../ngsi/attribute.js'
import type { Geometry } from '../ngsi/geojson.js'

/** JSON type names as JSON Schema writes them. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array'

/** What a model says of one attribute, as data. */
export interface AttributeDescriptor {
  readonly kind: AttributeKind
  /** IRI of the name in the model's own context. */
  readonly iri: string
  /** JSON type of the simplified value (of its items, where `many`); several where the schema allows several. */
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
  /** Geometry types that the attribute may hold; any of the six where it is not given. */
  readonly geometries?: readonly Geometry['type'][] | undefined
  /** UN/CEFACT common code of the unit. */
  readonly unit?: string | undefined
  readonly description?: string | undefined
}

/** Attribute descriptors by name. */
export type AttributeDescriptors = Readonly<Record<string, AttributeDescriptor>>

/**
 * What validation lets pass and reports. Read strictly, the schema refuses a time without zone; one relationship where
 * several are described or the other way round; a single value for a list, or a list of one for a single value.
 * The schemas allow, and brokers refuse, an id that is no URI (as NGSI v2 had them), coordinates beyond the earth, and any
 * entity type where a schema states none.
 */
export type Lenience =
  | 'time-without-zone'
  | 'one-or-many-relationships'
  | 'single-or-list'
  | 'id-no-uri'
  | 'coordinates-out-of-range'
  | 'other-entity-type'

/** How an entity is checked. */
export interface ValidateOptions {
  /** Which leniences are granted; `forBroker` has those for data that a broker is to take. @default all */
  readonly leniences?: readonly Lenience[] | undefined
  /** Told of each lenience that was used; its rule is `lenience.` and the name. */
  readonly onLenience?: ((issue: Issue) => void) | undefined
  /** Issues after which the search ends. @default 100 */
  readonly maxIssues?: number | undefined
}

/** A failed check of compiled code: JSON Pointer into the values, keyword of JSON Schema, what the keyword asked. */
export type CheckError = readonly [pointer: string, keyword: string, asked?: unknown]

/** A check of attribute values, compiled ahead by Ajv: true, or false with the first error in `errors`. */
export interface ValuesCheck {
  (values: object, path: string): boolean
  errors?: readonly CheckError[] | null
}

/** What a validator finds: nothing, or every issue (bounded), each with path, rule, message and hint. */
export type Validate = (entity: unknown, options?: ValidateOptions) => readonly Issue[]

declare const simplified: unique symbol
declare const normalized: unique symbol

/**
 * A model's value (its type has the same name): everything that code needs to know about an entity type.
 * `Simplified` and `Normalized` are its TypeScript shapes; they exist at compile time only.
 */
export interface Model<Simplified = unknown, Normalized = unknown> {
  /** Entity type, short name. */
  readonly type: string
  /** True where the published schema states no entity type, so that `type` is only the model's name. */
  readonly anyType?: boolean | undefined
  /** IRI of the entity type in the model's own context. */
  readonly iri: string
  /** Where the model is published, `dataModel.Parking/OffStreetParking`, or undefined for a city's own. */
  readonly source?: string | undefined
  /** `$schemaVersion` of the official schema that it follows. */
  readonly version?: string | undefined
  /** URL of the model's JSON-LD context. */
  readonly context: string
  /** IRIs of attributes that `extend` added, by name; the context does not know them. */
  readonly terms?: Readonly<Record<string, string>> | undefined
  /** Names of required attributes, without id and type. */
  readonly required: readonly string[]
  readonly attributes: AttributeDescriptors
  /** Checks a simplified, concise or normalized entity against the model. */
  readonly validate: Validate
  /** The compiled check of attribute values, which `extend` builds on. */
  readonly check?: ValuesCheck | undefined
  readonly [simplified]?: Simplified
  readonly [normalized]?: Normalized
}

/** The simplified type of a model. */
export type SimplifiedOf<M> = M extends Model<infer S, unknown> ? S : never
/** The normalized type of a model. */
export type NormalizedOf<M> = M extends Model<unknown, infer N> ? N : never

import type {
  AttributeKind,
  GeoProperty,
  JsonProperty,
  LanguageProperty,
  ListProperty,
  ListRelationship,
  Property,
  Relationship,
  VocabProperty,
} from '../ngsi/attribute.js'
import type { LdContext } from '../ngsi/entity.js'
import type { Geometry } from '../ngsi/geojson.js'

/** What an entity of one type has beside its attributes; the generated types extend it. */
export interface EntityHead<Type extends string = string> {
  /** URI of the entity. */
  id: string
  type: Type
  '@context'?: LdContext | undefined
  scope?: string | readonly string[] | undefined
}

/** Attribute names by kind; names that none lists are Properties. */
export type Kinds = { readonly [Kind in AttributeKind]?: string }

/** Kind of an attribute. @example KindOf<'location', { GeoProperty: 'location' }> // 'GeoProperty' */
type KindOf<Name, Named extends Kinds> =
  | { [Kind in keyof Named]: Name extends Named[Kind] ? Kind : never }[keyof Named]
  | (Name extends Named[keyof Named] ? never : 'Property')

/** Normalized instances by kind. */
interface InstanceOf<Value> {
  Property: Property<Value>
  GeoProperty: GeoProperty<Value extends Geometry ? Value : Geometry>
  Relationship: Relationship<string | readonly string[]>
  LanguageProperty: LanguageProperty
  VocabProperty: VocabProperty
  ListProperty: ListProperty<Value extends readonly (infer Item)[] ? Item : Value>
  ListRelationship: ListRelationship
  JsonProperty: JsonProperty<Value>
}

type OneOrMore<Instance> = Instance | readonly Instance[]

/** The normalized form of a simplified type: each attribute becomes an instance of its kind, or several. */
export type Normalized<Simplified, Named extends Kinds = Record<never, never>> = {
  [Name in keyof Simplified]: Name extends keyof EntityHead
    ? Simplified[Name]
    : OneOrMore<InstanceOf<Exclude<Simplified[Name], undefined>>[KindOf<Name, Named> & AttributeKind]>
}

/** What an update of an entity takes: its id, its type if one likes, and any attributes. */
export type Update<Simplified> = Partial<Omit<Simplified, 'id'>> & { id: string }

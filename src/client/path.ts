import type { Geometry } from '../ngsi/geojson.js'

/** Members of an entity that are no attributes. */
export type EntityMember =
  | 'id'
  | 'type'
  | 'scope'
  | '@context'
  | 'createdAt'
  | 'modifiedAt'
  | 'deletedAt'
  | 'expiresAt'

/** The attribute names of a simplified entity: `AttributeName<{ id: string; name: string }>` is `'name'`. */
export type AttributeName<S> = {
  [A in keyof S & string]: A extends EntityMember ? never : A
}[keyof S & string]

/**
 * The names of relationships, which a query can follow; all names where the model does not say.
 * @example RelationshipName<{ name: string; refIsle: string }, { name: Property; refIsle: Relationship }> // 'refIsle'
 */
export type RelationshipName<S, N> = {
  [A in AttributeName<S>]: A extends keyof N ? (IsRelationship<N[A]> extends true ? A : never) : A
}[AttributeName<S>]

type IsRelationship<Reified> = unknown extends Reified
  ? true
  : [Extract<Reified, { readonly type: 'Relationship' | 'ListRelationship' }>] extends [never]
    ? false
    : true

/** The names of attributes that hold a geometry; brokers know the first three without a model (CIM 009 4.7.1). */
export type GeometryName<S> =
  | 'location'
  | 'observationSpace'
  | 'operationSpace'
  | {
      [A in AttributeName<S>]: unknown extends S[A]
        ? A
        : [Extract<S[A], { readonly coordinates: unknown }>] extends [never]
          ? never
          : A
    }[AttributeName<S>]

/** Instants that the broker keeps for entity and attribute. */
export type SystemTime = 'createdAt' | 'modifiedAt' | 'expiresAt'

/** Non-reified members of an attribute that q can look at. */
export type SubMember = SystemTime | 'observedAt' | 'unitCode' | 'datasetId'

/** What a simplified value holds inside: `{ languageMap: M }` is M, `{ json: J }` is J, others are themselves. */
type Inside<V> = V extends { readonly languageMap: infer M }
  ? M
  : V extends { readonly json: infer J }
    ? J
    : V extends { readonly vocab: infer W }
      ? W
      : V

/** Objects whose members q can name; no lists and no geometries. */
type Struct<V> = V extends Geometry | readonly unknown[] | Date ? never : V extends object ? V : never

/** Member names of a value, two levels deep: `'addressLocality' | 'geo.lat'`. */
type Member<V> = {
  [M in keyof V & string]: M | `${M}.${keyof Struct<NonNullable<V[M]>> & string}`
}[keyof V & string]

/** An attribute's own paths: `name`, `name.observedAt`, `address[addressLocality]`. */
type AttributePath<S, A extends AttributeName<S>> =
  | A
  | `${A}.${SubMember}`
  | (Struct<Inside<NonNullable<S[A]>>> extends infer O
      ? [O] extends [never]
        ? never
        : `${A}[${Member<O>}]`
      : never)

/** Every path that a condition on a simplified entity may name, written as q writes it. */
export type Path<S> = { [A in AttributeName<S>]: AttributePath<S, A> }[AttributeName<S>] | SystemTime

type MemberAt<V, M> = M extends keyof V
  ? NonNullable<V[M]>
  : M extends `${infer First}.${infer Rest}`
    ? First extends keyof V
      ? MemberAt<NonNullable<V[First]>, Rest>
      : never
    : never

/** The value that a path leads to: `At<Parking, 'address[addressLocality]'>` is `string`. */
export type At<S, P> = P extends `${infer A}[${infer M}]`
  ? A extends keyof S
    ? MemberAt<Struct<Inside<NonNullable<S[A]>>>, M>
    : never
  : P extends SystemTime | `${string}.${SubMember}`
    ? string
    : P extends keyof S
      ? Inside<Exclude<S[P], undefined>>
      : never

/** One value of a list, or the value itself. */
type Item<V> = V extends readonly (infer I)[] ? I : V

/** True for `string` and patterns of it, false for a union of literals: enums have no order. */
type IsOpen<V extends string> = Record<never, never> extends Record<V, 1> ? true : false

type Equality = '==' | '!='
type Order = '>' | '>=' | '<' | '<='
type Pattern = '~=' | '!~='
type Existence = 'exists' | 'missing'

type ItemOperator<I> = [I] extends [never]
  ? never
  : [I] extends [boolean]
    ? Equality
    : [I] extends [number]
      ? Equality | Order
      : [I] extends [string]
        ? Equality | Pattern | (IsOpen<I> extends true ? Order : never)
        : [I] extends [object]
          ? never
          : Equality | Order | Pattern

/** The operators that fit a value: `OperatorFor<'open' | 'closed'>` has no `>`; `exists` and `missing` always fit. */
export type OperatorFor<V> = Existence | ItemOperator<Item<V>>

/** Open texts also take a Date, for date-time attributes. */
type Operand<I> = [I] extends [string] ? (IsOpen<I> extends true ? I | Date : I) : I

/** Both ends count. */
export interface Range<V> {
  readonly from: V
  readonly to: V
}

/** A range, for what has an order: numbers and open texts. */
type RangeOf<I> = [I] extends [boolean]
  ? never
  : [I] extends [string]
    ? IsOpen<I> extends true
      ? Range<I>
      : never
    : Range<I>

/** What may stand on the right: one value; for `==` and `!=` also a list (any of) or a range. */
export type ValueFor<V, O> = O extends Existence
  ? never
  : O extends Pattern
    ? string
    : O extends Order
      ? Operand<Item<V>>
      : Operand<Item<V>> | readonly Operand<Item<V>>[] | RangeOf<Operand<Item<V>>>

/** The arguments after the operator: none for existence. */
export type OperandArguments<V, O> = [O] extends [Existence] ? [value?: never] : [value: ValueFor<V, O>]

/** Paths of conditions on linked entities, for each relationship that a query follows: `refIsle{name}` (CIM 009 4.9). */
export type LinkedPath<T> = { [K in keyof T & string]: `${K}{${Path<T[K]>}}` }[keyof T & string]

/** The value that a path leads to, also through a relationship that is followed. */
export type AtLinked<S, T, P> = P extends `${infer K}{${infer Inner}}`
  ? K extends keyof T
    ? At<T[K], Inner>
    : never
  : At<S, P>

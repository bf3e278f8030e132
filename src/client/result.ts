import type { EntityMember } from './path.js'

/** The forms in which entities are read. */
export type Representation = 'simplified' | 'concise' | 'normalized'

/** What a query has chosen: form, attribute names, joined relationships, system times. */
export interface Shape {
  readonly as: Representation
  readonly keys: PropertyKey
  readonly linked: object
  /** The simplified entities behind the joined relationships. */
  readonly targets: object
  readonly sysAttrs: boolean
}

/** What a query starts with: everything, simplified. */
export interface DefaultShape<S> extends Shape {
  readonly as: 'simplified'
  readonly keys: keyof S
  // biome-ignore lint/complexity/noBannedTypes: the empty set of joined relationships.
  readonly linked: {}
  // biome-ignore lint/complexity/noBannedTypes: as above.
  readonly targets: {}
  readonly sysAttrs: false
}

/** One attribute in concise form: the bare value, or an object without `type`. */
export type Concise<Attribute> = Attribute extends readonly (infer Instance)[]
  ? readonly Concise<Instance>[]
  : Attribute extends { readonly type: 'Property' | 'GeoProperty'; readonly value: infer Value }
    ? Value | Omit<Attribute, 'type'>
    : Attribute extends { readonly type: string }
      ? Omit<Attribute, 'type'>
      : Attribute

interface SystemTimes {
  readonly createdAt: string
  readonly modifiedAt: string
}

type Head<S> = S extends { readonly type: infer T }
  ? { readonly id: string; readonly type: T }
  : { readonly id: string; readonly type: string }

/** Attributes that a query keeps; id and type stand in the head. */
type Kept<K extends PropertyKey> = Exclude<K, EntityMember> | Extract<K, 'scope'>

type SimplifiedAttributes<S, D extends Shape> = {
  readonly [A in keyof S as A extends Kept<D['keys']> ? A : never]: A extends keyof D['linked']
    ? D['linked'][A] | Extract<S[A], undefined>
    : S[A]
}

type ReifiedAttributes<N, D extends Shape> = {
  readonly [A in keyof N as A extends Kept<D['keys']> ? A : never]: D['as'] extends 'concise'
    ? Concise<N[A]>
    : N[A]
}

/** One entity as a query gives it; `Result<S, N, DefaultShape<S>>` is the simplified entity. */
export type Result<S, N, D extends Shape> = Head<S> &
  (D['as'] extends 'simplified' ? SimplifiedAttributes<S, D> : ReifiedAttributes<N, D>) &
  (D['sysAttrs'] extends true ? SystemTimes : unknown)

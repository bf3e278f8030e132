import type { EntityMember } from './path.js'

/** The forms in which entities are read. */
export type Representation = 'simplified' | 'concise' | 'normalized'

/** What a query has chosen: form, attribute names, joined relationships, system times. */
export interface Shape {
  readonly as: Representation
  readonly keys: PropertyKey
  /** The entities behind the joined relationships, by relationship. */
  readonly linked: object
  /** The same, simplified only: what conditions name. */
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

type SystemTimes = Readonly<Record<'createdAt' | 'modifiedAt', string>>

type Head<S> = S extends { readonly type: infer T }
  ? { readonly id: string; readonly type: T }
  : { readonly id: string; readonly type: string }

/** Attributes that a query keeps; id and type stand in the head. */
type Kept<K extends PropertyKey> = Exclude<K, EntityMember> | Extract<K, 'scope'>

/** An entity that a relationship leads to, simplified and normalized. */
export interface Linked<LS, LN> {
  readonly linkedSimplified: LS
  readonly linkedNormalized: LN
}

/** What stands in the place of a relationship's URI; the URI itself where there is no such entity. */
type Joined<Value, L> = Value extends readonly unknown[]
  ? readonly (LinkedEntity<L, 'simplified'> | string)[]
  : Value extends undefined
    ? undefined
    : LinkedEntity<L, 'simplified'> | string

type LinkedEntity<L, Form extends Representation> =
  L extends Linked<infer LS, infer LN>
    ? Result<LS, LN, Omit<DefaultShape<LS>, 'as'> & { readonly as: Form }>
    : never

/** A reified relationship with the entity that it leads to, or several; URIs stand in for entities that are not there. */
type WithEntity<Attribute, L, Form extends Representation> = Attribute extends readonly (infer Instance)[]
  ? readonly WithEntity<Instance, L, Form>[]
  : Attribute extends object
    ? Attribute & {
        readonly entity?: LinkedEntity<L, Form> | readonly (LinkedEntity<L, Form> | string)[] | undefined
      }
    : Attribute

type SimplifiedAttributes<S, D extends Shape> = {
  readonly [A in keyof S as A extends Kept<D['keys']> ? A : never]: A extends keyof D['linked']
    ? Joined<S[A], D['linked'][A]>
    : S[A]
}

type Reified<Attribute, Form extends Representation> = Form extends 'concise' ? Concise<Attribute> : Attribute

type ReifiedAttributes<N, D extends Shape> = {
  readonly [A in keyof N as A extends Kept<D['keys']> ? A : never]: A extends keyof D['linked']
    ? WithEntity<Reified<N[A], D['as']>, D['linked'][A], D['as']>
    : Reified<N[A], D['as']>
}

/** One entity as a query gives it; `Result<S, N, DefaultShape<S>>` is the simplified entity. */
export type Result<S, N, D extends Shape> = Head<S> &
  (D['as'] extends 'simplified' ? SimplifiedAttributes<S, D> : ReifiedAttributes<N, D>) &
  (D['sysAttrs'] extends true ? SystemTimes : unknown)

import type { EntityMember } from './path.js'
import type { Concise } from './result.js'

/** What a writer may give for one attribute: bare, concise or normalized. */
export type AttributeInput<Bare, Reified> = Bare | Concise<Reified> | Reified

/** A simplified entity of which `type` may be left out. */
type Untyped<S> = Omit<S, 'id' | 'type'> & {
  readonly id: string
  readonly type?: S extends { readonly type: infer T } ? T : string
}

/**
 * What a writer may give for one entity: `id`, every required attribute, each bare, concise or normalized.
 * `type` is filled in from the model where it is left out.
 */
export type Input<S, N> = {
  readonly [A in keyof Untyped<S>]: A extends EntityMember
    ? Untyped<S>[A]
    : AttributeInput<Untyped<S>[A], A extends keyof N ? N[A] : never>
}

/** As `Input`, with every attribute optional: for updates. */
export type PartialInput<S, N> = Partial<Omit<Input<S, N>, 'id' | 'type'>> & Pick<Input<S, N>, 'id' | 'type'>

/** As `PartialInput`; the NGSI-LD null in the place of an attribute deletes it (CIM 009 4.5.0). */
export type MergeInput<S, N> = {
  readonly [A in keyof PartialInput<S, N>]: A extends EntityMember
    ? PartialInput<S, N>[A]
    : PartialInput<S, N>[A] | 'urn:ngsi-ld:null'
}

/** As `PartialInput`; each attribute may be a list of instances, one for each instant. */
export type HistoryInput<S, N> = {
  readonly [A in keyof PartialInput<S, N>]: A extends EntityMember
    ? PartialInput<S, N>[A]
    : PartialInput<S, N>[A] | (A extends keyof N ? readonly NonNullable<N[A]>[] : never)
}

/** The names of an input that its model does not have; `never` when all are known. */
export type Excess<E, S> = E extends unknown ? Exclude<keyof E, keyof S | EntityMember> : never

/** Nothing for a right input; for a wrong one an object that names the attribute, so that the compiler shows it. */
export type NoExcess<E, S> = [Excess<E, S>] extends [never]
  ? unknown
  : { readonly 'no such attribute in the model': Excess<E, S> }

/** An input in which each wrong name asks for what no value is, so that the compiler shows the place. */
export type Checked<E, S, N> = E & { readonly [Name in Excess<E, S>]?: NoSuchAttribute } & WrongMembers<
    E,
    S,
    N
  >

interface NoSuchAttribute {
  readonly 'no such attribute in the model': never
}

interface NoSuchMember {
  readonly 'no such member of this attribute; a sub-attribute is written as property(…)': never
}

/** Wrong members of concise and normalized attributes; nothing to look at where all are bare. */
type WrongMembers<E, S, N> = [E] extends [S]
  ? unknown
  : {
      readonly [A in KeyOf<E> & keyof S & keyof N as [WrongMember<E, A, S, N[A]>] extends [never]
        ? never
        : A]?: InstanceLike<E, A, { readonly [M in WrongMember<E, A, S, N[A]>]?: NoSuchMember }>
    }

/** One instance of an attribute, or several where the input gives several. */
type InstanceLike<E, A extends PropertyKey, Instance> = [E] extends [
  { readonly [K in A]?: readonly unknown[] },
]
  ? readonly Instance[]
  : Instance

/** What may be changed of an attribute: members of its kind, and sub-attributes. */
export type Members<Reified> = Reified extends readonly unknown[] ? never : Partial<Omit<Reified, 'type'>>

/** Members in which each wrong name asks for what no value is. */
export type CheckedMembers<M, Reified> = M & {
  readonly [Name in MemberOutside<M, never, Reified>]?: NoSuchMember
}

type KeyOf<T> = T extends unknown ? keyof T : never

type WrongMember<E, A extends keyof S, S, Reified> = E extends { readonly [K in A]: infer Value }
  ? MemberOutside<Value, S[A], Reified>
  : never

/**
 * `MemberOutside<{ value: 1; observdAt: string }, number, Property>` is `'observdAt'`; what is an object may be a
 * sub-attribute, and a bare value has no members.
 */
type MemberOutside<Value, Bare, Reified> = Value extends Bare
  ? never
  : Value extends readonly (infer Item)[]
    ? MemberOutside<Item, Bare, Reified>
    : Value extends object
      ? Exclude<keyof Scalars<Value>, MemberOf<Reified>> | WrongKind<Value, Reified>
      : never

type MemberOf<Reified> = KeyOf<Reified extends readonly (infer Instance)[] ? Instance : Reified>

type Scalars<Value> = {
  [M in keyof Value as Value[M] extends object ? (Value[M] extends Date ? M : never) : M]: 1
}

/** `'type'` where a kind is written that the attribute is not of; a widened text may be the right one. */
type WrongKind<Value, Reified> = Value extends { readonly type: infer Kind extends string }
  ? string extends Kind
    ? never
    : [Extract<Reified, { readonly type: Kind }>] extends [never]
      ? 'type'
      : never
  : never

/** Where entities come from. */
export type Source<E> = readonly E[] | Iterable<E> | AsyncIterable<E>

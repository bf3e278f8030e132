import type { EntityMember } from './path.js'
import type { Concise } from './result.js'

/** What a writer may give for one attribute: bare, concise or normalized. */
export type AttributeInput<Bare, Reified> = Bare | Concise<Reified> | Reified

/**
 * What a writer may give for one entity: `id`, every required attribute, each bare, concise or normalized.
 * `type` is filled in from the model where it is left out.
 */
export type Input<S, N> = {
  readonly [A in keyof S as A extends 'type' ? never : A]: A extends EntityMember
    ? S[A]
    : AttributeInput<S[A], A extends keyof N ? N[A] : never>
} & { readonly id: string; readonly type?: S extends { readonly type: infer T } ? T : string }

/** As `Input`, with every attribute optional: for updates. */
export type PartialInput<S, N> = Partial<Omit<Input<S, N>, 'id' | 'type'>> & Pick<Input<S, N>, 'id' | 'type'>

/** The names of an input that its model does not have; `never` when all are known. */
export type Excess<E, S> = E extends unknown ? Exclude<keyof E, keyof S | EntityMember> : never

/** Nothing for a right input; for a wrong one an object that names the attribute, so that the compiler shows it. */
export type NoExcess<E, S> = [Excess<E, S>] extends [never]
  ? unknown
  : { readonly 'no such attribute in the model': Excess<E, S> }

/** Where entities come from. */
export type Source<E> = readonly E[] | Iterable<E> | AsyncIterable<E>

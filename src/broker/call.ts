import type { ActiveContext } from '../ngsi/context.js'
import type { LdContext } from '../ngsi/entity.js'
import type { MediaType } from './media-type.js'
import type { Parameters } from './parameters.js'
import type { NullRule, Reading } from './reading.js'
import type { BrokerState } from './state.js'
import type { Tenant } from './tenant.js'

/** A request that passed the gate: everything that an operation needs, and nothing of HTTP that it does not. */
export interface Call {
  readonly state: BrokerState
  readonly tenant: Tenant
  /** Path segments by their name in the route, percent-decoded once. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Parameters
  readonly header: (name: string) => string | undefined
  /** Parsed body; undefined for requests without. */
  readonly body: unknown
  /** True where the body carries its own @context (application/ld+json). */
  readonly isLinkedData: boolean
  readonly context: ActiveContext
  /** The context of the Link header, or undefined. */
  readonly linkContext: LdContext | undefined
  /** Media type of the answer. */
  readonly accept: MediaType
  /** Keywords of `options`. */
  readonly options: ReadonlySet<string>
  /** DateTime of the request. */
  readonly now: string
  /** Scheme, host and port under which the client reached the broker. */
  readonly origin: string
  /** Path of the request as the client wrote it, for paging links. */
  readonly path: string
}

/** What an operation answers; the gate adds context, tenant and content type. */
export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Links besides that to the context. */
  readonly links?: readonly string[] | undefined
  /** True where names in the body are of the request's context (CIM 009 6.3.5). */
  readonly contextual?: boolean | undefined
  /** Where it differs from the negotiated one: lists of errors are always JSON. */
  readonly mediaType?: MediaType | undefined
}

/** What a route answers with; a query lists those that Accept may choose from. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /ngsi-ld/v1, with `:name` segments. */
  readonly path: string
  /** Query parameters that it knows; any other is 400 InvalidRequest. */
  readonly parameters: readonly string[]
  /** Keywords that `options` may hold. */
  readonly keywords?: readonly string[] | undefined
  /** Values that `format` may have. */
  readonly formats?: readonly string[] | undefined
  /** Media types of the answer; undefined where none has a body. */
  readonly produces?: readonly MediaType[] | undefined
  /** `one`: a document with a context; `many`: an array with a context in each; `plain`: no context applies. */
  readonly consumes?: 'one' | 'many' | 'plain' | undefined
  /** True for operations that create the tenant (CIM 009 6.3.14). */
  readonly createsTenant?: boolean | undefined
  readonly handle: (call: Call) => Reply | Promise<Reply>
}

/** How the payload of a call is read. */
export const readingOf = (call: Call, nulls: NullRule): Reading => ({
  context: call.context,
  now: call.now,
  nulls,
  maxDepth: call.state.limits.maxDepth,
})

/** 204, the answer of most writes. */
export const noContent: Reply = { status: 204 }

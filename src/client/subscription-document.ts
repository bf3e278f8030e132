import type { JsonObject } from '../ngsi/entity.js'

/** Whom a broker notifies. */
export interface Endpoint {
  readonly uri: string
  readonly accept?: 'application/json' | 'application/ld+json' | 'application/geo+json' | undefined
  readonly receiverInfo?: readonly { readonly key: string; readonly value: string }[] | undefined
  readonly notifierInfo?: readonly { readonly key: string; readonly value: string }[] | undefined
  readonly timeout?: number | undefined
  readonly cooldown?: number | undefined
}

/** Which entities a subscription watches. */
export interface EntitySelector {
  readonly type: string
  readonly id?: string | readonly string[] | undefined
  readonly idPattern?: string | undefined
}

/** A subscription as brokers keep it (CIM 009 5.2.12); members that are missing here are kept as they are. */
export interface SubscriptionDocument extends JsonObject {
  readonly id: string
  readonly type: 'Subscription'
  readonly subscriptionName?: string | undefined
  readonly description?: string | undefined
  readonly entities?: readonly EntitySelector[] | undefined
  readonly watchedAttributes?: readonly string[] | undefined
  readonly q?: string | undefined
  readonly isActive?: boolean | undefined
  readonly status?: string | undefined
  readonly expiresAt?: string | undefined
  readonly throttling?: number | undefined
  readonly timeInterval?: number | undefined
  readonly jsonldContext?: string | undefined
  readonly notification?:
    | {
        readonly endpoint?: Endpoint | undefined
        readonly format?: string | undefined
        readonly attributes?: readonly string[] | undefined
        readonly status?: string | undefined
        readonly timesSent?: number | undefined
        readonly timesFailed?: number | undefined
        readonly consecutiveErrors?: number | undefined
        readonly lastErrorReason?: string | undefined
        readonly lastNotification?: string | undefined
        readonly lastSuccess?: string | undefined
        readonly lastFailure?: string | undefined
      }
    | undefined
}

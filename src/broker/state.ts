import type { Geometry } from '../ngsi/geojson.js'
import type { ContextStore } from './context-store.js'
import type { EntityChange } from './entity-change.js'
import type { GeoTest, QueryTools } from './entity-query.js'
import type { StoredRegistration } from './registration.js'
import type { BrokerLimits } from './settings.js'
import type { SourceClient } from './source-client.js'
import type { StoredSubscription } from './subscription.js'
import type { Tenant, Tenants } from './tenant.js'

/** What the routes of one broker share. */
export interface BrokerState {
  readonly limits: BrokerLimits
  readonly tenants: Tenants
  readonly contexts: ContextStore
  readonly sources: SourceClient
  readonly geoTest: GeoTest
  readonly distance: (a: Geometry, b: Geometry) => number
  /** Tells subscriptions, history and the data file what an operation did; never waits for a receiver. */
  readonly changed: (
    tenant: Tenant,
    changes: readonly EntityChange[],
    /** True where the history holds the change already. */
    options?: { readonly isRecorded: boolean },
  ) => void
  /** To be called when entities or attributes reached their end. */
  readonly ended: (tenant: Tenant, ids: readonly string[]) => void
  /** To be called when the history of an entity was written or deleted directly. */
  readonly historyChanged: (tenant: Tenant, id: string) => void
  /** To be called when subscriptions of a tenant were created, updated or deleted. */
  readonly resubscribed: (tenant: Tenant) => void
  /** To be called when a registration was created, updated or deleted. */
  readonly reregistered: (
    tenant: Tenant,
    before: StoredRegistration | undefined,
    after: StoredRegistration | undefined,
  ) => void
  /** To be called when a subscription to registrations was created, updated or (undefined) deleted. */
  readonly sourceSubscribed: (tenant: Tenant, subscription: StoredSubscription | undefined) => void
  /** Settles when everything that was told is durable; at once without a data file. */
  readonly flushed: () => Promise<void>
  readonly startedAt: number
  readonly version: string
}

/** Puts a change into the store; whoever calls it passes the changes of the whole request to `changed` afterwards. */
export const applyChange = (tenant: Tenant, change: EntityChange): void => {
  if (change.after === undefined) {
    tenant.entities.remove(change.id)
    tenant.expiry.forget(change.id)
  } else {
    tenant.entities.put(change.after)
    tenant.expiry.track(change.after)
  }
}

/** What queries on a tenant need besides the query. */
export const queryTools = (state: BrokerState, tenant: Tenant): QueryTools => ({
  geoTest: state.geoTest,
  linked: (uri) => tenant.entities.get(uri),
})

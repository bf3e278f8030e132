import { coreContextUrl } from '../ngsi/core-contexts.js'
import type { Geometry } from '../ngsi/geojson.js'
import type { GeoQuery } from '../query/geo.js'
import { createApp } from './app.js'
import { attributeRoutes } from './attribute-routes.js'
import { batchRoutes } from './batch-routes.js'
import type { Route } from './call.js'
import { contextRoutes } from './context-routes.js'
import { type ContextStore, createContextStore } from './context-store.js'
import { openDataFile } from './data-file.js'
import { createHttpDelivery } from './delivery.js'
import { createDeliveryQueue } from './delivery-queue.js'
import { discoveryRoutes } from './discovery-routes.js'
import { entityMapRoutes } from './entity-map-routes.js'
import { entityRoutes } from './entity-routes.js'
import { type Faults, withFaults } from './faults.js'
import { identityRoutes } from './identity-routes.js'
import { type Appended, createKeeper, type Keeper } from './keeper.js'
import { createMqttDelivery } from './mqtt-delivery.js'
import { createNotifier, type Notifier } from './notifier.js'
import { type OperationOptions, withOperation } from './operation.js'
import { registrationRoutes } from './registration-routes.js'
import { type BrokerLimits, defaultLimits } from './settings.js'
import { createSourceClient } from './source-client.js'
import { createSourceNotifier } from './source-notifier.js'
import { type BrokerState, queryTools } from './state.js'
import { sourceSubscriptionRoutes, subscriptionRoutes } from './subscription-routes.js'
import { temporalRoutes } from './temporal-routes.js'
import { createTenants, type Tenant, type Tenants } from './tenant.js'
import { version } from './version.js'

/** Which hosts may be reached: all, none at private addresses, or those that a function says. */
export type PrivateHosts = boolean | ((host: string) => boolean)

/** How an embedded broker behaves, apart from the port that it listens on. */
export interface EmbeddedBrokerOptions extends OperationOptions {
  /** Data file; everything is in it before it is answered. Needs the optional package libsql. @default memory only */
  readonly file?: string | undefined
  /** JSON-LD contexts by URL that need no fetching, besides those of the bundled models. */
  readonly contexts?: Readonly<Record<string, object>> | undefined
  /** URL of the core context in answers. @default that of NGSI-LD 1.9 */
  readonly coreContext?: string | undefined
  /** Whether contexts may be fetched from private addresses. @default false */
  readonly allowPrivateContexts?: PrivateHosts | undefined
  /** Whether notifications may be sent to private addresses. @default true for a broker that only this machine reaches */
  readonly allowPrivateReceivers?: PrivateHosts | undefined
  /** Whether registered sources at private addresses may be asked. @default as allowPrivateReceivers */
  readonly allowPrivateSources?: PrivateHosts | undefined
  /** Instances that the history keeps of each attribute, the newest ones; 0 keeps none. @default 1000 */
  readonly history?: number | undefined
  /** Days after which an instance of the history goes when a newer one comes. @default none goes by age */
  readonly historyDays?: number | undefined
  readonly limits?: Partial<BrokerLimits> | undefined
  /** Switches that make the broker misbehave, for tests of clients. */
  readonly faults?: Faults | undefined
}

/** A broker without a socket: a function from Request to Response. */
export interface EmbeddedBroker {
  readonly fetch: (request: Request) => Promise<Response>
  /** Resolves when no notification is waiting. */
  readonly idle: () => Promise<void>
  /** Sends what waits (2 s at most), stops timers, closes the data file. */
  readonly close: () => Promise<void>
}

/** turf is heavy, so it is loaded with the first broker, not with the package. */
const loadGeometry = async (): Promise<Pick<BrokerState, 'geoTest' | 'distance'>> => {
  const { evaluateGeo, distanceMeters } = await import('../query/geo-evaluate.js')
  return {
    geoTest: (query: GeoQuery, geometry: Geometry) => evaluateGeo(query, geometry),
    distance: distanceMeters,
  }
}

const routes: readonly Route[] = [
  ...entityRoutes,
  ...attributeRoutes,
  ...batchRoutes,
  ...discoveryRoutes,
  ...subscriptionRoutes,
  ...registrationRoutes,
  ...sourceSubscriptionRoutes,
  ...temporalRoutes,
  ...contextRoutes,
  ...entityMapRoutes,
  ...identityRoutes,
]

const recordAll = (tenant: Tenant, changes: Parameters<BrokerState['changed']>[1]): Appended =>
  changes.flatMap((change) =>
    tenant.history.record(change).map(([name, instance]) => [change.id, name, instance] as const),
  )

const tenantHosting = (tenants: Tenants, hosted: Tenant['hosted'] | undefined): Tenant | undefined =>
  [...tenants.all()].find((tenant) => tenant.hosted === hosted)

/** Makes a broker without a socket, for tests in one process and for other servers to mount. */
export const createBroker = async (options: EmbeddedBrokerOptions = {}): Promise<EmbeddedBroker> => {
  const limits: BrokerLimits = { ...defaultLimits, ...options.limits }
  const [{ bundledContexts }, geometry] = await Promise.all([import('../models/contexts.js'), loadGeometry()])
  const file = options.file === undefined ? undefined : await openDataFile(options.file)
  const http = createHttpDelivery(options.allowPrivateReceivers ?? true)
  const mqtt = createMqttDelivery(options.allowPrivateReceivers ?? true)
  const tenants = createTenants({
    maxTenants: limits.maxTenants,
    history: {
      maxInstances: options.history ?? 1000,
      maxAgeMs: options.historyDays === undefined ? undefined : options.historyDays * 86_400_000,
      tellsDropped: file !== undefined,
    },
    onOpen: (tenant) => keeper?.tenant(tenant),
  })
  const contexts: ContextStore = createContextStore({
    preloaded: { ...bundledContexts, ...options.contexts },
    coreContextUrl: options.coreContext ?? coreContextUrl,
    allowPrivate: options.allowPrivateContexts ?? false,
    maxBytes: limits.maxContextBytes,
    onChange: (hosted, entry, isRemoved) => keeper?.context(tenantHosting(tenants, hosted), entry, isRemoved),
  })
  const keeper: Keeper | undefined =
    file === undefined ? undefined : createKeeper(file, tenants, () => contexts)
  const queue = createDeliveryQueue({ deliveryFor: (uri) => (/^mqtts?:/i.test(uri) ? mqtt : http) })
  const client = createSourceClient(options.allowPrivateSources ?? options.allowPrivateReceivers ?? true)
  const sources = createSourceNotifier(queue, geometry.geoTest)
  const notifier: Notifier = createNotifier({
    queue,
    toolsFor: (tenant) => queryTools(state, tenant),
    isDropped: options.faults?.dropNotification,
  })
  const state: BrokerState = {
    limits,
    tenants,
    contexts,
    sources: client,
    ...geometry,
    changed: (tenant, changes, how) => {
      const appended = how?.isRecorded === true ? [] : recordAll(tenant, changes)
      keeper?.changed(tenant, changes, appended)
      notifier.changed(tenant, changes)
    },
    ended: (tenant, ids) => keeper?.ended(tenant, ids),
    historyChanged: (tenant, id) => keeper?.historyChanged(tenant, id),
    resubscribed: (tenant) => {
      keeper?.subscriptions(tenant)
      notifier.resubscribed(tenant)
    },
    reregistered: (tenant, before, after) => {
      keeper?.registration(tenant, before, after)
      sources.reregistered(tenant, before, after)
    },
    sourceSubscribed: (tenant, subscription) => {
      keeper?.subscriptions(tenant)
      sources.subscribed(tenant, subscription)
    },
    flushed: file?.flushed ?? (() => Promise.resolve()),
    startedAt: Date.now(),
    version: version(),
  }
  await keeper?.restore().catch((error: unknown) => {
    file?.close()
    throw error
  })
  for (const tenant of tenants.all()) {
    notifier.resubscribed(tenant)
    sources.subscribed(tenant, undefined)
  }
  const app = createApp(state, routes, options.log ?? (() => undefined))
  const operated = withOperation(async (request) => app.fetch(request), options, { state, notifier })
  const fetch = withFaults(operated, options.faults)
  return {
    fetch,
    idle: notifier.idle,
    close: async () => {
      sources.close()
      await notifier.close()
      http.close()
      mqtt.close()
      client.close()
      for (const tenant of tenants.all()) keeper?.subscriptions(tenant, true)
      file?.close()
    },
  }
}

import { coreContextUrl } from '../ngsi/core-contexts.js'
import type { Geometry } from '../ngsi/geojson.js'
import type { GeoQuery } from '../query/geo.js'
import { createApp, type Log } from './app.js'
import { attributeRoutes } from './attribute-routes.js'
import { batchRoutes } from './batch-routes.js'
import { contextRoutes } from './context-routes.js'
import { createContextStore } from './context-store.js'
import { createHttpDelivery } from './delivery.js'
import { discoveryRoutes } from './discovery-routes.js'
import { entityRoutes } from './entity-routes.js'
import { identityRoutes } from './identity-routes.js'
import { createNotifier, type Notifier } from './notifier.js'
import { type BrokerLimits, defaultLimits } from './settings.js'
import { type BrokerState, queryTools } from './state.js'
import { subscriptionRoutes } from './subscription-routes.js'
import { temporalRoutes } from './temporal-routes.js'
import { createTenants } from './tenant.js'

/** Which hosts may be reached: all, none at private addresses, or those that a function says. */
export type PrivateHosts = boolean | ((host: string) => boolean)

/** How an embedded broker behaves, apart from the port that it listens on. */
export interface EmbeddedBrokerOptions {
  /** JSON-LD contexts by URL that need no fetching, besides those of the bundled models. */
  readonly contexts?: Readonly<Record<string, object>> | undefined
  /** URL of the core context in answers. @default that of NGSI-LD 1.9 */
  readonly coreContext?: string | undefined
  /** Whether contexts may be fetched from private addresses. @default false */
  readonly allowPrivateContexts?: PrivateHosts | undefined
  /** Whether notifications may be sent to private addresses. @default true for a broker that only this machine reaches */
  readonly allowPrivateReceivers?: PrivateHosts | undefined
  /** Instances that the history keeps of each attribute, the newest ones; 0 keeps none. @default 1000 */
  readonly history?: number | undefined
  readonly limits?: Partial<BrokerLimits> | undefined
  /** Takes what the broker has to tell its operator. @default nothing is told */
  readonly log?: Log | undefined
}

/** A broker without a socket: a function from Request to Response. */
export interface EmbeddedBroker {
  readonly fetch: (request: Request) => Promise<Response>
  /** Resolves when no notification is waiting. */
  readonly idle: () => Promise<void>
  /** Sends what waits (2 s at most) and stops timers. */
  readonly close: () => Promise<void>
}

/** turf is heavy and most tests never ask for a place, so it is loaded with the first broker, not with the package. */
const loadGeometry = async (): Promise<Pick<BrokerState, 'geoTest' | 'distance'>> => {
  const { evaluateGeo, distanceMeters } = await import('../query/geo-evaluate.js')
  return {
    geoTest: (query: GeoQuery, geometry: Geometry) => evaluateGeo(query, geometry),
    distance: distanceMeters,
  }
}

const routes = [
  ...entityRoutes,
  ...attributeRoutes,
  ...batchRoutes,
  ...discoveryRoutes,
  ...subscriptionRoutes,
  ...contextRoutes,
  ...temporalRoutes,
  ...identityRoutes,
]

/** Makes a broker without a socket, for tests in one process and for other servers to mount. */
export const createBroker = async (options: EmbeddedBrokerOptions = {}): Promise<EmbeddedBroker> => {
  const limits: BrokerLimits = { ...defaultLimits, ...options.limits }
  const [{ bundledContexts }, geometry, { version }] = await Promise.all([
    import('../models/contexts.js'),
    loadGeometry(),
    import('./version.js'),
  ])
  const http = createHttpDelivery(options.allowPrivateReceivers ?? true)
  const notifier: Notifier = createNotifier({
    deliveryFor: () => Promise.resolve(http),
    toolsFor: (tenant) => queryTools(state, tenant),
  })
  const state: BrokerState = {
    limits,
    tenants: createTenants(limits.maxTenants, options.history ?? 1000),
    contexts: createContextStore({
      preloaded: { ...bundledContexts, ...options.contexts },
      coreContextUrl: options.coreContext ?? coreContextUrl,
      allowPrivate: options.allowPrivateContexts ?? false,
      maxBytes: limits.maxContextBytes,
    }),
    ...geometry,
    changed: (tenant, changes, how) => {
      if (how?.isRecorded !== true) for (const change of changes) tenant.history.record(change)
      notifier.changed(tenant, changes)
    },
    historyChanged: () => undefined,
    resubscribed: notifier.resubscribed,
    flushed: () => Promise.resolve(),
    startedAt: Date.now(),
    version: version(),
  }
  const app = createApp(state, routes, options.log ?? (() => undefined))
  return {
    fetch: async (request) => app.fetch(request),
    idle: notifier.idle,
    close: async () => {
      await notifier.close()
      http.close()
    },
  }
}

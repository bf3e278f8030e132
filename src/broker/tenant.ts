import { randomUUID } from 'node:crypto'
import type { HostedContexts } from './context-store.js'
import type { EntityMap } from './entity-map.js'
import { createEntityStore, type EntityStore } from './entity-store.js'
import { createExpiry, type Expiry } from './expiry.js'
import { createHistory, type History, type HistoryLimits } from './history.js'
import { refuse } from './problem-error.js'
import type { StoredRegistration } from './registration.js'
import type { StoredSubscription } from './subscription.js'

/** Everything that one tenant owns; nothing of it is visible from another (CIM 009 4.14). */
export interface Tenant {
  /** As the NGSILD-Tenant header has it; empty for the default tenant. */
  readonly name: string
  readonly entities: EntityStore
  readonly expiry: Expiry
  readonly history: History
  readonly hosted: HostedContexts
  readonly subscriptions: Map<string, StoredSubscription>
  readonly registrations: Map<string, StoredRegistration>
  readonly entityMaps: Map<string, EntityMap>
  /** Subscriptions to registrations. */
  readonly sourceSubscriptions: Map<string, StoredSubscription>
  /** Stable name of this tenant in Via headers and source identity (CIM 009 5.2.41). */
  readonly alias: string
}

/** The tenants of a broker; the default tenant always exists. */
export interface Tenants {
  readonly find: (name: string) => Tenant | undefined
  /** The tenant, made when it does not exist; refuses names that are none and more tenants than the limit. */
  readonly open: (name: string, alias?: string) => Tenant
  readonly all: () => Iterable<Tenant>
}

const nameShape = /^[\p{L}\p{N}_.:/-]{1,128}$/u

/** What the tenants of a broker have in common. */
export interface TenantsOptions {
  readonly maxTenants: number
  readonly history: HistoryLimits
  readonly onOpen: (tenant: Tenant) => void
}

/** Makes the tenants of a broker with the default tenant in it. */
export const createTenants = ({ maxTenants, history, onOpen }: TenantsOptions): Tenants => {
  const tenants = new Map<string, Tenant>()
  const make = (name: string, alias: string): Tenant => {
    const entities = createEntityStore()
    return {
      name,
      entities,
      expiry: createExpiry(entities),
      history: createHistory(history),
      hosted: new Map(),
      subscriptions: new Map(),
      registrations: new Map(),
      entityMaps: new Map(),
      sourceSubscriptions: new Map(),
      alias,
    }
  }
  const newAlias = (): string => `city-context-${randomUUID()}`
  tenants.set('', make('', newAlias()))
  return {
    find: (name) => tenants.get(name),
    open: (name, alias) => {
      const known = tenants.get(name)
      if (known !== undefined && (alias === undefined || known.alias === alias)) return known
      if (name !== '' && !nameShape.test(name))
        return refuse(
          'BadRequestData',
          'the tenant name must be 1 to 128 letters, digits, or any of _ . : / -',
        )
      if (tenants.size >= maxTenants)
        return refuse('TooManyResults', `the broker keeps at most ${maxTenants} tenants`)
      const tenant = make(name, alias ?? newAlias())
      tenants.set(name, tenant)
      if (alias === undefined) onOpen(tenant)
      return tenant
    },
    all: () => tenants.values(),
  }
}

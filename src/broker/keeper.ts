import type { ActiveContext } from '../ngsi/context.js'
import { coreContext } from '../ngsi/context.js'
import type { JsonObject, LdContext } from '../ngsi/entity.js'
import type { ContextEntry, ContextStore } from './context-store.js'
import type { DataFile, InstanceRow } from './data-file.js'
import type { EntityChange } from './entity-change.js'
import type { EntityHistory, HistoryInstance } from './history.js'
import { readRegistration, type StoredRegistration } from './registration.js'
import type { StoredEntity } from './stored-entity.js'
import { type DeliveryCounters, readSubscription, type StoredSubscription } from './subscription.js'
import type { Tenant, Tenants } from './tenant.js'

/** Instances that a change added to a history. */
export type Appended = readonly (readonly [entity: string, name: string, instance: HistoryInstance])[]

/** Writes what happens to a data file, and reads it back at the start. */
export interface Keeper {
  readonly tenant: (tenant: Tenant) => void
  readonly changed: (tenant: Tenant, changes: readonly EntityChange[], appended: Appended) => void
  readonly historyChanged: (tenant: Tenant, id: string) => void
  readonly ended: (tenant: Tenant, ids: readonly string[]) => void
  /** Writes subscriptions that changed; with counters, all of them. */
  readonly subscriptions: (tenant: Tenant, withCounters?: boolean) => void
  readonly registration: (
    tenant: Tenant,
    before: StoredRegistration | undefined,
    after: StoredRegistration | undefined,
  ) => void
  readonly context: (tenant: Tenant | undefined, entry: ContextEntry, isRemoved: boolean) => void
  /** Fills tenants and contexts from the file; to be called once, before the first request. */
  readonly restore: () => Promise<void>
}

interface KeptSubscription {
  readonly document: JsonObject
  readonly source: LdContext | null
  readonly jsonldContext: string
  readonly createdAt: string
  readonly modifiedAt: string
  readonly counters: DeliveryCounters
}

interface KeptRegistration {
  readonly document: JsonObject
  readonly source: LdContext | null
  readonly createdAt: string
  readonly modifiedAt: string
}

interface KeptHistory {
  readonly types: readonly string[]
  readonly createdAt: string
  readonly modifiedAt: string
  readonly deletedAt: string | null
}

/** Fetched contexts belong to no tenant; no tenant has this name. */
const shared = '*'

const keptSubscription = (subscription: StoredSubscription): KeptSubscription => ({
  document: subscription.document,
  source: subscription.context.source ?? null,
  jsonldContext: subscription.jsonldContext,
  createdAt: subscription.createdAt,
  modifiedAt: subscription.modifiedAt,
  counters: subscription.counters,
})

const keptHistory = (history: EntityHistory): KeptHistory => ({
  types: history.types,
  createdAt: history.createdAt,
  modifiedAt: history.modifiedAt,
  deletedAt: history.deletedAt ?? null,
})

const rowsOf = (history: EntityHistory): readonly InstanceRow[] =>
  [...history.attributes].flatMap(([name, instances]) =>
    instances.map((value) => ({ entity: history.id, name, instanceId: value.instanceId, value })),
  )

/** Makes a keeper. */
export const createKeeper = (file: DataFile, tenants: Tenants, contexts: () => ContextStore): Keeper => {
  const kept = {
    subscription: new WeakMap<Tenant, ReadonlyMap<string, StoredSubscription>>(),
    sourceSubscription: new WeakMap<Tenant, ReadonlyMap<string, StoredSubscription>>(),
  }

  const saveTenant = ({ name, alias }: Tenant): void =>
    file.put({ kind: 'tenant', tenant: name, id: name, sequence: 0, value: { alias } })

  const entity = (tenant: Tenant, id: string): void => {
    const record = tenant.entities.record(id)
    if (record === undefined) file.remove('entity', tenant.name, id)
    else
      file.put({ kind: 'entity', tenant: tenant.name, id, sequence: record.sequence, value: record.entity })
  }

  const historyHead = (tenant: Tenant, id: string): void => {
    const history = tenant.history.get(id)
    if (history === undefined) file.remove('history', tenant.name, id)
    else file.put({ kind: 'history', tenant: tenant.name, id, sequence: 0, value: keptHistory(history) })
  }

  const changed: Keeper['changed'] = (tenant, changes, appended) => {
    for (const { id } of changes) {
      entity(tenant, id)
      if (tenant.history.isKept) historyHead(tenant, id)
    }
    file.appendInstances(
      tenant.name,
      appended.map(([id, name, value]) => ({ entity: id, name, instanceId: value.instanceId, value })),
    )
    file.removeInstances(tenant.name, tenant.history.takeDropped())
  }

  const saveSubscriptions = (
    kind: 'subscription' | 'sourceSubscription',
    tenant: Tenant,
    current: ReadonlyMap<string, StoredSubscription>,
    withCounters: boolean,
  ): void => {
    const before = kept[kind].get(tenant) ?? new Map<string, StoredSubscription>()
    for (const id of before.keys()) if (!current.has(id)) file.remove(kind, tenant.name, id)
    for (const [id, subscription] of current)
      if (withCounters || before.get(id) !== subscription) {
        const sequence = Date.parse(subscription.createdAt)
        file.put({ kind, tenant: tenant.name, id, sequence, value: keptSubscription(subscription) })
      }
    kept[kind].set(tenant, new Map(current))
  }

  const subscriptions = (tenant: Tenant, withCounters = false): void => {
    saveSubscriptions('subscription', tenant, tenant.subscriptions, withCounters)
    saveSubscriptions('sourceSubscription', tenant, tenant.sourceSubscriptions, withCounters)
  }

  const restoreContexts = (): void => {
    for (const { tenant, value } of file.items('context')) {
      const entry = value as ContextEntry
      const restored = { ...entry, staleAt: entry.staleAt ?? Number.POSITIVE_INFINITY }
      contexts().restore(tenant === shared ? undefined : tenants.open(tenant).hosted, restored)
    }
  }

  const restoreHistories = (): void => {
    for (const { tenant, id, value } of file.items('history')) {
      const kept = value as KeptHistory
      tenants
        .open(tenant)
        .history.restore({ id, ...kept, deletedAt: kept.deletedAt ?? undefined, attributes: new Map() })
    }
    for (const { tenant, entity: id, name, value } of file.instances())
      tenants.open(tenant).history.restoreInstance(id, name, value as HistoryInstance)
    // With smaller limits than before, a start is when the file shrinks.
    for (const tenant of tenants.all()) file.removeInstances(tenant.name, tenant.history.takeDropped())
  }

  const activeContext = (tenant: Tenant, source: LdContext | null): Promise<ActiveContext> =>
    // A context that is gone must not keep the broker from starting; names stay as IRIs until it is back.
    contexts()
      .resolve(tenant.hosted, source ?? undefined)
      .catch(() => coreContext)

  const restoreSubscription = async (
    tenant: Tenant,
    kind: 'subscription' | 'sourceSubscription',
    id: string,
    found: KeptSubscription,
  ): Promise<void> => {
    const context = await activeContext(tenant, found.source)
    const notificationContext = await activeContext(tenant, found.jsonldContext)
    const plan = readSubscription(found.document, context, {
      maxExpression: Number.MAX_SAFE_INTEGER,
      forRegistrations: kind === 'sourceSubscription',
    })
    const { source: _source, ...rest } = found
    const target = kind === 'subscription' ? tenant.subscriptions : tenant.sourceSubscriptions
    target.set(id, { ...rest, id, context, notificationContext, plan })
  }

  const restoreRegistration = async (tenant: Tenant, id: string, found: KeptRegistration): Promise<void> => {
    const { source, ...rest } = found
    const context = await activeContext(tenant, source)
    // One that ended while the broker was down is not an error.
    const { expiresAt: _expiresAt, ...document } = found.document
    const plan = readRegistration(document, context)
    tenant.registrations.set(id, { ...rest, id, context, plan })
  }

  const restore = async (): Promise<void> => {
    for (const { tenant, value } of file.items('tenant'))
      tenants.open(tenant, (value as { alias: string }).alias)
    restoreContexts()
    for (const { tenant, sequence, value } of file.items('entity')) {
      const owner = tenants.open(tenant)
      owner.entities.restore(value as StoredEntity, sequence)
      owner.expiry.track(value as StoredEntity)
    }
    restoreHistories()
    for (const kind of ['subscription', 'sourceSubscription'] as const)
      for (const { tenant, id, value } of [...file.items(kind)])
        await restoreSubscription(tenants.open(tenant), kind, id, value as KeptSubscription)
    for (const { tenant, id, value } of [...file.items('registration')])
      await restoreRegistration(tenants.open(tenant), id, value as KeptRegistration)
    for (const tenant of tenants.all()) {
      kept.subscription.set(tenant, new Map(tenant.subscriptions))
      kept.sourceSubscription.set(tenant, new Map(tenant.sourceSubscriptions))
    }
    saveTenant(tenants.open(''))
  }

  return {
    tenant: ({ name, alias }) =>
      file.put({ kind: 'tenant', tenant: name, id: name, sequence: 0, value: { alias } }),
    changed,
    historyChanged: (tenant, id) => {
      historyHead(tenant, id)
      const history = tenant.history.get(id)
      tenant.history.takeDropped()
      file.rewriteInstances(tenant.name, id, history === undefined ? [] : rowsOf(history))
    },
    ended: (tenant, ids) => {
      for (const id of ids) entity(tenant, id)
    },
    subscriptions,
    registration: (tenant, before, after) => {
      const owner = tenant.name
      if (after === undefined) file.remove('registration', owner, before?.id ?? '')
      else {
        const { id, context, plan: _plan, ...rest } = after
        const value = { ...rest, source: context.source ?? null }
        file.put({ kind: 'registration', tenant: owner, id, sequence: Date.parse(after.createdAt), value })
      }
    },
    context: (tenant, entry, isRemoved) => {
      const owner = tenant?.name ?? shared
      if (isRemoved) file.remove('context', owner, entry.localId)
      else file.put({ kind: 'context', tenant: owner, id: entry.localId, sequence: 0, value: entry })
    },
    restore,
  }
}

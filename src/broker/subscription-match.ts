import { typeNamesOf } from '../query/type-selection.js'
import type { AttributeChange, EntityChange } from './entity-change.js'
import { compileQuery, type EntityTest, type QueryTools } from './entity-query.js'
import type { StoredSubscription, Trigger } from './subscription.js'

/** A subscription ready to be matched: its query is compiled once. */
export interface Watcher {
  readonly subscription: StoredSubscription
  readonly test: EntityTest
}

/** Watchers by the types that they name, so that a change looks only at those that can match. */
export interface WatcherIndex {
  readonly forTypes: (types: readonly string[]) => ReadonlySet<Watcher>
}

const typesWatched = (subscription: StoredSubscription): readonly string[] | undefined => {
  const { selectors } = subscription.plan.query
  if (selectors.length === 0) return undefined
  const names = selectors.map(({ types }) => (types === undefined ? [] : typeNamesOf(types)))
  // "*" names no type: the subscription watches all of them.
  return names.some((list) => list.length === 0) ? undefined : names.flat()
}

/** Sorts subscriptions by the types that they watch. */
export const indexWatchers = (
  subscriptions: Iterable<StoredSubscription>,
  tools: QueryTools,
): WatcherIndex => {
  const everything: Watcher[] = []
  const byType = new Map<string, Watcher[]>()
  for (const subscription of subscriptions) {
    if (subscription.plan.intervalMs !== undefined) continue
    const watcher: Watcher = { subscription, test: compileQuery(subscription.plan.query, tools) }
    const types = typesWatched(subscription)
    if (types === undefined) everything.push(watcher)
    else
      for (const type of new Set(types)) {
        const list = byType.get(type)
        if (list === undefined) byType.set(type, [watcher])
        else list.push(watcher)
      }
  }
  return { forTypes: (types) => new Set([...everything, ...types.flatMap((type) => byType.get(type) ?? [])]) }
}

const triggerOf = (change: AttributeChange): Trigger =>
  change.before === undefined
    ? 'attributeCreated'
    : change.after === undefined
      ? 'attributeDeleted'
      : 'attributeUpdated'

const entityTrigger = (change: EntityChange): Trigger | undefined =>
  change.before === undefined ? 'entityCreated' : change.after === undefined ? 'entityDeleted' : undefined

/** Tells whether a change fires one of the subscription's triggers (CIM 009 5.8.6). */
const fires = (change: EntityChange, { plan }: StoredSubscription): boolean => {
  const whole = entityTrigger(change)
  if (whole !== undefined && plan.triggers.has(whole)) return true
  const any = plan.triggers.has('entityUpdated') && whole === undefined
  return change.attributes.some(
    (attribute) =>
      (plan.watched === undefined || plan.watched.has(attribute.name)) &&
      (any || plan.triggers.has(triggerOf(attribute))),
  )
}

/** Tells whether a subscription is to be notified of a change: trigger, selectors and conditions (CIM 009 5.8.6). */
export const matches = (watcher: Watcher, change: EntityChange): boolean => {
  // Conditions hold for the state after the change; of a deleted entity only the one before is left.
  const entity = change.after ?? change.before
  return entity !== undefined && fires(change, watcher.subscription) && watcher.test(entity)
}

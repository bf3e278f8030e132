import { allOf, conditions } from '../client/condition.js'
import { nearQuery, placeGeometry } from '../client/place.js'
import { type QueryState, startState } from '../client/query-state.js'
import type { Model } from '../model/descriptor.js'
import type { Filter } from '../query/filter.js'
import type { SubscriptionOptions } from './declaration.js'

/** The query that finds what a subscription is about; `since` (microseconds) narrows it to what changed later. */
export const watchedState = (
  model: Model,
  options: SubscriptionOptions<unknown, unknown>,
  context: string | undefined,
  since?: number,
): QueryState => {
  const own = options.where === undefined ? undefined : allOf(options.where(conditions(model)).filters)
  const recent: Filter | undefined =
    since === undefined
      ? undefined
      : {
          kind: 'compare',
          path: { names: ['modifiedAt'], members: [] },
          operator: '>=',
          value: { kind: 'dateTime', value: new Date(Math.floor(since / 1000)).toISOString() },
        }
  const { near, within } = options
  return {
    ...startState(model, context),
    as: 'normalized',
    sysAttrs: true,
    filters: [own, recent].filter((filter) => filter !== undefined),
    geo: [
      ...(near === undefined ? [] : [nearQuery(near.place, near)]),
      ...(within === undefined
        ? []
        : [
            {
              relation: { kind: 'within' } as const,
              reference: placeGeometry(within.area),
              geoproperty: within.geoproperty,
            },
          ]),
    ],
    scope: options.inScope,
    ids: options.ids,
    idPattern: options.idPattern,
    pick: options.attributes,
  }
}

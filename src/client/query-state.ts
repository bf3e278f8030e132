import type { Model } from '../model/descriptor.js'
import { type Filter, pathsOf } from '../query/filter.js'
import type { GeoQuery } from '../query/geo.js'
import type { Representation } from './result.js'

/** A relationship that is followed, and the model of what it leads to. */
export interface Link {
  readonly attribute: string
  readonly model: Model
}

/** One key of an order: `fillingLevel`, `id`, `address[addressLocality]`, `name.observedAt`. */
export interface OrderKey {
  readonly key: string
  readonly direction: 'asc' | 'desc'
}

/** Everything that a query asks, as data. */
export interface QueryState {
  readonly model: Model
  readonly context: string | undefined
  readonly filters: readonly Filter[]
  readonly geo: readonly GeoQuery[]
  readonly scope?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly idPattern?: string | undefined
  /** Further types, each as good as the model's own. */
  readonly types: readonly string[]
  readonly pick?: readonly string[] | undefined
  readonly omit?: readonly string[] | undefined
  readonly order: readonly OrderKey[]
  readonly links: readonly Link[]
  readonly as: Representation
  readonly sysAttrs: boolean
  readonly lang?: string | undefined
  readonly datasetIds?: readonly string[] | undefined
  readonly limit?: number | undefined
  readonly offset: number
  readonly pageSize?: number | undefined
  readonly local: boolean
}

/** A query on a model before anything is asked. */
export const startState = (model: Model, context: string | undefined): QueryState => ({
  model,
  context,
  filters: [],
  geo: [],
  types: [],
  order: [],
  links: [],
  as: 'simplified',
  sysAttrs: false,
  offset: 0,
  local: false,
})

/** The relationships that conditions lead through; a count or a deletion needs no others. */
export const linksOfConditions = ({ filters, links }: QueryState): readonly Link[] => {
  const named = new Set(
    filters.flatMap(pathsOf).flatMap(({ names, linked }) => (linked === undefined ? [] : names[0])),
  )
  return links.filter(({ attribute }) => named.has(attribute))
}

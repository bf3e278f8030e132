import type { Dialect } from '../dialect/dialect.js'
import { UsageError } from '../errors.js'
import type { Reply } from '../http/reply.js'
import { encode, printQuery, type QueryParameters } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import { isDateTime } from '../ngsi/date-time.js'
import { isUri } from '../ngsi/uri.js'
import { printFilter } from '../query/print.js'
import { allOf, type Conditions, conditions } from './condition.js'
import type { Connection } from './connection.js'
import { namesOwn, wireNames } from './own-term.js'

/** A part of time; instants as Date or DateTime text. `after` counts itself, `before` does not (CIM 009 4.11). */
export interface TimeWindow {
  readonly after?: Date | string | undefined
  readonly before?: Date | string | undefined
  /** Which instant counts. @default 'observedAt' */
  readonly timeproperty?: 'observedAt' | 'createdAt' | 'modifiedAt' | 'deletedAt' | undefined
  /** Only the newest so many values of each attribute. */
  readonly lastN?: number | undefined
}

/** What a request for history asks, whatever the model. */
export interface HistorySelection extends TimeWindow {
  readonly where?: ((conditions: Conditions<unknown>) => Conditions<unknown>) | undefined
  readonly ids?: readonly string[] | undefined
  readonly pick?: readonly string[] | undefined
  readonly signal?: AbortSignal | undefined
}

/** Form of the answer, and what goes with it. */
export interface HistoryForm {
  readonly options?: 'temporalValues' | 'aggregatedValues' | undefined
  readonly aggrMethods?: readonly string[] | undefined
  readonly aggrPeriodDuration?: string | undefined
}

const root = '/ngsi-ld/v1/temporal/entities'

/** The path of one history. */
export const historyPath = (id: string): string => {
  if (!isUri(id)) throw new UsageError(`"${String(id).slice(0, 200)}" is no entity id: it must be a URI`)
  return `${root}/${encode(id)}`
}

const instant = (name: string, value: Date | string): string => {
  const text = value instanceof Date ? value.toISOString() : value
  if (!isDateTime(text))
    throw new UsageError(`${name}: "${text}" is no DateTime; write 2026-11-23T10:00:00Z or give a Date`)
  return text
}

const windowOf = ({ after, before, timeproperty, lastN }: TimeWindow): QueryParameters => {
  if (lastN !== undefined && !(Number.isInteger(lastN) && lastN > 0))
    throw new UsageError(`lastN must be a whole number, 1 or more; got ${lastN}`)
  const shared = { timeproperty, lastN }
  if (after !== undefined && before !== undefined)
    return {
      timerel: 'between',
      timeAt: instant('after', after),
      endTimeAt: instant('before', before),
      ...shared,
    }
  if (after !== undefined) return { timerel: 'after', timeAt: instant('after', after), ...shared }
  if (before !== undefined) return { timerel: 'before', timeAt: instant('before', before), ...shared }
  return shared
}

/** Asks for the history of one entity. */
export const requestHistory = (
  connection: Connection,
  model: Model,
  context: string | undefined,
  id: string,
  { pick, signal, ...window }: HistorySelection,
  form: HistoryForm,
): Promise<Reply> => {
  const query = { attrs: wireNames(model, pick), ...form, ...windowOf(window) }
  return connection.send({ method: 'GET', path: historyPath(id), query, context, signal })
}

/** Long before the first sensor. */
const beginning = '1970-01-01T00:00:00Z'

const conditionText = (model: Model, where: HistorySelection['where']): string | undefined => {
  const filter = where === undefined ? undefined : allOf(where(conditions(model)).filters)
  if (filter !== undefined && namesOwn(model, filter))
    throw new UsageError(
      "a condition on history cannot name an attribute of the city's own; filter what comes back",
    )
  return filter === undefined ? undefined : printFilter(filter)
}

/** Asks for one page of the histories of several entities; what is too long for a URL goes as a body (CIM 009 5.7.4). */
export const requestHistories = (
  connection: Connection,
  dialect: Dialect,
  model: Model,
  context: string | undefined,
  selection: HistorySelection,
  form: HistoryForm,
  page: { readonly limit: number; readonly offset: number },
): Promise<Reply> => {
  const { ids, signal, after, before } = selection
  const { aggrMethods, aggrPeriodDuration, options } = form
  const q = conditionText(model, selection.where)
  const attrs = wireNames(model, selection.pick)
  // A query needs a time where reading one entity needs none (CIM 009 5.7.4).
  const window = windowOf({
    ...selection,
    after: after === undefined && before === undefined ? beginning : after,
  })
  const paging = { limit: page.limit, offset: page.offset === 0 ? undefined : page.offset, count: true }
  const query: QueryParameters = { q, type: model.type, id: ids, attrs, ...form, ...window, ...paging }
  const commas = ids?.some((id) => id.includes(',')) === true
  if (!commas && printQuery(query).length <= dialect.limits.urlLength)
    return connection.send({ method: 'GET', path: root, query, context, signal })
  const methods = aggrMethods?.join(',')
  return connection.send({
    method: 'POST',
    path: '/ngsi-ld/v1/temporal/entityOperations/query',
    query: { options, ...paging },
    body: {
      type: 'Query',
      entities: [{ type: model.type, id: ids }],
      q,
      attrs,
      temporalQ: { ...window, aggrMethods: methods, aggrPeriodDuration },
    },
    context,
    signal,
    idempotent: true,
  })
}

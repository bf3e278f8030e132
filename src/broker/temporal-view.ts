import type { JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import { type Aggregation, aggregateAttribute } from './aggregation.js'
import { showEntity, type View } from './entity-view.js'
import type { EntityHistory, HistoryInstance } from './history.js'
import { isShown } from './projection.js'
import type { StoredEntity } from './stored-entity.js'
import { type TemporalWindow, type Timelines, timeOf } from './temporal-window.js'

/** How histories are shown. */
export interface TemporalView {
  readonly view: View
  readonly window: TemporalWindow
  readonly format: 'normalized' | 'temporalValues' | 'aggregatedValues'
  readonly aggregation: Aggregation | undefined
}

/** The plural member of temporalValues, by attribute type (CIM 009 4.5.8). */
const plural: Readonly<Record<HistoryInstance['type'], string>> = {
  Property: 'values',
  GeoProperty: 'values',
  Relationship: 'objects',
  LanguageProperty: 'languageMaps',
  VocabProperty: 'vocabs',
  JsonProperty: 'jsons',
  ListProperty: 'valueLists',
  ListRelationship: 'objectLists',
}

const asList = (value: unknown): readonly JsonObject[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as JsonObject[]) : [value as JsonObject]

/** One attribute shown by the view of entities, always as a list of normalized instances. */
const shownInstances = (
  name: string,
  instances: readonly HistoryInstance[],
  view: View,
): readonly JsonObject[] => {
  const carrier = {
    id: '',
    type: '',
    createdAt: '',
    modifiedAt: '',
    [name]: instances,
  } as unknown as StoredEntity
  const shown = showEntity(carrier, { ...view, format: 'normalized', projection: {} })
  return asList(shown[view.context.compact(name)])
}

const temporalValues = (
  name: string,
  instances: readonly HistoryInstance[],
  { view, window }: TemporalView,
): unknown => {
  const shown = new Map<
    string,
    { type: HistoryInstance['type']; pairs: unknown[]; datasetId: string | undefined }
  >()
  for (const instance of instances) {
    const time = timeOf(instance, window)
    if (time === undefined) continue
    const key = `${instance.datasetId ?? ''} ${instance.type}`
    const known = shown.get(key) ?? { type: instance.type, pairs: [], datasetId: instance.datasetId }
    known.pairs.push([simplifiedValue(name, instance, view), time])
    shown.set(key, known)
  }
  const series = [...shown.values()].map(({ type, pairs, datasetId }) => ({
    type,
    [plural[type]]: pairs,
    ...(datasetId === undefined ? {} : { datasetId }),
  }))
  return series.length === 1 ? series[0] : series.length === 0 ? undefined : series
}

const simplifiedValue = (name: string, instance: HistoryInstance, view: View): unknown => {
  const { datasetId: _datasetId, ...bare } = instance
  const carrier = { id: '', type: '', createdAt: '', modifiedAt: '', [name]: bare } as unknown as StoredEntity
  return showEntity(carrier, { ...view, format: 'simplified', projection: {}, datasetIds: undefined })[
    view.context.compact(name)
  ]
}

const shownTimeline = (name: string, instances: readonly HistoryInstance[], how: TemporalView): unknown => {
  const { view } = how
  const chosen =
    view.datasetIds === undefined
      ? instances
      : instances.filter(({ datasetId }) => view.datasetIds?.has(datasetId ?? '@none') === true)
  if (chosen.length === 0) return undefined
  if (how.format === 'temporalValues') return temporalValues(name, chosen, how)
  if (how.format === 'aggregatedValues' && how.aggregation !== undefined)
    return aggregateAttribute(chosen, how.window, how.aggregation, view.context.compact(name))
  return shownInstances(name, chosen, { ...view, datasetIds: undefined })
}

const head = (history: EntityHistory, { view }: TemporalView): Record<string, unknown> => {
  const types = history.types.map(view.context.compact)
  const all: Record<string, unknown> = { id: history.id, type: types.length === 1 ? types[0] : types }
  const shown = Object.fromEntries(Object.entries(all).filter(([name]) => isShown(view.projection, name)))
  if (view.sysAttrs) {
    shown['createdAt'] = history.createdAt
    shown['modifiedAt'] = history.modifiedAt
    if (history.deletedAt !== undefined) shown['deletedAt'] = history.deletedAt
  }
  return shown
}

/** Shows the history of an entity (CIM 009 4.5.6 to 4.5.9). */
export const showHistory = (history: EntityHistory, timelines: Timelines, how: TemporalView): JsonObject => {
  const result = head(history, how)
  for (const [name, instances] of timelines) {
    if (!isShown(how.view.projection, name)) continue
    const shown = shownTimeline(name, instances, how)
    if (shown !== undefined) setOwn(result, name === 'scope' ? name : how.view.context.compact(name), shown)
  }
  return result
}

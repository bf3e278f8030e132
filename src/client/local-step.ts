import { UnsupportedError } from '../errors.js'
import { listRestorer } from '../model/restore.js'
import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject, type NormalizedEntity } from '../ngsi/entity.js'
import { type Geometry, looksLikeGeometry } from '../ngsi/geojson.js'
import { setOwn } from '../ngsi/own-member.js'
import { toConcise, toSimplified } from '../ngsi/representation.js'
import { compileFilter } from '../query/evaluate.js'
import type { GeoQuery } from '../query/geo.js'
import type { LocalSteps } from './query-plan.js'
import type { QueryState } from './query-state.js'
import type { Representation } from './result.js'

const geometriesOf = (entity: JsonObject, name: string): readonly Geometry[] =>
  [entity[name]].flat().flatMap((instance) => {
    const value = (instance as { value?: unknown } | undefined)?.value
    return looksLikeGeometry(value) ? [value] : []
  })

const geoTest = async (queries: readonly GeoQuery[]): Promise<(entity: JsonObject) => boolean> => {
  if (queries.length === 0) return () => true
  const { evaluateGeo } = await import('../query/geo-evaluate.js')
  return (entity) =>
    queries.every((query) =>
      geometriesOf(entity, query.geoproperty ?? 'location').some((geometry) => evaluateGeo(query, geometry)),
    )
}

/** Makes the test of the conditions that the broker was not asked; it looks at normalized entities. */
export const localTest = async (steps: LocalSteps): Promise<(entity: JsonObject) => boolean> => {
  const byFilter = steps.filter === undefined ? () => true : compileFilter(steps.filter)
  const byGeo = await geoTest(steps.geo)
  return (entity) => byFilter(entity as NormalizedEntity) && byGeo(entity)
}

/** Gives a normalized entity its asked form. */
export const converters: Readonly<Record<Representation, (entity: JsonObject) => JsonObject>> = {
  normalized: (entity) => entity,
  concise: toConcise,
  simplified: toSimplified,
}

const systemMembers = ['createdAt', 'modifiedAt', 'expiresAt']

const keep = (entity: JsonObject, names: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(entity).filter(([name]) => names.has(name)))

const drop = (entity: JsonObject, names: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(entity).filter(([name]) => !names.has(name)))

const isOf = (instance: unknown, datasets: ReadonlySet<string>): boolean =>
  !isObject(instance) || datasets.has(String(instance['datasetId'] ?? '@none'))

/** Keeps some instances of each attribute of a normalized entity; one that has none of them goes (CIM 009 4.5.5). */
const ofDatasets = (entity: JsonObject, datasets: ReadonlySet<string>): JsonObject => {
  const result: Record<string, unknown> = {}
  for (const name of Object.keys(entity)) {
    const instances = [entity[name]].flat()
    const kept = entityMembers.has(name) ? instances : instances.filter((one) => isOf(one, datasets))
    if (kept.length === instances.length) setOwn(result, name, entity[name])
    else if (kept.length > 0) setOwn(result, name, kept.length === 1 ? kept[0] : kept)
  }
  return result
}

const same = (entity: JsonObject): JsonObject => entity

/** Makes the function that gives an entity its asked form: instances, representation, pick, omit. */
export const finisher = (state: QueryState, steps: LocalSteps): ((entity: JsonObject) => JsonObject) => {
  const { datasets } = steps
  const form = steps.convert ? converters[state.as] : same
  const convert = datasets === undefined ? form : (entity: JsonObject) => form(ofDatasets(entity, datasets))
  const system = state.sysAttrs ? systemMembers : []
  const picked = state.pick === undefined ? undefined : new Set(['id', 'type', ...state.pick, ...system])
  const omitted = state.omit === undefined ? undefined : new Set(state.omit)
  // Concise instances carry no kind, so nothing tells a value from an attribute there.
  const restore = state.as === 'concise' ? same : listRestorer(state.model)
  return (entity) => {
    const converted = restore(convert(entity))
    const kept = picked === undefined ? converted : keep(converted, picked)
    return omitted === undefined ? kept : drop(kept, omitted)
  }
}

/** Most entities that are put in order on this side. */
const maxSorted = 50_000

const ranks = ['number', 'string', 'object', 'boolean', 'undefined']

/** Number < String < Object < Boolean < absent, strings by code point (CIM 009 4.23). */
const compareValues = (a: unknown, b: unknown): number => {
  const byType = ranks.indexOf(typeof a) - ranks.indexOf(typeof b)
  if (byType !== 0) return byType
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return 0
}

const sortValue = (entity: JsonObject, key: string): unknown => {
  const [name = '', ...inner] = key.split(/[.[\]]/).filter((part) => part !== '')
  const attribute: unknown = [entity[name]].flat()[0]
  const isMember = typeof attribute === 'string'
  const carried = attribute as JsonObject | undefined
  const value = isMember ? attribute : (carried?.['value'] ?? carried?.['object'])
  return inner.reduce<unknown>(
    (current, part) => (current as JsonObject | undefined)?.[part],
    inner.length === 0 || key.includes('[') ? value : attribute,
  )
}

/** Reads everything and puts it in order; refuses results too large for that. */
export const sortEntities = (entities: readonly JsonObject[], state: QueryState): readonly JsonObject[] => {
  if (entities.length > maxSorted)
    throw new UnsupportedError(
      'orderBy',
      `more than ${maxSorted} entities match, too many to put in order on this side; narrow the query`,
    )
  const rows = entities.map((entity) => ({
    entity,
    keys: state.order.map(({ key }) => sortValue(entity, key)),
  }))
  const signs = state.order.map(({ direction }) => (direction === 'desc' ? -1 : 1))
  rows.sort((a, b) => {
    for (const [index, sign] of signs.entries()) {
      const order = compareValues(a.keys[index], b.keys[index]) * sign
      if (order !== 0) return order
    }
    return 0
  })
  return rows.map(({ entity }) => entity)
}

/** The limit beyond which local ordering is refused. */
export const sortLimit: number = maxSorted

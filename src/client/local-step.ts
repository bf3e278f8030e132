import { UnsupportedError, UsageError } from '../errors.js'
import { listRestorer } from '../model/restore.js'
import { type AttributeKind, attributeMembers, entityMembers, valueMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject, type NormalizedEntity } from '../ngsi/entity.js'
import { type Geometry, looksLikeGeometry } from '../ngsi/geojson.js'
import { inLanguage, readLanguageRanges } from '../ngsi/language.js'
import { setOwn } from '../ngsi/own-member.js'
import { toConcise, toSimplified } from '../ngsi/representation.js'
import { compileFilter } from '../query/evaluate.js'
import type { GeoQuery } from '../query/geo.js'
import { compareForOrder } from '../query/order.js'
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

/** Makes the choice of a language in a normalized entity, sub-attributes too (CIM 009 4.15). */
const inLanguages = (lang: string): ((entity: JsonObject) => JsonObject) => {
  const ranges = readLanguageRanges(lang, (message) => {
    throw new UsageError(message)
  })
  const shown = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shown)
    if (!isObject(value)) return value
    const result = members(value, attributeMembers)
    return result['type'] === 'LanguageProperty' ? inLanguage(result, ranges) : result
  }
  const members = (value: JsonObject, plain: ReadonlySet<string>): JsonObject => {
    const result: Record<string, unknown> = {}
    for (const name of Object.keys(value))
      setOwn(result, name, plain.has(name) ? value[name] : shown(value[name]))
    return result
  }
  return (entity) => members(entity, entityMembers)
}

const same = (entity: JsonObject): JsonObject => entity

/** Makes the choice of instances and of a language, as far as the broker was not asked for it. */
export const chooser = ({ datasets, lang }: LocalSteps): ((entity: JsonObject) => JsonObject) => {
  const spoken = lang === undefined ? same : inLanguages(lang)
  return datasets === undefined ? spoken : (entity) => spoken(ofDatasets(entity, datasets))
}

/** Makes the function that gives an entity its asked form: instances, representation, pick, omit. */
export const finisher = (state: QueryState, steps: LocalSteps): ((entity: JsonObject) => JsonObject) => {
  const form = steps.convert ? converters[state.as] : same
  const choose = chooser(steps)
  const system = state.sysAttrs ? systemMembers : []
  const picked = state.pick === undefined ? undefined : new Set(['id', 'type', ...state.pick, ...system])
  const omitted = state.omit === undefined ? undefined : new Set(state.omit)
  // Concise instances carry no kind, so nothing tells a value from an attribute there.
  const restore = state.as === 'concise' ? same : listRestorer(state.model)
  return (entity) => {
    const converted = restore(form(choose(entity)))
    const kept = picked === undefined ? converted : keep(converted, picked)
    return omitted === undefined ? kept : drop(kept, omitted)
  }
}

/** Most entities that are put in order on this side. */
export const maxSorted = 50_000

const plainMembers: ReadonlySet<string> = new Set(['observedAt', 'unitCode', 'datasetId', ...systemMembers])

const member = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** The value that an order key names in a normalized entity, of several instances in the first (CIM 009 4.23). */
const sortValue = (entity: JsonObject, key: string): unknown => {
  const [, path = '', members] = /^([^[]*)(?:\[(.*)\])?$/.exec(key) ?? []
  const [name = '', ...inner] = path.split('.')
  if (entityMembers.has(name)) return [entity[name]].flat()[0]
  let attribute = [entity[name]].flat()[0]
  for (const part of inner) {
    const found = member(attribute, part)
    if (plainMembers.has(part)) return found
    attribute = [found].flat()[0]
  }
  const value = isObject(attribute)
    ? attribute[valueMembers[attribute['type'] as AttributeKind] ?? 'value']
    : undefined
  return (members?.split('.') ?? []).reduce(member, value)
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
      const order = compareForOrder(a.keys[index], b.keys[index]) * sign
      if (order !== 0) return order
    }
    return 0
  })
  return rows.map(({ entity }) => entity)
}

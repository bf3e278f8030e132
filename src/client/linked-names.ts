import { isAttributeKind } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import { chooser, converters } from './local-step.js'
import type { LocalSteps } from './query-plan.js'
import type { Link, QueryState } from './query-state.js'

type Rename = (entity: JsonObject) => JsonObject

/** Makes the way from IRIs back to the names of one model, for attributes and for the entity type. */
const namesOf = ({ model }: Link): Rename => {
  const names = new Map(Object.entries(model.attributes).map(([name, { iri }]) => [iri, name]))
  return (entity) => {
    const result: Record<string, unknown> = {}
    for (const given of Object.keys(entity)) setOwn(result, names.get(given) ?? given, entity[given])
    if (entity['type'] === model.iri) result['type'] = model.type
    return result
  }
}

const isEntity = (value: unknown): value is JsonObject =>
  isObject(value) && typeof value['id'] === 'string' && !isAttributeKind(value['type'])

/** Goes to the linked entities of one attribute: in its place, or beside it as `entity`. */
const within = (attribute: unknown, change: Rename): unknown => {
  if (Array.isArray(attribute)) return attribute.map((item) => within(item, change))
  if (isEntity(attribute)) return change(attribute)
  return isObject(attribute) && Object.hasOwn(attribute, 'entity')
    ? { ...attribute, entity: within(attribute['entity'], change) }
    : attribute
}

/**
 * Gives linked entities the names of their own models and the form that was asked for: a broker that joins writes them
 * under the context of the query, which need not know their terms.
 */
export const linkedFinisher = (state: QueryState, steps: LocalSteps): Rename | undefined => {
  if (state.links.length === 0) return undefined
  // Joined here, they have their form already.
  const choose = chooser(steps)
  const form = converters[state.as]
  const convert: Rename | undefined =
    steps.convert && !steps.join ? (entity) => form(choose(entity)) : undefined
  const changes = state.links.map((link) => {
    const named = namesOf(link)
    const change: Rename = convert === undefined ? named : (entity) => convert(named(entity))
    return [link.attribute, change] as const
  })
  return (entity) => {
    const result: Record<string, unknown> = { ...entity }
    for (const [attribute, change] of changes)
      if (Object.hasOwn(entity, attribute)) setOwn(result, attribute, within(entity[attribute], change))
    return result
  }
}

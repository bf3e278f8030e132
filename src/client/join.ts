import { isObject, type JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import { isUri } from '../ngsi/uri.js'
import { chunks } from './chunks.js'
import { contextFor } from './entity.js'
import { chooser, converters } from './local-step.js'
import { fromWireNames } from './own-term.js'
import type { PageSource } from './page.js'
import { readPages } from './paging.js'
import { planQuery } from './query-plan.js'
import { type Link, type QueryState, startState } from './query-state.js'

const uriOf = (item: unknown): unknown => (isObject(item) ? item['object'] : item)

const targetsOf = (attribute: unknown): readonly string[] =>
  [attribute]
    .flat()
    .flatMap((instance) =>
      isObject(instance) ? [instance['object'], instance['objectList']].flat().map(uriOf).filter(isUri) : [],
    )

const fetchTargets = async (
  { connection, dialect, signal }: PageSource,
  { lang, datasetIds, sysAttrs }: QueryState,
  link: Link,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JsonObject>> => {
  const found = new Map<string, JsonObject>()
  const context = contextFor(connection, link.model, undefined)
  const named = fromWireNames(link.model)
  for (const part of chunks(ids, 100)) {
    const state: QueryState = {
      ...startState(link.model, context),
      lang,
      datasetIds,
      sysAttrs,
      as: 'normalized',
      ids: part,
    }
    const plan = planQuery(state, dialect)
    const choose = chooser(plan.steps)
    // The broker may give them in more than one page.
    const pages = readPages({ connection, dialect, plan, context, signal }, { offset: 0, limit: part.length })
    for await (const page of pages)
      for (const entity of page) found.set(String(entity['id']), named(choose(entity)))
  }
  return found
}

const joined = (attribute: unknown, targets: ReadonlyMap<string, JsonObject>): unknown => {
  if (Array.isArray(attribute)) return attribute.map((instance) => joined(instance, targets))
  if (!isObject(attribute)) return attribute
  const { objectList } = attribute
  if (Array.isArray(objectList))
    return { ...attribute, entityList: objectList.map((item) => targets.get(String(uriOf(item))) ?? item) }
  const objects = [attribute['object']].flat()
  if (!objects.some((uri) => targets.has(String(uri)))) return attribute
  const entities = objects.map((uri) => targets.get(String(uri)) ?? uri)
  return { ...attribute, entity: Array.isArray(attribute['object']) ? entities : entities[0] }
}

/** Follows relationships of a page with requests of our own, as `join=inline` would (CIM 009 4.5.23); normalized only. */
export const joinPage = async (
  source: PageSource,
  entities: readonly JsonObject[],
  state: QueryState,
): Promise<readonly JsonObject[]> => {
  const convert = converters[state.as]
  let current = entities
  for (const link of state.links) {
    const ids = [...new Set(current.flatMap((entity) => targetsOf(entity[link.attribute])))]
    if (ids.length === 0) continue
    const found = await fetchTargets(source, state, link, ids)
    // `entity` is a member, not an attribute: converting the outer entity leaves it as it is.
    const targets = new Map([...found].map(([id, entity]) => [id, convert(entity)]))
    current = current.map((entity) => {
      if (entity[link.attribute] === undefined) return entity
      const copy: Record<string, unknown> = { ...entity }
      setOwn(copy, link.attribute, joined(entity[link.attribute], targets))
      return copy
    })
  }
  return current
}

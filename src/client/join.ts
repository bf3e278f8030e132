import { isObject, type JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import { isUri } from '../ngsi/uri.js'
import type { Connection } from './connection.js'
import { contextFor } from './entity.js'
import { fromWireNames } from './own-term.js'
import { readPages } from './paging.js'
import { planQuery } from './query-plan.js'
import { type Link, startState } from './query-state.js'

const uriOf = (item: unknown): unknown => (isObject(item) ? item['object'] : item)

const targetsOf = (attribute: unknown): readonly string[] =>
  [attribute]
    .flat()
    .flatMap((instance) =>
      isObject(instance) ? [instance['object'], instance['objectList']].flat().map(uriOf).filter(isUri) : [],
    )

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

const fetchTargets = async (
  connection: Connection,
  link: Link,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, JsonObject>> => {
  const found = new Map<string, JsonObject>()
  const dialect = await connection.dialect(signal)
  const context = contextFor(connection, link.model, undefined)
  const named = fromWireNames(link.model)
  for (const part of chunks(ids, 100)) {
    const plan = planQuery({ ...startState(link.model, context), as: 'normalized', ids: part }, dialect)
    // The broker may give them in more than one page.
    const pages = readPages({ connection, dialect, plan, context, signal }, { offset: 0, limit: part.length })
    for await (const page of pages) for (const entity of page) found.set(String(entity['id']), named(entity))
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
  connection: Connection,
  entities: readonly JsonObject[],
  links: readonly Link[],
  convert: (entity: JsonObject) => JsonObject,
  signal?: AbortSignal,
): Promise<readonly JsonObject[]> => {
  let current = entities
  for (const link of links) {
    const ids = [...new Set(current.flatMap((entity) => targetsOf(entity[link.attribute])))]
    if (ids.length === 0) continue
    const found = await fetchTargets(connection, link, ids, signal)
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

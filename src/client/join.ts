import { isObject, type JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import { isUri } from '../ngsi/uri.js'
import type { Connection } from './connection.js'
import { fetchPage } from './page.js'
import { planQuery } from './query-plan.js'
import { type Link, startState } from './query-state.js'

const targetsOf = (attribute: unknown): readonly string[] =>
  [attribute]
    .flat()
    .flatMap((instance) => (isObject(instance) ? [instance['object']].flat().filter(isUri) : []))

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
  const context = link.model.context
  for (const part of chunks(ids, 100)) {
    const plan = planQuery({ ...startState(link.model, context), as: 'normalized', ids: part }, dialect)
    const page = await fetchPage(
      { connection, dialect, plan, context, signal },
      { limit: part.length, offset: 0 },
    )
    for (const entity of page.items) found.set(String(entity['id']), entity)
  }
  return found
}

const joined = (attribute: unknown, targets: ReadonlyMap<string, JsonObject>): unknown => {
  if (Array.isArray(attribute)) return attribute.map((instance) => joined(instance, targets))
  if (!isObject(attribute)) return attribute
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

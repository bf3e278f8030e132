import { isObject, type JsonObject } from '../ngsi/entity.js'
import { type Parameters, readBoolean } from './parameters.js'
import { badData, shown } from './problem-error.js'
import type { QueryText, SelectorText } from './query-request.js'

const text = (body: JsonObject, name: string): string | undefined => {
  const value = body[name]
  return value === undefined || typeof value === 'string' ? value : badData(`${name} must be a text`)
}

const texts = (body: JsonObject, name: string): readonly string[] | undefined => {
  const value = body[name]
  if (value === undefined) return undefined
  if (
    !Array.isArray(value) ||
    value.length === 0 ||
    !value.every((item) => typeof item === 'string' && item !== '')
  )
    return badData(`${name} must be a non-empty list of texts`)
  return value
}

const commaTexts = (body: JsonObject, name: string): readonly string[] | undefined => {
  const value = body[name]
  return typeof value === 'string' ? value.split(',').map((item) => item.trim()) : texts(body, name)
}

/** Reads one EntitySelector (CIM 009 5.2.33); `type` is mandatory in it. */
export const selectorFromBody = (value: unknown): SelectorText => {
  if (!isObject(value)) return badData('entities: each selector is an object with "type"')
  const type = Array.isArray(value['type']) ? value['type'].join(',') : value['type']
  if (typeof type !== 'string' || type === '')
    return badData('entities: a selector needs a type ("*" for any)')
  const id = typeof value['id'] === 'string' ? [value['id']] : texts(value, 'id')
  return { type, id, idPattern: text(value, 'idPattern') }
}

/** Reads a list of EntitySelectors. */
export const selectorsFromBody = (value: unknown): readonly SelectorText[] => {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length === 0)
    return badData('entities must be a non-empty list of selectors')
  return value.map(selectorFromBody)
}

const joinLevelOf = (body: JsonObject): number | undefined => {
  const level = body['joinLevel']
  if (level === undefined || (typeof level === 'number' && Number.isInteger(level) && level > 0)) return level
  return badData(`joinLevel must be a whole number of at least 1, not "${shown(level)}"`)
}

const orderingOf = (body: JsonObject): QueryText['ordering'] => {
  const ordering = body['ordering']
  if (ordering === undefined) return undefined
  if (!isObject(ordering)) return badData('ordering must be an object with orderBy')
  return {
    orderBy: commaTexts(ordering, 'orderBy') ?? badData('ordering needs orderBy'),
    collation: text(ordering, 'collation'),
    coordinates: ordering['coordinates'],
    geometry: ordering['geometry'],
  }
}

/** Reads the body of a POST query (Query, CIM 009 5.2.23); unknown members are ignored. */
export const queryFromBody = (body: unknown, query: Parameters): QueryText => {
  if (!isObject(body) || body['type'] !== 'Query')
    return badData('the body must be an object of type "Query"')
  const geoQ = body['geoQ']
  if (geoQ !== undefined && !isObject(geoQ))
    return badData('geoQ must be an object with georel, geometry and coordinates')
  return {
    selectors: selectorsFromBody(body['entities']),
    attrs: texts(body, 'attrs'),
    pick: texts(body, 'pick')?.join(','),
    omit: texts(body, 'omit')?.join(','),
    q: text(body, 'q'),
    geoQ,
    scopeQ: text(body, 'scopeQ'),
    csf: text(body, 'csf'),
    lang: text(body, 'lang') ?? query.get('lang'),
    datasetId: texts(body, 'datasetId'),
    join: text(body, 'join'),
    joinLevel: joinLevelOf(body),
    containedBy: texts(body, 'containedBy'),
    ordering: orderingOf(body),
    expandValues: commaTexts(body, 'expandValues'),
    geometryProperty: text(body, 'geometryProperty') ?? query.get('geometryProperty'),
    local: readBoolean(query.get('local'), 'local'),
  }
}

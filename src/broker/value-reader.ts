import { type AttributeKind, valueMembers } from '../ngsi/attribute.js'
import { attributeProblem } from '../ngsi/attribute-rules.js'
import { isObject } from '../ngsi/entity.js'
import { geometryProblem } from '../ngsi/geojson.js'
import { isNullValue } from '../ngsi/null-marker.js'
import { isUri, ngsiNull } from '../ngsi/uri.js'
import { badData, shown } from './problem-error.js'
import { checkValue, type Reading } from './reading.js'

/** Reads a geometry, also one in a JSON text, as clients send it (CIM 009 4.7). */
export const geometryOf = (value: unknown, path: string): unknown => {
  let geometry = value
  if (typeof value === 'string' && value !== ngsiNull)
    try {
      geometry = JSON.parse(value)
    } catch {
      return badData(`${path}: a GeoProperty holds a GeoJSON geometry`)
    }
  if (geometry === ngsiNull) return geometry
  const wrong = geometryProblem(geometry)
  return wrong === undefined ? geometry : badData(`${path}: ${wrong}`)
}

const vocabularyOf = (value: unknown, reading: Reading): unknown => {
  if (Array.isArray(value))
    return value.length === 1
      ? vocabularyOf(value[0], reading)
      : value.map((item) => vocabularyOf(item, reading))
  return value === ngsiNull ? value : reading.context.expand(String(value))
}

const relationOf = (value: unknown, path: string): unknown => {
  // One target is a target, not a list: what JSON-LD compaction makes of it everywhere (CIM 009 4.5.3).
  if (Array.isArray(value) && value.length > 0 && value.every(isUri))
    return value.length === 1 ? value[0] : value
  if (isUri(value)) return value
  return badData(`${path}: "${shown(value)}" is no URI and no list of URIs`)
}

const listRelationOf = (value: unknown): unknown =>
  Array.isArray(value) && !isNullValue(value)
    ? value.map((item) => (isObject(item) ? { object: item['object'] } : { object: item }))
    : value

const checkedByRules = (kind: AttributeKind, value: unknown, path: string): void => {
  if (isNullValue(value)) return
  const wrong = attributeProblem({ type: kind, [valueMembers[kind]]: value })
  if (wrong !== undefined) badData(`${path}.${wrong.member}: ${wrong.message}`)
}

/** Reads the value of an attribute of known kind; refuses what the kind does not take (CIM 009 4.5.2 to 4.5.24). */
export const readValue = (kind: AttributeKind, value: unknown, path: string, reading: Reading): unknown => {
  if (value === null || value === undefined)
    return badData(`${path}: a ${kind} needs "${valueMembers[kind]}", and null is no value`)
  if (reading.nulls === 'refused' && kind !== 'Property' && isNullValue(value))
    return badData(`${path}: "${ngsiNull}" deletes; here there is nothing to delete`)
  switch (kind) {
    case 'Property':
      if (value === ngsiNull && reading.nulls === 'refused')
        return badData(`${path}: "${ngsiNull}" deletes; here there is nothing to delete`)
      if (typeof value !== 'string') checkValue(value, reading, path)
      return value
    case 'GeoProperty':
      return geometryOf(value, path)
    case 'Relationship':
      return relationOf(value, path)
    case 'VocabProperty':
      checkedByRules(kind, value, path)
      return vocabularyOf(value, reading)
    case 'JsonProperty':
      checkedByRules(kind, value, path)
      checkValue(value, { ...reading, nulls: 'everywhere' }, path)
      return value
    case 'ListRelationship':
      checkedByRules(kind, value, path)
      return listRelationOf(value)
    case 'ListProperty':
    case 'LanguageProperty':
      checkedByRules(kind, value, path)
      if (!isNullValue(value)) checkValue(value, { ...reading, nulls: 'everywhere' }, path)
      return value
  }
}

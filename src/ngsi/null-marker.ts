import { type AttributeKind, isAttributeKind, valueMembers } from './attribute.js'
import { isObject, type JsonObject } from './entity.js'
import { kindByMember } from './representation.js'
import { ngsiNull } from './uri.js'

/** The deletion marker in the form that an attribute kind takes (CIM 009 4.5.0; languageMap and lists have their own). */
export const nullValueOf = (kind: AttributeKind): unknown => {
  if (kind === 'LanguageProperty') return { '@none': ngsiNull }
  return kind === 'ListProperty' || kind === 'ListRelationship' ? [ngsiNull] : ngsiNull
}

/** Tells whether a value is a deletion marker in any of its forms. */
export const isNullValue = (value: unknown): boolean => {
  if (value === ngsiNull) return true
  if (Array.isArray(value))
    return (
      value.length === 1 && (value[0] === ngsiNull || (isObject(value[0]) && value[0]['object'] === ngsiNull))
    )
  return isObject(value) && value['@none'] === ngsiNull && Object.keys(value).length === 1
}

/** Tells whether a normalized attribute instance says "delete me". */
export const isNullInstance = (instance: JsonObject): boolean => {
  const kind = instance['type']
  if (!isAttributeKind(kind)) return false
  const value = instance[valueMembers[kind]]
  // [marker] is an ordinary array value of a Property; only lists are deleted that way.
  if (Array.isArray(value) && kind !== 'ListProperty' && kind !== 'ListRelationship') return false
  if (isObject(value) && kind !== 'LanguageProperty') return false
  return isNullValue(value)
}

/** Tells whether an attribute, in any form, says "delete me". */
export const isNullAttribute = (attribute: unknown): boolean => {
  if (!isObject(attribute)) return attribute === ngsiNull
  const inferred = kindByMember.find(([member]) => Object.hasOwn(attribute, member))?.[1]
  return isNullInstance({ type: inferred, ...attribute })
}

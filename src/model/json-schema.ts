import { isObject } from '../ngsi/entity.js'

/** A JSON Schema object as it was read: nothing about it is sure. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** Keywords whose value is one schema. */
export const schemaKeywords: ReadonlySet<string> = new Set([
  'items',
  'additionalItems',
  'contains',
  'additionalProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedItems',
  'unevaluatedProperties',
])

/** Keywords whose value is a list of schemas. */
export const listKeywords: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])

/** Keywords whose value maps names to schemas. */
export const mapKeywords: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'dependentSchemas',
])

/** Keywords of 2020-12 that the compiled checks leave out; no official schema has one. */
export const uncheckedKeywords: ReadonlySet<string> = new Set([
  'unevaluatedItems',
  'unevaluatedProperties',
  'dependentSchemas',
  'minContains',
  'maxContains',
])

/** Words that only tell people or tools something; they never make a value valid or invalid. */
export const annotations: ReadonlySet<string> = new Set([
  '$schema',
  '$schemaVersion',
  '$id',
  'id',
  '$anchor',
  '$comment',
  '$vocabulary',
  'title',
  'description',
  'default',
  'example',
  'examples',
  'readOnly',
  'writeOnly',
  'deprecated',
  'contentEncoding',
  'contentMediaType',
  'modelTags',
  'derivedFrom',
  'license',
  'x-ngsi',
])

/** The seven JSON type names. */
export const jsonTypes: ReadonlySet<string> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'null',
])

/** Writes a name as a part of a JSON Pointer (RFC 6901). */
export const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** Reads the parts of a JSON Pointer, with or without percent-encoding (RFC 6901 section 6). */
export const pointerParts = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const text = part.replaceAll('~1', '/').replaceAll('~0', '~')
      try {
        return decodeURIComponent(text)
      } catch {
        return text
      }
    })

/** What a JSON Pointer points at, or undefined where it leads nowhere. */
export const atPointer = (document: unknown, pointer: string): unknown => {
  let here = document
  for (const part of pointerParts(pointer)) {
    if (Array.isArray(here)) here = here[Number(part)]
    else if (isObject(here) && Object.hasOwn(here, part)) here = here[part]
    else return undefined
  }
  return here
}

import { isObject } from '../ngsi/entity.js'
import type { Accessor } from './table.js'

const steps = (path: string): readonly (string | number)[] =>
  path
    .split(/\.|(?=\[)/)
    .filter((part) => part !== '')
    .map((part) => (/^\[\d+\]$/.test(part) ? Number(part.slice(1, -1)) : part))

/** Reads own members only: a path such as `__proto__.x` finds nothing. */
const member = (value: unknown, step: string | number): unknown => {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

/** Makes the reader of a JSON path such as `result.records[0].name`; a member whose own name has dots wins. */
export const jsonPath = (path: string): Accessor => {
  const parts = steps(path)
  const [first] = parts
  if (parts.length === 1 && first !== undefined) return (record) => member(record, first)
  return (record) => {
    if (isObject(record) && Object.hasOwn(record, path)) return record[path]
    let value = record
    for (const part of parts) value = member(value, part)
    return value
  }
}

/** The paths of an object's leaves, lists and geometries counted as leaves; at most `depth` members deep. */
export const leafPaths = (record: unknown, depth = 3, prefix = ''): readonly string[] =>
  isObject(record)
    ? Object.entries(record).flatMap(([name, value]) =>
        depth > 1 && isObject(value) && Object.keys(value).length > 0 && !Object.hasOwn(value, 'coordinates')
          ? leafPaths(value, depth - 1, `${prefix}${name}.`)
          : [`${prefix}${name}`],
      )
    : []

import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { AttributeDescriptor, Lenience, ValidateOptions } from './descriptor.js'

/** All leniences. */
export const everyLenience: readonly Lenience[] = [
  'time-without-zone',
  'one-or-many-relationships',
  'single-or-list',
  'id-no-uri',
  'coordinates-out-of-range',
  'other-entity-type',
]

/** Checks what a broker is to take: the leniences that NGSI-LD itself leaves room for, and no others. */
export const forBroker: ValidateOptions = { leniences: everyLenience.slice(0, 3) }

/** A value that passes where another one did not, and the lenience that lets it. */
export interface Leniency {
  readonly lenience: Lenience
  readonly value: unknown
}

const timeWithoutZone = /^\d{2}:\d{2}:\d{2}(?:\.\d+)?$/

/** A copy of a value in which the member at a path is another one. */
const replaced = (value: unknown, path: readonly string[], member: unknown): unknown => {
  const [name, ...rest] = path
  if (name === undefined) return member
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === name ? replaced(item, rest, member) : item))
  return isObject(value) && Object.hasOwn(value, name)
    ? { ...value, [name]: replaced(value[name], rest, member) }
    : value
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (here, name) =>
      Array.isArray(here)
        ? here[Number(name)]
        : isObject(here) && Object.hasOwn(here, name)
          ? (here as JsonObject)[name]
          : undefined,
    value,
  )

/** The value with a zone at a time that has none, where that is what is wrong. */
export const withZone = (value: unknown, path: readonly string[]): Leniency | undefined => {
  const time = at(value, path)
  return typeof time === 'string' && timeWithoutZone.test(time)
    ? { lenience: 'time-without-zone', value: replaced(value, path, `${time}Z`) }
    : undefined
}

/** The value as a list, or the only item of a list: brokers reduce lists of one, and cities write one for several. */
export const otherCardinality = (descriptor: AttributeDescriptor, value: unknown): readonly Leniency[] => {
  const relationship = descriptor.kind === 'Relationship' || descriptor.kind === 'ListRelationship'
  const lenience: Lenience = relationship ? 'one-or-many-relationships' : 'single-or-list'
  if (!Array.isArray(value)) return [{ lenience, value: [value] }]
  if (value.length === 1 || (relationship && value.length > 0))
    return value.map((item: unknown) => ({ lenience, value: item }))
  return []
}

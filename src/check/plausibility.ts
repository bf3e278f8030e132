import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Fault } from './finding.js'

/** What plausibility is judged by. */
export interface PlausibilityOptions {
  readonly bounds?: readonly [number, number, number, number] | undefined
  readonly now: number
}

const instancesOf = (attribute: unknown): readonly JsonObject[] => [attribute].flat().filter(isObject)

const positionsOf = (coordinates: unknown): readonly (readonly number[])[] => {
  if (!Array.isArray(coordinates)) return []
  if (typeof coordinates[0] === 'number') return [coordinates as number[]]
  return coordinates.flatMap((item) => positionsOf(item))
}

const within = (
  [west, south, east, north]: readonly [number, number, number, number],
  x: number,
  y: number,
): boolean => x >= west && x <= east && y >= south && y <= north

const locationFault = (value: unknown, path: string, options: PlausibilityOptions): Fault | undefined => {
  const { bounds } = options
  for (const [x = 0, y = 0] of positionsOf(isObject(value) ? value['coordinates'] : undefined)) {
    if (x === 0 && y === 0)
      return {
        rule: 'plausibility.null-island',
        path,
        message: 'lies at (0, 0)',
        hint: 'leave an unknown location out',
      }
    if (bounds === undefined || within(bounds, x, y)) continue
    return within(bounds, y, x)
      ? {
          rule: 'plausibility.swapped',
          path,
          message: `[${x}, ${y}] has latitude before longitude`,
          hint: `write [${y}, ${x}]`,
        }
      : {
          rule: 'plausibility.bounds',
          path,
          message: `[${x}, ${y}] lies outside [${bounds.join(', ')}]`,
          hint: 'check the coordinate system of the source',
        }
  }
  return undefined
}

/** Numbers that stand for "no value" in measuring systems; -1 only where less than zero cannot be. */
const sentinels: ReadonlySet<number> = new Set([
  -99, -999, -9999, -99999, -999999999, 9999, 99999, 999999, 999999999,
])
const neverNegative = /number|count|level|intensity|occupancy|humidity|height|capacity|speed|precipitation/i

const sentinelFault = (name: string, value: unknown, path: string): Fault | undefined => {
  if (typeof value !== 'number') return undefined
  const direction = /direction/i.test(name) && (value === 990 || value > 360)
  const minus = value === -1 && neverNegative.test(name)
  if (!sentinels.has(value) && !direction && !minus) return undefined
  return {
    rule: 'plausibility.sentinel',
    path,
    message: `${value} looks like "no value"`,
    hint: 'leave the attribute out where there is no value',
  }
}

/** A clock may be a little ahead. */
const clockSkewMs = 5 * 60_000

const futureFault = (text: unknown, path: string, now: number): Fault | undefined => {
  const instant = typeof text === 'string' ? Date.parse(text) : Number.NaN
  return instant > now + clockSkewMs
    ? { rule: 'plausibility.future', path, message: `${String(text)} is in the future` }
    : undefined
}

const observedNames: ReadonlySet<string> = new Set(['dateObserved', 'observationDateTime'])

const instanceFaults = (
  name: string,
  instance: JsonObject,
  path: string,
  options: PlausibilityOptions,
): readonly Fault[] => {
  const value = instance['value']
  return [
    instance['type'] === 'GeoProperty' ? locationFault(value, `${path}.value`, options) : undefined,
    sentinelFault(name, value, `${path}.value`),
    futureFault(instance['observedAt'], `${path}.observedAt`, options.now),
    observedNames.has(name) ? futureFault(value, `${path}.value`, options.now) : undefined,
  ].filter((fault) => fault !== undefined)
}

/** A count, and the capacity that it cannot exceed. */
const capacities: readonly (readonly [string, string])[] = [
  ['availableSpotNumber', 'totalSpotNumber'],
  ['occupiedSpotNumber', 'totalSpotNumber'],
  ['freeSlotNumber', 'totalSlotNumber'],
  ['availableBikeNumber', 'totalSlotNumber'],
  ['availableCapacity', 'capacity'],
]

const numberOf = (entity: JsonObject, name: string): number | undefined => {
  const value = instancesOf(entity[name])[0]?.['value']
  return typeof value === 'number' ? value : undefined
}

const capacityFaults = (entity: JsonObject): readonly Fault[] =>
  capacities.flatMap(([part, whole]) => {
    const count = numberOf(entity, part)
    const total = numberOf(entity, whole)
    if (count === undefined || total === undefined || count <= total) return []
    return [
      {
        rule: 'plausibility.capacity',
        path: `${part}.value`,
        message: `${count} is more than ${whole}, ${total}`,
      },
    ]
  })

/** What of a normalized entity can hardly be true. */
export const plausibilityFaults = (entity: JsonObject, options: PlausibilityOptions): readonly Fault[] => {
  const faults: Fault[] = []
  for (const [name, attribute] of Object.entries(entity)) {
    if (entityMembers.has(name)) continue
    for (const instance of instancesOf(attribute))
      faults.push(...instanceFaults(name, instance, name, options))
  }
  return [...faults, ...capacityFaults(entity)]
}

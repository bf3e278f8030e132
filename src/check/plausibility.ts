import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Fault } from './finding.js'

/** What plausibility is judged by. */
export interface PlausibilityOptions {
  readonly bounds?: readonly [number, number, number, number] | undefined
  readonly now: number
}

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
  const positions = positionsOf(isObject(value) ? value['coordinates'] : undefined)
  // Drawings of buildings begin at a corner (0, 0); only what lies there as a whole has no location.
  if (positions.length > 0 && positions.every(([x, y]) => x === 0 && y === 0))
    return {
      rule: 'plausibility.null-island',
      path,
      message: 'lies at (0, 0)',
      hint: 'leave an unknown location out',
    }
  for (const [x = 0, y = 0] of positions) {
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

const addFault = (faults: Fault[], fault: Fault | undefined): void => {
  if (fault !== undefined) faults.push(fault)
}

const instanceFaults = (
  name: string,
  instance: JsonObject,
  options: PlausibilityOptions,
  faults: Fault[],
): void => {
  const value = instance['value']
  if (instance['type'] === 'GeoProperty') addFault(faults, locationFault(value, `${name}.value`, options))
  if (typeof value === 'number') addFault(faults, sentinelFault(name, value, `${name}.value`))
  if (instance['observedAt'] !== undefined)
    addFault(faults, futureFault(instance['observedAt'], `${name}.observedAt`, options.now))
  if (observedNames.has(name)) addFault(faults, futureFault(value, `${name}.value`, options.now))
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
  const attribute = entity[name]
  const instance = Array.isArray(attribute) ? (attribute[0] as unknown) : attribute
  const value = isObject(instance) ? instance['value'] : undefined
  return typeof value === 'number' ? value : undefined
}

const capacityFaults = (entity: JsonObject, faults: Fault[]): void => {
  for (const [part, whole] of capacities) {
    const count = numberOf(entity, part)
    const total = count === undefined ? undefined : numberOf(entity, whole)
    if (count !== undefined && total !== undefined && count > total)
      faults.push({
        rule: 'plausibility.capacity',
        path: `${part}.value`,
        message: `${count} is more than ${whole}, ${total}`,
      })
  }
}

/** What of a normalized entity can hardly be true. */
export const plausibilityFaults = (entity: JsonObject, options: PlausibilityOptions): readonly Fault[] => {
  const faults: Fault[] = []
  for (const name in entity) {
    if (entityMembers.has(name)) continue
    const attribute = entity[name]
    if (Array.isArray(attribute)) {
      for (const instance of attribute)
        if (isObject(instance)) instanceFaults(name, instance, options, faults)
    } else if (isObject(attribute)) instanceFaults(name, attribute, options, faults)
  }
  capacityFaults(entity, faults)
  return faults
}

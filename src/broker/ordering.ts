import type { ActiveContext } from '../ngsi/context.js'
import { isObject } from '../ngsi/entity.js'
import type { Geometry } from '../ngsi/geojson.js'
import { geometryProblem, isGeometryType, looksLikeGeometry } from '../ngsi/geojson.js'
import { byUnits, compareForOrder } from '../query/order.js'
import { badData, shown } from './problem-error.js'
import { memberName } from './projection.js'
import { attributeValue, instancesOf, type StoredEntity } from './stored-entity.js'

type Direction = 'asc' | 'desc' | 'dist-asc' | 'dist-desc'

interface OrderKey {
  readonly names: readonly string[]
  readonly members: readonly string[]
  readonly direction: Direction
}

/** How a result is ordered (CIM 009 4.23). */
export interface Ordering {
  readonly keys: readonly OrderKey[]
  readonly compareText: (a: string, b: string) => number
  readonly from: Geometry | undefined
}

/** The texts of a request that say how to order. */
export interface OrderingText {
  readonly orderBy: readonly string[]
  readonly collation?: string | undefined
  readonly coordinates?: unknown
  readonly geometry?: unknown
}

const directions: ReadonlySet<string> = new Set(['asc', 'desc', 'dist-asc', 'dist-desc'])
const keyShape = /^([^;[\]]+)(?:\[([^\]]+)\])?(?:;([a-z-]+))?$/

const readKey = (text: string, context: ActiveContext): OrderKey => {
  const [, path, members, direction = 'asc'] = keyShape.exec(text.trim()) ?? []
  if (path === undefined || !directions.has(direction))
    return badData(
      `orderBy: "${shown(text)}" is no member with an optional ;asc, ;desc, ;dist-asc or ;dist-desc`,
    )
  const names = /^[a-z][a-z0-9+.-]*:/i.test(path) ? [path] : path.split('.')
  return {
    names: names.map((name, index) =>
      index > 0 && plainMembers.has(name) ? name : memberName(context, name),
    ),
    members: members?.split('.') ?? [],
    direction: direction as Direction,
  }
}

const plainMembers: ReadonlySet<string> = new Set([
  'observedAt',
  'unitCode',
  'datasetId',
  'createdAt',
  'modifiedAt',
  'expiresAt',
])

const readCollation = (collation: string | undefined): ((a: string, b: string) => number) => {
  // Without collation texts sort by code point, as the public conformance suite expects.
  if (collation === undefined) return byUnits
  try {
    return new Intl.Collator(collation).compare
  } catch {
    return badData(`collation: "${shown(collation)}" is no language tag such as de-u-co-phonebk`)
  }
}

const readFrom = ({ coordinates, geometry = 'Point' }: OrderingText): Geometry | undefined => {
  if (coordinates === undefined) return undefined
  let parsed = coordinates
  if (typeof coordinates === 'string')
    try {
      parsed = JSON.parse(coordinates)
    } catch {
      return badData('orderFrom must be coordinates such as [5.47,51.44]')
    }
  const from = { type: geometry, coordinates: parsed }
  const wrong = isGeometryType(geometry) ? geometryProblem(from) : `"${shown(geometry)}" is no geometry type`
  return wrong === undefined ? (from as Geometry) : badData(`orderFrom: ${wrong}`)
}

/** Reads how to order; refuses unknown directions, tags and coordinates. */
export const readOrdering = (text: OrderingText, context: ActiveContext): Ordering => {
  const keys = text.orderBy.map((key) => readKey(key, context))
  const from = readFrom(text)
  if (from === undefined && keys.some(({ direction }) => direction.startsWith('dist')))
    badData('ordering by distance needs orderFrom')
  return { keys, compareText: readCollation(text.collation), from }
}

const valueAt = (entity: StoredEntity, { names, members }: OrderKey): unknown => {
  const [first, ...rest] = names
  let value: unknown = entity[first as string]
  if (['id', 'type', 'scope', 'createdAt', 'modifiedAt', 'expiresAt'].includes(first as string))
    return Array.isArray(value) ? value[0] : value
  for (const name of rest) {
    const instance = instancesOf(value)[0]
    value = instance?.[name]
    if (plainMembers.has(name)) return value
  }
  const instance = instancesOf(value)[0]
  const whole = instance === undefined ? undefined : attributeValue(instance)
  return members.reduce<unknown>(
    (current, member) => (isObject(current) ? current[member] : undefined),
    whole,
  )
}

/** Orders entities; `distance` gives metres between two geometries. Equal ones keep their order. */
export const orderEntities = (
  entities: readonly StoredEntity[],
  ordering: Ordering,
  distance: (a: Geometry, b: Geometry) => number,
): readonly StoredEntity[] => {
  const { from } = ordering
  const keyed = entities.map((entity) => ({
    entity,
    values: ordering.keys.map((key) => {
      const value = valueAt(entity, key)
      if (!key.direction.startsWith('dist') || from === undefined) return value
      return looksLikeGeometry(value) ? distance(value, from) : value
    }),
  }))
  const compare = (a: (typeof keyed)[number], b: (typeof keyed)[number]): number => {
    for (const [index, { direction }] of ordering.keys.entries()) {
      const sign = compareForOrder(a.values[index], b.values[index], ordering.compareText)
      if (sign !== 0) return direction.endsWith('desc') ? -sign : sign
    }
    return 0
  }
  return keyed.sort(compare).map(({ entity }) => entity)
}

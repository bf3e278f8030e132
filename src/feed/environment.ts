import { UsageError } from '../errors.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { type Crs, crs } from './crs.js'
import type { Mapping } from './mapping.js'
import type { Accessor, Table } from './table.js'
import type { Tally } from './tally.js'
import { type TimeZone, timeZone } from './time-zone.js'

/** What the compiling of a mapping needs to know of its source. */
export interface Environment {
  readonly columns: readonly string[]
  /** The reader of a column; throws a UsageError for a column that the source lacks. Notes that it is used. */
  readonly column: (name: string, place: string) => Accessor
  readonly used: Set<string>
  /** The coordinate system of a record. */
  readonly crsOf: (own: Mapping['crs'] | undefined, place: string) => (record: unknown) => Crs
  readonly zone: (own: string | undefined) => TimeZone | undefined
  readonly bounds: Mapping['bounds']
  readonly tally: Tally
}

const likelyDelimiter = (header: string): string | undefined =>
  [';', '\t', ',', '|'].find((delimiter) => header.split(delimiter).length > 2)

const missingColumn = (name: string, place: string, table: Table): UsageError => {
  const [only] = table.columns
  const delimiter = table.columns.length === 1 && only !== undefined ? likelyDelimiter(only) : undefined
  if (delimiter !== undefined)
    return new UsageError(
      `${table.name} has one column, "${only?.slice(0, 60)}…": its delimiter looks like ${JSON.stringify(delimiter)}; say source.delimiter in the mapping`,
    )
  const near = nearestName(name, table.columns)
  return new UsageError(
    `${place}: ${table.name} has no column "${name}"${near === undefined ? `; it has ${table.columns.slice(0, 20).join(', ')}${table.columns.length > 20 ? ' …' : ''}` : `; did you mean "${near}"?`}`,
  )
}

const crsReader = (
  own: Mapping['crs'],
  column: Environment['column'],
  place: string,
): ((record: unknown) => Crs) => {
  if (typeof own === 'string') {
    const system = crs(own)
    return () => system
  }
  const read = column(own.column, place)
  return (record) => {
    const value = read(record)
    return crs(
      `EPSG:${String(value)
        .replace(/^EPSG:+/i, '')
        .trim()}`,
    )
  }
}

/** Makes the environment of one mapping over one opened source. Throws a UsageError where they do not fit. */
export const createEnvironment = (mapping: Mapping, table: Table, tally: Tally): Environment => {
  if (table.crs !== undefined && typeof mapping.crs === 'string' && table.crs !== mapping.crs)
    throw new UsageError(
      `${table.name} says that its coordinates are ${table.crs}, the mapping says ${mapping.crs}; correct crs`,
    )
  const used = new Set<string>(table.consumed)
  const column: Environment['column'] = (name, place) => {
    const accessor = table.accessor(name)
    if (accessor === undefined) throw missingColumn(name, place, table)
    used.add(name)
    return accessor
  }
  const zones = new Map<string, TimeZone>()
  return {
    columns: table.columns,
    column,
    used,
    crsOf: (own, place) => crsReader(own ?? mapping.crs, column, place),
    zone: (own) => {
      const name = own ?? mapping.timezone
      if (name === undefined) return undefined
      const zone = zones.get(name) ?? timeZone(name)
      zones.set(name, zone)
      return zone
    },
    bounds: mapping.bounds,
    tally,
  }
}

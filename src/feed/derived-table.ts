import { UsageError } from '../errors.js'
import { pattern } from './cast.js'

import { jsonPath } from './json-path.js'
import type { UnpivotSpec } from './mapping.js'
import type { Accessor, Batch, Table } from './table.js'
import { compileTemplate } from './template.js'

/** A record with columns that its source does not have. */
interface Derived {
  readonly base: unknown
  readonly extra: readonly unknown[]
}

/** Puts further columns on top of a table; `expand` gives the extra values of each row that comes out of one record. */
const withColumns = (
  table: Table,
  names: readonly string[],
  expand: (record: unknown) => readonly (readonly unknown[])[],
): Table => {
  const indexes = new Map(names.map((name, index) => [name, index]))
  async function* batches(): AsyncGenerator<Batch> {
    for await (const batch of table.batches()) {
      const records: Derived[] = []
      const rows: number[] = []
      for (const [index, base] of batch.records.entries())
        for (const extra of expand(base)) {
          records.push({ base, extra })
          rows.push(batch.rows[index] ?? 0)
        }
      yield { ...batch, records, rows }
    }
  }
  return {
    ...table,
    columns: [...table.columns.filter((column) => !indexes.has(column)), ...names],
    accessor: (name): Accessor | undefined => {
      const index = indexes.get(name)
      if (index !== undefined) return (record) => (record as Derived).extra[index]
      const inner = table.accessor(name)
      return inner === undefined ? undefined : (record) => inner((record as Derived).base)
    },
    batches,
  }
}

interface PivotColumn {
  readonly name: string
  readonly groups: readonly (string | undefined)[]
}

const pivotColumns = (
  table: Table,
  spec: UnpivotSpec,
): { readonly found: readonly PivotColumn[]; readonly groupNames: readonly string[] } => {
  if (typeof spec.columns !== 'string') {
    const missing = spec.columns.find((column) => !table.columns.includes(column))
    if (missing !== undefined)
      throw new UsageError(`unpivot.columns: ${table.name} has no column "${missing}"`)
    return { found: spec.columns.map((name) => ({ name, groups: [] })), groupNames: [] }
  }
  const expression = pattern(spec.columns, 'unpivot.columns')
  const groupNames = Object.keys(expression.namedGroups())
  const found = table.columns.flatMap((name) => {
    const matcher = expression.matcher(name)
    return matcher.matches()
      ? [{ name, groups: groupNames.map((group) => matcher.group(group) ?? undefined) }]
      : []
  })
  if (found.length === 0)
    throw new UsageError(`unpivot.columns: no column of ${table.name} follows the pattern ${spec.columns}`)
  return { found, groupNames }
}

/** Companion columns, such as `{channel}-status`: found once per pivot column, because a header never changes. */
const companions = (
  table: Table,
  spec: UnpivotSpec,
  names: readonly string[],
  pivot: PivotColumn,
): readonly { readonly column: string; readonly accessor: Accessor }[] =>
  Object.entries(spec.with ?? {}).map(([own, template]) => {
    const place = `unpivot.with.${own}`
    const source = {
      columns: names,
      column: (name: string): Accessor => {
        const index = names.indexOf(name)
        if (index < 0) throw new UsageError(`${place}: "${name}" is not one of ${names.join(', ')}`)
        return () => [pivot.name, ...pivot.groups][index]
      },
    }
    const column = compileTemplate(template, source, 'text', place)(undefined)
    const accessor = table.accessor(column)
    if (accessor === undefined) throw new UsageError(`${place}: ${table.name} has no column "${column}"`)
    return { column, accessor }
  })

/** Turns columns into rows: one row per column that the specification names, and per row of the table. */
export const unpivot = (table: Table, spec: UnpivotSpec): Table => {
  const { found, groupNames } = pivotColumns(table, spec)
  const { skipEmpty = true } = spec
  const headers = [spec.name, ...groupNames]
  const pivots = found.map((pivot) => {
    const value = table.accessor(pivot.name)
    return {
      value: value ?? ((): undefined => undefined),
      fixed: [pivot.name, ...pivot.groups],
      with: companions(table, spec, headers, pivot),
    }
  })
  const pivoted = new Set(found.map(({ name }) => name))
  const names = [...headers, spec.value, ...Object.keys(spec.with ?? {})]
  const wide = withColumns(table, names, (record) =>
    pivots.flatMap((pivot) => {
      const value = pivot.value(record)
      const empty =
        value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
      return empty && skipEmpty
        ? []
        : [[...pivot.fixed, value, ...pivot.with.map(({ accessor }) => accessor(record))]]
    }),
  )
  const consumed = pivots.flatMap((pivot) => pivot.with.map(({ column }) => column))
  return {
    ...wide,
    columns: wide.columns.filter((column) => !pivoted.has(column)),
    consumed: [...(table.consumed ?? []), ...consumed],
  }
}

/** Turns one record with a list into one row per item; the item's members are columns `path.member`. */
export const explode = (table: Table, path: string): Table => {
  const list = table.accessor(path)
  if (list === undefined) throw new UsageError(`explode: ${table.name} has no column "${path}"`)
  const prefix = `${path}.`
  const wide = withColumns(table, [path], (record) => {
    const found = list(record)
    const items: readonly unknown[] = Array.isArray(found)
      ? found
      : found === undefined || found === null
        ? []
        : [found]
    return items.map((item) => [item])
  })
  const itemOf = wide.accessor(path)
  return {
    ...wide,
    accessor: (name) => {
      if (itemOf === undefined || !name.startsWith(prefix)) return wide.accessor(name)
      const inner = jsonPath(name.slice(prefix.length))
      return (record) => inner(itemOf(record))
    },
  }
}

/** Reads a whole (small) table into memory by a key, for a join. Throws a UsageError above `limit` rows or for a key that repeats. */
export const indexTable = async (
  table: Table,
  keys: readonly string[],
  limit = 1_000_000,
): Promise<ReadonlyMap<string, unknown>> => {
  const readers = keys.map((key) => {
    const accessor = table.accessor(key)
    if (accessor === undefined) throw new UsageError(`joins: ${table.name} has no column "${key}"`)
    return accessor
  })
  const index = new Map<string, unknown>()
  for await (const batch of table.batches())
    for (const [at, record] of batch.records.entries()) {
      const key = joinKey(readers, record)
      if (index.has(key))
        throw new UsageError(`joins: ${table.name} row ${batch.rows[at]} repeats the key ${key}`)
      if (index.size >= limit) throw new UsageError(`joins: ${table.name} has more than ${limit} rows`)
      index.set(key, record)
    }
  return index
}

const joinKey = (readers: readonly Accessor[], record: unknown): string =>
  JSON.stringify(readers.map((read) => String(read(record) ?? '').trim()))

/** Adds the columns of a second table to each row that has a partner there. */
export const join = async (
  table: Table,
  other: Table,
  spec: {
    readonly on: Readonly<Record<string, string>>
    readonly prefix?: string | undefined
    readonly missing?: 'fail' | 'keep' | 'drop' | undefined
  },
): Promise<Table> => {
  const index = await indexTable(other, Object.values(spec.on))
  const readers = Object.keys(spec.on).map((column) => {
    const accessor = table.accessor(column)
    if (accessor === undefined) throw new UsageError(`joins: ${table.name} has no column "${column}"`)
    return accessor
  })
  const { prefix = '', missing = 'fail' } = spec
  const others = other.columns.map((column) => other.accessor(column) ?? ((): undefined => undefined))
  const nothing = others.map(() => undefined)
  const joined = withColumns(
    table,
    other.columns.map((column) => `${prefix}${column}`),
    (record) => {
      const key = joinKey(readers, record)
      const partner = index.get(key)
      if (partner !== undefined) return [others.map((read) => read(partner))]
      if (missing === 'drop') return []
      if (missing === 'keep') return [nothing]
      throw new UsageError(
        `joins: ${other.name} has no row for ${key}; say missing: keep or drop where that is right`,
      )
    },
  )
  const consumed = Object.entries(spec.on).flatMap(([here, there]) => [here, `${prefix}${there}`])
  return { ...joined, consumed: [...(table.consumed ?? []), ...consumed] }
}

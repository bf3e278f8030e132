import { UsageError } from '../errors.js'
import type { DataClass } from '../profile/data-class.js'
import { classCovers, sensitiveName, sensitiveValue } from '../profile/sensitive-names.js'
import type { AttributeSpec, Mapping } from './mapping.js'
import { fullSpec } from './mapping-file.js'
import type { Accessor, Table } from './table.js'

/** Looks at the columns of the first rows: which are empty, which look as if they should not be published. */
export interface ColumnSurvey {
  readonly look: (record: unknown) => void
  readonly empty: () => readonly string[]
  readonly sensitive: () => readonly { readonly column: string; readonly reason: string }[]
}

/** How many rows are looked at for personal values; every row is looked at for emptiness. */
const sample = 2000

/** Makes a survey of all columns of a table. */
export const surveyColumns = (table: Table): ColumnSurvey => {
  const readers = new Map<string, Accessor>()
  for (const column of table.columns) {
    const accessor = table.accessor(column)
    if (accessor !== undefined) readers.set(column, accessor)
  }
  const empty = new Map(readers)
  const found = new Map<string, string>()
  for (const column of readers.keys()) {
    const sensitive = sensitiveName(column)
    if (sensitive !== undefined) found.set(column, sensitive.reason)
  }
  let rows = 0
  const lookForEmpty = (record: unknown): void => {
    for (const [column, read] of empty) {
      const value = read(record)
      if (value !== undefined && value !== null && String(value).trim() !== '') empty.delete(column)
    }
  }
  const lookForSensitive = (record: unknown): void => {
    for (const [column, read] of readers) {
      if (found.has(column)) continue
      const value = read(record)
      const sensitive = typeof value === 'string' ? sensitiveValue(value) : undefined
      if (sensitive !== undefined) found.set(column, `in a value, ${sensitive.reason}`)
    }
  }
  return {
    look: (record) => {
      rows += 1
      if (empty.size > 0) lookForEmpty(record)
      if (rows <= sample) lookForSensitive(record)
    },
    empty: () => (rows === 0 ? [] : [...empty.keys()]),
    sensitive: () =>
      [...found].filter(([column]) => !empty.has(column)).map(([column, reason]) => ({ column, reason })),
  }
}

const columnsOf = (spec: AttributeSpec): readonly string[] => {
  const full = fullSpec(spec)
  return [
    ...[full.from ?? []].flat(),
    ...Object.values(full.object ?? {}).flatMap(columnsOf),
    ...(full.list ?? []).flatMap(columnsOf),
  ]
}

/** The class that a mapping gives a column: by itself, or through the attribute that is made of it. */
const classOf = (mapping: Mapping, column: string): DataClass | undefined => {
  const own = mapping.classify?.[column]
  if (own !== undefined) return own
  for (const spec of Object.values(mapping.map))
    if (columnsOf(spec).includes(column)) {
      const { class: dataClass } = fullSpec(spec)
      if (dataClass !== undefined) return dataClass
    }
  return undefined
}

/**
 * Stops a mapping that takes over columns which look personal or secret and have no class.
 * Throws a UsageError that names them; the names alone are shown, never a value.
 */
export const refuseUnclassified = (
  mapping: Mapping,
  used: ReadonlySet<string>,
  survey: ColumnSurvey,
  name: string,
): void => {
  const open = survey
    .sensitive()
    .filter(({ column }) => used.has(column))
    .filter(({ column }) => {
      const byName = sensitiveName(column) ?? ({ kind: 'personal', reason: '' } as const)
      return !classCovers(classOf(mapping, column), byName)
    })
  if (open.length === 0) return
  throw new UsageError(
    `${name} takes over ${open.map(({ column, reason }) => `"${column}" (${reason})`).join(', ')}; say its class under classify (public, internal or personal), or leave it out`,
  )
}

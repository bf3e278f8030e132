import type { Model } from '../model/descriptor.js'
import { isObject } from '../ngsi/entity.js'
import type { DuplicateRule } from './mapping.js'
import type { MappedEntity } from './row-mapper.js'
import type { MappedRecord } from './survey.js'
import type { RowProblem } from './table.js'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const listValue = (attribute: unknown): readonly unknown[] | undefined =>
  isObject(attribute) && Array.isArray(attribute['value'])
    ? (attribute['value'] as readonly unknown[])
    : undefined

const union = (a: readonly unknown[], b: readonly unknown[]): readonly unknown[] => [
  ...a,
  ...b.filter((item) => !a.some((known) => same(known, item))),
]

/** Joins two entities of one id: attributes of either, lists united; an attribute that differs otherwise is a conflict. */
const merged = (
  a: MappedEntity,
  b: MappedEntity,
  model: Model,
): MappedEntity | { readonly conflict: string } => {
  const result: Record<string, unknown> = { ...a }
  for (const [name, attribute] of Object.entries(b)) {
    const before = result[name]
    if (before === undefined) result[name] = attribute
    else if (!same(before, attribute)) {
      const [first, second] = [listValue(before), listValue(attribute)]
      const many = Object.hasOwn(model.attributes, name) && model.attributes[name]?.many === true
      if (!many || first === undefined || second === undefined) return { conflict: name }
      result[name] = { ...(before as object), value: union(first, second) }
    }
  }
  return result as unknown as MappedEntity
}

const conflictProblem = (attribute: string, row: number, first: number, id: string): RowProblem => ({
  row,
  path: `row ${row}, ${attribute}`,
  rule: 'feed.duplicate',
  message: `differs from row ${first}, which has the same id ${id}`,
  hint: 'make the id tell them apart, or say onDuplicate: first, last or suffix',
})

type Batches = AsyncIterable<readonly MappedRecord[]>

async function* mergedEntities(
  source: Batches,
  repeated: ReadonlySet<string>,
  model: Model,
  onConflict: (problem: RowProblem) => void,
): AsyncGenerator<readonly MappedRecord[]> {
  const held = new Map<string, MappedRecord>()
  const hold = (mapped: MappedRecord): void => {
    const { id } = mapped.entity
    const before = held.get(id)
    const joined = before === undefined ? mapped.entity : merged(before.entity, mapped.entity, model)
    if ('conflict' in joined)
      onConflict(conflictProblem(String(joined['conflict']), mapped.row, before?.row ?? 0, id))
    else held.set(id, { entity: joined as MappedEntity, row: before?.row ?? mapped.row })
  }
  for await (const batch of source) {
    yield batch.filter(({ entity }) => !repeated.has(entity.id))
    for (const mapped of batch) if (repeated.has(mapped.entity.id)) hold(mapped)
  }
  yield [...held.values()]
}

async function* lastEntities(
  source: Batches,
  repeated: ReadonlySet<string>,
): AsyncGenerator<readonly MappedRecord[]> {
  const held = new Map<string, MappedRecord>()
  for await (const batch of source) {
    yield batch.filter(({ entity }) => !repeated.has(entity.id))
    for (const mapped of batch) if (repeated.has(mapped.entity.id)) held.set(mapped.entity.id, mapped)
  }
  yield [...held.values()]
}

async function* numberedEntities(
  source: Batches,
  repeated: ReadonlySet<string>,
  suffixes: boolean,
): AsyncGenerator<readonly MappedRecord[]> {
  const seen = new Map<string, number>()
  const numbered = (mapped: MappedRecord): readonly MappedRecord[] => {
    const { id } = mapped.entity
    if (!repeated.has(id)) return [mapped]
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    if (count === 1) return [mapped]
    return suffixes ? [{ ...mapped, entity: { ...mapped.entity, id: `${id}-${count}` } }] : []
  }
  for await (const batch of source) yield batch.flatMap(numbered)
}

/**
 * Gives each id once, by the rule of the mapping. Only entities whose id repeats are held in memory.
 * Under `merge`, rows that contradict each other go to `onConflict`.
 */
export const withoutDuplicates = (
  source: Batches,
  rule: DuplicateRule,
  repeated: ReadonlySet<string>,
  model: Model,
  onConflict: (problem: RowProblem) => void,
): Batches => {
  if (repeated.size === 0) return source
  switch (rule) {
    case 'merge':
      return mergedEntities(source, repeated, model, onConflict)
    case 'last':
      return lastEntities(source, repeated)
    case 'suffix':
      return numberedEntities(source, repeated, true)
    case 'first':
    case 'fail':
      return numberedEntities(source, repeated, false)
  }
}

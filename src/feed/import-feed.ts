import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { entityMembers } from '../ngsi/attribute.js'
import { isObject } from '../ngsi/entity.js'
import { withoutDuplicates } from './duplicates.js'
import { modelFor } from './feed-model.js'
import { feedSource } from './feed-source.js'
import type { Mapping } from './mapping.js'
import { readMapping } from './mapping-file.js'
import type { FeedReport, WriteReport } from './report.js'
import type { MappedEntity } from './row-mapper.js'
import { enumCoverage, mappedEntities, openReading, type Survey, survey } from './survey.js'
import type { RowProblem } from './table.js'

/** What an import writes to; a `City` of `connect()` is one. */
export interface FeedTarget {
  upsertMixed(
    source: AsyncIterable<{ readonly model: Model; readonly entity: MappedEntity }>,
    options?: {
      readonly validate?: false | undefined
      readonly skipUnchanged?: boolean | undefined
      readonly signal?: AbortSignal | undefined
    },
  ): Promise<WriteReport>
}

/** How far an import is. */
export interface FeedProgress {
  readonly phase: 'reading' | 'writing'
  readonly count: number
  /** How many there will be; unknown while reading. */
  readonly total?: number | undefined
}

/** Options of `importFeed`. */
export interface ImportOptions {
  /** Mapping, or path of a mapping file. */
  readonly mapping: Mapping | string
  /** File, http(s) URL, or `-` for `stdin`. @default the mapping's `source.file` */
  readonly file?: string | undefined
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined
  /** Where to write; without one the import is a dry run. */
  readonly city?: FeedTarget | undefined
  /** Reads, maps and checks everything and writes nothing. @default false */
  readonly dryRun?: boolean | undefined
  /** Models that the mapping may name. @default the bundled ones */
  readonly models?: readonly Model[] | undefined
  /** Adds to each attribute where it comes from: file, row and mapping version. @default false */
  readonly lineage?: boolean | undefined
  /** Whether sources may lie on this machine or in a private network. @default false */
  readonly allowPrivate?: boolean | undefined
  /** Takes every entity that is, or in a dry run would be, written. */
  readonly onEntity?: ((entity: MappedEntity, row: number) => void) | undefined
  readonly onProgress?: ((progress: FeedProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const withLineage = (entity: MappedEntity, value: object): MappedEntity => {
  const lineage = { type: 'Property', value }
  return Object.fromEntries(
    Object.entries(entity).map(([name, attribute]) => [
      name,
      isObject(attribute) && !entityMembers.has(name) ? { ...attribute, lineage } : attribute,
    ]),
  ) as unknown as MappedEntity
}

const refusalOf = (found: Survey, unit: string): string | undefined => {
  const { duplicates } = found
  if (duplicates.rule !== 'fail' || duplicates.ids === 0) return undefined
  const [example] = duplicates.examples
  return `${duplicates.ids} ids repeat, on ${duplicates.rows} rows${
    example === undefined ? '' : ` (${example.id} on ${unit}s ${example.rows.slice(0, 5).join(', ')})`
  }; make the id tell them apart, or say onDuplicate: merge, first, last or suffix`
}

interface Written {
  readonly entities: number
  readonly conflicts: readonly RowProblem[]
  readonly broker: WriteReport | undefined
}

const entitiesAfter = (found: Survey): number => {
  const { duplicates, ids } = found
  return duplicates.rule === 'suffix' ? ids + duplicates.rows - duplicates.ids : ids
}

const drained = async (source: AsyncIterable<unknown>): Promise<void> => {
  for await (const item of source) void item
}

/**
 * Brings a source into the broker through a mapping. Reads everything first (ids that repeat, rows that cannot be read,
 * personal columns) and writes only then, so that a source which is refused leaves nothing half-written.
 * Rows that cannot be read are values in the report; a mapping or file that does not fit is a UsageError.
 */
export const importFeed = async (options: ImportOptions): Promise<FeedReport> => {
  const started = performance.now()
  const { signal, onProgress } = options
  const mappingFile = typeof options.mapping === 'string' ? options.mapping : undefined
  const mapping = typeof options.mapping === 'string' ? await readMapping(options.mapping) : options.mapping
  const name = mappingFile ?? 'mapping'
  const model = await modelFor(mapping, name, options.models)
  const source = feedSource(mapping, options.file, mappingFile, options)
  const found = await survey(
    source,
    mapping,
    model,
    name,
    (count) => onProgress?.({ phase: 'reading', count }),
    signal,
  )
  if (found.read === 0) throw new UsageError(`${source.name} has no rows`)
  const dryRun = options.dryRun === true || options.city === undefined
  const refusal = refusalOf(found, 'row')
  const total = entitiesAfter(found)

  const write = async (): Promise<Written> => {
    const conflicts: RowProblem[] = []
    const reading = await openReading(source, mapping, model, name)
    const rule = mapping.onDuplicate ?? 'fail'
    let entities = 0
    async function* produce(): AsyncGenerator<{ readonly model: Model; readonly entity: MappedEntity }> {
      const unique = withoutDuplicates(
        mappedEntities(reading, found.refused),
        rule,
        found.repeated,
        model,
        (problem) => conflicts.push(problem),
      )
      for await (const { entity, row } of unique) {
        signal?.throwIfAborted()
        entities += 1
        if (entities % 1000 === 0) onProgress?.({ phase: 'writing', count: entities, total })
        options.onEntity?.(entity, row)
        const lineage = { file: source.name, row, mapping: mapping.version ?? name }
        yield { model, entity: options.lineage === true ? withLineage(entity, lineage) : entity }
      }
    }
    if (dryRun || options.city === undefined) {
      await drained(produce())
      return { entities, conflicts, broker: undefined }
    }
    // Everything was validated against the same model in the first reading.
    const broker = await options.city.upsertMixed(produce(), {
      validate: false,
      skipUnchanged: true,
      signal,
    })
    return { entities, conflicts, broker }
  }

  const second =
    refusal === undefined && (!dryRun || found.repeated.size > 0 || options.onEntity !== undefined)
  const written: Written = second
    ? await write()
    : { entities: refusal === undefined ? total : 0, conflicts: [], broker: undefined }
  const problems = [...found.problems, ...written.conflicts].slice(0, 1000)
  const byRule = new Map(found.problemsByRule)
  if (written.conflicts.length > 0) byRule.set('feed.duplicate', written.conflicts.length)
  return {
    source: source.name,
    mapping: { name, version: mapping.version },
    license: mapping.license,
    crs: typeof mapping.crs === 'string' ? mapping.crs : `column ${mapping.crs.column}`,
    type: model.type,
    dryRun,
    accepted: refusal === undefined,
    refusal,
    rows: {
      read: found.read,
      filtered: found.filtered,
      rejected: found.rejectedRows + new Set(written.conflicts.map(({ row }) => row)).size,
      hollow: found.hollow,
    },
    entities: written.entities,
    duplicates: found.duplicates,
    problems,
    problemsByRule: Object.fromEntries(byRule),
    enums: enumCoverage(found.tally),
    columns: { unused: found.unused, empty: found.empty, sensitive: found.sensitive },
    assumed: Object.fromEntries(found.tally.assumed),
    times: { ambiguous: found.tally.ambiguousTimes.count, missing: found.tally.missingTimes.count },
    repaired: found.tally.repaired.count,
    outOfBounds: found.tally.outOfBounds.count,
    broker: written.broker,
    seconds: (performance.now() - started) / 1000,
  }
}

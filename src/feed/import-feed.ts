import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { entityMembers } from '../ngsi/attribute.js'
import { isObject } from '../ngsi/entity.js'
import type { ResolvedProfile } from '../profile/profile.js'
import { readProfile } from '../profile/profile-file.js'
import { withoutDuplicates } from './duplicates.js'
import { modelFor } from './feed-model.js'
import { type FeedSource, feedSource } from './feed-source.js'
import type { Mapping } from './mapping.js'
import { readMapping } from './mapping-file.js'
import type { FeedReport, WriteReport } from './report.js'
import type { MappedEntity } from './row-mapper.js'
import { enumCoverage, type MappedRecord, mappedBatches, openReading, type Survey, survey } from './survey.js'
import type { RowProblem } from './table.js'

/** What an import writes to; a `City` of `connect()` is one. */
export interface FeedTarget {
  upsertMixed(
    source: AsyncIterable<{ readonly model: Model; readonly entity: MappedEntity }>,
    options?: {
      readonly validate?: false | undefined
      readonly skipUnchanged?: boolean | undefined
      readonly journal?: { readonly file: string; readonly source: string } | undefined
      readonly deadLetter?: string | undefined
      readonly onProgress?: ((progress: FeedWriting) => void) | undefined
      readonly signal?: AbortSignal | undefined
    },
  ): Promise<WriteReport>
}

/** A target that can also tell what it holds and delete; a `City` is one. */
export interface PrunableTarget extends FeedTarget {
  find(model: Model): AsyncIterable<unknown>
  deleteAll(
    ids: Iterable<string>,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<{ readonly deleted: number }>
}

/** What the writing of an import has led to so far. */
export interface FeedWriting {
  readonly read: number
  readonly failed: number
  readonly retries: number
  readonly bytes: number
  readonly perSecond: number
}

/** How far an import is. */
export interface FeedProgress {
  readonly phase: 'reading' | 'writing'
  readonly count: number
  /** How many there will be; unknown while reading. */
  readonly total?: number | undefined
  /** What became of the entities so far; while writing. */
  readonly writing?: FeedWriting | undefined
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
  /**
   * What happens to entities of this mapping (by its id's fixed beginning) whose rows are gone from the source:
   * `report` counts them, `delete` removes them. Needs a `city`.
   * @default 'ignore'
   */
  readonly removed?: 'ignore' | 'report' | 'delete' | undefined
  /**
   * File that keeps what became of each entity. Where an earlier run of the same source and mapping left one, the
   * import goes on where that stopped; a source that changed is refused.
   */
  readonly journal?: string | undefined
  /** File for entities that were not written, as NDJSON that can be sent again; the reasons stand beside it. */
  readonly deadLetter?: string | undefined
  /** Models that the mapping may name. @default the bundled ones */
  readonly models?: readonly Model[] | undefined
  /** Profile, or file or URL of one: rows that break it are rejected, its own attributes may be mapped. */
  readonly profile?: ResolvedProfile | string | undefined
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

const refusalOf = (found: Survey): string | undefined => {
  const { duplicates } = found
  if (duplicates.rule !== 'fail' || duplicates.ids === 0) return undefined
  const [example] = duplicates.examples
  return `${duplicates.ids} ids repeat, on ${duplicates.rows} rows${
    example === undefined ? '' : ` (${example.id} on rows ${example.rows.slice(0, 5).join(', ')})`
  }; make the id tell them apart, or say onDuplicate: merge, first, last or suffix`
}

interface Written {
  readonly entities: number
  readonly conflicts: readonly RowProblem[]
  readonly broker: WriteReport | undefined
}

interface Job {
  readonly options: ImportOptions
  readonly mapping: Mapping
  readonly name: string
  readonly model: Model
  readonly profile: ResolvedProfile | undefined
  readonly source: FeedSource
  readonly found: Survey
}

const entitiesAfter = (found: Survey): number => {
  const { duplicates, ids } = found
  return duplicates.rule === 'suffix' ? ids + duplicates.rows - duplicates.ids : ids
}

const drained = async (source: AsyncIterable<unknown>): Promise<void> => {
  for await (const item of source) void item
}

const journalOf = async ({
  options,
  profile,
  source,
}: Job): Promise<{ readonly file: string; readonly source: string } | undefined> =>
  options.journal === undefined
    ? undefined
    : {
        file: options.journal,
        source: `${await source.fingerprint()}${options.lineage === true ? ' lineage' : ''}${(profile?.layers ?? []).map(({ sha256 }) => ` ${sha256}`).join('')}`,
      }

/** The second reading: what was accepted is made again and written. */
const write = async (job: Job, dryRun: boolean): Promise<Written> => {
  const { options, mapping, name, model, source, found } = job
  const { signal, onProgress, onEntity, city } = options
  const conflicts: RowProblem[] = []
  const reading = await openReading(source, mapping, model, name)
  const rule = mapping.onDuplicate ?? 'fail'
  const total = entitiesAfter(found)
  let entities = 0
  const finished = ({ entity, row, file }: MappedRecord): MappedEntity => {
    entities += 1
    onEntity?.(entity, row)
    if (options.lineage !== true) return entity
    return withLineage(entity, { file: file ?? source.name, row, mapping: mapping.version ?? name })
  }
  async function* produce(): AsyncGenerator<{ readonly model: Model; readonly entity: MappedEntity }> {
    const batches = mappedBatches(reading, found.refused)
    const unique = withoutDuplicates(batches, rule, found.repeated, model, (problem) =>
      conflicts.push(problem),
    )
    for await (const batch of unique) {
      // A bulk write that is stopped gives its account; an error from its source would take that away.
      if (dryRun) signal?.throwIfAborted()
      for (const mapped of batch) yield { model, entity: finished(mapped) }
      if (dryRun) onProgress?.({ phase: 'writing', count: entities, total })
    }
  }
  if (dryRun || city === undefined) {
    await drained(produce())
    return { entities, conflicts, broker: undefined }
  }
  // Everything was validated against the same model in the first reading.
  const broker = await city.upsertMixed(produce(), {
    validate: false,
    skipUnchanged: true,
    signal,
    deadLetter: options.deadLetter,
    journal: await journalOf(job),
    onProgress: (writing) => onProgress?.({ phase: 'writing', count: writing.read, total, writing }),
  })
  return { entities, conflicts, broker }
}

const isPrunable = (city: FeedTarget): city is PrunableTarget => 'find' in city && 'deleteAll' in city

/** Finds, and on request deletes, what this mapping once wrote and its source holds no more. */
const treatRemoved = async (job: Job, dryRun: boolean): Promise<FeedReport['removed']> => {
  const { options, mapping, model, found } = job
  const { city, removed = 'ignore', signal } = options
  if (removed === 'ignore' || city === undefined || !isPrunable(city)) return undefined
  const prefix = mapping.id.slice(0, mapping.id.indexOf('{'))
  // Without an owner in the fixed beginning, entities of other sources would be taken for removed rows.
  if (prefix.split(':').length < 5)
    throw new UsageError(
      `the id "${mapping.id}" begins with nothing of its own; write urn:ngsi-ld:${model.type}:OWNER:{…} to tell removed rows from other sources`,
    )
  const ids: string[] = []
  for await (const entity of city.find(model)) {
    signal?.throwIfAborted()
    const id = isObject(entity) ? String(entity['id']) : ''
    if (id.startsWith(prefix) && !found.hasId(id)) ids.push(id)
  }
  const pruned =
    removed === 'delete' && !dryRun && ids.length > 0 ? (await city.deleteAll(ids, { signal })).deleted : 0
  return { count: ids.length, ids: ids.slice(0, 1000), pruned }
}

const reportOf = (
  job: Job,
  dryRun: boolean,
  refusal: string | undefined,
  written: Written,
  seconds: number,
): FeedReport => {
  const { mapping, name, model, source, found } = job
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
    problems: [...found.problems, ...written.conflicts].slice(0, 1000),
    problemsByRule: Object.fromEntries(byRule),
    enums: enumCoverage(found.tally),
    columns: { unused: found.unused, empty: found.empty, sensitive: found.sensitive },
    assumed: Object.fromEntries(found.tally.assumed),
    times: { ambiguous: found.tally.ambiguousTimes.count, missing: found.tally.missingTimes.count },
    repaired: found.tally.repaired.count,
    outOfBounds: found.tally.outOfBounds.count,
    broker: written.broker,
    seconds,
  }
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
  const { profile: given } = options
  const profile = typeof given === 'string' ? await readProfile(given, options) : given
  const model = await modelFor(mapping, name, options.models, profile)
  const source = feedSource(mapping, options.file, mappingFile, options)
  const onRows = (count: number): void => onProgress?.({ phase: 'reading', count })
  const found = await survey(source, mapping, model, name, onRows, signal)
  if (found.read === 0) throw new UsageError(`${source.name} has no rows`)
  const job: Job = { options, mapping, name, model, profile, source, found }
  const dryRun = options.dryRun === true || options.city === undefined
  const refusal = refusalOf(found)
  // A dry run reads again only where it must: to merge, or to show entities.
  const again =
    refusal === undefined && (!dryRun || found.repeated.size > 0 || options.onEntity !== undefined)
  const counted = refusal === undefined ? entitiesAfter(found) : 0
  const written: Written = again
    ? await write(job, dryRun)
    : { entities: counted, conflicts: [], broker: undefined }
  const removed = refusal === undefined ? await treatRemoved(job, dryRun) : undefined
  const report = reportOf(job, dryRun, refusal, written, (performance.now() - started) / 1000)
  return removed === undefined ? report : { ...report, removed }
}

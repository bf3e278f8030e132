import { createHash } from 'node:crypto'
import { dirname, isAbsolute, resolve } from 'node:path'
import { UsageError } from '../errors.js'
import { collectBytes, type OpenOptions, openBytes } from '../profile/byte-source.js'
import { explode, join, unpivot } from './derived-table.js'
import type { Mapping } from './mapping.js'
import { openTable } from './open-table.js'
import { pagedRecords } from './paged-source.js'
import { filesOf, tableOf } from './source-files.js'
import type { Batch, Table } from './table.js'

/** A source that can be read several times: an import looks at everything before it writes anything. */
export interface FeedSource {
  readonly name: string
  readonly open: () => Promise<OpenedSource>
  /** A hash of the source, of what it is joined with, and of the mapping: the same hash, the same entities. */
  readonly fingerprint: () => Promise<string>
}

/** A source opened once. */
export interface OpenedSource {
  readonly table: Table
  /** Rows of the source itself so far, whatever explode and unpivot make of them. */
  readonly rowsRead: () => number
}

/** The largest input from standard input or the network, in bytes; such a source is held because it cannot be read twice. */
const maxHeld = 512 * 1024 * 1024

const isRepeatable = (location: string): boolean => location !== '-' && !/^https?:\/\//i.test(location)

const located = (location: string, base: string | undefined): string =>
  !isRepeatable(location) || isAbsolute(location) || base === undefined ? location : resolve(base, location)

const withCounter = (table: Table): { readonly counted: Table; readonly rowsRead: () => number } => {
  let rows = 0
  async function* batches(): AsyncGenerator<Batch> {
    for await (const batch of table.batches()) {
      rows += batch.records.length + batch.problems.length
      yield batch
    }
  }
  return { counted: { ...table, batches }, rowsRead: () => rows }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const derived = async (
  table: Table,
  mapping: Mapping,
  base: string | undefined,
  options: OpenOptions,
): Promise<Table> => {
  let result = table
  if (mapping.explode !== undefined) result = explode(result, mapping.explode)
  for (const spec of mapping.joins ?? []) {
    const other = await openTable(located(spec.source.file, base), spec.source, options)
    result = await join(result, other, spec)
  }
  return mapping.unpivot === undefined ? result : unpivot(result, mapping.unpivot)
}

/**
 * Makes the source of a mapping. `file` wins over the mapping's own, which is relative to the mapping file.
 * Throws a UsageError when neither names one.
 */
export const feedSource = (
  mapping: Mapping,
  file: string | undefined,
  mappingFile: string | undefined,
  options: OpenOptions,
): FeedSource => {
  const base = mappingFile === undefined ? undefined : dirname(mappingFile)
  const location =
    file ?? (mapping.source.file === undefined ? undefined : located(mapping.source.file, base))
  if (location === undefined) throw new UsageError('no file: name one, or say source.file in the mapping')
  let held: Promise<Uint8Array> | undefined
  const hold = async (): Promise<Uint8Array> => {
    const { paging } = mapping.source
    if (paging !== undefined && /^https?:/i.test(location))
      return Buffer.from(JSON.stringify(await pagedRecords(location, { ...mapping.source, paging }, options)))
    const bytes = await openBytes(location, { ...options, entry: mapping.source.entry })
    return collectBytes(location, bytes, maxHeld)
  }
  const openHeld = async (): Promise<Table> => {
    held ??= hold()
    const bytes = await held
    // Pages were put together to a bare list.
    const source =
      mapping.source.paging === undefined ? mapping.source : { ...mapping.source, path: undefined }
    return openTable('-', source, { ...options, stdin: once(bytes) })
  }
  const name = location === '-' ? 'standard input' : location
  const fingerprint = async (): Promise<string> => {
    const hash = createHash('sha256').update(JSON.stringify(mapping))
    const joined = (mapping.joins ?? []).map(({ source }) => located(source.file, base))
    if (!isRepeatable(location)) {
      held ??= hold()
      hash.update(await held)
    }
    for (const file of isRepeatable(location) ? [...(await filesOf(location)), ...joined] : joined)
      for await (const bytes of await openBytes(file, options)) hash.update(bytes)
    return hash.digest('hex')
  }
  return {
    name,
    fingerprint,
    open: async () => {
      const table = isRepeatable(location)
        ? await tableOf(await filesOf(location), location, (one) => openTable(one, mapping.source, options))
        : { ...(await openHeld()), name }
      const { counted, rowsRead } = withCounter(table)
      return { table: await derived(counted, mapping, base, options), rowsRead }
    },
  }
}

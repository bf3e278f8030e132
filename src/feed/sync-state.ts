import { readFile, rename, writeFile } from 'node:fs/promises'
import { UsageError } from '../errors.js'
import { isObject, textOf } from '../ngsi/entity.js'

/** What a repeated import remembers between its runs. */
export interface SyncState {
  /** Instant of the last run, and of the last one after which the broker held what the source said. */
  readonly lastRun?: string | undefined
  readonly lastGood?: string | undefined
  /** Entities of the last good run. */
  readonly entities?: number | undefined
  /** Runs that have failed since the last good one. */
  readonly failures: number
  readonly error?: string | undefined
  /** What an http source said of its version (ETag, Last-Modified) at the last good run. */
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  /** SHA-256 of the mapping at the last good run. */
  readonly mapping?: string | undefined
}

/** Reads the state; a first run has none. Throws a UsageError for a file that is something else. */
export const readState = async (file: string): Promise<SyncState> => {
  let document: unknown
  try {
    document = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { failures: 0 }
    throw new UsageError(`${file} is no state of a sync: ${error instanceof Error ? error.message : ''}`)
  }
  if (!isObject(document) || typeof document['failures'] !== 'number')
    throw new UsageError(`${file} is no state of a sync; name another file with --state`)
  const { entities } = document
  return {
    lastRun: textOf(document['lastRun']),
    lastGood: textOf(document['lastGood']),
    entities: typeof entities === 'number' ? entities : undefined,
    failures: document['failures'],
    error: textOf(document['error']),
    etag: textOf(document['etag']),
    lastModified: textOf(document['lastModified']),
    mapping: textOf(document['mapping']),
  }
}

/** Writes the state beside the file and renames it: a reader never sees half of it. */
export const writeState = async (file: string, state: SyncState): Promise<void> => {
  await writeFile(`${file}.part`, `${JSON.stringify(state, null, 2)}\n`)
  await rename(`${file}.part`, file)
}

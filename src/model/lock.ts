import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'

/** Name of the lock file in a project. */
export const lockFileName: string = 'city-context.lock.json'

/** Folder of a project that holds the locked schemas and contexts, in the layout of the official site. */
export const copiesFolder: string = '.city-context'

/** What is recorded of one locked model. */
export interface LockedModel {
  /** `$schemaVersion` of the schema. */
  readonly version?: string | undefined
  /** Folder or URL that it came from. */
  readonly source: string
  /** Commit of the published repository, where the source says it. */
  readonly commit?: string | undefined
  /** SHA-256 of the schema, hexadecimal. */
  readonly schema: string
  /** SHA-256 of the context, hexadecimal; absent where the source has none. */
  readonly context?: string | undefined
}

/** The lock file of a project: models by path, and the shared documents that they refer to, each with its SHA-256. */
export interface Lock {
  readonly lockfileVersion: 1
  readonly models: Readonly<Record<string, LockedModel>>
  readonly documents: Readonly<Record<string, string>>
}

/** A lock without models. */
export const emptyLock: Lock = { lockfileVersion: 1, models: {}, documents: {} }

/** SHA-256 of a text, hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const isLock = (value: unknown): value is Lock =>
  isObject(value) &&
  value['lockfileVersion'] === 1 &&
  isObject(value['models']) &&
  isObject(value['documents'])

/** Reads a project's lock file; a project without one has an empty lock. Throws a UsageError when it is broken. */
export const readLock = async (project: string): Promise<Lock> => {
  const text = await readFile(join(project, lockFileName), 'utf8').catch(() => undefined)
  if (text === undefined) return emptyLock
  try {
    const lock: unknown = JSON.parse(text)
    if (isLock(lock)) return lock
  } catch {
    // Told below, with the same remedy.
  }
  throw new UsageError(
    `${lockFileName} is no lock file of this version; delete it and run city-context models add`,
  )
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

const write = async (path: string, text: string): Promise<void> => {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.tmp`, text)
    await rename(`${path}.tmp`, path)
  } catch (error) {
    throw new UsageError(`Cannot write ${path}: ${(error as NodeJS.ErrnoException).code ?? 'failed'}`)
  }
}

/** Writes copies first and the lock file last, so that the lock never names a copy that is not there. */
export const writeLock = async (
  project: string,
  lock: Lock,
  copies: ReadonlyMap<string, string>,
): Promise<void> => {
  for (const [path, text] of copies) await write(join(project, copiesFolder, ...path.split('/')), text)
  const tidy = { lockfileVersion: 1, models: sorted(lock.models), documents: sorted(lock.documents) }
  await write(join(project, lockFileName), `${JSON.stringify(tidy, null, 2)}\n`)
}

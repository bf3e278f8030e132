import { access, type FileHandle, open, rename } from 'node:fs/promises'
import { UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import type { JournalRecord } from './journal-record.js'
import type { EntityOutcome } from './outcome.js'

/** Keeps what was not written: the entities as NDJSON that can be sent again, the reasons in a file beside it. */
export interface DeadLetters {
  /** Remembers an entity until its outcome is known. */
  readonly remember: (index: number, entity: unknown) => void
  readonly take: (outcomes: readonly EntityOutcome[]) => Promise<void>
  readonly close: () => Promise<void>
  /** The path, when anything was kept. */
  readonly path: () => string | undefined
}

/** The file of reasons that belongs to a dead-letter file: one line for each of its lines. */
export const reasonsFile = (path: string): string => `${path}.reasons.ndjson`

const bad: ReadonlySet<string> = new Set(['invalid', 'failed', 'unconfirmed'])

const notWritable = (path: string, error: unknown): UsageError =>
  new UsageError(`The dead-letter file ${path} cannot be written: ${(error as Error).message}`)

const openFile = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'w')
  } catch (error) {
    throw notWritable(path, error)
  }
}

/** What no JSON text can be made of has a reason, and no letter. */
const textOf = (entity: unknown): string => {
  try {
    return JSON.stringify(entity) ?? 'null'
  } catch {
    return 'null'
  }
}

type Files = readonly [entities: FileHandle, reasons: FileHandle]

const openBoth = async (path: string): Promise<Files> => [
  await openFile(path),
  await openFile(reasonsFile(path)),
]

const append = async (
  [entities, reasons]: Files,
  lines: readonly { readonly text: string; readonly reason: string }[],
): Promise<void> => {
  await entities.appendFile(lines.map(({ text }) => `${text}\n`).join(''))
  await reasons.appendFile(lines.map(({ reason }) => `${reason}\n`).join(''))
}

const opened = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new UsageError(`The dead-letter file ${path} cannot be read: ${(error as Error).message}`)
  }
}

const indexOf = (line: string): number | undefined => {
  try {
    const reason: unknown = JSON.parse(line)
    return isObject(reason) && typeof reason['index'] === 'number' ? reason['index'] : undefined
  } catch {
    // A line that a crash has cut.
    return undefined
  }
}

/** The letters of earlier runs that their journal confirms, each once; the others are sent again. */
async function* confirmed(
  texts: FileHandle,
  reasons: FileHandle,
  earlier: JournalRecord,
): AsyncGenerator<{ readonly text: string; readonly reason: string }> {
  const given = new Set<number>()
  const lines = texts.readLines()[Symbol.asyncIterator]()
  for await (const reason of reasons.readLines()) {
    const text = await lines.next()
    if (text.done === true) return
    const index = indexOf(reason)
    const state = index === undefined ? undefined : earlier.stateOf(index)
    if (index === undefined || given.has(index) || (state !== 'invalid' && state !== 'failed')) continue
    given.add(index)
    yield { text: text.value, reason }
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The files of a load, and whether anything is in them. */
interface Kept {
  readonly files: Files | undefined
  readonly any: boolean
}

/** Opens the files so that they hold what earlier runs of the load left, and nothing else. */
const continued = async (path: string, earlier: JournalRecord): Promise<Kept> => {
  const fresh = `${path}.new`
  // Killed between the two renames below: the reasons that belong to the letters are still beside them.
  if ((await exists(reasonsFile(fresh))) && !(await exists(fresh)))
    await rename(reasonsFile(fresh), reasonsFile(path))
  const texts = await opened(path)
  const reasons = await opened(reasonsFile(path))
  if (texts === undefined || reasons === undefined) {
    await texts?.close()
    await reasons?.close()
    return { files: undefined, any: false }
  }
  const files = await openBoth(fresh)
  let any = false
  for await (const letter of confirmed(texts, reasons, earlier)) {
    await append(files, [letter])
    any = true
  }
  await texts.close()
  await reasons.close()
  await rename(fresh, path)
  await rename(reasonsFile(fresh), reasonsFile(path))
  return { files, any }
}

/**
 * Makes the keeper of one operation; the files come into being with the first entry. With what a journal tells of
 * earlier runs, their letters stay.
 */
export const createDeadLetters = (path: string, earlier?: JournalRecord | undefined): DeadLetters => {
  const entities = new Map<number, unknown>()
  let { files, any }: Kept = { files: undefined, any: false }
  let begun = false
  const begin = async (): Promise<void> => {
    if (!begun && earlier?.begun === true) ({ files, any } = await continued(path, earlier))
    begun = true
  }
  return {
    remember: (index, entity) => void entities.set(index, entity),
    take: async (outcomes) => {
      await begin()
      const kept = outcomes.filter(({ outcome }) => bad.has(outcome))
      if (kept.length > 0) {
        files ??= await openBoth(path)
        any = true
        await append(
          files,
          kept.map((outcome) => ({
            text: textOf(entities.get(outcome.index)),
            reason: JSON.stringify(outcome),
          })),
        ).catch((error: unknown) => {
          throw notWritable(path, error)
        })
      }
      for (const { index } of outcomes) entities.delete(index)
    },
    close: async () => {
      for (const file of files ?? []) await file.close()
    },
    path: () => (any ? path : undefined),
  }
}

import { type FileHandle, open } from 'node:fs/promises'
import { UsageError } from '../errors.js'
import { lockFile } from '../model/file-lock.js'
import { isObject } from '../ngsi/entity.js'
import type { Item } from './batch.js'
import { emptyRecord, type JournalRecord, readRecord } from './journal-record.js'
import type { EntityOutcome } from './outcome.js'

/** Where a bulk operation keeps what became of each entity, so that a load that was killed can go on. */
export interface JournalOptions {
  /** The journal's file. Where it exists and tells of the same load, that load goes on. */
  readonly file: string
  /** Tells the source's content apart: a hash of the file, for example. A source that changed is refused. */
  readonly source: string
}

/** The journal of one bulk operation. */
export interface Journal {
  /** What earlier runs left. */
  readonly earlier: JournalRecord
  /** Remembers that entities are about to be sent, so that a later run knows what may have arrived. */
  readonly sending: (items: readonly Item[]) => Promise<void>
  readonly take: (outcomes: readonly EntityOutcome[]) => Promise<void>
  /** `ended`: the source was read to its end. */
  readonly close: (ended: boolean) => Promise<void>
}

const reason = (error: unknown): string => (error as Error).message

const openFile = async (path: string): Promise<FileHandle> => {
  try {
    // Not 'a+': a line cut in half by a crash is overwritten.
    return await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return open(path, 'wx+')
    })
  } catch (error) {
    throw new UsageError(`The journal ${path} cannot be opened: ${reason(error)}`)
  }
}

/** Ranges of indexes, first and last of each in one flat list. */
const ranges = (indexes: readonly number[]): readonly number[] => {
  const flat: number[] = []
  for (const index of indexes)
    if (flat.at(-1) === index - 1) flat[flat.length - 1] = index
    else flat.push(index, index)
  return flat
}

/** Whether an outcome stays: what nobody answered is tried again by the next run. */
const isFinal = ({ outcome, problem }: EntityOutcome): boolean => {
  if (outcome === 'unconfirmed') return false
  const status = problem?.status ?? 0
  return outcome !== 'failed' || (status >= 400 && status < 500 && status !== 429) || status === 501
}

const lineOf = (outcomes: readonly EntityOutcome[]): string => {
  const settled = outcomes.filter(isFinal)
  const names = [...new Set(settled.map(({ outcome }) => outcome))]
  const bad = settled.filter(({ outcome }) => outcome === 'invalid' || outcome === 'failed')
  const byName = names.map((name) => [
    name,
    ranges(settled.filter(({ outcome }) => outcome === name).map(({ index }) => index)),
  ])
  return settled.length === 0 ? '' : `${JSON.stringify({ ...Object.fromEntries(byName), bad })}\n`
}

/** A disk that fills up takes part of a line first. */
const writeAll = async (file: FileHandle, bytes: Buffer, at: number): Promise<number> => {
  for (let done = 0; done < bytes.length; )
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten
  return bytes.length
}

const begin = async (file: FileHandle, load: object): Promise<number> => {
  await file.truncate(0)
  const line = Buffer.from(`${JSON.stringify({ journal: 1, ...load })}\n`)
  return writeAll(file, line, 0)
}

const sameLoad = (head: unknown, load: object): boolean =>
  isObject(head) && Object.entries(load).every(([name, value]) => head[name] === value)

/**
 * Opens a journal for a load, and reads it where it exists. `load` is what must be the same for going on: source,
 * broker, tenant, operation. Throws a UsageError for a journal of another load that has not
 * ended, and for one that another process works with.
 */
export const openJournal = async (
  path: string,
  load: Readonly<Record<string, string | undefined>>,
): Promise<Journal> => {
  const release = lockFile(path, 'load')
  const file = await openFile(path).catch((error: unknown) => {
    release()
    throw error
  })
  let record = emptyRecord()
  let at = 0
  let resumes = false
  try {
    const found = await readRecord(file, path)
    if (found.head !== undefined && sameLoad(found.head, load)) {
      record = found.record
      resumes = true
      at = found.bytes
      await file.truncate(at)
    } else if (found.head !== undefined && !found.record.ended)
      throw new UsageError(
        `The journal ${path} belongs to a load of other content, to another broker, or of another kind, which did not end; finish that one, or delete the file to begin anew`,
      )
    else at = await begin(file, JSON.parse(JSON.stringify(load)) as object)
  } catch (error) {
    await file.close()
    release()
    throw error
  }
  // One after another: lines of several workers must not mix.
  let last: Promise<void> = Promise.resolve()
  const append = (line: string): Promise<void> => {
    // Told with the first line that a run adds: what it settles of the earlier ones came after the rest of theirs.
    const text = resumes ? `{"resumed":true}\n${line}` : line
    resumes = false
    last = last.then(async () => {
      at += await writeAll(file, Buffer.from(text), at).catch((error: unknown) => {
        throw new UsageError(
          `The journal ${path} cannot be written: ${reason(error)}; make room, and give the same call again: it goes on from there`,
        )
      })
    })
    return last
  }
  return {
    earlier: record,
    sending: (items) => append(`${JSON.stringify({ sending: ranges(items.map(({ index }) => index)) })}\n`),
    take: async (outcomes) => {
      const line = lineOf(outcomes)
      if (line !== '') await append(line)
    },
    close: async (ended) => {
      try {
        if (ended) await append('{"ended":true}\n')
        await file.sync()
      } finally {
        await file.close()
        release()
      }
    },
  }
}

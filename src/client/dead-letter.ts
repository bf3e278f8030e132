import { type FileHandle, open } from 'node:fs/promises'
import { UsageError } from '../errors.js'
import type { EntityOutcome } from './outcome.js'

/** Keeps what was not written: the entities as NDJSON that can be sent again, the reasons in a file beside it. */
export interface DeadLetters {
  /** Remembers the text of an entity until its outcome is known. */
  readonly remember: (index: number, text: string) => void
  readonly take: (outcomes: readonly EntityOutcome[]) => Promise<void>
  /** Gives the path when anything was kept. */
  readonly close: () => Promise<string | undefined>
}

/** The file of reasons that belongs to a dead-letter file. */
export const reasonsFile = (path: string): string => `${path}.reasons.ndjson`

const bad: ReadonlySet<string> = new Set(['invalid', 'failed', 'unconfirmed'])

const openFile = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'w')
  } catch (error) {
    throw new UsageError(`The dead-letter file ${path} cannot be written: ${(error as Error).message}`)
  }
}

/** Makes the keeper of one operation; the files come into being with the first entry. */
export const createDeadLetters = (path: string): DeadLetters => {
  const texts = new Map<number, string>()
  let files: readonly [FileHandle, FileHandle] | undefined
  return {
    remember: (index, text) => void texts.set(index, text),
    take: async (outcomes) => {
      const kept = outcomes.filter(({ outcome }) => bad.has(outcome))
      if (kept.length > 0) {
        files ??= [await openFile(path), await openFile(reasonsFile(path))]
        const [entities, reasons] = files
        await entities.appendFile(kept.map(({ index }) => `${texts.get(index) ?? 'null'}\n`).join(''))
        await reasons.appendFile(kept.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''))
      }
      for (const { index } of outcomes) texts.delete(index)
    },
    close: async () => {
      if (files === undefined) return undefined
      for (const file of files) await file.close()
      return path
    },
  }
}

import type { FileHandle } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { UsageError } from '../errors.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { type EntityOutcome, maxProblems, type OutcomeName } from './outcome.js'

/** What a journal tells: of each entity that has an outcome, by its position in the source, which one. */
export interface JournalRecord {
  /** The outcome of an entity, `sent` where it was sent without one, or undefined. */
  readonly stateOf: (index: number) => OutcomeName | 'sent' | undefined
  /** Takes an outcome back, because the entity is sent once more; gives what it was. */
  readonly reopen: (index: number) => void
  /** Whether a later run added the outcome, so that what follows of the same id was overwritten by it, or went out again. */
  readonly isLate: (index: number) => boolean
  /** Position of the last entity that has an outcome; -1 where none has. */
  readonly lastSettled: number
  readonly counts: () => Readonly<Partial<Record<OutcomeName, number>>>
  /** The first 1,000 that are not in the broker. */
  readonly problems: readonly EntityOutcome[]
  /** Something of it was sent, or settled. */
  readonly begun: boolean
  /** The source was read to its end. */
  readonly ended: boolean
}

const states = [
  undefined,
  'sent',
  'created',
  'updated',
  'written',
  'deleted',
  'unchanged',
  'invalid',
  'failed',
] as const
/** The bit of an outcome that is late, beside its code. */
const late = 0x10
const codeOf = (byte: number | undefined): number => (byte ?? 0) & ~late
const codes: ReadonlyMap<unknown, number> = new Map(states.map((state, code) => [state, code]))

/** The largest index that is believed: a byte is held for each entity. */
const maxIndex = 1_000_000_000

interface Draft {
  bytes: Uint8Array
  /** Where the runs before the one that is read had come to. */
  reached: number
  problems: EntityOutcome[]
  ended: boolean
}

const setRange = (draft: Draft, first: unknown, last: unknown, code: number): void => {
  const right = Number.isInteger(first) && Number.isInteger(last)
  const [from, to] = [Number(first), Number(last)]
  if (!right || from < 0 || to < from || to > maxIndex) throw new RangeError('a range of indexes is wrong')
  if (to >= draft.bytes.length) {
    const larger = new Uint8Array(Math.max(to + 1, draft.bytes.length * 2, 4096))
    larger.set(draft.bytes)
    draft.bytes = larger
  }
  // A "sending" after an outcome: it was sent once more, and how that ended is not known yet.
  for (let n = from; n <= to; n += 1) draft.bytes[n] = code > 1 && n < draft.reached ? code | late : code
}

const lastSettled = ({ bytes }: Draft): number => bytes.findLastIndex((byte) => codeOf(byte) > 1)

const addLine = (draft: Draft, line: JsonObject): void => {
  draft.ended = line['ended'] === true
  // All that was sent once more has been followed by what comes after it.
  if (draft.ended) draft.bytes = draft.bytes.map(codeOf)
  if (line['resumed'] === true) draft.reached = lastSettled(draft)
  for (const [name, list] of Object.entries(line)) {
    const code = name === 'sending' ? 1 : codes.get(name)
    if (code === undefined || code === 0 || !Array.isArray(list)) continue
    for (let n = 0; n < list.length; n += 2) setRange(draft, list[n], list[n + 1], code)
  }
  const { bad } = line
  if (Array.isArray(bad))
    draft.problems.push(...(bad as EntityOutcome[]).slice(0, maxProblems - draft.problems.length))
}

const recordOf = (draft: Draft): JournalRecord => ({
  stateOf: (index) => states[codeOf(draft.bytes[index])],
  reopen: (index) => {
    draft.bytes[index] = 1
  },
  isLate: (index) => ((draft.bytes[index] ?? 0) & late) !== 0,
  lastSettled: lastSettled(draft),
  counts: () => {
    const counts: Partial<Record<OutcomeName, number>> = {}
    for (const byte of draft.bytes) {
      const state = states[codeOf(byte)]
      if (state !== undefined && state !== 'sent') counts[state] = (counts[state] ?? 0) + 1
    }
    return counts
  },
  problems: draft.problems,
  begun: draft.bytes.length > 0,
  ended: draft.ended,
})

const emptyDraft = (): Draft => ({ bytes: new Uint8Array(0), reached: -1, problems: [], ended: false })

/** The record of a load that begins. */
export const emptyRecord = (): JournalRecord => recordOf(emptyDraft())

/** What was read of a journal: its first line, its record, and the bytes of its whole lines. */
export interface FoundRecord {
  readonly head: unknown
  readonly record: JournalRecord
  readonly bytes: number
}

const parseLine = (text: string, path: string, number: number): JsonObject => {
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    // Told below.
  }
  throw new UsageError(
    `${path}, line ${number}: no line of a journal; delete the file to begin the load anew, or name another`,
  )
}

/** Bytes up to and with the last line feed: a crash may have cut the last line. */
const wholeBytes = async (file: FileHandle): Promise<number> => {
  const { size } = await file.stat()
  const chunk = Buffer.alloc(64 * 1024)
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - chunk.length)
    const { bytesRead } = await file.read(chunk, 0, end - start, start)
    const found = chunk.subarray(0, bytesRead).lastIndexOf(10)
    if (found >= 0) return start + found + 1
    end = start
  }
  return 0
}

/** Reads a journal's file; a last line that was cut by a crash counts as not written. */
export const readRecord = async (file: FileHandle, path: string): Promise<FoundRecord> => {
  const bytes = await wholeBytes(file)
  const draft = emptyDraft()
  if (bytes === 0) return { head: undefined, record: recordOf(draft), bytes }
  const input = file.createReadStream({ start: 0, end: bytes - 1, autoClose: false })
  let head: JsonObject | undefined
  let number = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    const line = parseLine(text, path, number)
    if (head === undefined) {
      if (line['journal'] !== 1) throw new UsageError(`${path} is no journal of a load; name another file`)
      head = line
      continue
    }
    try {
      addLine(draft, line)
    } catch (error) {
      throw new UsageError(
        `${path}, line ${number}: ${(error as Error).message}; delete the file to begin anew`,
      )
    }
  }
  const problems = draft.problems.filter(({ index }) => {
    const state = states[codeOf(draft.bytes[index])]
    return state === 'invalid' || state === 'failed'
  })
  return { head, record: recordOf({ ...draft, problems }), bytes }
}

import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { isBrokerError } from '../errors.js'
import { download } from '../http/download.js'
import { lockFile } from '../model/file-lock.js'
import { readProfile } from '../profile/profile-file.js'
import { type ImportOptions, importFeed, type PrunableTarget } from './import-feed.js'
import { readMapping } from './mapping-file.js'
import type { FeedReport } from './report.js'
import { type Schedule, type Timetable, timetable } from './schedule.js'
import { readState, type SyncState, writeState } from './sync-state.js'

/** Options of `syncFeed`. */
export interface SyncOptions
  extends Schedule,
    Pick<ImportOptions, 'file' | 'lineage' | 'models' | 'profile' | 'allowPrivate' | 'signal'> {
  /** Path of the mapping file. */
  readonly mapping: string
  readonly city: PrunableTarget
  /** File that keeps what is known between runs, also across restarts. */
  readonly state: string
  /** Deletes entities whose rows are gone; not when a source has shrunk to less than half. @default false */
  readonly prune?: boolean | undefined
  /** Stops after so many runs. @default Infinity */
  readonly runs?: number | undefined
  readonly onRun?: ((run: SyncRun) => void) | undefined
}

/** What one run came to. */
export interface SyncRun {
  readonly outcome: 'good' | 'unchanged' | 'failed'
  readonly report?: FeedReport | undefined
  readonly error?: string | undefined
  /** The source has less than half of what it had: nothing was deleted. */
  readonly shrunk: boolean
  /** Milliseconds until the next run. */
  readonly nextMs: number
}

/** The first wait after a failure; it doubles with each, up to the next regular run. */
const firstBackOffMs = 30_000
/** Even a source that says it has not changed is imported once a day: somebody may have changed the broker. */
const trustMs = 24 * 60 * 60 * 1000
const maxBytes = 512 * 1024 * 1024

type Version = Pick<SyncState, 'etag' | 'lastModified' | 'mapping'>

const known = (state: SyncState): Readonly<Record<string, string>> => ({
  ...(state.etag === undefined ? {} : { 'If-None-Match': state.etag }),
  ...(state.lastModified === undefined ? {} : { 'If-Modified-Since': state.lastModified }),
})

/** Asks an http source whether it has changed since the last good run; undefined means it has not. */
const versionOf = async (
  location: string | undefined,
  mapping: string,
  state: SyncState,
  { allowPrivate, signal }: SyncOptions,
): Promise<Version | undefined> => {
  if (location === undefined || !/^https?:/i.test(location)) return { mapping }
  const isFresh = state.lastGood !== undefined && Date.now() - Date.parse(state.lastGood) < trustMs
  const headers = isFresh && state.mapping === mapping ? known(state) : {}
  try {
    const answer = await download(location, { headers, maxBytes, allowPrivate, signal, timeoutMs: 120_000 })
    return { mapping, etag: answer.headers['etag'], lastModified: answer.headers['last-modified'] }
  } catch (error) {
    if (isBrokerError(error) && error.status === 304) return undefined
    throw error
  }
}

const failureOf = ({ accepted, refusal, broker }: FeedReport): string | undefined => {
  if (!accepted) return refusal ?? 'the source was refused'
  const lost = (broker?.failed ?? 0) + (broker?.unconfirmed ?? 0) + (broker?.invalid ?? 0)
  return lost === 0 ? undefined : `${lost} entities were not written`
}

const importOnce = async (
  options: SyncOptions,
  state: SyncState,
): Promise<Omit<SyncRun, 'nextMs'> & { readonly version?: Version | undefined }> => {
  const { prune = false, city, file, lineage, models, profile: given, allowPrivate, signal } = options
  const mapping = await readMapping(options.mapping)
  const profile = typeof given === 'string' ? await readProfile(given, options) : given
  const agreed = JSON.stringify(profile === undefined ? mapping : [mapping, profile])
  const hash = createHash('sha256').update(agreed).digest('hex')
  const paged = mapping.source.paging !== undefined
  const version = await versionOf(paged ? undefined : (file ?? mapping.source.file), hash, state, options)
  if (version === undefined) return { outcome: 'unchanged', shrunk: false }
  const common = { mapping: options.mapping, file, lineage, models, profile, allowPrivate, signal }
  const shrunk = prune && state.entities !== undefined && (await isShrunk(common, state.entities))
  const report = await importFeed({ ...common, city, removed: prune && !shrunk ? 'delete' : 'ignore' })
  const error = failureOf(report)
  return { outcome: error === undefined ? 'good' : 'failed', report, error, shrunk, version }
}

const isShrunk = async (options: ImportOptions, before: number): Promise<boolean> => {
  const { entities } = await importFeed({ ...options, dryRun: true })
  return entities < before / 2
}

const nextState = (
  state: SyncState,
  run: Omit<SyncRun, 'nextMs'> & { readonly version?: Version | undefined },
  lastRun: string,
): SyncState => {
  if (run.outcome === 'failed') return { ...state, lastRun, failures: state.failures + 1, error: run.error }
  if (run.outcome === 'unchanged') return { ...state, lastRun, failures: 0, error: undefined }
  // After a shrinking the older count stays the measure, so that the next run does not delete either.
  const entities = run.shrunk ? state.entities : run.report?.entities
  return { ...run.version, lastRun, lastGood: lastRun, entities, failures: 0, error: undefined }
}

const waitAfter = (state: SyncState, regularMs: number): number =>
  state.failures === 0
    ? regularMs
    : Math.min(regularMs, firstBackOffMs * 2 ** Math.min(20, state.failures - 1))

const runOnce = async (options: SyncOptions, times: Timetable): Promise<SyncRun> => {
  const begun = new Date()
  const lastRun = begun.toISOString()
  const state = await readState(options.state)
  const run = await importOnce(options, state).catch((error: unknown) => {
    options.signal?.throwIfAborted()
    // A wrong mapping does not become right by itself, but a person may correct it while this runs.
    return {
      outcome: 'failed' as const,
      shrunk: false,
      error: error instanceof Error ? error.message : String(error),
    }
  })
  const next = nextState(state, run, lastRun)
  await writeState(options.state, next)
  return { ...run, nextMs: waitAfter(next, Math.max(0, times.after(begun).getTime() - Date.now())) }
}

const dayMs = 86_400_000

/** Waits so long, in pieces: a timer of Node takes 24 days at most. */
const pause = async (ms: number, signal: AbortSignal | undefined): Promise<void> => {
  for (let left = ms; left > 0; left -= dayMs)
    await wait(Math.min(left, dayMs), undefined, signal === undefined ? {} : { signal })
}

/**
 * Imports a source again and again, one process at a time, until the signal says stop. An http source that says it has not
 * changed is left alone; after a failure it is tried again sooner, ever more seldom. Throws a UsageError where another process
 * works with the same state.
 */
export const syncFeed = async (options: SyncOptions): Promise<void> => {
  const { state, runs = Number.POSITIVE_INFINITY, signal, onRun } = options
  const times = timetable(options)
  const release = lockFile(state, 'sync')
  try {
    // A single run is what a scheduler calls: it has its time.
    if (!times.atOnce && runs > 1) await pause(times.after(new Date()).getTime() - Date.now(), signal)
    for (let run = 1; run <= runs && signal?.aborted !== true; run += 1) {
      const done = await runOnce(options, times)
      onRun?.(done)
      if (run < runs) await pause(done.nextMs, signal)
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error
  } finally {
    release()
  }
}

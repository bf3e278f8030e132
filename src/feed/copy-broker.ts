import type { Client } from '../client/client.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { coreContextUrl } from '../ngsi/core-contexts.js'
import type { JsonObject } from '../ngsi/entity.js'
import { isUri } from '../ngsi/uri.js'
import { copyHistory, type HistoryProof } from './copy-history.js'
import { type Obstacle, obstaclesOf } from './copy-obstacles.js'
import { copyContexts, copyRegistrations, copySubscriptions, lackOf, type Moved } from './copy-parts.js'
import { bareModel, type CopyOptions, entitiesOf, proofOf, type TypeProof } from './copy-proof.js'

/** What was copied, what could not be, and the proof. */
export interface CopyReport {
  /** The entities of both sides are the same, by the proof; with `history` their past too. */
  readonly equal: boolean
  /** Contexts, subscriptions and registrations came along too; the notes name the part that did not. */
  readonly complete: boolean
  /** What the target is known not to hold. Without `acceptLoss`, nothing was written where there is any. */
  readonly obstacles: readonly Obstacle[]
  readonly types: readonly TypeProof[]
  readonly entities: {
    readonly written: number
    readonly unchanged: number
    readonly failed: number
    readonly pruned: number
  }
  /** The past; with the option `history`. */
  readonly history: HistoryProof | undefined
  readonly subscriptions: Readonly<Moved>
  readonly registrations: Readonly<Moved>
  readonly contexts: Readonly<Moved>
  /** What the target cannot hold or the source cannot tell. */
  readonly notes: readonly string[]
  readonly seconds: number
}

const typesOf = async (city: Client, signal: AbortSignal | undefined): Promise<readonly string[]> => {
  const listed = await city.types({ context: coreContextUrl, signal })
  return listed.map(({ iri, name }) => iri ?? name)
}

/** A short name stands for the one type of the source whose IRI ends with it. */
const namedType = (name: string, all: readonly string[]): string => {
  if (all.includes(name)) return name
  const found = all.filter((iri) => iri.endsWith(`/${name}`) || iri.endsWith(`#${name}`))
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  if (found.length === 0 && isUri(name)) return name
  throw new UsageError(
    found.length === 0
      ? `the source has no type "${name}"; it has ${all.join(', ') || 'none'}`
      : `"${name}" could be ${found.join(' or ')}; write the IRI`,
  )
}

interface Totals {
  written: number
  unchanged: number
  failed: number
  pruned: number
}

interface Job {
  readonly from: Client
  readonly to: Client
  readonly options: CopyOptions
  readonly totals: Totals
}

/** Deletes on the target what the source was not seen to hold. */
const pruneType = async ({ to, totals, options }: Job, type: string, kept: ReadonlySet<string>) => {
  const { signal } = options
  const extra: string[] = []
  for await (const { id } of entitiesOf(to, type, signal)) if (!kept.has(String(id))) extra.push(String(id))
  if (extra.length > 0) totals.pruned += (await to.deleteAll(extra, { signal })).deleted
}

const copyType = async (job: Job, type: string): Promise<void> => {
  const { from, to, totals } = job
  const { signal, onProgress, prune = false } = job.options
  const model = bareModel(type)
  const seen = new Set<string>()
  let count = 0
  async function* source(): AsyncGenerator<{ readonly model: Model; readonly entity: JsonObject }> {
    for await (const entity of entitiesOf(from, type, signal)) {
      count += 1
      if (count % 1000 === 0) onProgress?.({ type, phase: 'copying', count })
      if (prune) seen.add(String(entity['id']))
      const { '@context': _context, ...bare } = entity
      yield { model, entity: bare }
    }
  }
  // An interrupted copy goes on where it stopped: what is there already is read and left alone.
  const report = await to.upsertMixed(source(), {
    mode: 'replace',
    validate: false,
    skipUnchanged: true,
    signal,
  })
  totals.written += report.created + report.updated + report.written
  totals.unchanged += report.unchanged
  totals.failed += report.failed + report.invalid + report.unconfirmed
  if (prune) await pruneType(job, type, seen)
}

const typesToCompare = async ({ from, to, options }: Job): Promise<readonly string[]> => {
  const { types, verifyOnly = false, prune = false, signal } = options
  const there = await typesOf(from, signal)
  if (types !== undefined) return types.map((type) => namedType(type, there))
  return [...new Set([...there, ...(verifyOnly || prune ? await typesOf(to, signal) : [])])].sort()
}

const proofs = async (
  { from, to, options }: Job,
  types: readonly string[],
): Promise<readonly TypeProof[]> => {
  const found: TypeProof[] = []
  for (const type of types) found.push(await proofOf(from, to, type, options))
  return found
}

/** Copies entities pass by pass, until both sides are equal or the passes are used up. */
const copyEntities = async (job: Job, passes: number): Promise<readonly TypeProof[]> => {
  let proof: readonly TypeProof[] = []
  for (let pass = 1; pass <= passes; pass += 1) {
    const all = await typesToCompare(job)
    // After the first pass only what still differs is copied again: the source may have changed meanwhile.
    const again = all.filter((type) => proof.find((known) => known.type === type)?.equal !== true)
    for (const type of again) await copyType(job, type)
    proof = await proofs(job, all)
    if (proof.every(({ equal }) => equal)) break
  }
  return proof
}

interface Documents {
  readonly subscriptions: Moved
  readonly registrations: Moved
  readonly contexts: Moved
  readonly notes: readonly string[]
}

const none = (): Moved => ({ copied: 0, present: 0 })

const copyDocuments = async ({ from, to, options }: Job): Promise<Documents> => {
  const { signal } = options
  const [subscriptions, registrations, contexts] = [none(), none(), none()]
  const urls = new Map<string, string>()
  const lacks = [
    await lackOf('hosted contexts', () => copyContexts(from, to, contexts, urls, signal)),
    await lackOf('subscriptions', () => copySubscriptions(from, to, subscriptions, urls, signal)),
    await lackOf('registrations', () => copyRegistrations(from, to, registrations, signal)),
  ]
  return { subscriptions, registrations, contexts, notes: lacks.filter((lack) => lack !== undefined) }
}

interface Past {
  readonly history: HistoryProof | undefined
  /** Why there is none, though it was asked for. */
  readonly lacks: readonly string[]
  readonly notes: readonly string[]
}

const pastOf = async ({ from, to, options }: Job, types: readonly string[]): Promise<Past> => {
  if (options.history !== true || types.length === 0) return { history: undefined, lacks: [], notes: [] }
  let history: HistoryProof | undefined
  const lack = await lackOf('values of the past', async () => {
    history = await copyHistory(from, to, types, options)
  })
  const left = history?.withoutInstant ?? 0
  const note = `${left} values of the past have no observedAt; a broker sets their instant itself, so they stay`
  return { history, lacks: lack === undefined ? [] : [lack], notes: left === 0 ? [] : [note] }
}

/**
 * Copies everything that a broker (one tenant of it) holds to another one and proves it: counts and order-independent hashes
 * of canonical entities per type on both sides. Can be interrupted and run again. Subscriptions arrive paused. Where the
 * target is known not to hold something, the report's `obstacles` say so and nothing is written.
 */
export const copyBroker = async (
  from: Client,
  to: Client,
  options: CopyOptions = {},
): Promise<CopyReport> => {
  const started = performance.now()
  const { verifyOnly = false, acceptLoss = false, passes = 3 } = options
  if (!Number.isInteger(passes) || passes < 1) throw new UsageError(`passes must be 1 or more, not ${passes}`)
  const totals: Totals = { written: 0, unchanged: 0, failed: 0, pruned: 0 }
  const job: Job = { from, to, options, totals }
  const types = await typesToCompare(job)
  const obstacles = verifyOnly ? [] : await obstaclesOf(from, to, types, options)
  const refused = obstacles.length > 0 && !acceptLoss
  const proof = refused ? [] : verifyOnly ? await proofs(job, types) : await copyEntities(job, passes)
  const past = await pastOf(
    job,
    proof.map(({ type }) => type),
  )
  const documents: Documents =
    refused || verifyOnly
      ? { subscriptions: none(), registrations: none(), contexts: none(), notes: [] }
      : await copyDocuments(job)
  const { notes, ...moved } = documents
  const lacks = [...notes, ...past.lacks]
  const missing = past.history?.missing ?? 0
  return {
    equal: !refused && missing === 0 && proof.every(({ equal }) => equal),
    complete: !refused && obstacles.length === 0 && lacks.length === 0,
    obstacles,
    types: proof,
    entities: totals,
    history: past.history,
    ...moved,
    notes: [...lacks, ...past.notes],
    seconds: (performance.now() - started) / 1000,
  }
}

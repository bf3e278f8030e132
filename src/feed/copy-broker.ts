import type { Client } from '../client/client.js'
import { subscriptionInput } from '../client/subscriptions.js'
import { isBrokerError, isUnsupportedError, UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { coreContextUrl } from '../ngsi/core-contexts.js'
import type { JsonObject } from '../ngsi/entity.js'
import { entityHash } from './canonical.js'
import { bareModel, type CopyOptions, entitiesOf, proofOf, type TypeProof } from './copy-proof.js'

/** What was copied, what could not be, and the proof. */
export interface CopyReport {
  /** The entities of both sides are the same, by the proof. */
  readonly equal: boolean
  /** Contexts, subscriptions and registrations came along too; the notes name the part that did not. */
  readonly complete: boolean
  readonly types: readonly TypeProof[]
  readonly entities: { readonly written: number; readonly unchanged: number; readonly failed: number }
  readonly subscriptions: { readonly copied: number; readonly present: number }
  readonly registrations: { readonly copied: number; readonly present: number }
  readonly contexts: { readonly copied: number; readonly present: number }
  /** What the target cannot hold or the source cannot tell. */
  readonly notes: readonly string[]
  readonly seconds: number
}

const typesOf = async (city: Client, options: CopyOptions): Promise<readonly string[]> => {
  const listed = await city.types({ context: coreContextUrl, signal: options.signal })
  return listed.map(({ iri, name }) => iri ?? name)
}

interface Totals {
  written: number
  unchanged: number
  failed: number
}

const copyType = async (
  from: Client,
  to: Client,
  type: string,
  totals: Totals,
  options: CopyOptions,
): Promise<void> => {
  const { signal, onProgress } = options
  const model = bareModel(type)
  let count = 0
  async function* source(): AsyncGenerator<{ readonly model: Model; readonly entity: JsonObject }> {
    for await (const entity of entitiesOf(from, type, signal)) {
      count += 1
      if (count % 1000 === 0) onProgress?.({ type, phase: 'copying', count })
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
}

interface Moved {
  copied: number
  present: number
}

const createOnce = async (moved: Moved, create: () => Promise<unknown>): Promise<void> => {
  try {
    await create()
    moved.copied += 1
  } catch (error) {
    if (!isBrokerError(error, 'AlreadyExists')) throw error
    moved.present += 1
  }
}

/** Runs a part that not every broker has; gives what is lacking. */
const lackOf = async (part: string, run: () => Promise<void>): Promise<string | undefined> => {
  try {
    await run()
    return undefined
  } catch (error) {
    const lacking =
      isUnsupportedError(error) || (isBrokerError(error) && [400, 404, 405, 422, 501].includes(error.status))
    if (!lacking) throw error
    return `${part} were not copied: ${error.message}`
  }
}

const copyContexts = async (
  from: Client,
  to: Client,
  moved: Moved,
  urls: Map<string, string>,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const filter = { kind: 'Hosted' as const, ...(signal === undefined ? {} : { signal }) }
  const there = new Map<string, string>()
  for (const url of await to.contexts.list(filter))
    there.set(entityHash([await to.contexts.get(url, signal)]), url)
  for (const url of await from.contexts.list(filter)) {
    const document = await from.contexts.get(url, signal)
    const known = there.get(entityHash([document]))
    if (known === undefined) moved.copied += 1
    else moved.present += 1
    urls.set(url, known ?? (await to.contexts.host(document as JsonObject, signal)))
  }
}

const copySubscriptions = async (
  from: Client,
  to: Client,
  moved: Moved,
  urls: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<void> => {
  for await (const document of from.subscriptions.list({ signal })) {
    const input = subscriptionInput(document)
    const context = typeof input['jsonldContext'] === 'string' ? input['jsonldContext'] : undefined
    // Paused: until the switch, both brokers would notify the same receivers.
    const paused = {
      ...input,
      isActive: false,
      ...(context === undefined ? {} : { jsonldContext: urls.get(context) ?? context }),
    }
    await createOnce(moved, () => to.subscriptions.create(paused, { signal }))
  }
}

const copyRegistrations = async (
  from: Client,
  to: Client,
  moved: Moved,
  signal: AbortSignal | undefined,
): Promise<void> => {
  for await (const document of from.registrations.list({ signal })) {
    const {
      status: _status,
      createdAt: _created,
      modifiedAt: _modified,
      '@context': _context,
      ...input
    } = document
    await createOnce(moved, () => to.registrations.create(input, { signal }))
  }
}

const proofs = async (
  from: Client,
  to: Client,
  types: readonly string[],
  options: CopyOptions,
): Promise<readonly TypeProof[]> => {
  const found: TypeProof[] = []
  for (const type of types) found.push(await proofOf(from, to, type, options))
  return found
}

/**
 * Copies everything that a broker (one tenant of it) holds to another one and proves it: counts and order-independent hashes
 * of canonical entities per type on both sides. Can be interrupted and run again. Subscriptions arrive paused.
 */
export const copyBroker = async (
  from: Client,
  to: Client,
  options: CopyOptions = {},
): Promise<CopyReport> => {
  const started = performance.now()
  const { verifyOnly = false, passes = 3, signal } = options
  if (!Number.isInteger(passes) || passes < 1) throw new UsageError(`passes must be 1 or more, not ${passes}`)
  const totals: Totals = { written: 0, unchanged: 0, failed: 0 }
  const subscriptions: Moved = { copied: 0, present: 0 }
  const registrations: Moved = { copied: 0, present: 0 }
  const contexts: Moved = { copied: 0, present: 0 }
  const notes: string[] = []
  const urls = new Map<string, string>()
  let complete = true
  const part = async (name: string, run: () => Promise<void>): Promise<void> => {
    const note = await lackOf(name, run)
    if (note === undefined) return
    complete = false
    notes.push(note)
  }
  const types = async (): Promise<readonly string[]> =>
    options.types ??
    [
      ...new Set([...(await typesOf(from, options)), ...(verifyOnly ? await typesOf(to, options) : [])]),
    ].sort()

  let proof = verifyOnly ? await proofs(from, to, await types(), options) : []
  for (let pass = 1; !verifyOnly && pass <= passes; pass += 1) {
    const all = await types()
    // After the first pass only what still differs is copied again: the source may have changed meanwhile.
    const again = all.filter((type) => proof.find((known) => known.type === type)?.equal !== true)
    for (const type of again) await copyType(from, to, type, totals, options)
    proof = await proofs(from, to, all, options)
    if (proof.every(({ equal }) => equal)) break
  }
  if (!verifyOnly) {
    await part('hosted contexts', () => copyContexts(from, to, contexts, urls, signal))
    await part('subscriptions', () => copySubscriptions(from, to, subscriptions, urls, signal))
    await part('registrations', () => copyRegistrations(from, to, registrations, signal))
  }
  return {
    equal: proof.every(({ equal }) => equal),
    complete,
    types: proof,
    entities: totals,
    subscriptions,
    registrations,
    contexts,
    notes,
    seconds: (performance.now() - started) / 1000,
  }
}

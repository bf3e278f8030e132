import type { BatchOperation } from '../dialect/batch-answer.js'
import { type Issue, isUsageError, UsageError } from '../errors.js'
import { checkTenant } from '../http/header.js'
import type { Model } from '../model/descriptor.js'
import { forBroker } from '../model/lenience.js'
import { isObject } from '../ngsi/entity.js'
import type { Draft, Group } from './batch.js'
import type { Connection } from './connection.js'
import type { DeadLetters } from './dead-letter.js'
import { encodeEntity, idIssues } from './encode.js'
import { damagedIntegers } from './integer-limit.js'
import type { Journal } from './journal.js'
import type { EntityOutcome, OutcomeName } from './outcome.js'
import { toWireNames } from './own-term.js'
import type { Tally } from './tally.js'
import { slotOf } from './underway.js'
import type { UpsertOptions } from './upsert-options.js'

/** One entity of a mixed source. */
export interface MixedEntity {
  readonly model: Model
  readonly tenant?: string | undefined
  readonly entity: unknown
}

/** What a bulk operation does, and how it reads its source. */
export interface Job {
  readonly operation: BatchOperation
  readonly modelOf: (value: unknown) => MixedEntity
}

/** The job of writing one model's entities. */
export const modelJob = (operation: BatchOperation, model: Model): Job => ({
  operation,
  modelOf: (entity) => ({ model, entity }),
})

/** The job of writing entities that bring their model and tenant along. */
export const mixedJob = (operation: BatchOperation): Job => ({
  operation,
  modelOf: (value) => {
    if (isObject(value) && isObject(value['model']) && 'entity' in value)
      return value as unknown as MixedEntity
    throw new UsageError('each item of a mixed source is { model, entity, tenant? }')
  },
})

const groupFinder = (options: UpsertOptions, connection: Connection): ((mixed: MixedEntity) => Group) => {
  const groups = new Map<Model, Map<string, Group>>()
  const groupFor = (model: Model, tenant: string): Group => {
    const byTenant = groups.get(model) ?? new Map<string, Group>()
    groups.set(model, byTenant)
    const known = byTenant.get(tenant)
    if (known !== undefined) return known
    checkTenant(tenant)
    const context = options.context ?? (model.context === '' ? connection.context : model.context)
    const group: Group = { key: `${tenant} ${context ?? ''}`, context, tenant, model }
    byTenant.set(tenant, group)
    return group
  }
  let last: Group | undefined
  return ({ model, tenant = connection.tenant ?? '' }) => {
    // Nearly all of a load are of the group before.
    if (last === undefined || last.model !== model || last.tenant !== tenant) last = groupFor(model, tenant)
    return last
  }
}

/** What a preparation tells and asks. */
export interface Keepers {
  readonly tally: Tally
  readonly deadLetters: DeadLetters | undefined
  readonly journal: Journal | undefined
}

const idOf = (entity: unknown): string => String(isObject(entity) ? entity['id'] : entity)

/** What one source entity becomes: something to send, or outcomes at once; none where an earlier run settled it. */
export type Prepared = Draft | readonly EntityOutcome[]

const settled: Prepared = []
const noIssues: readonly Issue[] = []

type Earlier = 'settled' | 'doubtful' | 'new'

/** What is not in cannot be overwritten: it stays refused, and keeps its letter. */
const isRefused = (state: OutcomeName): boolean => state === 'invalid' || state === 'failed'

/** Makes the function that tells what an earlier run did with an entity. */
const earlierFinder = ({ journal, tally }: Keepers): ((index: number, entity: unknown) => Earlier) => {
  const record = journal?.earlier
  if (record === undefined) return () => 'new'
  const open = new Set<string>()
  return (index, entity) => {
    const state = record.stateOf(index)
    if (state === undefined || state === 'sent') {
      // Nothing after the last settled entity can overtake it: the ids of a whole load are not kept.
      if (index < record.lastSettled) open.add(idOf(entity))
      return state === 'sent' ? 'doubtful' : 'new'
    }
    if (isRefused(state) || !open.has(idOf(entity))) {
      if (record.isLate(index)) open.add(idOf(entity))
      return 'settled'
    }
    // An earlier value of this id goes out once more, or did: the later one must follow it, or it would be overwritten.
    tally.takeBack(state)
    record.reopen(index)
    return 'doubtful'
  }
}

/** What reading threw: a getter, or a validator that was not made for such a value. */
const unreadable = (error: unknown): readonly Issue[] => [
  {
    path: '',
    message: isUsageError(error)
      ? error.message
      : `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    rule: 'ngsi.entity',
  },
]

const idIfReadable = (entity: unknown): string => {
  try {
    return idOf(entity)
  } catch {
    return ''
  }
}

type Prepare = (mixed: MixedEntity) => Prepared

/** Refuses a source that changes one object again and again: what of it has not become text yet would change too. */
const onNewObjects = (prepare: Prepare): Prepare => {
  let last: unknown
  let lastId = ''
  return (mixed) => {
    const { entity } = mixed
    if (entity === last && isObject(entity) && idIfReadable(entity) !== lastId)
      throw new UsageError(
        `the source makes ${idIfReadable(entity)} out of the object of ${lastId}; it must give a new object for each entity`,
      )
    const prepared = prepare(mixed)
    last = entity
    lastId = 'item' in prepared ? prepared.item.id : idIfReadable(entity)
    return prepared
  }
}

/** Makes the function that turns one source value into a draft, or into an outcome where it is not sent. */
export const preparer = (
  job: Job,
  options: UpsertOptions,
  connection: Connection,
  keepers: Keepers,
  maxInteger: number,
): ((value: unknown) => Prepared) => {
  const groupOf = groupFinder(options, connection)
  const earlierOf = earlierFinder(keepers)
  const { tally, deadLetters } = keepers
  const { validate = 'reject' } = options
  let index = -1
  const invalid = (id: string, issues: readonly Issue[], letter: unknown): Prepared => {
    deadLetters?.remember(index, letter)
    return [{ id, index, outcome: 'invalid', issues, attempts: 0 }]
  }
  const deletion = (given: unknown, group: Group, doubtful: boolean): Prepared => {
    const id = String(given)
    const issues = idIssues(given)
    // Orion-LD refuses a whole batch for one id that is no URI (context.Orion-LD#567).
    if (issues.length > 0) return invalid(id, issues, given)
    return { item: { id, index, slot: slotOf(id), doubtful }, group, entity: id }
  }
  const prepare = (mixed: MixedEntity): Prepared => {
    const { model, entity: given } = mixed
    const earlier = earlierOf(index, given)
    if (earlier === 'settled') return settled
    const doubtful = earlier === 'doubtful'
    const group = groupOf(mixed)
    if (job.operation === 'delete') return deletion(given, group, doubtful)
    const encoded = encodeEntity(model, given, group.context)
    if ('issues' in encoded) return invalid(encoded.id, encoded.issues, given)
    const { id } = encoded
    const issues = validate === false ? noIssues : model.validate(encoded.entity, forBroker)
    const entity = toWireNames(model, encoded.entity)
    if (issues.length > 0 && validate === 'reject') return invalid(id, issues, entity)
    const damaged = damagedIntegers(encoded.entity, maxInteger)
    if (issues.length + damaged.length > 0) tally.warn(id, [...issues, ...damaged])
    deadLetters?.remember(index, entity)
    return { item: { id, index, slot: slotOf(id), doubtful }, group, entity }
  }
  const ready = onNewObjects((mixed) => {
    try {
      return prepare(mixed)
    } catch (error) {
      return invalid(idIfReadable(mixed.entity), unreadable(error), mixed.entity)
    }
  })
  return (value) => {
    index += 1
    return ready(job.modelOf(value))
  }
}

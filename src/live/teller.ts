import { convertEntity } from '../client/entity.js'
import { systemTimes } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { toNormalized } from '../ngsi/representation.js'
import type { Change, Known } from './change.js'
import { deliverChange } from './delivery.js'
import type { IntakeParts } from './intake.js'

/** What is told of a change beside the entity. */
export type Told = Pick<Change<unknown>, 'kind' | 'changed' | 'notifiedAt' | 'via'>

/** Tells changes in the form that was asked for. */
export interface Teller {
  /** True when the change was told, or nothing is to be told; false when nobody took it. */
  readonly tell: (entity: JsonObject, known: Known, told: Told) => Promise<boolean>
  readonly forget: (id: string) => void
  /** Milliseconds from the last change to its delivery, both clocks taken as they are. */
  readonly lagMs: () => number | undefined
}

const bookkeeping: ReadonlySet<string> = new Set([...systemTimes, 'instanceId'])

/** Members that hold a value, in which a member of that name is the user's own. */
const values: ReadonlySet<string> = new Set(['value', 'json', 'languageMap', 'valueList'])

/** A normalized entity without what the broker wrote of when it was changed, in its attributes and their attributes. */
const withoutSystemTimes = (entity: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(entity)
      .filter(([name]) => !bookkeeping.has(name))
      .map(([name, member]) => [name, values.has(name) ? member : plain(member)]),
  )

const plain = (member: unknown): unknown => {
  if (Array.isArray(member)) return member.map(plain)
  return isObject(member) ? withoutSystemTimes(member) : member
}

/** Makes a teller; while `isSilent`, versions are only kept for `showChanges`. */
export const createTeller = (parts: IntakeParts, isSilent: () => boolean): Teller => {
  const { options, counts, id: subscriptionId } = parts
  const { as = 'simplified', showChanges = false, sysAttrs = false } = options
  const before = new Map<string, unknown>()
  let lagMs: number | undefined

  const count = (outcome: 'handled' | 'dead', { clock, at }: Known, { via }: Told): void => {
    counts.delivered += 1
    if (via === 'reconcile') counts.reconciled += 1
    if (outcome === 'dead') counts.deadLetters += 1
    if (clock !== 'none') lagMs = Date.now() - at / 1000
  }

  return {
    tell: async (entity, known, told) => {
      const id = String(entity['id'])
      const normalized = toNormalized(entity)
      const shown = convertEntity(sysAttrs ? normalized : withoutSystemTimes(normalized), as)
      if (!isSilent()) {
        const previous = before.get(id)
        const change = { ...told, entity: shown, id, subscriptionId }
        const outcome = await deliverChange(
          parts.delivery,
          previous === undefined ? change : { ...change, previous },
        )
        if (outcome === 'untaken') return false
        count(outcome, known, told)
      }
      if (showChanges) before.set(id, shown)
      return true
    },
    forget: (id) => void before.delete(id),
    lagMs: () => lagMs,
  }
}

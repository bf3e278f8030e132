import type { Client } from '../client/client.js'
import { readEntities } from '../client/query-run.js'
import { startState } from '../client/query-state.js'
import { nameOnly } from '../client/stored.js'
import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Cause } from './diagnosis.js'

/** Which attributes of which entities are looked at. */
export interface ChangeQuestion {
  readonly type: string
  readonly watched: readonly string[]
  readonly context: string | undefined
  readonly signal: AbortSignal | undefined
}

/** Entities that are looked at. */
const sampleSize = 1000

/** DateTime at which an attribute was changed after it was created; undefined when it never was, or nothing tells. */
const changedAt = (attribute: unknown): string | undefined => {
  const instances = [attribute].flat().filter(isObject)
  const times = instances.flatMap(({ createdAt, modifiedAt }) =>
    typeof modifiedAt === 'string' && modifiedAt !== createdAt ? [modifiedAt] : [],
  )
  return times.sort().at(-1)
}

interface Seen {
  entities: number
  /** Entities that have a watched attribute. */
  holders: number
  watchedAt: string | undefined
  /** The attribute that changed last, and when. */
  latest: { readonly name: string; readonly at: string } | undefined
  tellsTimes: boolean
}

const look = (seen: Seen, entity: JsonObject, watched: readonly string[]): void => {
  seen.entities += 1
  if (watched.some((name) => entity[name] !== undefined)) seen.holders += 1
  for (const [name, attribute] of Object.entries(entity)) {
    if (entityMembers.has(name)) continue
    seen.tellsTimes ||= [attribute]
      .flat()
      .some((one) => isObject(one) && typeof one['modifiedAt'] === 'string')
    const at = changedAt(attribute)
    if (at === undefined) continue
    if (watched.includes(name)) seen.watchedAt = at
    else if (seen.latest === undefined || at > seen.latest.at) seen.latest = { name, at }
  }
}

/** Finds out whether anything that a subscription watches was ever changed, from the times that the broker keeps. */
export const changeCauses = async (
  client: Client,
  { type, watched, context, signal }: ChangeQuestion,
): Promise<readonly Cause[]> => {
  const state = startState(nameOnly(type, context ?? ''), context)
  const seen: Seen = { entities: 0, holders: 0, watchedAt: undefined, latest: undefined, tellsTimes: false }
  const sample = { ...state, as: 'normalized', sysAttrs: true, limit: sampleSize } as const
  for await (const entity of readEntities(client.connection, sample, signal)) look(seen, entity, watched)
  const names = watched.join(', ')
  const cause = 'watched attribute never changes'
  if (seen.holders === 0)
    return [
      {
        cause,
        evidence: `none of ${seen.entities} ${type} has ${names}`,
        remedy: 'correct the name, or leave watchedAttributes out',
      },
    ]
  if (seen.watchedAt !== undefined || !seen.tellsTimes) return []
  const other =
    seen.latest === undefined ? 'nor has anything else' : `${seen.latest.name} has, at ${seen.latest.at}`
  return [
    {
      cause,
      evidence: `${names} was not changed in any of ${seen.entities} ${type} since it was created; ${other}`,
      remedy: `watch ${seen.latest?.name ?? 'what is written'}, or leave watchedAttributes out`,
    },
  ]
}

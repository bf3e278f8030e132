import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import type { Group, Item } from './batch.js'
import type { Connection } from './connection.js'
import { fetchPage, isMissingTenant } from './page.js'
import { planQuery } from './query-plan.js'
import { startState } from './query-state.js'

const idsPerRead = 100

/** The least that a query needs of a model: its type name. */
export const nameOnly = (type: string, context: string): Model => ({
  type,
  iri: type,
  context,
  required: [],
  attributes: {},
  validate: () => [],
})

/** Reads entities of one batch from the broker by their ids, normalized; what is not there is left out. */
export const readStored = async (
  connection: Connection,
  { context, tenant, model: { type } }: Group,
  items: readonly Item[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, JsonObject>> => {
  const found = new Map<string, JsonObject>()
  const asTenant = tenant === undefined ? connection : connection.forTenant(tenant)
  const dialect = await connection.dialect(signal)
  for (let at = 0; at < items.length; at += idsPerRead) {
    const ids = items.slice(at, at + idsPerRead).map(({ id }) => id)
    const state = { ...startState(nameOnly(type, context ?? ''), context), as: 'normalized', ids } as const
    const source = { connection: asTenant, dialect, plan: planQuery(state, dialect), context, signal }
    try {
      const page = await fetchPage(source, { limit: ids.length, offset: 0 })
      for (const entity of page.items) found.set(String(entity['id']), entity)
    } catch (error) {
      if (!isMissingTenant(error)) throw error
    }
  }
  return found
}

import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Batch, Item } from './batch.js'
import { chunks } from './chunks.js'
import type { Connection } from './connection.js'
import { fetchPage, isMissingTenant } from './page.js'
import { planQuery } from './query-plan.js'
import { startState } from './query-state.js'

const idsPerRead = 100
const typesPerRead = 20

/** The least that a query needs of a model: its type name. */
export const nameOnly = (type: string, context: string): Model => ({
  type,
  iri: type,
  context,
  required: [],
  attributes: {},
  validate: () => [],
})

/** The types to ask for: a batch may hold several models of one context, and a broker gives only what is asked for. */
const typesOf = (entities: readonly unknown[]): readonly string[] => {
  const types = new Set(entities.map((entity) => (isObject(entity) ? [entity['type']].flat()[0] : '*')))
  const known = [...types].filter((type) => typeof type === 'string')
  return known.length > typesPerRead ? ['*'] : known
}

/** Reads entities of one batch from the broker by their ids, normalized; what is not there is left out. */
export const readStored = async (
  connection: Connection,
  { group: { context, tenant } }: Batch,
  sent: ReadonlyMap<Item, unknown>,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, JsonObject>> => {
  const items = [...sent.keys()]
  const [type = '*', ...types] = typesOf([...sent.values()])
  const found = new Map<string, JsonObject>()
  const asTenant = tenant === undefined ? connection : connection.forTenant(tenant)
  const dialect = await connection.dialect(signal)
  for (const part of chunks(items, idsPerRead)) {
    const ids = part.map(({ id }) => id)
    const named = startState(nameOnly(type, context ?? ''), context)
    const state = { ...named, types, as: 'normalized', ids } as const
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

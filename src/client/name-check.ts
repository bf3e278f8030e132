import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import type { Connection } from './connection.js'

/**
 * Says once where a model's names come back as IRIs: the entity was written under another context than it is read
 * with, and every condition on such a name finds nothing.
 */
export const tellLongNames = (
  connection: Connection,
  model: Model,
  context: string | undefined,
  entity: JsonObject | undefined,
): void => {
  if (entity === undefined) return
  const long = Object.keys(entity).filter((name) => name.includes('://'))
  if (long.length === 0) return
  const known = new Set(Object.values(model.attributes).map(({ iri }) => iri))
  const strange = long.filter((name) => known.has(name) || name.startsWith(defaultVocabulary))
  const [first] = strange
  if (first === undefined) return
  connection.emulated(
    `${model.type}: names come back as IRIs, such as ${first}: the context ${context ?? '(none)'} does not know them; write and read with the model's own context`,
  )
}

/** Where names go that no context knows (CIM 009 4.4). */
const defaultVocabulary = 'https://uri.etsi.org/ngsi-ld/default-context/'

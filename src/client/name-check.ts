import { isBrokerError, isNetworkError } from '../errors.js'
import { encode, printableUrl } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { defaultVocabulary } from '../ngsi/uri.js'
import type { Batch, Group } from './batch.js'
import type { Connection } from './connection.js'

const shownContext = (context: string | undefined): string =>
  context === undefined ? '(none)' : printableUrl(context)

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
    `${model.type}: names come back as IRIs, such as ${first}: the context ${shownContext(context)} does not know them; write and read with the model's own context`,
  )
}

/** Whether an answer names its attributes by IRIs: its context is the core context alone. */
const isUncompacted = (context: unknown): boolean => {
  const parts = [context].flat()
  return parts.length > 0 && parts.every((part) => /ngsi-ld-core-context/.test(String(part)))
}

/** The name of an attribute in an entity read without a context, where it is stored under another than the model's. */
const storedElsewhere = (model: Model, entity: JsonObject): string | undefined =>
  Object.keys(entity).find((name) => {
    const iri = Object.hasOwn(model.attributes, name) ? model.attributes[name]?.iri : undefined
    return iri !== undefined && iri !== '' && !iri.startsWith(coreVocabulary)
  })

// Names of the core context and of its default vocabulary stay short in every answer.
const coreVocabulary = 'https://uri.etsi.org/ngsi-ld/'

/**
 * Reads the first entity that was written of a model, without a context, and says where its names did not become the
 * model's IRIs: a context that lacks them puts them under the default vocabulary without a word, and nobody who uses
 * the model's own context finds them.
 */
const tellLostNames = async (
  connection: Connection,
  model: Model,
  { context, tenant }: Pick<Group, 'context' | 'tenant'>,
  id: string,
): Promise<void> => {
  try {
    const { body } = await connection.send({
      method: 'GET',
      path: `/ngsi-ld/v1/entities/${encode(id)}`,
      accept: 'application/ld+json',
      tenant,
      retry: false,
      timeoutMs: 5000,
    })
    if (!isObject(body) || !isUncompacted(body['@context'])) return
    const name = storedElsewhere(model, body)
    if (name === undefined) return
    connection.emulated(
      `${model.type}: ${name} was stored as ${defaultVocabulary}${name}, not as ${model.attributes[name]?.iri}: the context ${shownContext(context)} does not define it; write with the model's own context`,
    )
  } catch (error) {
    // Only a warning is lost.
    if (!isBrokerError(error) && !isNetworkError(error)) throw error
  }
}

const hasNamesToLose = ({ attributes }: Model): boolean =>
  Object.values(attributes).some(({ iri }) => iri !== '' && !iri.startsWith(coreVocabulary))

/** Looks at an entity just written, where it is the first of its model and context on this connection. */
export const checkFirstWrite = async (
  connection: Connection,
  model: Model,
  group: Pick<Group, 'context' | 'tenant'>,
  id: string,
): Promise<void> => {
  if (!hasNamesToLose(model)) return
  if (!connection.isFirst(JSON.stringify([model.type, group.tenant, group.context]))) return
  await tellLostNames(connection, model, group, id)
}

/** The same for each batch of a load. */
export const firstWrites =
  (connection: Connection): ((batch: Batch, id: string) => Promise<void>) =>
  ({ group }, id) =>
    checkFirstWrite(connection, group.model, group, id)

import { UsageError } from '../errors.js'
import { encode } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import { attributeMembers, systemTimes } from '../ngsi/attribute.js'
import { isDateTime } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { isNullAttribute } from '../ngsi/null-marker.js'
import { setOwn } from '../ngsi/own-member.js'
import { normalizeAttribute } from '../ngsi/representation.js'
import { ngsiNull } from '../ngsi/uri.js'
import { accept, type Connection, trySend } from './connection.js'
import { type CallOptions, entityPath, readExisting, readyToWrite, upsertExisting } from './entity.js'

/** How a part is merged into an entity. */
export interface MergeOptions extends CallOptions {
  /** Given to each merged attribute that has an observedAt already and gets none in the part. */
  readonly observedAt?: Date | string | undefined
  /** The language of bare texts of language properties, such as `nl`; other languages stay. */
  readonly lang?: string | undefined
}

const compoundMembers: ReadonlySet<string> = new Set(['value', 'languageMap', 'json'])

const isCompound = (value: unknown): value is JsonObject => isObject(value) && !looksLikeGeometry(value)

const mergeObjects = (old: JsonObject, given: JsonObject): JsonObject => {
  const result: Record<string, unknown> = { ...old }
  for (const name of Object.keys(given)) {
    const value = given[name]
    const before = Object.hasOwn(old, name) ? old[name] : undefined
    if (value === ngsiNull) delete result[name]
    else setOwn(result, name, isCompound(value) && isCompound(before) ? mergeObjects(before, value) : value)
  }
  return result
}

/** Whether a part deletes a member of an attribute, or a sub-attribute. */
const isGone = (name: string, value: unknown): boolean =>
  value === ngsiNull || (!attributeMembers.has(name) && isNullAttribute(value))

/** What a batch upsert must be given, so that an attribute ends as a merge would leave it (CIM 009 5.6.17). */
const mergedAttribute = (old: unknown, given: unknown, observedAt: string | undefined): unknown => {
  const attribute: unknown = normalizeAttribute(given)
  if (!isObject(old) || !isObject(attribute) || old['type'] !== attribute['type']) return given
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries({ ...old, ...attribute })) {
    const before = Object.hasOwn(old, name) ? old[name] : undefined
    if (systemTimes.has(name) || isGone(name, value)) continue
    const goesInto = compoundMembers.has(name) && isCompound(value) && isCompound(before)
    setOwn(result, name, goesInto ? mergeObjects(before, value) : value)
  }
  const isDated = old['observedAt'] !== undefined && attribute['observedAt'] === undefined
  return isDated && observedAt !== undefined ? { ...result, observedAt } : result
}

const head: ReadonlySet<string> = new Set(['id', 'type', 'scope', 'expiresAt'])

const mergeByBatch = async (
  connection: Connection,
  entity: JsonObject,
  observedAt: string | undefined,
  at: CallOptions,
): Promise<void> => {
  const { product } = await connection.dialect(at.signal)
  connection.emulated(
    `${product} has no merge of one entity: it is done by reading, batch upsert and deletion of attributes`,
  )
  const id = String(entity['id'])
  const stored = await readExisting(connection, id, undefined, at)
  const kept: Record<string, unknown> = { id }
  const gone: string[] = []
  for (const [name, given] of Object.entries(entity)) {
    if (name === 'id' || name === 'type') continue
    if (isNullAttribute(given)) {
      if (Object.hasOwn(stored, name)) gone.push(name)
    } else setOwn(kept, name, head.has(name) ? given : mergedAttribute(stored[name], given, observedAt))
  }
  if (Object.keys(kept).length > 1) await upsertExisting(connection, kept, 'update', stored['type'], at)
  for (const name of gone)
    await connection.send({ method: 'DELETE', path: `${entityPath(id)}/attrs/${encode(name)}`, ...at })
}

const instantOf = (observedAt: Date | string | undefined): string | undefined => {
  const text = observedAt instanceof Date ? observedAt.toISOString() : observedAt
  if (text !== undefined && !isDateTime(text))
    throw new UsageError(`observedAt: "${text}" is no DateTime; write 2026-11-23T10:00:00Z or give a Date`)
  return text
}

/** Bare texts of language properties become the entry of one language, which a merge leaves the others beside. */
const inLanguage = (model: Model, given: unknown, lang: string | undefined): unknown => {
  if (lang === undefined || !isObject(given)) return given
  const isText = (name: string): boolean =>
    Object.hasOwn(model.attributes, name) &&
    model.attributes[name]?.kind === 'LanguageProperty' &&
    typeof given[name] === 'string' &&
    given[name] !== ngsiNull
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      isText(name) ? { type: 'LanguageProperty', languageMap: { [lang]: value } } : value,
    ]),
  )
}

/** Merges a part into one entity (CIM 009 5.6.17); rejects with ResourceNotFound when there is none. */
export const mergeEntity = async (
  connection: Connection,
  model: Model,
  given: unknown,
  options: MergeOptions,
): Promise<void> => {
  const observedAt = instantOf(options.observedAt)
  const named = inLanguage(model, given, options.lang)
  const { entity, at } = await readyToWrite(connection, model, named, options)
  // Orion-LD looks at forwarded data only when a write names the type (#1803): it stays out.
  const { id, type: _type, ...part } = entity
  const reply = await trySend(connection, 'merge', {
    method: 'PATCH',
    path: entityPath(String(id)),
    query: { observedAt },
    body: part,
    idempotent: true,
    ...at,
  })
  if (reply === undefined) await mergeByBatch(connection, entity, observedAt, at)
  else await accept(connection, reply)
}

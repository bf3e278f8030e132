import { readUpdate, type UpdateReading } from '../dialect/update-answer.js'
import { isSuccess } from '../http/reply.js'
import type { Model } from '../model/descriptor.js'
import { defaultVocabulary } from '../ngsi/uri.js'
import { accept, type Connection } from './connection.js'
import { type CallOptions, entityPath, readyToWrite } from './entity.js'

/** What became of the attributes that were given (CIM 009 5.2.18). */
export interface AttributeReport {
  /** Names of those that were written. */
  readonly updated: readonly string[]
  readonly notUpdated: readonly { readonly attribute: string; readonly reason: string }[]
}

/** How attributes are appended. */
export interface AppendOptions extends CallOptions {
  /** False leaves alone what the entity has already, and unites scopes and types. @default true */
  readonly overwrite?: boolean | undefined
}

const head: ReadonlySet<string> = new Set(['id', 'type'])

const shortName = (model: Model, name: string): string => {
  const own = Object.entries(model.terms ?? {}).find(([, iri]) => iri === name)
  const known = own ?? Object.entries(model.attributes).find(([, { iri }]) => iri === name)
  if (known !== undefined) return known[0]
  return name.startsWith(defaultVocabulary) ? name.slice(defaultVocabulary.length) : name
}

const reportOf = (
  model: Model,
  given: readonly string[],
  refused: UpdateReading['refused'],
): AttributeReport => {
  const notUpdated = refused.map(({ name, reason }) => ({ attribute: shortName(model, name), reason }))
  const failed = new Set(notUpdated.map(({ attribute }) => attribute))
  return { updated: given.filter((name) => !failed.has(name)), notUpdated }
}

/** Writes several attributes of one entity: POST appends them (CIM 009 5.6.3), PATCH updates them (5.6.2). */
export const writeAttributes = async (
  connection: Connection,
  model: Model,
  method: 'POST' | 'PATCH',
  part: unknown,
  options: AppendOptions,
): Promise<AttributeReport> => {
  const { entity, id, at } = await readyToWrite(connection, model, part, options)
  const names = Object.keys(entity).filter((name) => !head.has(name))
  const body = Object.fromEntries(names.map((name) => [name, entity[name]]))
  const reply = await connection.request({
    method,
    path: `${entityPath(id)}/attrs`,
    query: { options: options.overwrite === false ? 'noOverwrite' : undefined },
    body,
    ...at,
    // Not overwriting, a repetition would report its own first attempt as what was there already.
    idempotent: options.overwrite !== false,
  })
  const { refused, problems } = readUpdate(reply.body)
  // Orion-LD's mongoc mode answers 400 or 404, and names them, when it refused all (recorded, 36a8d17).
  if (problems.length > 0 || (!isSuccess(reply) && refused.length === 0)) await accept(connection, reply)
  return reportOf(
    model,
    names.map((name) => shortName(model, name)),
    refused,
  )
}

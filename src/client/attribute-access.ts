import { isBrokerError, UsageError } from '../errors.js'
import { encode } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import type { AttributeKind } from '../ngsi/attribute.js'
import { isObject } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { looksLikeAttribute } from '../ngsi/representation.js'
import { type Connection, write } from './connection.js'
import { encodeAttribute } from './encode.js'
import { type CallOptions, contextFor, entityPath, getEntity } from './entity.js'
import type { CheckedMembers, Members } from './entity-input.js'
import { wireName } from './own-term.js'

/** One attribute of one entity. */
export interface AttributeAccess<Value, Reified = unknown> {
  /** Reads it normalized: one instance, or several; undefined when the entity has none. */
  readonly get: (options?: CallOptions) => Promise<Reified | undefined>
  /** Puts it in the place of what was there; it is added when there was none (CIM 009 5.6.3). */
  readonly set: (value: Value, options?: CallOptions) => Promise<void>
  /** As `set`, for one instance that must exist (CIM 009 5.6.19); rejects with ResourceNotFound when there is none. */
  readonly replace: (value: Value, options?: CallOptions) => Promise<void>
  /** Changes only the members that are given, such as `{ observedAt }` (CIM 009 5.6.4). */
  readonly patch: <const M extends Members<Reified>>(
    members: CheckedMembers<M, Reified>,
    options?: CallOptions,
  ) => Promise<void>
  /** Deletes it; with `datasetId` only that instance, with `all` every instance. */
  readonly delete: (
    options?: CallOptions & { readonly datasetId?: string; readonly all?: boolean },
  ) => Promise<void>
}

const kindOf = (model: Model, name: string): AttributeKind | undefined =>
  Object.hasOwn(model.attributes, name) ? model.attributes[name]?.kind : undefined

/** Writes one instance of an attribute as a body of its own, where a bare value would be none. */
export const reified = (model: Model, name: string, value: unknown): unknown => {
  const kind = kindOf(model, name)
  const encoded = encodeAttribute(value, kind)
  if (looksLikeAttribute(encoded)) return encoded
  if (Array.isArray(encoded) && encoded.length > 0 && encoded.every(looksLikeAttribute))
    throw new UsageError(`${name}: give one instance of it, not several`)
  return { type: kind ?? (looksLikeGeometry(encoded) ? 'GeoProperty' : 'Property'), value: encoded }
}

/** Makes the access to one attribute. */
export const attributeAccess = (
  connection: Connection,
  model: Model,
  id: string,
  name: string,
): AttributeAccess<unknown> => {
  const path = `${entityPath(id)}/attrs/${encode(wireName(model, name))}`
  const kind = kindOf(model, name)
  return {
    get: async (options = {}) =>
      (await getEntity(connection, model, id, { ...options, as: 'normalized' }))[name],
    set: async (value, options = {}) => {
      const encoded = encodeAttribute(value, kind)
      const context = contextFor(connection, model, options.context)
      const attribute =
        isObject(encoded) || Array.isArray(encoded) ? encoded : { type: kind ?? 'Property', value: encoded }
      // Appending overwrites (CIM 009 5.6.3), so that it also works where there was no such attribute.
      await write(connection, {
        method: 'POST',
        path: `${entityPath(id)}/attrs`,
        body: { [wireName(model, name)]: attribute },
        context,
        signal: options.signal,
        idempotent: true,
      })
    },
    replace: async (value, options = {}) => {
      const context = contextFor(connection, model, options.context)
      const body = reified(model, name, value)
      const { signal } = options
      await write(connection, { method: 'PUT', path, body, context, signal, idempotent: true })
    },
    patch: async (members, options = {}) => {
      const context = contextFor(connection, model, options.context)
      await write(connection, {
        method: 'PATCH',
        path,
        body: members,
        context,
        signal: options.signal,
        idempotent: true,
      })
    },
    delete: async (options = {}) => {
      const context = contextFor(connection, model, options.context)
      const query = { datasetId: options.datasetId, deleteAll: options.all }
      await write(connection, { method: 'DELETE', path, query, context, signal: options.signal })
    },
  }
}

/** Tells whether an error says that what was asked for is not there. */
export const isNotFound = (error: unknown): boolean => isBrokerError(error, 'ResourceNotFound')

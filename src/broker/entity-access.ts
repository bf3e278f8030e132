import { typesOf } from '../ngsi/entity.js'
import { evaluateTypes } from '../query/type-selection.js'
import type { Call } from './call.js'
import type { EntityChange } from './entity-change.js'
import { refuse } from './problem-error.js'
import { readTypes } from './query-request.js'
import { readUri } from './reading.js'
import { applyChange } from './state.js'
import type { StoredEntity } from './stored-entity.js'

/** The entity id of the path; 400 where it is no URI. */
export const pathId = (call: Call): string => readUri(call.params['id'], 'the entity id in the path')

/** The entity of the path; 404 where it does not exist, or where `type` says another type (CIM 009 5.6.2). */
export const pathEntity = (call: Call): StoredEntity => {
  const id = pathId(call)
  const entity = call.tenant.entities.get(id)
  const type = call.query.get('type')
  if (
    entity === undefined ||
    (type !== undefined && !evaluateTypes(readTypes(type, call.context), typesOf(entity)))
  )
    return refuse(
      'ResourceNotFound',
      `there is no entity ${id}${type === undefined ? '' : ` of type ${type}`}`,
    )
  return entity
}

/** Stores what an operation did and tells everybody; nothing where nothing differs. */
export const commit = (call: Call, change: EntityChange | undefined): void => {
  if (change === undefined) return
  applyChange(call.tenant, change)
  call.state.changed(call.tenant, [change])
}

import type { StoredEntity } from './stored-entity.js'

/** The place of an entity in the store: indexes hold it, an update only changes what it points to. */
export interface EntityRecord {
  entity: StoredEntity
  /** Order of creation; results are listed in it. */
  readonly sequence: number
}

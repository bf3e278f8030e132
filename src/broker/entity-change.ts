import { attributesOf, type Instance, type StoredEntity } from './stored-entity.js'

/** What happened to one attribute instance: created without `before`, deleted without `after`. */
export interface AttributeChange {
  /** IRI of the attribute. */
  readonly name: string
  readonly datasetId?: string | undefined
  readonly before?: Instance | undefined
  readonly after?: Instance | undefined
}

/** What one operation did to one entity: what notifications and history are made from. */
export interface EntityChange {
  readonly id: string
  readonly before: StoredEntity | undefined
  readonly after: StoredEntity | undefined
  readonly attributes: readonly AttributeChange[]
  /** DateTime of the operation. */
  readonly at: string
}

const changesOf = (entity: StoredEntity, side: 'before' | 'after'): readonly AttributeChange[] =>
  attributesOf(entity).flatMap(([name, instances]) =>
    instances.map((instance) => ({ name, datasetId: instance.datasetId, [side]: instance })),
  )

/** The change that a new entity is: every attribute instance is created. */
export const creation = (after: StoredEntity, at: string): EntityChange => ({
  id: after.id,
  before: undefined,
  after,
  // Thousands are created in one batch and mostly nobody asks; computed when somebody does.
  get attributes() {
    return changesOf(after, 'after')
  },
  at,
})

/** The change that the end of an entity is: every attribute instance is deleted. */
export const deletion = (before: StoredEntity, at: string): EntityChange => ({
  id: before.id,
  before,
  after: undefined,
  get attributes() {
    return changesOf(before, 'before')
  },
  at,
})

import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { isObject } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'

const isModel = (value: unknown): value is Model =>
  isObject(value) && 'attributes' in value && typeof value['validate'] === 'function'

/** The models of the package; loaded when first asked for, because their validators are large. */
export const bundledModels = async (): Promise<readonly Model[]> => {
  const bundled: Record<string, unknown> = { ...(await import('../models/index.js')) }
  return Object.values(bundled).filter(isModel)
}

// People write service_requests, serviceRequests and ServiceRequests for one model.
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Finds a model by its entity type, whatever its case and underscores; undefined when there is none. */
export const modelNamed = (models: readonly Model[], name: string): Model | undefined =>
  models.find(({ type }) => type === name) ?? models.find(({ type }) => plain(type) === plain(name))

/** Finds a model by its entity type; throws a UsageError with the nearest name. */
export const requiredModel = (models: readonly Model[], name: string, place = '', remedy = ''): Model => {
  const found = modelNamed(models, name)
  if (found !== undefined) return found
  const names = models.map(({ type }) => type)
  const near = nearestName(name, names)
  const hint = near === undefined ? `known are ${names.join(', ')}` : `did you mean "${near}"?`
  throw new UsageError(`${place}there is no model "${name}"; ${hint}${remedy}`)
}

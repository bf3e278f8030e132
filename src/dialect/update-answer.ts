import { isObject, type JsonObject, textOf } from '../ngsi/entity.js'
import type { ProblemDetails } from '../ngsi/problem.js'
import { readProblem } from './batch-answer.js'

/** What the answer to a write of one entity says was not done. */
export interface UpdateReading {
  /** Attributes that were not written, by the broker's name for them. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[]
  /** Failures of the whole, such as one of several context sources. */
  readonly problems: readonly ProblemDetails[]
}

/** One refusal: as CIM 009 5.2.19 has it, or with a list of names as Orion-LD's mongoc mode writes it (recorded, 36a8d17). */
const refusals = (item: JsonObject): UpdateReading['refused'] => {
  const names = [item['attributeName'], item['attributes']].flat().filter((name) => typeof name === 'string')
  const said = [textOf(item['title']), textOf(item['detail'])].filter((part) => part !== undefined)
  const reason = textOf(item['reason']) ?? said.join(': ')
  return names.map((name) => ({ name, reason }))
}

const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/**
 * Reads the body of a 207, or of an error that names attributes: an UpdateResult (CIM 009 5.2.18), a
 * BatchOperationResult (5.2.16) or Orion-LD's own shape.
 */
export const readUpdate = (body: unknown): UpdateReading => {
  if (!isObject(body)) return { refused: [], problems: [] }
  const own = body['type'] === undefined && Array.isArray(body['attributes']) ? [body] : []
  return {
    refused: [...objectsIn(body['notUpdated']), ...own].flatMap(refusals),
    problems: objectsIn(body['errors']).map((item) =>
      readProblem(item['error'] ?? item['ProblemDetails'] ?? item),
    ),
  }
}

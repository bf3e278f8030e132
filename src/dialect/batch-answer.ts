import { isObject, type JsonObject, textOf } from '../ngsi/entity.js'
import type { ProblemDetails } from '../ngsi/problem.js'
import { remedyFor } from './remedy.js'

/** The batch operations whose answers are read here. */
export type BatchOperation = 'create' | 'upsert' | 'update' | 'merge' | 'delete'

/**
 * What a batch answer says of one entity. `written`: accepted, without saying whether it existed.
 * `unknown`: the answer does not say.
 */
export interface EntityVerdict {
  readonly outcome: 'created' | 'updated' | 'written' | 'deleted' | 'failed' | 'unknown'
  readonly problem?: ProblemDetails | undefined
}

/** A batch answer read: a verdict for each id sent, or one problem for the whole request. */
export type BatchReading =
  | { readonly kind: 'perEntity'; readonly verdict: (id: string) => EntityVerdict }
  | { readonly kind: 'refused'; readonly problem: ProblemDetails }

/** The answer to a batch request. */
export interface BatchAnswer {
  readonly status: number
  /** Parsed JSON; undefined for an empty body or one that is no JSON. */
  readonly body: unknown
}

const accepted: Readonly<Record<BatchOperation, EntityVerdict['outcome']>> = {
  create: 'created',
  upsert: 'written',
  update: 'updated',
  merge: 'updated',
  delete: 'deleted',
}

/** Reads a problem document in any broker's shape; old Scorpio writes `details` and a number as type. */
export const readProblem = (value: unknown, status?: number): ProblemDetails => {
  const source = isObject(value) ? value : {}
  const detail = source['detail'] ?? source['details']
  const given = typeof source['status'] === 'number' ? source['status'] : status
  return {
    type: textOf(source['type']) ?? 'about:blank',
    title: textOf(source['title']) ?? (typeof value === 'string' ? value.slice(0, 200) : 'no reason given'),
    ...(detail === undefined ? {} : { detail: textOf(detail) ?? JSON.stringify(detail) }),
    ...(given === undefined ? {} : { status: given }),
  }
}

interface Lists {
  readonly success: readonly string[]
  readonly errors: readonly { readonly id: string | undefined; readonly problem: ProblemDetails }[]
}

const successId = (item: unknown): string | undefined =>
  textOf(item) ?? (isObject(item) ? (textOf(item['entityId']) ?? textOf(item['id'])) : undefined)

/** `status`: that of the whole answer, where every entity failed; an error may lack its own. */
const errorOf = (item: unknown, status: number | undefined): Lists['errors'][number] => {
  const source: JsonObject = isObject(item) ? item : {}
  const failures = source['failure']
  const reason =
    source['error'] ?? source['ProblemDetails'] ?? (Array.isArray(failures) ? failures[0] : failures)
  return {
    id: textOf(source['entityId']) ?? textOf(source['id']),
    problem: readProblem(reason ?? item, status),
  }
}

/** Scorpio 4.1: an array of `{ id, success | failure }` instead of two lists. */
const listsOfArray = (items: readonly unknown[], status: number | undefined): Lists | undefined => {
  if (!items.every((item) => isObject(item) && textOf(item['id']) !== undefined)) return undefined
  const objects = items as readonly JsonObject[]
  const failed = objects.filter((item) => item['failure'] !== undefined)
  const fine = objects.filter((item) => item['failure'] === undefined && item['success'] !== undefined)
  if (failed.length + fine.length === 0) return undefined
  return {
    success: fine.map((item) => item['id'] as string),
    errors: failed.map((item) => errorOf(item, status)),
  }
}

const listsOf = ({ body, status }: BatchAnswer): Lists | undefined => {
  const failure = status >= 400 ? status : undefined
  if (Array.isArray(body)) return listsOfArray(body, failure)
  if (!isObject(body)) return undefined
  const { success, errors } = body as { success?: unknown; errors?: unknown }
  if (!Array.isArray(success) && !Array.isArray(errors)) return undefined
  return {
    success: (Array.isArray(success) ? success : []).map(successId).filter((id) => id !== undefined),
    errors: (Array.isArray(errors) ? errors : []).map((item) => errorOf(item, failure)),
  }
}

const each = (verdict: (id: string) => EntityVerdict): Extract<BatchReading, { kind: 'perEntity' }> => ({
  kind: 'perEntity',
  verdict,
})

const all = (outcome: EntityVerdict['outcome']): BatchReading => {
  const verdict: EntityVerdict = { outcome }
  return each(() => verdict)
}

const fromLists = (operation: BatchOperation, sent: readonly string[], lists: Lists): BatchReading => {
  const success = new Set(lists.success)
  const failed = new Map(lists.errors.map(({ id, problem }) => [id, problem]))
  const silent = sent.filter((id) => !success.has(id) && !failed.has(id))
  // Orion-LD writes "no entity::id" or "Invalid entity::id" where it could not name the entity.
  const unnamed = lists.errors.filter(({ id }) => id === undefined || !sent.includes(id))
  const guess = silent.length === 1 && unnamed.length === 1 ? unnamed[0]?.problem : undefined
  return each((id) => {
    const problem = failed.get(id)
    if (success.has(id))
      return problem === undefined ? { outcome: accepted[operation] } : { outcome: 'unknown', problem }
    if (problem !== undefined) return { outcome: 'failed', problem }
    return guess === undefined ? { outcome: 'unknown' } : { outcome: 'failed', problem: guess }
  })
}

const isIdList = (body: unknown): body is readonly string[] =>
  Array.isArray(body) && body.every((item) => typeof item === 'string')

const fromSuccess = (
  operation: BatchOperation,
  sent: readonly string[],
  { status, body }: BatchAnswer,
): BatchReading => {
  if (operation !== 'upsert') {
    if (!isIdList(body)) return all(accepted[operation])
    const listed = new Set(body)
    return each((id) => ({ outcome: listed.has(id) ? accepted[operation] : 'unknown' }))
  }
  if (status === 204) return all('updated')
  if (!isIdList(body)) return all('written')
  const created = new Set(body)
  // An empty list with 201: Orion-LD (default mode) failed inside and had nothing to report.
  if (status === 201 && !sent.some((id) => created.has(id))) return all('unknown')
  return each((id) => ({
    outcome: status === 201 ? (created.has(id) ? 'created' : 'updated') : 'written',
  }))
}

/** A gateway's refusal says nothing of itself: what its status asks for stands in place of a reason. */
const explained = (problem: ProblemDetails, status: number): ProblemDetails => {
  const remedy = remedyFor({ dialect: 'unknown', status, title: problem.title })
  return problem.detail !== undefined || remedy === undefined ? problem : { ...problem, detail: remedy }
}

/**
 * Reads the answer to a batch operation in every shape that brokers are known to send.
 * Every id sent has a verdict, unless the whole request was refused.
 */
export const readBatchAnswer = (
  operation: BatchOperation,
  sent: readonly string[],
  answer: BatchAnswer,
): BatchReading => {
  const lists = listsOf(answer)
  if (lists !== undefined && (answer.status === 207 || answer.status === 200 || answer.status >= 400))
    return fromLists(operation, sent, lists)
  if (answer.status === 207) return all('unknown')
  if (answer.status >= 200 && answer.status < 300) return fromSuccess(operation, sent, answer)
  return { kind: 'refused', problem: explained(readProblem(answer.body, answer.status), answer.status) }
}

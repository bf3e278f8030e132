import type { Issue } from '../errors.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { setOwn } from '../ngsi/own-member.js'
import { isUri } from '../ngsi/uri.js'
import { type AttributeReader, compileAttribute, writtenName } from './attribute.js'
import { pattern } from './cast.js'
import { CellProblem, issueOf, shown } from './cell-problem.js'
import type { Environment } from './environment.js'
import type { Condition, Mapping } from './mapping.js'
import { compileTemplate } from './template.js'

/** An entity that a mapping made: normalized. */
export interface MappedEntity {
  readonly id: string
  readonly type: string
  readonly [attribute: string]: unknown
}

/** What became of one row. */
export type MappedRow =
  | { readonly kind: 'entity'; readonly entity: MappedEntity }
  | { readonly kind: 'rejected'; readonly issues: readonly Issue[] }
  | { readonly kind: 'filtered' }

/** A compiled mapping: from one record to what became of it. */
export type RowMapper = (record: unknown) => MappedRow

const filtered: MappedRow = { kind: 'filtered' }

const conditionTest = (
  condition: Condition,
  environment: Environment,
  place: string,
): ((record: unknown) => boolean) => {
  const read = environment.column(condition.column, place)
  const text = (record: unknown): string => {
    const value = read(record)
    return value === undefined || value === null ? '' : String(value).trim()
  }
  const tests: ((value: string) => boolean)[] = []
  const { present, matches } = condition
  if (condition.in !== undefined) {
    const wanted = new Set(condition.in.map(String))
    tests.push((value) => wanted.has(value))
  }
  if (condition.notIn !== undefined) {
    const unwanted = new Set(condition.notIn.map(String))
    tests.push((value) => !unwanted.has(value))
  }
  if (present !== undefined) tests.push((value) => (value !== '') === present)
  if (matches !== undefined) {
    const expression = pattern(matches, place)
    tests.push((value) => expression.matcher(value).find())
  }
  return (record) => {
    const value = text(record)
    return tests.every((test) => test(value))
  }
}

const idReader = (
  mapping: Mapping,
  environment: Environment,
  name: string,
): ((record: unknown) => string) => {
  const write = compileTemplate(mapping.id, environment, 'uri', `${name}: id`)
  return (record) => {
    const id = write(record)
    if (!isUri(id)) throw new CellProblem('feed.id', `${shown(id)} is no URI; an id reads urn:ngsi-ld:Type:…`)
    return id
  }
}

const requiredWithoutMapping = (mapping: Mapping, model: Model): readonly string[] =>
  model.required.filter((attribute) => !Object.hasOwn(mapping.map, attribute))

const checkRequired = (mapping: Mapping, model: Model, name: string): void => {
  const missing = requiredWithoutMapping(mapping, model)
  if (missing.length === 0) return
  throw new UsageError(
    `${name}: ${model.type} requires ${missing.join(', ')}, and map does not make ${missing.length === 1 ? 'it' : 'them'}; where the source has no value, write { value: …, assumed: true }`,
  )
}

/** Writes id and attributes into an entity; gives every problem of the row, not only the first. */
const fillEntity = (
  entity: Record<string, unknown>,
  id: (record: unknown) => string,
  attributes: readonly (readonly [string, AttributeReader])[],
  record: unknown,
): readonly Issue[] | undefined => {
  let issues: Issue[] | undefined
  try {
    entity['id'] = id(record)
  } catch (error) {
    issues = [issueOf(error, 'id')]
  }
  for (const [name, read] of attributes) {
    try {
      const made = read(record)
      if (made !== undefined) setOwn(entity, name, made)
    } catch (error) {
      issues ??= []
      issues.push(issueOf(error, name))
    }
  }
  return issues
}

/**
 * Compiles a mapping over one source and one model. Throws a UsageError where the three do not fit;
 * the result never throws for a row: what is wrong with it is in its issues.
 */
export const compileRows = (
  mapping: Mapping,
  model: Model,
  environment: Environment,
  name: string,
): RowMapper => {
  checkRequired(mapping, model, name)
  const conditions = (mapping.where ?? []).map((condition, index) =>
    conditionTest(condition, environment, `${name}: where[${index}]`),
  )
  const id = idReader(mapping, environment, name)
  const attributes: readonly (readonly [string, AttributeReader])[] = Object.entries(mapping.map).map(
    ([attribute, spec]) => [
      writtenName(attribute, spec, model),
      compileAttribute(attribute, spec, model, environment, name),
    ],
  )
  const head = mapping.entity.scope === undefined ? {} : { scope: mapping.entity.scope }
  return (record) => {
    if (!conditions.every((holds) => holds(record))) return filtered
    const entity: Record<string, unknown> = { id: '', type: model.type, ...head }
    const issues = fillEntity(entity, id, attributes, record)
    return issues === undefined
      ? // The id has just been written, the type is the model's.
        { kind: 'entity', entity: entity as unknown as MappedEntity }
      : { kind: 'rejected', issues }
  }
}

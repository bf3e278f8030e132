import { UsageError } from '../errors.js'
import type { AttributeDescriptor, Model } from '../model/descriptor.js'
import { requiredModel } from '../profile/bundled-model.js'
import { sensitiveName } from '../profile/sensitive-names.js'
import type { ColumnFacts } from './infer-column.js'
import type { Guess } from './infer-source.js'
import { attributesMeant, matches, plainName } from './synonyms.js'

/** Guesses the model whose attributes most columns mean, or takes the one that was asked for. */
export const guessModel = (
  facts: readonly ColumnFacts[],
  models: readonly Model[],
  type: string | undefined,
): Guess<Model> => {
  if (type !== undefined) return { value: requiredModel(models, type), evidence: 'as asked', confidence: 1 }
  const columns = facts.filter(({ kind }) => kind !== 'empty').map(({ name }) => name)
  const general = new Set(['name', 'description', 'category', 'status', 'dateModified', 'dataProvider'])
  const scored = models
    .map((model) => {
      const special = new Set(Object.keys(model.attributes).filter((name) => !general.has(name)))
      return { model, score: matches(columns, special) }
    })
    .sort((a, b) => b.score - a.score || (a.model.type < b.model.type ? -1 : 1))
  const [best, second] = scored
  if (best === undefined) throw new UsageError('there are no models to choose from')
  return {
    value: best.model,
    evidence: `${best.score} columns mean an attribute of ${best.model.type}`,
    confidence: best.score > (second?.score ?? 0) && best.score > 1 ? 0.75 : 0.3,
  }
}

const idName =
  /(^|_|\b)(@?id\d?|gid|fid|guid|uuid|nr|nummer|number|code|key|objid|poi_id|quaycode|elementnr)$/i

/** Guesses the id by uniqueness; columns whose name says so come first. */
export const guessId = (facts: readonly ColumnFacts[], type: string): Guess<string> => {
  const unique = facts.filter(
    ({ filled, rows, distinct, kind }) =>
      filled === rows && distinct === rows && kind !== 'geometry' && kind !== 'wkt' && kind !== 'list',
  )
  const named = unique.find(({ name }) => idName.test(name.split('.').at(-1) ?? name))
  const found = named ?? unique[0]
  const prefix = `urn:ngsi-ld:${type}:OWNER:`
  if (found === undefined)
    return {
      value: `${prefix}{*|hash}`,
      evidence: 'no column is unique; the whole row makes the id, and equal rows become one',
      confidence: 0.4,
    }
  const braces = found.texts.some((text) => /^\{.*\}$/.test(text)) ? '|guid' : ''
  return {
    value: `${prefix}{${found.name}${braces}}`,
    evidence: `"${found.name}" is filled and different in all ${found.rows} rows`,
    confidence: named === undefined ? 0.5 : 0.85,
  }
}

const fits = (facts: ColumnFacts, descriptor: AttributeDescriptor): boolean => {
  const types = [descriptor.type ?? []].flat()
  if (descriptor.kind !== 'Property') return false
  if (descriptor.format === 'date-time' || descriptor.format === 'date') return facts.kind === 'date'
  if (types.includes('integer') || types.includes('number'))
    return (
      facts.kind === 'integer' ||
      facts.kind === 'number' ||
      facts.texts.some((text) => /^\d+([.,]\d+)?\s*\p{L}+$/u.test(text))
    )
  if (types.includes('boolean')) return facts.kind === 'boolean'
  return facts.kind !== 'geometry' && facts.kind !== 'wkt' && !types.includes('object')
}

/** A column, and the attribute that it seems to hold. */
export interface Match {
  readonly attribute: string
  readonly column: ColumnFacts
  readonly exact: boolean
}

/** Finds attributes for columns by name and by the words of registers; each attribute and column once. */
export const matchAttributes = (
  facts: readonly ColumnFacts[],
  model: Model,
  taken: ReadonlySet<string>,
): readonly Match[] => {
  const byPlain = new Map(Object.keys(model.attributes).map((name) => [plainName(name), name]))
  const found = new Map<string, Match>()
  for (const column of facts) {
    if (column.kind === 'empty' || taken.has(column.name) || sensitiveName(column.name) !== undefined)
      continue
    const same = byPlain.get(plainName(column.name.split('.').at(-1) ?? column.name))
    const meant = [...(same === undefined ? [] : [same]), ...attributesMeant(column.name)]
    const attribute = meant.find((name) => {
      const descriptor = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined
      return descriptor !== undefined && fits(column, descriptor) && !found.has(name)
    })
    if (attribute !== undefined) found.set(attribute, { attribute, column, exact: attribute === same })
  }
  return [...found.values()]
}

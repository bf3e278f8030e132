import { UnsupportedError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import { type Filter, type Path, pathsOf } from '../query/filter.js'
import type { QueryState } from './query-state.js'

/**
 * The name by which every broker knows an attribute: its IRI for those that `extend` added. A published context lacks
 * them, so a broker would put them under the default vocabulary.
 */
export const wireName = ({ terms }: Model, name: string): string =>
  terms !== undefined && Object.hasOwn(terms, name) ? (terms[name] ?? name) : name

/** Several names at once; undefined stays so. */
export const wireNames = (
  model: Model,
  names: readonly string[] | undefined,
): readonly string[] | undefined => names?.map((name) => wireName(model, name))

const renamed = (entity: JsonObject, name: (given: string) => string): JsonObject => {
  const result: Record<string, unknown> = {}
  for (const given of Object.keys(entity)) setOwn(result, name(given), entity[given])
  return result
}

/** Gives an entity's own attributes the names that brokers know. */
export const toWireNames = (model: Model, entity: JsonObject): JsonObject =>
  model.terms === undefined ? entity : renamed(entity, (name) => wireName(model, name))

/** Makes the way back: IRIs of own attributes become their names again. */
export const fromWireNames = ({ terms }: Model): ((entity: JsonObject) => JsonObject) => {
  if (terms === undefined) return (entity) => entity
  const names = new Map(Object.entries(terms).map(([name, iri]) => [iri, name]))
  return (entity) => renamed(entity, (given) => names.get(given) ?? given)
}

/** Whether a condition names an attribute of the city's own. */
export const namesOwn = ({ terms }: Model, filter: Filter): boolean =>
  terms !== undefined && pathsOf(filter).some(({ names }) => Object.hasOwn(terms, names[0] ?? ''))

const filterNames = (filters: readonly Filter[]): readonly string[] =>
  filters.flatMap(pathsOf).map(({ names }) => names[0] ?? '')

type Terms = Readonly<Record<string, string>>

const iriOf = ({ attributes }: Model, name: string): string | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name]?.iri : undefined

/** The name of a linked entity in a condition, with its IRI, where the context of the query need not know it. */
const linkedTerm = ({ model, links, context }: QueryState, { names, linked }: Path): Terms => {
  const target = links.find(({ attribute }) => attribute === names[0])?.model
  const name = linked?.path.names[0] ?? ''
  const iri = target === undefined ? undefined : iriOf(target, name)
  if (target === undefined || iri === undefined) return {}
  const own = iriOf(model, name)
  const known = target.context === context && !Object.hasOwn(target.terms ?? {}, name)
  if (known || own === iri) return {}
  if (own !== undefined)
    throw new UnsupportedError(
      `where("${names[0]}{${name}}")`,
      `"${name}" means ${own} in ${model.type} and ${iri} in ${target.type}, and q has one meaning for a name; ask for ${target.type} first and filter by ids`,
    )
  return { [name]: iri }
}

/**
 * The terms that a query must bring along, because it names them and its context need not know them: the city's own and
 * those of linked models; undefined when the Link header does. A q text cannot hold an IRI, and a GET request has no
 * place for a context of its own.
 */
export const neededTerms = (state: QueryState): Terms | undefined => {
  const own = neededOwnTerms(state)
  const paths = state.filters.flatMap(pathsOf).filter(({ linked }) => linked !== undefined)
  const terms: Terms = Object.assign({}, own, ...paths.map((path) => linkedTerm(state, path)))
  return Object.keys(terms).length > 0 ? terms : undefined
}

const neededOwnTerms = (state: QueryState): Terms | undefined => {
  const { terms } = state.model
  if (terms === undefined) return undefined
  const named = [
    ...filterNames(state.filters),
    ...(state.pick ?? []),
    ...state.order.map(({ key }) => key.split(/[.[]/)[0] ?? ''),
    ...state.geo.flatMap(({ geoproperty }) => geoproperty ?? []),
  ]
  return named.some((name) => Object.hasOwn(terms, name)) ? terms : undefined
}

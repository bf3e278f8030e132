import type { Dialect } from '../dialect/dialect.js'
import { UnsupportedError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { type Filter, linkDepth, type Path, pathsOf } from '../query/filter.js'
import { allOf } from './condition.js'
import type { Link, QueryState } from './query-state.js'

/** The conditions of a query: what the broker is asked, what is checked on this side, and why. */
export interface SplitFilter {
  readonly sent: Filter | undefined
  readonly kept: Filter | undefined
  /** Attributes whose right-hand sides are terms of the context (CIM 009 4.9, expandValues). */
  readonly terms: readonly string[]
  readonly notes: readonly string[]
}

const textsOf = (filter: Filter): readonly string[] => {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.filters.flatMap(textsOf)
    case 'exists':
      return []
    case 'compare':
      return [String(filter.value.value)]
    case 'anyOf':
      return filter.values.map(({ value }) => String(value))
    case 'range':
      return [String(filter.from.value), String(filter.to.value)]
    case 'pattern':
      return [filter.pattern]
  }
}

const hasNotMatches = (filter: Filter): boolean =>
  filter.kind === 'and' || filter.kind === 'or'
    ? filter.filters.some(hasNotMatches)
    : filter.kind === 'pattern' && filter.operator === '!~='

const termAt = (model: Model | undefined, links: readonly Link[], path: Path): readonly string[] => {
  const [name = ''] = path.names
  if (path.linked !== undefined)
    return termAt(links.find(({ attribute }) => attribute === name)?.model, [], path.linked.path)
  const known = model !== undefined && Object.hasOwn(model.attributes, name)
  return known && model.attributes[name]?.kind === 'VocabProperty' ? [name] : []
}

/** Attributes of the vocabulary kind that are compared with something; that one exists needs no term. */
const comparedTerms = (filter: Filter, state: QueryState): readonly string[] => {
  if (filter.kind === 'and' || filter.kind === 'or')
    return filter.filters.flatMap((inner) => comparedTerms(inner, state))
  return filter.kind === 'exists' ? [] : termAt(state.model, state.links, filter.path)
}

const isLinked = (filter: Filter): boolean => pathsOf(filter).some((path) => linkDepth(path) > 0)

/** Says why a condition cannot be left to the broker, or undefined. */
const unsayable = (filter: Filter, state: QueryState, dialect: Dialect): string | undefined => {
  const { can, product, unsayableInQ } = dialect
  if (can.quoteInString === 'no' && textsOf(filter).some((text) => unsayableInQ?.test(text)))
    return `${product} cannot read a double quote, a backslash or what is written with one inside a q text: that condition is checked on this side`
  // Orion-LD (default mode) answers as if the condition were not there, so trying would give wrong results.
  if (can.notMatches !== 'yes' && hasNotMatches(filter))
    return `${product} ignores "!~=": that condition is checked on this side`
  if (can.expandValues !== 'yes' && comparedTerms(filter, state).length > 0)
    return `${product} is not known to compare vocabulary terms: that condition is checked on this side`
  return undefined
}

/** A condition that leads through a relationship can only be checked where the linked entities are. */
const refuseLinked = (dialect: Dialect, why: string | undefined): void => {
  if (dialect.can.join === 'no')
    throw new UnsupportedError(
      'where through a relationship',
      `${dialect.product} cannot follow relationships in q; ask for the linked entities first and filter by their ids`,
    )
  if (why !== undefined)
    throw new UnsupportedError(
      'where through a relationship',
      `${why}, which does not go through a relationship; ask for the linked entities first and filter by their ids`,
    )
}

/** Splits the conditions of a query into what a broker can be asked and what is left for this side. */
export const splitFilter = (state: QueryState, dialect: Dialect): SplitFilter => {
  const parts = state.filters.flatMap((filter) => (filter.kind === 'and' ? filter.filters : [filter]))
  const judged = parts.map((filter) => {
    const note = unsayable(filter, state, dialect)
    if (isLinked(filter)) refuseLinked(dialect, note)
    return { filter, note }
  })
  const sent = judged.filter(({ note }) => note === undefined).map(({ filter }) => filter)
  return {
    sent: allOf(sent),
    kept: allOf(judged.filter(({ note }) => note !== undefined).map(({ filter }) => filter)),
    terms: [...new Set(sent.flatMap((filter) => comparedTerms(filter, state)))],
    notes: judged.flatMap(({ note }) => note ?? []),
  }
}

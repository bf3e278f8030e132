import { attributeMembers, entityMembers } from '../ngsi/attribute.js'

/** A literal on the right of a q comparison. Date-times, dates and times are unquoted in q; URIs are too (CIM 009 4.9). */
export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'dateTime'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'time'; readonly value: string }
  | { readonly kind: 'uri'; readonly value: string }

/**
 * Where a condition looks: attribute, then sub-attributes (`speed.observedAt`), then members inside the value
 * (`address[addressLocality]`). `linked` goes through a relationship: `locatedIn{Building:name}`.
 */
export interface Path {
  /** Attribute name, then sub-attribute names; never empty. */
  readonly names: readonly string[]
  /** Member names inside the value, empty when the whole value is meant. */
  readonly members: readonly string[]
  readonly linked?: { readonly types: readonly string[]; readonly path: Path } | undefined
}

/** The order operators. */
export type OrderOperator = '>' | '>=' | '<' | '<='
/** The equality operators. */
export type EqualityOperator = '==' | '!='
/** The pattern operators. */
export type PatternOperator = '~=' | '!~='

/** A filter of the q language as a tree: what `parseFilter` reads and `printFilter` writes. */
export type Filter =
  | { readonly kind: 'and'; readonly filters: readonly Filter[] }
  | { readonly kind: 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'exists'; readonly path: Path; readonly negated?: boolean | undefined }
  | {
      readonly kind: 'compare'
      readonly path: Path
      readonly operator: OrderOperator | EqualityOperator
      readonly value: Literal
    }
  | {
      readonly kind: 'anyOf'
      readonly path: Path
      readonly operator: EqualityOperator
      readonly values: readonly Literal[]
    }
  | {
      readonly kind: 'range'
      readonly path: Path
      readonly operator: EqualityOperator
      readonly from: Literal
      readonly to: Literal
    }
  | {
      readonly kind: 'pattern'
      readonly path: Path
      readonly operator: PatternOperator
      readonly pattern: string
    }

const mapPath = (path: Path, map: (name: string) => string): Path => ({
  ...path,
  names: path.names.map((name) => (attributeMembers.has(name) || entityMembers.has(name) ? name : map(name))),
  ...(path.linked === undefined
    ? {}
    : { linked: { types: path.linked.types.map(map), path: mapPath(path.linked.path, map) } }),
})

/**
 * Rewrites every attribute, sub-attribute and type name of a filter, for example to IRIs.
 * Names of non-reified members (`observedAt`, `createdAt`, `unitCode`, `id` …) stay; so do members inside values.
 */
export const mapFilterNames = (filter: Filter, map: (name: string) => string): Filter =>
  filter.kind === 'and' || filter.kind === 'or'
    ? { ...filter, filters: filter.filters.map((inner) => mapFilterNames(inner, map)) }
    : { ...filter, path: mapPath(filter.path, map) }

/** Rewrites the literals of a filter, knowing their path: vocabulary terms of `expandValues`, for example. */
export const mapFilterValues = (filter: Filter, map: (literal: Literal, path: Path) => Literal): Filter => {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, filters: filter.filters.map((inner) => mapFilterValues(inner, map)) }
    case 'compare':
      return { ...filter, value: map(filter.value, filter.path) }
    case 'anyOf':
      return { ...filter, values: filter.values.map((value) => map(value, filter.path)) }
    case 'range':
      return { ...filter, from: map(filter.from, filter.path), to: map(filter.to, filter.path) }
    case 'exists':
    case 'pattern':
      return filter
  }
}

/** Every path of a filter, in reading order. */
export const pathsOf = (filter: Filter): readonly Path[] =>
  filter.kind === 'and' || filter.kind === 'or' ? filter.filters.flatMap(pathsOf) : [filter.path]

/** Depth of linked-entity braces in a path: 0 for none (CIM 009 4.9, joinLevel). */
export const linkDepth = (path: Path): number =>
  path.linked === undefined ? 0 : 1 + linkDepth(path.linked.path)

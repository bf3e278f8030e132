import { atEnd, type Cursor, fail, nested, separated, startCursor, take, takeMatch } from './cursor.js'

/** A scope query as a tree. A pattern is a list of levels; `+` is any one level, a final `#` the node and all below (CIM 009 4.19). */
export type ScopeQuery =
  | { readonly kind: 'and' | 'or'; readonly queries: readonly ScopeQuery[] }
  | { readonly kind: 'scope'; readonly levels: readonly string[] }

const level = String.raw`\p{L}[\p{L}\p{N}_]*`
const scopeShape = new RegExp(`^/?${level}(?:/${level})*$`, 'u')
const patternShape = new RegExp(String.raw`/?(?:(?:${level}|\+)(?:/(?:${level}|\+))*(?:/#)?|#)`, 'uy')

/** Tells whether a text is a scope as entities carry it: `/city/centre`, the leading slash optional (CIM 009 4.18). */
export const isScope = (text: unknown): text is string => typeof text === 'string' && scopeShape.test(text)

const levelsOf = (scope: string): readonly string[] => scope.replace(/^\//u, '').split('/')

/** Reads scopeQ text: `;` and, `|` or `,` or, parentheses; throws a QuerySyntaxError. */
export const parseScopeQuery = (text: string): ScopeQuery => {
  const cursor = startCursor(text, 'scopeQ')
  const query = readOr(cursor)
  return atEnd(cursor) ? query : fail(cursor, `"${cursor.text.charAt(cursor.position)}" is not expected here`)
}

const readOr = (cursor: Cursor): ScopeQuery => {
  const queries = separated(cursor, ['|', ','], () => readAnd(cursor))
  return queries.length === 1 ? (queries[0] as ScopeQuery) : { kind: 'or', queries }
}

const readAnd = (cursor: Cursor): ScopeQuery => {
  const queries = separated(cursor, [';'], () => readUnary(cursor))
  return queries.length === 1 ? (queries[0] as ScopeQuery) : { kind: 'and', queries }
}

const readUnary = (cursor: Cursor): ScopeQuery => {
  if (take(cursor, '(') === undefined) {
    const pattern = takeMatch(cursor, patternShape)?.[0]
    return pattern === undefined
      ? fail(cursor, 'a scope such as /city/centre is expected')
      : { kind: 'scope', levels: levelsOf(pattern) }
  }
  const inner = nested(cursor, () => readOr(cursor))
  return take(cursor, ')') === undefined ? fail(cursor, 'a closing parenthesis is missing') : inner
}

/** Writes a scope query as text; `parseScopeQuery` reads it back as the same tree. */
export const printScopeQuery = (query: ScopeQuery): string => {
  if (query.kind === 'scope') return `/${query.levels.join('/')}`
  const separator = query.kind === 'and' ? ';' : '|'
  return query.queries
    .map((inner) =>
      inner.kind === 'scope' || (query.kind === 'or' && inner.kind === 'and')
        ? printScopeQuery(inner)
        : `(${printScopeQuery(inner)})`,
    )
    .join(separator)
}

const matches = (pattern: readonly string[], scope: readonly string[]): boolean => {
  const open = pattern.at(-1) === '#'
  const fixed = open ? pattern.slice(0, -1) : pattern
  if (open ? scope.length < fixed.length : scope.length !== fixed.length) return false
  return fixed.every((name, index) => name === '+' || name === scope[index])
}

/** Tells whether an entity with these scopes satisfies the query; for `;` different scopes may satisfy the parts. */
export const evaluateScope = (query: ScopeQuery, scopes: readonly string[]): boolean => {
  switch (query.kind) {
    case 'scope':
      return scopes.some((scope) => matches(query.levels, levelsOf(scope)))
    case 'and':
      return query.queries.every((inner) => evaluateScope(inner, scopes))
    case 'or':
      return query.queries.some((inner) => evaluateScope(inner, scopes))
  }
}

import { UsageError } from '../errors.js'
import type { Filter, Literal, Path } from './filter.js'

const sayableName = /^\p{L}[\p{L}\p{N}_]*$/u

/**
 * Writes a filter as q text; `parseFilter` reads it back as the same tree.
 * Throws a UsageError for names that the q grammar cannot say (CIM 009 4.9), such as `N-TOT` or full IRIs.
 */
export const printFilter = (filter: Filter): string => {
  switch (filter.kind) {
    case 'or':
      return filter.filters
        .map((inner) => (inner.kind === 'or' ? `(${printFilter(inner)})` : printFilter(inner)))
        .join('|')
    case 'and':
      return filter.filters
        .map((inner) =>
          inner.kind === 'or' || inner.kind === 'and' ? `(${printFilter(inner)})` : printFilter(inner),
        )
        .join(';')
    case 'exists':
      return `${filter.negated ? '!' : ''}${printPath(filter.path)}`
    case 'compare':
      return printPath(filter.path) + filter.operator + printLiteral(filter.value)
    case 'anyOf':
      return printPath(filter.path) + filter.operator + filter.values.map(printLiteral).join(',')
    case 'range':
      return `${printPath(filter.path)}${filter.operator}${printLiteral(filter.from)}..${printLiteral(filter.to)}`
    case 'pattern':
      return printPath(filter.path) + filter.operator + JSON.stringify(filter.pattern)
  }
}

/** Writes a path as q writes it: `speed.observedAt`, `address[addressLocality]`, `locatedIn{Building:name}`. */
export const printPath = (path: Path): string => {
  const wrong = path.names.find((name) => !sayableName.test(name))
  if (wrong !== undefined)
    throw new UsageError(
      `"${wrong}" cannot be said in q: a name there is a letter followed by letters, digits and _. Filter on it after reading, or give it another term in the @context.`,
    )
  const member = path.members.find(
    (name) => name === '' || /[\].]/u.test(name) || name.trim() !== name || /^".*"$/u.test(name),
  )
  if (member !== undefined)
    throw new UsageError(
      `The member name "${member}" cannot be said in q between brackets. Filter on it after reading.`,
    )
  const names = path.names.join('.')
  if (path.linked !== undefined) {
    const types = path.linked.types.length > 0 ? `${path.linked.types.join(',')}:` : ''
    return `${names}{${types}${printPath(path.linked.path)}}`
  }
  return path.members.length > 0 ? `${names}[${path.members.join('.')}]` : names
}

const printLiteral = (literal: Literal): string => {
  switch (literal.kind) {
    case 'string':
      return JSON.stringify(literal.value)
    case 'number':
    case 'boolean':
      return String(literal.value)
    case 'uri':
      // Reserved characters of q inside an unquoted URI would end it; quoted URIs are compared as text everywhere.
      return /[;|),"\s]/u.test(literal.value) ? JSON.stringify(literal.value) : literal.value
    case 'dateTime':
    case 'date':
    case 'time':
      return literal.value
  }
}

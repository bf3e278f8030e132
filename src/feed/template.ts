import { createHash } from 'node:crypto'
import { UsageError } from '../errors.js'
import { CellProblem, shown } from './cell-problem.js'
import type { Accessor } from './table.js'

type Filter = (text: string) => string

const number = (text: string): number => {
  const value = Number(text.trim().replace(',', '.'))
  if (text.trim() === '' || !Number.isFinite(value))
    throw new CellProblem('feed.id', `${shown(text)} is no number, and the template needs one`)
  return value
}

const slug: Filter = (text) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()

const filters: Readonly<Record<string, (argument: string | undefined) => Filter>> = {
  int: () => (text) => {
    const value = number(text)
    if (!Number.isInteger(value)) throw new CellProblem('feed.id', `${shown(text)} is no whole number`)
    return String(value)
  },
  round: (argument) => {
    const digits = Number(argument ?? 0)
    return (text) => number(text).toFixed(digits)
  },
  trim: () => (text) => text.trim(),
  lower: () => (text) => text.toLowerCase(),
  upper: () => (text) => text.toUpperCase(),
  slug: () => slug,
  // A register often writes GUIDs in braces.
  guid: () => (text) => text.replaceAll(/[{}]/g, '').toLowerCase(),
  pad: (argument) => (text) => text.padStart(Number(argument ?? 0), '0'),
  last: (argument) => (text) => text.slice(text.lastIndexOf(argument ?? ':') + 1),
}

const hash = (values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)

/** How a template's column is found, and all columns for `{*|hash}`. */
export interface TemplateSource {
  readonly columns: readonly string[]
  /** Throws a UsageError for a column that the source lacks. */
  readonly column: (name: string, place: string) => Accessor
}

/** How inserted values are written: `uri` encodes what no URI may hold. */
export type TemplateTarget = 'uri' | 'text'

type Part = (record: unknown) => string

// "/" and ":" are legal in URNs and stay readable.
const encoded = (text: string): string =>
  /^[A-Za-z0-9._~:-]*$/.test(text)
    ? text
    : encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/')

const textOf = (value: unknown, column: string): string => {
  const text =
    typeof value === 'string' ? value.trim() : value === null || value === undefined ? '' : String(value)
  if (text === '') throw new CellProblem('feed.id', `column "${column}" is empty, and the template needs it`)
  return text
}

const filterOf = (step: string, place: string): Filter => {
  const [name = '', argument] = step.split(/:(.*)/s)
  const made = Object.hasOwn(filters, name) ? filters[name] : undefined
  if (made === undefined)
    throw new UsageError(
      `${place}: "${name}" is no filter; known are ${[...Object.keys(filters), 'hash'].join(', ')}`,
    )
  return made(argument)
}

const insertion = (
  expression: string,
  source: TemplateSource,
  target: TemplateTarget,
  place: string,
): Part => {
  const [names = '', ...steps] = expression.split('|').map((part) => part.trim())
  if (steps[0] === 'hash') {
    const columns = names === '*' ? source.columns : names.split(',').map((name) => name.trim())
    const readers = columns.map((name) => source.column(name, place))
    return (record) => hash(readers.map((read) => read(record) ?? null))
  }
  const read = source.column(names, place)
  const chain = steps.map((step) => filterOf(step, place))
  return (record) => {
    let text = textOf(read(record), names)
    for (const filter of chain) text = filter(text)
    return target === 'uri' ? encoded(text) : text
  }
}

/**
 * Compiles a template such as `urn:ngsi-ld:Tree:GM0080:{NR|int}-{X|round:1}` or `{a,b|hash}`.
 * The result throws a CellProblem for a row that lacks a column's value. Throws a UsageError for an unknown column or filter.
 */
export const compileTemplate = (
  template: string,
  source: TemplateSource,
  target: TemplateTarget,
  place: string,
): Part => {
  const parts: Part[] = []
  // Braces cannot stand inside an insertion, so that an unclosed one is seen.
  for (const piece of template.split(/(\{[^{}]*\})/)) {
    if (piece === '') continue
    if (piece.startsWith('{') && piece.endsWith('}'))
      parts.push(insertion(piece.slice(1, -1), source, target, place))
    else if (/[{}]/.test(piece))
      throw new UsageError(`${place}: "${template}" has a brace without its partner`)
    else parts.push(() => piece)
  }
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return (record) => {
    let text = ''
    for (const part of parts) text += part(record)
    return text
  }
}

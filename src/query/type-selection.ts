import { isName } from '../ngsi/uri.js'
import { atEnd, type Cursor, fail, nested, separated, startCursor, take, takeMatch } from './cursor.js'

/** A type selection as a tree; `any` is `*` (CIM 009 4.17). */
export type TypeSelection =
  | { readonly kind: 'any' }
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'and' | 'or'; readonly selections: readonly TypeSelection[] }

const word = /[^\s,;|()]+/uy

/** Reads a type selection: `A,B` or `A|B` any of them, `A;B` all of them, parentheses; throws a QuerySyntaxError. */
export const parseTypeSelection = (text: string): TypeSelection => {
  const cursor = startCursor(text, 'type')
  if (text.trim() === '*') return { kind: 'any' }
  const selection = readOr(cursor)
  return atEnd(cursor)
    ? selection
    : fail(cursor, `"${cursor.text.charAt(cursor.position)}" is not expected here`)
}

const readOr = (cursor: Cursor): TypeSelection => {
  const selections = separated(cursor, ['|', ','], () => readAnd(cursor))
  return selections.length === 1 ? (selections[0] as TypeSelection) : { kind: 'or', selections }
}

const readAnd = (cursor: Cursor): TypeSelection => {
  const selections = separated(cursor, [';'], () => readUnary(cursor))
  return selections.length === 1 ? (selections[0] as TypeSelection) : { kind: 'and', selections }
}

const readUnary = (cursor: Cursor): TypeSelection => {
  if (take(cursor, '(') !== undefined) {
    const inner = nested(cursor, () => readOr(cursor))
    return take(cursor, ')') === undefined ? fail(cursor, 'a closing parenthesis is missing') : inner
  }
  const name = takeMatch(cursor, word)?.[0]
  if (name === undefined) return fail(cursor, 'an entity type is missing')
  return isName(name) ? { kind: 'type', name } : fail(cursor, `"${name}" is no entity type name`)
}

/** Writes a type selection as text; `parseTypeSelection` reads it back as the same tree. */
export const printTypeSelection = (selection: TypeSelection): string => {
  switch (selection.kind) {
    case 'any':
      return '*'
    case 'type':
      return selection.name
    case 'and':
      return selection.selections
        .map((inner) => (inner.kind === 'type' ? inner.name : `(${printTypeSelection(inner)})`))
        .join(';')
    case 'or':
      return selection.selections
        .map((inner) => (inner.kind === 'or' ? `(${printTypeSelection(inner)})` : printTypeSelection(inner)))
        .join(',')
  }
}

/** Tells whether an entity with these types is selected. */
export const evaluateTypes = (selection: TypeSelection, types: readonly string[]): boolean => {
  switch (selection.kind) {
    case 'any':
      return true
    case 'type':
      return types.includes(selection.name)
    case 'and':
      return selection.selections.every((inner) => evaluateTypes(inner, types))
    case 'or':
      return selection.selections.some((inner) => evaluateTypes(inner, types))
  }
}

/** Rewrites the type names of a selection, for example to IRIs. */
export const mapTypeNames = (selection: TypeSelection, map: (name: string) => string): TypeSelection => {
  if (selection.kind === 'any') return selection
  if (selection.kind === 'type') return { kind: 'type', name: map(selection.name) }
  return { kind: selection.kind, selections: selection.selections.map((inner) => mapTypeNames(inner, map)) }
}

/** Every type name of a selection; empty for `*`. */
export const typeNamesOf = (selection: TypeSelection): readonly string[] => {
  if (selection.kind === 'any') return []
  return selection.kind === 'type' ? [selection.name] : selection.selections.flatMap(typeNamesOf)
}

import { QuerySyntaxError } from '../errors.js'

/** Longest query text that is read, in UTF-16 units; longer ones are refused before any work is done. */
export const maxQueryLength = 65_536

/** Deepest nesting of parentheses or braces; deeper ones would only serve to exhaust the stack. */
export const maxQueryDepth = 64

/** A place in a text that moves forward; the shared lexer of the query languages. */
export interface Cursor {
  readonly text: string
  position: number
  depth: number
}

/** Starts reading a text; refuses empty and over-long ones. */
export const startCursor = (text: string, what: string): Cursor => {
  if (text.trim() === '') throw new QuerySyntaxError(`${what} is empty`, text, 0)
  if (text.length > maxQueryLength)
    throw new QuerySyntaxError(
      `${what} is longer than ${maxQueryLength} characters`,
      text.slice(0, 60),
      maxQueryLength,
    )
  return { text, position: 0, depth: 0 }
}

/** Throws the syntax error for the place where the cursor stands. */
export const fail = (cursor: Cursor, message: string): never => {
  throw new QuerySyntaxError(message, cursor.text, cursor.position)
}

/** Skips blanks. */
export const skipBlanks = (cursor: Cursor): void => {
  while (/\s/u.test(cursor.text.charAt(cursor.position))) cursor.position += 1
}

/** Takes the first of the given tokens that stands here, or none. */
export const take = (cursor: Cursor, ...tokens: readonly string[]): string | undefined => {
  skipBlanks(cursor)
  const found = tokens.find((token) => cursor.text.startsWith(token, cursor.position))
  if (found !== undefined) cursor.position += found.length
  return found
}

/** Takes what a sticky expression matches here, or nothing. */
export const takeMatch = (cursor: Cursor, sticky: RegExp): RegExpExecArray | undefined => {
  skipBlanks(cursor)
  sticky.lastIndex = cursor.position
  const match = sticky.exec(cursor.text)
  if (match === null) return undefined
  cursor.position += match[0].length
  return match
}

/** Tells whether everything was read. */
export const atEnd = (cursor: Cursor): boolean => {
  skipBlanks(cursor)
  return cursor.position >= cursor.text.length
}

/** Runs a rule one level deeper; refuses nesting without end. */
export const nested = <Result>(cursor: Cursor, rule: () => Result): Result => {
  cursor.depth += 1
  if (cursor.depth > maxQueryDepth) fail(cursor, `nested more than ${maxQueryDepth} deep`)
  const result = rule()
  cursor.depth -= 1
  return result
}

/** One expression or several joined by a separator: the shape of and-lists and or-lists. */
export const separated = <Item>(cursor: Cursor, separators: readonly string[], item: () => Item): Item[] => {
  const items = [item()]
  while (take(cursor, ...separators) !== undefined) items.push(item())
  return items
}

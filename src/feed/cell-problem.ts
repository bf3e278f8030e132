import type { Issue } from '../errors.js'

/** Ends the making of one attribute; the row is rejected and the problem is in the report. */
export class CellProblem extends Error {
  override readonly name = 'CellProblem' as const
  readonly rule: string
  readonly hint: string | undefined

  constructor(rule: string, message: string, hint?: string) {
    super(message)
    this.rule = rule
    this.hint = hint
  }
}

/** A value as messages show it: short, on one line. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const line = text.replaceAll(/\s+/g, ' ')
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`
}

/** Writes a caught problem as an issue of the attribute `path`; anything else is thrown on. */
export const issueOf = (error: unknown, path: string): Issue => {
  if (!(error instanceof CellProblem)) throw error
  return {
    path,
    message: error.message,
    rule: error.rule,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  }
}

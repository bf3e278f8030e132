/** One thing that is wrong with data, as a value: where, which rule, what was found, what to do. */
export interface Issue {
  /** Place in the data, for example `fillingLevel.value` or `row 12, column X`. */
  readonly path: string
  readonly message: string
  readonly rule?: string | undefined
  readonly hint?: string | undefined
}

interface BrokerErrorFacts {
  readonly method: string
  readonly url: string
  readonly status: number
  /** NGSI-LD error kind, such as `ResourceNotFound`, where the broker named one. */
  readonly kind?: string | undefined
  readonly title?: string | undefined
  readonly detail?: string | undefined
  readonly remedy?: string | undefined
}

// Some brokers put a stack trace of many screens into a detail.
const oneLine = (text: string): string => {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > 500 ? `${line.slice(0, 497)}...` : line
}

/**
 * The broker answered, and the answer is not a success.
 * Holds no request headers, so that no token can reach a log.
 */
export class BrokerError extends Error {
  override readonly name = 'BrokerError' as const
  readonly method: string
  readonly url: string
  readonly status: number
  readonly kind: string | undefined
  readonly title: string | undefined
  readonly detail: string | undefined
  /** What to do, where that is known. */
  readonly remedy: string | undefined

  constructor(facts: BrokerErrorFacts) {
    const said = oneLine([facts.title, facts.detail].filter(Boolean).join(': '))
    const what = facts.kind === undefined ? '' : ` ${facts.kind}`
    const why = said === '' ? (what === '' ? ' without a reason' : '') : `: ${said}`
    const remedy = facts.remedy === undefined ? '' : ` (${facts.remedy})`
    super(`${facts.method} ${facts.url} answered ${facts.status}${what}${why}${remedy}`)
    this.method = facts.method
    this.url = facts.url
    this.status = facts.status
    this.kind = facts.kind
    this.title = facts.title
    this.detail = facts.detail
    this.remedy = facts.remedy
  }
}

interface NetworkErrorFacts {
  readonly method: string
  readonly url: string
  readonly reason: string
  readonly timedOut?: boolean | undefined
  readonly code?: string | undefined
}

/** Nothing usable came back: refused, reset, timed out, cut off. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError' as const
  readonly method: string
  readonly url: string
  /** Why there was none, in words. */
  readonly reason: string
  readonly timedOut: boolean
  /** The system's error code, for example `ECONNREFUSED`. */
  readonly code: string | undefined

  constructor(facts: NetworkErrorFacts) {
    const reason = oneLine(facts.reason)
    super(`${facts.method} ${facts.url} got no answer: ${reason}`)
    this.method = facts.method
    this.url = facts.url
    this.reason = reason
    this.timedOut = facts.timedOut ?? false
    this.code = facts.code
  }
}

/** Data does not follow its model; every issue is in `issues`. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError' as const
  readonly issues: readonly Issue[]

  constructor(what: string, issues: readonly Issue[]) {
    const shown = issues.slice(0, 3).map((issue) => `${issue.path}: ${issue.message}`)
    const more = issues.length > 3 ? `; and ${issues.length - 3} more` : ''
    super(`${what}: ${shown.join('; ')}${more}`)
    this.issues = issues
  }
}

/** A text of one of the query languages (q, scopeQ, type selection, georel …) cannot be read. */
export class QuerySyntaxError extends Error {
  override readonly name = 'QuerySyntaxError' as const
  readonly text: string
  /** Zero-based position in the text. */
  readonly position: number

  constructor(message: string, text: string, position: number) {
    super(`${message} at position ${position + 1} of "${text.slice(0, 200)}"`)
    this.text = text
    this.position = position
  }
}

/** A wrong option, a wrong file, a wrong call: the message names it and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError' as const
}

/** The connected broker cannot do this, and no emulation would be safe. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError' as const
  readonly operation: string

  constructor(operation: string, detail: string) {
    super(`${operation}: ${detail}`)
    this.operation = operation
  }
}

const named = (error: unknown, name: string): boolean => error instanceof Error && error.name === name

/** Tells whether an error is the broker's answer, and, with a kind, that answer. Works across duplicate installs. */
export const isBrokerError = (error: unknown, kind?: string): error is BrokerError =>
  named(error, 'BrokerError') && (kind === undefined || (error as BrokerError).kind === kind)

/** Tells whether nothing answered. */
export const isNetworkError = (error: unknown): error is NetworkError => named(error, 'NetworkError')

/** Tells whether data did not follow its model. */
export const isValidationError = (error: unknown): error is ValidationError => named(error, 'ValidationError')

/** Tells whether a query text could not be read. */
export const isQuerySyntaxError = (error: unknown): error is QuerySyntaxError =>
  named(error, 'QuerySyntaxError')

/** Tells whether the caller used an option or a command wrongly. */
export const isUsageError = (error: unknown): error is UsageError => named(error, 'UsageError')

/** Tells whether the connected broker cannot do what was asked. */
export const isUnsupportedError = (error: unknown): error is UnsupportedError =>
  named(error, 'UnsupportedError')

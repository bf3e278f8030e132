import { isQuerySyntaxError, isValidationError } from '../errors.js'
import { type ErrorKind, errorKinds, type ProblemDetails, problem } from '../ngsi/problem.js'

/** A request that the broker refuses; the app turns it into a problem document (CIM 009 5.5.2, 6.3.2). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError' as const
  readonly kind: ErrorKind
  readonly status: number

  constructor(kind: ErrorKind, detail: string, status: number = errorKinds[kind].status) {
    super(detail)
    this.kind = kind
    this.status = status
  }
}

/** Refuses the request with an NGSI-LD error kind and a sentence that says what to do. */
export const refuse = (kind: ErrorKind, detail: string): never => {
  throw new ProblemError(kind, detail)
}

/** Refuses the data of a request: 400 BadRequestData. */
export const badData = (detail: string): never => refuse('BadRequestData', detail)

/** A text of a request shortened for a message. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

/** Turns whatever was thrown into a ProblemError: bad data and bad query texts are 400, everything unknown is 500. */
export const asProblemError = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  if (isValidationError(error) || isQuerySyntaxError(error))
    return new ProblemError('BadRequestData', error.message)
  // The message of an unexpected error may hold data; only its kind is told.
  return new ProblemError('InternalError', 'The broker failed on this request; its log says more.')
}

/** The problem document of an error. */
export const problemOf = (error: ProblemError, instance?: string): ProblemDetails => ({
  ...problem(error.kind, error.message, instance),
  status: error.status,
})

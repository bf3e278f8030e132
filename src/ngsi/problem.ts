/**
 * The error kinds of NGSI-LD with their HTTP status and title (CIM 009 V1.9.1, 5.5.2 and 6.3.2).
 * The client reads this table, the embedded broker writes from it.
 */
export const errorKinds = {
  InvalidRequest: { status: 400, title: 'Invalid request' },
  BadRequestData: { status: 400, title: 'Bad request data' },
  AlreadyExists: { status: 409, title: 'Already exists' },
  Conflict: { status: 409, title: 'Conflict' },
  ResourceNotFound: { status: 404, title: 'Resource not found' },
  NonexistentTenant: { status: 404, title: 'Tenant does not exist' },
  OperationNotSupported: { status: 422, title: 'Operation not supported' },
  LdContextNotAvailable: { status: 504, title: 'JSON-LD context not available' },
  InternalError: { status: 500, title: 'Internal error' },
  NoMultiTenantSupport: { status: 501, title: 'No multi-tenant support' },
  TooComplexQuery: { status: 403, title: 'Query too complex' },
  TooManyResults: { status: 403, title: 'Too many results' },
} as const

/** One of the error kinds that NGSI-LD names. */
export type ErrorKind = keyof typeof errorKinds

const errorNamespace = 'https://uri.etsi.org/ngsi-ld/errors/'

/** The problem document of RFC 7807 as NGSI-LD brokers send it. */
export interface ProblemDetails {
  /** URI of the error kind, `https://uri.etsi.org/ngsi-ld/errors/…`. */
  readonly type: string
  readonly title: string
  readonly detail?: string | undefined
  readonly status?: number | undefined
  readonly instance?: string | undefined
}

/** Makes the problem document of one error kind. */
export const problem = (kind: ErrorKind, detail: string, instance?: string): ProblemDetails => ({
  type: errorNamespace + kind,
  title: errorKinds[kind].title,
  detail,
  status: errorKinds[kind].status,
  ...(instance === undefined ? {} : { instance }),
})

/**
 * Says which error kind a problem's type URI names, or undefined.
 * Brokers spell the tenant kind in three ways (NonExistingTenant, TenantNotFound, NonexistentTenant),
 * and Scorpio 5 has a trailing blank in TooManyResults.
 */
export const errorKindOf = (type: string | undefined): ErrorKind | undefined => {
  if (type === undefined) return undefined
  const name = type.slice(type.lastIndexOf('/') + 1).trim()
  if (/tenant/i.test(name) && !/support/i.test(name)) return 'NonexistentTenant'
  return Object.hasOwn(errorKinds, name) ? (name as ErrorKind) : undefined
}

/** Limits of the embedded broker; each has the error that NGSI-LD or HTTP names for it. */
export interface BrokerLimits {
  /** Bytes of a request body; beyond: 413. @default 16777216 (16 MiB) */
  readonly maxBodyBytes: number
  /** Entities in one batch; beyond: 413. @default 10000 */
  readonly maxBatch: number
  /** Largest `limit` of a page; beyond: 400. @default 1000 */
  readonly maxPage: number
  /** `limit` where a request gives none. @default 20 */
  readonly defaultPage: number
  /** Deepest nesting of a JSON value; beyond: 400. @default 32 */
  readonly maxDepth: number
  /** Characters of q, scopeQ, type, idPattern and other expressions; beyond: 403 TooComplexQuery. @default 16384 */
  readonly maxExpression: number
  /** Subscriptions of one tenant; beyond: 403 TooManyResults. @default 10000 */
  readonly maxSubscriptions: number
  /** Tenants; beyond: 403 TooManyResults. @default 1000 */
  readonly maxTenants: number
  /** Bytes of a fetched context. @default 1048576 */
  readonly maxContextBytes: number
  /** Instances of one attribute in one answer of the temporal API; beyond: 206. @default 30 */
  readonly maxInstances: number
}

/** The limits that apply where none are given. */
export const defaultLimits: BrokerLimits = {
  maxBodyBytes: 16 * 1024 * 1024,
  maxBatch: 10_000,
  maxPage: 1000,
  defaultPage: 20,
  maxDepth: 32,
  maxExpression: 16_384,
  maxSubscriptions: 10_000,
  maxTenants: 1000,
  maxContextBytes: 1024 * 1024,
  // The public conformance suite expects a cut between 21 and 39.
  maxInstances: 30,
}

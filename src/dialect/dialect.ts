/** The brokers that the library knows. `orion-ld` is one whose mode has not shown itself yet. */
export type DialectName =
  | 'embedded'
  | 'orion-ld'
  | 'orion-ld-legacy'
  | 'orion-ld-mongoc'
  | 'scorpio'
  | 'stellio'
  | 'unknown'

/**
 * Whether a broker can do something: `yes`, `no`, or `try` (send it once and learn from the answer).
 */
export type Support = 'yes' | 'no' | 'try'

/** What brokers differ in, beyond limits. */
export type Capability =
  /** PATCH /entities/{id} (CIM 009 5.6.17). */
  | 'merge'
  /** PUT /entities/{id} (5.6.18). */
  | 'replace'
  /** POST /entityOperations/merge (5.6.20). */
  | 'batchMerge'
  /** The options=update mode of batch upsert (5.6.8). */
  | 'upsertUpdate'
  /** DELETE /entities with a query (5.6.21). */
  | 'purge'
  /** GET /entities/{id} by projection parameters pick and omit (4.21). */
  | 'pick'
  /** orderBy (4.23). */
  | 'orderBy'
  /** join, joinLevel and linked terms in q (4.5.23). */
  | 'join'
  /** `!~=` in q. */
  | 'notMatches'
  /** A double quote inside a q string, written `\"`, and every other escape of JSON strings. */
  | 'quoteInString'
  /** Terms on the right of q, by expandValues (4.9): conditions on a VocabProperty. */
  | 'expandValues'
  /** Reading some instances only, by the datasetId parameter (4.5.5). */
  | 'datasetIdFilter'
  /** idPattern in the body of a POST query. */
  | 'idPatternInBody'
  /** scopeQ and scopes of entities (4.18, 4.19). */
  | 'scope'
  /** LanguageProperty and the lang parameter. */
  | 'language'
  /** An entity with several types. */
  | 'multipleTypes'
  /** /temporal/entities. */
  | 'temporal'
  /** /csourceRegistrations. */
  | 'registrations'
  /** POST /jsonldContexts. */
  | 'hostedContexts'
  /** entityMap=true (5.14). */
  | 'entityMap'
  /** A q on createdAt and modifiedAt. */
  | 'systemTimesInQ'
  /** timeInterval, showChanges, sysAttrs in subscriptions. */
  | 'subscriptionExtras'
  /** notificationTrigger in subscriptions. */
  | 'notificationTrigger'
  /** PATCH /subscriptions/{id} that takes effect. */
  | 'subscriptionUpdate'
  /** A notification for each deleted entity. */
  | 'deleteNotifications'
  /** datasetId instances in batches. */
  | 'datasetId'

/** Geometry relations that q parameters can name. */
export type GeoRelationName =
  | 'near'
  | 'within'
  | 'contains'
  | 'intersects'
  | 'disjoint'
  | 'equals'
  | 'overlaps'

/** Limits of a broker; counts, bytes and milliseconds. */
export interface Limits {
  /** Entities per batch that work well. */
  readonly batchEntities: number
  /** Entities per batch above which something breaks. */
  readonly maxBatchEntities: number
  /** UTF-8 bytes per batch body. */
  readonly batchBytes: number
  /** Batches in flight. */
  readonly concurrency: number
  readonly pageSize: number
  readonly maxPageSize: number
  /** Offsets beyond it give empty pages though entities are left. */
  readonly maxOffset: number
  /** Characters of a request target; longer queries go by POST. */
  readonly urlLength: number
  readonly readTimeoutMs: number
  readonly batchTimeoutMs: number
  readonly sockets: number
  /** Integers beyond it are damaged. */
  readonly maxInteger: number
  /** How far back a query by modifiedAt must reach to miss nothing, in milliseconds. */
  readonly reconcileOverlapMs: number
}

/** What shows which of its two modes a broker is in. */
export interface Modes {
  /** Operations that only one of them has. */
  readonly operations: readonly Capability[]
  readonly having: DialectName
  readonly lacking: DialectName
  /** A query that reads nothing, and who answers it with which status. */
  readonly probe: Readonly<Record<string, string | number>>
  readonly answers: Readonly<Record<number, DialectName>>
}

/** One broker's row of the table. */
export interface Dialect {
  readonly name: DialectName
  /** The name that people use. */
  readonly product: string
  readonly limits: Limits
  readonly can: Readonly<Record<Capability, Support>>
  readonly geoRelations: readonly GeoRelationName[]
  /** Name of the parameter that keeps a query on this broker. */
  readonly localParameter: 'local' | 'localOnly'
  /** Statuses worth a second attempt, beside a lost connection. */
  readonly retryStatuses: readonly number[]
  /** Titles of problems worth a second attempt whatever their status. */
  readonly retryTitles: readonly string[]
  /** Path that answers cheaply while the broker is well. */
  readonly healthPath: string
  /** Path of the version, where the probes of detection do not tell it. */
  readonly versionPath?: string | undefined
  /** Undefined where there is one mode, or it is known which one this is. */
  readonly modes?: Modes | undefined
  /** The first write to a tenant must be a small one. */
  readonly warmUpTenants: boolean
  /** Characters that a text in q cannot hold there, however it is written; undefined for none. */
  readonly unsayableInQ?: RegExp | undefined
  /** What in a q text makes it go into the body of a POST, whatever its length; undefined for nothing. */
  readonly qForBody?: RegExp | undefined
  /** Things to know, for `doctor`. */
  readonly notes: readonly string[]
}

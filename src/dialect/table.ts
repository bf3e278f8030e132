import type { Capability, Dialect, DialectName, GeoRelationName, Limits, Modes, Support } from './dialect.js'

const allRelations: readonly GeoRelationName[] = [
  'near',
  'within',
  'contains',
  'intersects',
  'disjoint',
  'equals',
  'overlaps',
]

const everything = (support: Support): Record<Capability, Support> => ({
  merge: support,
  replace: support,
  batchMerge: support,
  upsertUpdate: support,
  purge: support,
  pick: support,
  orderBy: support,
  join: support,
  notMatches: support,
  quoteInString: support,
  expandValues: support,
  datasetIdFilter: support,
  idPatternInBody: support,
  scope: support,
  language: support,
  multipleTypes: support,
  temporal: support,
  registrations: support,
  hostedContexts: support,
  entityMap: support,
  systemTimesInQ: support,
  subscriptionExtras: support,
  notificationTrigger: support,
  subscriptionUpdate: support,
  deleteNotifications: support,
  datasetId: support,
})

const kibi = 1024
const mebi = 1024 * kibi

const careful: Limits = {
  batchEntities: 200,
  maxBatchEntities: 500,
  batchBytes: 768 * kibi,
  concurrency: 2,
  pageSize: 100,
  maxPageSize: 1000,
  maxOffset: Number.POSITIVE_INFINITY,
  urlLength: 6000,
  readTimeoutMs: 30_000,
  batchTimeoutMs: 60_000,
  sockets: 8,
  maxInteger: Number.MAX_SAFE_INTEGER,
  reconcileOverlapMs: 2000,
}

const transient = [429, 502, 503, 504]

// What a JSON string writes with a backslash.
const escaped = /["\\\p{Cc}]/u
// What is read once more after every double quote was taken out of q.
const operators = /["\\\p{Cc};|(),]|\.\./u

const unknown: Dialect = {
  name: 'unknown',
  product: 'an NGSI-LD broker that is not known by name',
  limits: careful,
  // entityMap is never tried: a broker that ignores it gives pages that silently do not belong together.
  can: { ...everything('try'), entityMap: 'no', notMatches: 'yes', quoteInString: 'yes' },
  geoRelations: allRelations,
  localParameter: 'local',
  retryStatuses: transient,
  retryTitles: [],
  healthPath: '/ngsi-ld/v1/types',
  warmUpTenants: false,
  notes: ['Limits are careful guesses; what it cannot do is learnt from its answers.'],
}

const embedded: Dialect = {
  ...unknown,
  name: 'embedded',
  product: 'city-context embedded broker',
  limits: {
    ...careful,
    batchEntities: 500,
    maxBatchEntities: 1000,
    batchBytes: 4 * mebi,
    concurrency: 4,
    pageSize: 1000,
    urlLength: 12_000,
    sockets: 16,
    reconcileOverlapMs: 1000,
  },
  // What it does not do is in docs/broker.md; entity maps pay only where sources are registered.
  can: { ...everything('yes'), entityMap: 'no' },
  healthPath: '/ngsi-ld/v1/info/sourceIdentity',
  notes: [],
}

const orion: Dialect = {
  ...unknown,
  name: 'orion-ld',
  product: 'Orion-LD',
  limits: {
    ...careful,
    pageSize: 500,
    // Entities disappear beyond about 50,000 though the count is right (context.Orion-LD#1407).
    maxOffset: 45_000,
    // 64 KiB for the URL and all headers of one connection.
    urlLength: 20_000,
    readTimeoutMs: 20_000,
    // The mongoc driver stores int32 (mongocKjTreeToBson.cpp, 36a8d17).
    maxInteger: 2_147_483_647,
  },
  can: {
    ...everything('no'),
    merge: 'try',
    replace: 'try',
    upsertUpdate: 'yes',
    // Recorded by type alone (36a8d17): whether it heeds conditions is not known, and guessing wrong deletes too much.
    purge: 'no',
    scope: 'try',
    language: 'try',
    temporal: 'try',
    registrations: 'yes',
    hostedContexts: 'yes',
    systemTimesInQ: 'try',
    subscriptionExtras: 'try',
    deleteNotifications: 'try',
    datasetId: 'try',
  },
  geoRelations: ['near', 'within', 'intersects', 'disjoint'],
  // With status 500: mostly two writers of one id, or a replica of MongoDB that lags (context.Orion-LD#1269, #1643).
  retryTitles: ['Database Error'],
  healthPath: '/ngsi-ld/ex/v1/ping',
  // 400 to a backslash (recorded, 36a8d17).
  unsayableInQ: escaped,
  notes: [
    'Batches stay at or under 500 entities: beyond 800 one of its modes fails, beyond 1000 the other loses some.',
  ],
}

// Recorded in both modes (36a8d17).
const orionModes: Modes = {
  operations: ['merge', 'replace'],
  having: 'orion-ld-mongoc',
  lacking: 'orion-ld-legacy',
  probe: { type: 'SdkProbe', georel: 'equals', geometry: 'Point', coordinates: '[0,0]', limit: 1 },
  answers: { 200: 'orion-ld-legacy', 501: 'orion-ld-mongoc' },
}

const orionLegacy: Dialect = {
  ...orion,
  name: 'orion-ld-legacy',
  product: 'Orion-LD (default mode)',
  limits: { ...orion.limits, maxInteger: Number.MAX_SAFE_INTEGER },
  can: {
    ...orion.can,
    merge: 'no',
    replace: 'no',
    scope: 'no',
    language: 'no',
    subscriptionExtras: 'no',
    deleteNotifications: 'yes',
  },
  geoRelations: ['near', 'within', 'intersects', 'disjoint', 'equals'],
  notes: [...orion.notes, 'Of a batch, several notifications are lost; live subscriptions reconcile.'],
}

const orionMongoc: Dialect = {
  ...orion,
  name: 'orion-ld-mongoc',
  product: 'Orion-LD (mongocOnly)',
  can: {
    ...orion.can,
    merge: 'yes',
    replace: 'yes',
    scope: 'yes',
    language: 'yes',
    notMatches: 'yes',
    idPatternInBody: 'yes',
    subscriptionExtras: 'yes',
    deleteNotifications: 'yes',
  },
  geoRelations: ['near', 'within', 'intersects', 'disjoint'],
  notes: [
    ...orion.notes,
    'Integers beyond 2147483647 are damaged; write them as text.',
    'Three failed notifications in a row pause a subscription.',
  ],
}

const scorpio: Dialect = {
  ...unknown,
  name: 'scorpio',
  product: 'Scorpio',
  limits: {
    ...careful,
    maxBatchEntities: 1000,
    batchBytes: 4 * mebi,
    concurrency: 4,
    pageSize: 500,
    urlLength: 20_000,
    batchTimeoutMs: 120_000,
    sockets: 16,
    reconcileOverlapMs: 1000,
  },
  can: {
    ...everything('yes'),
    // Scorpio strips every double quote of q and reads it up to the next "&" (QueryController.java, c42c5aa).
    quoteInString: 'no',
    expandValues: 'try',
    upsertUpdate: 'try',
    purge: 'no',
    pick: 'try',
    orderBy: 'no',
    join: 'try',
    hostedContexts: 'try',
    notificationTrigger: 'try',
    deleteNotifications: 'try',
  },
  localParameter: 'localOnly',
  retryStatuses: [...transient, 500],
  healthPath: '/q/health',
  unsayableInQ: operators,
  // Of an address it reads q up to the next "&", even an encoded one, and strips quotes (QueryController.java, c42c5aa).
  qForBody: /[&"]/,
  // The first write to a tenant creates its database, and a batch may deadlock there (5.0.9, ScorpioBroker#653).
  warmUpTenants: true,
  notes: ['The first entity of a load into a tenant goes alone, because that write creates the database.'],
}

const stellio: Dialect = {
  ...unknown,
  name: 'stellio',
  product: 'Stellio',
  limits: {
    ...careful,
    batchEntities: 50,
    batchBytes: 1.5 * mebi,
    concurrency: 4,
    pageSize: 100,
    maxPageSize: 100,
    // 8 KiB for all headers, the request line among them.
    urlLength: 4000,
    sockets: 16,
    reconcileOverlapMs: 1000,
  },
  can: {
    ...everything('yes'),
    entityMap: 'no',
    orderBy: 'try',
    hostedContexts: 'try',
    expandValues: 'try',
  },
  retryStatuses: [...transient, 500],
  healthPath: '/actuator/health',
  notes: ['Tenants are configured in the broker; an unknown one is refused.'],
}

/** Every dialect by name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = {
  embedded,
  'orion-ld': { ...orion, versionPath: '/version', modes: orionModes },
  'orion-ld-legacy': orionLegacy,
  'orion-ld-mongoc': orionMongoc,
  scorpio,
  stellio,
  unknown,
}

/** Tells whether a text names a dialect. */
export const isDialectName = (text: string): text is DialectName => Object.hasOwn(dialects, text)

import { allOf, type Conditions, conditions } from '../client/condition.js'
import type { EntitySelector, SubscriptionDocument } from '../client/subscription-document.js'
import { subscriptionInput } from '../client/subscriptions.js'
import type { Dialect } from '../dialect/dialect.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Geometry } from '../ngsi/geojson.js'
import { printGeoQuery } from '../query/geo.js'
import { parseFilter } from '../query/parse.js'
import { printFilter } from '../query/print.js'
import { secretHeader } from '../receiver/receiver.js'

/** What a subscription watches, and how it notifies. */
export interface SubscriptionOptions<S, N> {
  /** Tells this subscription from others; the same name again changes it instead of making another. */
  readonly name: string
  /** Only changes of these attributes count. @default all */
  readonly watchedAttributes?: readonly (keyof S & string)[] | undefined
  /** Only entities for which this holds after the change. */
  readonly where?: ((conditions: Conditions<S, N>) => Conditions<S, N>) | undefined
  /** Only entities near a place. */
  readonly near?:
    | { readonly place: Geometry; readonly maxMeters: number; readonly geoproperty?: string | undefined }
    | undefined
  /** Only entities in a scope. */
  readonly inScope?: string | undefined
  /** Only this entity, or these. */
  readonly ids?: readonly string[] | undefined
  readonly idPattern?: string | undefined
  /** Attributes that notifications carry. @default all */
  readonly attributes?: readonly (keyof S & string)[] | undefined
  /** Seconds during which further changes of the subscription are not told. */
  readonly throttling?: number | undefined
  readonly expiresAt?: string | undefined
  readonly description?: string | undefined
}

/** The id that a name stands for: two processes that start at once mean the same subscription. */
export const subscriptionId = (name: string): string => {
  if (name.trim() === '' || name.length > 200)
    throw new UsageError('subscribe: give a name of 1 to 200 characters')
  return `urn:ngsi-ld:Subscription:${encodeURIComponent(name)}`
}

const selectors = (
  model: Model,
  options: SubscriptionOptions<unknown, unknown>,
): readonly EntitySelector[] => {
  const { ids, idPattern } = options
  if (ids === undefined) return [{ type: model.type, ...(idPattern === undefined ? {} : { idPattern }) }]
  // One selector per id: a list of ids in one selector is younger than most brokers.
  return ids.map((id) => ({ type: model.type, id }))
}

const geoQ = (near: NonNullable<SubscriptionOptions<unknown, unknown>['near']>): JsonObject => {
  const text = printGeoQuery({
    relation: { kind: 'near', maxMeters: near.maxMeters },
    reference: near.place,
    geoproperty: near.geoproperty,
  })
  return { ...text, coordinates: near.place.coordinates }
}

const defined = (members: Record<string, unknown>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

/** Writes the subscription that a broker of this dialect is given. */
export const subscriptionDocument = <S, N>(
  model: Model<S, N>,
  options: SubscriptionOptions<S, N>,
  endpoint: { readonly uri: string; readonly secret: string | undefined },
  dialect: Dialect,
): JsonObject => {
  const filter = options.where === undefined ? undefined : allOf(options.where(conditions(model)).filters)
  const { secret, uri } = endpoint
  return defined({
    id: subscriptionId(options.name),
    type: 'Subscription',
    subscriptionName: options.name,
    description: options.description,
    entities: selectors(model as Model, options as SubscriptionOptions<unknown, unknown>),
    watchedAttributes: options.watchedAttributes,
    q: filter === undefined ? undefined : printFilter(filter),
    geoQ: options.near === undefined ? undefined : geoQ(options.near),
    scopeQ: options.inScope,
    throttling: options.throttling,
    expiresAt: options.expiresAt,
    notification: defined({
      format: 'normalized',
      attributes: options.attributes,
      sysAttrs: dialect.can.subscriptionExtras === 'no' ? undefined : true,
      endpoint: defined({
        uri,
        accept: 'application/json',
        receiverInfo: secret === undefined ? undefined : [{ key: secretHeader, value: secret }],
      }),
    }),
  })
}

const unordered: ReadonlySet<string> = new Set([
  'watchedAttributes',
  'attributes',
  'entities',
  'receiverInfo',
])
/** Members that brokers add with their defaults. */
const defaults: Readonly<Record<string, unknown>> = {
  isActive: true,
  accept: 'application/json',
  format: 'normalized',
  sysAttrs: false,
  geoproperty: 'location',
}

const canonicalQ = (text: string): string => {
  try {
    return printFilter(parseFilter(text))
  } catch {
    return text
  }
}

const canonicalMember = (name: string, value: unknown): unknown => {
  if (name === 'q' && typeof value === 'string') return canonicalQ(value)
  if (name === 'coordinates' && typeof value === 'string') return canonical(JSON.parse(value))
  const inner = canonical(value)
  return unordered.has(name) && Array.isArray(inner)
    ? inner.map((item) => JSON.stringify(item)).sort()
    : inner
}

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .filter((name) => value[name] !== undefined && defaults[name] !== value[name])
      .sort()
      .map((name) => [name, canonicalMember(name, value[name])]),
  )
}

const ignored: ReadonlySet<string> = new Set(['jsonldContext', 'notificationTrigger', 'isActive'])

const meaning = (document: JsonObject): string => {
  const own = Object.entries(subscriptionInput(document)).filter(([name]) => !ignored.has(name))
  return JSON.stringify(canonical(Object.fromEntries(own)))
}

/** Tells whether two subscriptions mean the same, whatever their order and wording. */
export const meansTheSame = (found: SubscriptionDocument, wanted: JsonObject): boolean =>
  meaning(found) === meaning(wanted)

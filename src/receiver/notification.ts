import { type Issue, ValidationError } from '../errors.js'
import { isObject, type JsonObject, textOf } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'

/** A notification in one form, whatever envelope the broker used. */
export interface Notification {
  /** As the broker wrote it; Scorpio's are no URNs. */
  readonly id: string | undefined
  readonly subscriptionId: string
  /** DateTime text of the broker; undefined where it sent none. */
  readonly notifiedAt: string | undefined
  /** Entities in the form that the subscription asked for; deleted ones have `deletedAt`. */
  readonly entities: readonly JsonObject[]
  readonly tenant: string | undefined
  /** URL of the context that names are written in, where the broker said so. */
  readonly context: string | undefined
}

/** Headers by lower-case name. */
export type NotificationHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

const refuse = (issue: Issue): never => {
  throw new ValidationError('Not a notification', [issue])
}

/** A GeoJSON feature as the entity it stands for (CIM 009 4.5.16). */
const entityOfFeature = (feature: JsonObject): JsonObject => {
  const entity: Record<string, unknown> = { id: feature['id'] }
  const properties = isObject(feature['properties']) ? feature['properties'] : {}
  for (const name of Object.keys(properties)) setOwn(entity, name, properties[name])
  return entity
}

const withoutContext = (entity: JsonObject): JsonObject => {
  if (entity['@context'] === undefined) return entity
  const { '@context': _context, ...rest } = entity
  return rest
}

const entitiesOf = (data: unknown): readonly JsonObject[] => {
  const list = isObject(data) ? (Array.isArray(data['features']) ? data['features'] : [data]) : data
  if (!Array.isArray(list))
    return refuse({ path: 'data', message: 'must be a list of entities or a FeatureCollection' })
  return list.map((item, index) => {
    if (!isObject(item)) return refuse({ path: `data[${index}]`, message: 'must be an entity' })
    const entity = item['type'] === 'Feature' ? entityOfFeature(item) : withoutContext(item)
    if (textOf(entity['id']) === undefined)
      return refuse({ path: `data[${index}].id`, message: 'is missing' })
    return entity
  })
}

const linkTarget = (link: string | undefined): string | undefined => {
  if (link === undefined) return undefined
  // Orion-LD writes the bare URL into MQTT metadata.
  return /<([^>]+)>/.exec(link)?.[1] ?? (/^https?:/.test(link) ? link : undefined)
}

const headerOf = (headers: NotificationHeaders, name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : (value as string | undefined)
}

const contextOf = (body: JsonObject, headers: NotificationHeaders): string | undefined => {
  const first: unknown = Array.isArray(body['data']) ? body['data'][0] : body['data']
  const inBody = body['@context'] ?? (isObject(first) ? first['@context'] : undefined)
  return textOf([inBody].flat()[0]) ?? linkTarget(headerOf(headers, 'link'))
}

/**
 * Reads the body of a notification in every shape that brokers send: json, ld+json (context at the top or in each
 * entity), geo+json, one entity or many. Throws a ValidationError that names what is wrong.
 */
export const readNotification = (
  body: unknown,
  headers: NotificationHeaders = {},
  subscriptionInUrl?: string,
): Notification => {
  if (!isObject(body)) return refuse({ path: '', message: 'the body must be a JSON object' })
  const subscriptionId = textOf(body['subscriptionId']) ?? subscriptionInUrl
  if (subscriptionId === undefined) return refuse({ path: 'subscriptionId', message: 'is missing' })
  if (body['data'] === undefined) return refuse({ path: 'data', message: 'is missing' })
  return {
    id: textOf(body['id']),
    subscriptionId,
    notifiedAt: textOf(body['notifiedAt']),
    entities: entitiesOf(body['data']),
    tenant: headerOf(headers, 'ngsild-tenant'),
    context: contextOf(body, headers),
  }
}

/** Metadata of an MQTT message as headers: one object (Orion-LD, Stellio) or a list of single pairs (Scorpio). */
const metadataHeaders = (metadata: unknown): NotificationHeaders => {
  const pairs = (Array.isArray(metadata) ? metadata : [metadata])
    .filter(isObject)
    .flatMap((part) => Object.entries(part))
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), String(value)]))
}

/** Reads an MQTT notification: `{ metadata, body }`, or the bare notification where a broker sends no envelope. */
export const readMqttNotification = (
  message: unknown,
): { readonly notification: Notification; readonly headers: NotificationHeaders } => {
  if (!isObject(message)) return refuse({ path: '', message: 'the message must be a JSON object' })
  const wrapped = isObject(message['body']) && message['data'] === undefined
  const headers = wrapped ? metadataHeaders(message['metadata']) : {}
  return { notification: readNotification(wrapped ? message['body'] : message, headers), headers }
}

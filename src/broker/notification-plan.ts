import type { ActiveContext } from '../ngsi/context.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { isUri } from '../ngsi/uri.js'
import type { Format } from './entity-view.js'
import { type MediaType, mediaTypes } from './media-type.js'
import { badData, shown } from './problem-error.js'
import { makeProjection, type Projection, readMemberTree } from './projection.js'
import { type Join, readQuery } from './query-request.js'

/** Where notifications go and how. */
export interface Endpoint {
  readonly uri: string
  readonly accept: MediaType
  /** Headers (or MQTT metadata) that the subscriber asked for. */
  readonly receiverInfo: readonly (readonly [string, string])[]
  readonly notifierInfo: ReadonlyMap<string, string>
  readonly timeoutMs: number
  readonly cooldownMs: number
}

/** What a notification holds and where it goes (NotificationParams, CIM 009 5.2.14). */
export interface NotificationPlan {
  readonly endpoint: Endpoint
  readonly format: Format
  readonly projection: Projection
  readonly showChanges: boolean
  readonly sysAttrs: boolean
  readonly join: Join | undefined
  readonly languages: readonly string[] | undefined
  readonly datasetIds: ReadonlySet<string> | undefined
}

const defaultTimeoutMs = 5000

const pairs = (value: unknown, what: string): readonly (readonly [string, string])[] => {
  if (value === undefined) return []
  if (!Array.isArray(value)) return badData(`${what} must be a list of { "key", "value" }`)
  return value.map((item) =>
    isObject(item) && typeof item['key'] === 'string' && typeof item['value'] === 'string'
      ? ([item['key'], item['value']] as const)
      : badData(`${what} must be a list of { "key", "value" } with texts`),
  )
}

/** Headers that would change what the message is, or how it is framed. */
const reservedHeaders = /^(link|content-type|content-length|transfer-encoding|host|connection)$/i

const checkHeader = ([name, value]: readonly [string, string]): void => {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value))
    badData(`endpoint.receiverInfo: "${shown(name)}" is no header that can be sent`)
}

const milliseconds = (value: unknown, what: string, fallback: number): number => {
  if (value === undefined) return fallback
  return typeof value === 'number' && Number.isFinite(value) && value > 0
    ? value
    : badData(`${what} must be a number of milliseconds above 0`)
}

const schemes = /^(https?|mqtts?):\/\/./i

const readEndpoint = (value: unknown): Endpoint => {
  if (!isObject(value)) return badData('notification needs an endpoint with a uri')
  const { uri, accept = 'application/json' } = value
  if (!isUri(uri) || !schemes.test(uri) || !URL.canParse(uri))
    return badData(`endpoint.uri: "${shown(uri)}" is no http, https, mqtt or mqtts URL`)
  if (!(mediaTypes as readonly unknown[]).includes(accept))
    return badData(`endpoint.accept: "${shown(accept)}" is none of ${mediaTypes.join(', ')}`)
  const receiverInfo = pairs(value['receiverInfo'], 'endpoint.receiverInfo')
  if (uri.startsWith('http')) for (const pair of receiverInfo) checkHeader(pair)
  return {
    uri,
    accept: accept as MediaType,
    receiverInfo: receiverInfo.filter(([name]) => !reservedHeaders.test(name)),
    notifierInfo: new Map(pairs(value['notifierInfo'], 'endpoint.notifierInfo')),
    timeoutMs: milliseconds(value['timeout'], 'endpoint.timeout', defaultTimeoutMs),
    cooldownMs: milliseconds(value['cooldown'], 'endpoint.cooldown', 0),
  }
}

const formats: Readonly<Record<string, Format>> = {
  normalized: 'normalized',
  concise: 'concise',
  simplified: 'simplified',
  keyValues: 'simplified',
}

const nameList = (value: unknown, what: string): string | undefined => {
  if (value === undefined) return undefined
  return Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'string' && item !== '')
    ? value.join(',')
    : badData(`notification.${what} must be a non-empty list of names`)
}

const readProjection = (params: JsonObject, context: ActiveContext): Projection => {
  const attributes = nameList(params['attributes'], 'attributes')
  const pick = nameList(params['pick'], 'pick')
  const omit = nameList(params['omit'], 'omit')
  if (attributes !== undefined && (pick !== undefined || omit !== undefined))
    badData('notification.attributes cannot be combined with pick or omit')
  const picked = attributes === undefined ? pick : `id,type,scope,${attributes}`
  return makeProjection(
    picked === undefined ? undefined : readMemberTree(picked, context),
    omit === undefined ? undefined : readMemberTree(omit, context),
  )
}

const flag = (params: JsonObject, name: string): boolean => {
  const value = params[name] ?? false
  return typeof value === 'boolean' ? value : badData(`notification.${name} must be true or false`)
}

const readJoin = (params: JsonObject, context: ActiveContext): Join | undefined =>
  readQuery(
    {
      selectors: [],
      join: params['join'] as string | undefined,
      joinLevel: params['joinLevel'] as number | undefined,
    },
    context,
    0,
  ).join

/** Reads the notification member of a subscription; refuses with 400 what breaks a rule (CIM 009 5.2.14, 5.2.15). */
export const readNotificationPlan = (
  value: unknown,
  context: ActiveContext,
  shared: Pick<NotificationPlan, 'languages' | 'datasetIds'>,
): NotificationPlan => {
  if (!isObject(value)) return badData('a subscription needs notification with an endpoint')
  const { format = 'normalized' } = value
  if (typeof format !== 'string' || !Object.hasOwn(formats, format))
    return badData(`notification.format: "${shown(format)}" is none of ${Object.keys(formats).join(', ')}`)
  const showChanges = flag(value, 'showChanges')
  if (showChanges && formats[format] === 'simplified')
    badData('showChanges cannot be combined with simplified or keyValues')
  return {
    endpoint: readEndpoint(value['endpoint']),
    format: formats[format] ?? 'normalized',
    projection: readProjection(value, context),
    showChanges,
    sysAttrs: flag(value, 'sysAttrs'),
    join: readJoin(value, context),
    ...shared,
  }
}

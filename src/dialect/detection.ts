import { isObject, type JsonObject, textOf } from '../ngsi/entity.js'
import type { DialectName } from './dialect.js'

/** An answer to a probe, reduced to what the rules look at. */
export interface ProbeAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON, or undefined where the body is none. */
  readonly body: unknown
}

/** What the probes say so far. */
export interface Verdict {
  readonly dialect: DialectName
  /** As the broker writes it. */
  readonly version?: string | undefined
  /** One sentence: what gave it away. */
  readonly evidence: string
}

/** The first probe: one request that the embedded broker and Orion-LD 1.7 and later answer with their name. */
export const identityProbe = '/ngsi-ld/v1/info/sourceIdentity'

/** The second probe: an unknown parameter, which each broker treats in its own way. It works behind any proxy. */
export const parameterProbe = '/ngsi-ld/v1/entities?type=SdkProbe&limit=1&sdkProbe=1'

const orionVersion = (extras: JsonObject): string | undefined =>
  textOf(extras['Orion-LD version']) ?? textOf(extras['orionld version'])

/** Classifies the answer to the identity probe (CIM 009 5.15); undefined when it says nothing. */
export const classifyIdentity = (answer: ProbeAnswer): Verdict | undefined => {
  if (answer.status !== 200 || !isObject(answer.body)) return undefined
  const extras = isObject(answer.body['contextSourceExtras']) ? answer.body['contextSourceExtras'] : {}
  if (extras['product'] === 'city-context')
    return { dialect: 'embedded', version: textOf(extras['version']), evidence: 'its source identity' }
  const version = orionVersion(extras)
  if (version !== undefined) return { dialect: 'orion-ld', version, evidence: 'its source identity' }
  return undefined
}

/** Classifies the answer to the parameter probe; `unknown` when no rule fits. */
export const classifyParameter = (answer: ProbeAnswer): Verdict => {
  const title = isObject(answer.body) ? (textOf(answer.body['title']) ?? '') : ''
  const detail = isObject(answer.body) ? (textOf(answer.body['detail']) ?? '') : ''
  if (answer.status === 400 && title === 'Unknown URI parameter')
    return { dialect: 'orion-ld', evidence: 'its refusal of an unknown parameter' }
  // AllowedParameters.kt of Stellio lists what the endpoint accepts.
  if (answer.status === 400 && /sdkProbe/.test(title + detail) && /\[.*limit.*\]/s.test(title + detail))
    return { dialect: 'stellio', evidence: 'its refusal of an unknown parameter' }
  if (answer.status === 200 && answer.headers['ngsild-entitymap'] !== undefined)
    return { dialect: 'scorpio', evidence: 'the NGSILD-EntityMap header of its query answers' }
  return { dialect: 'unknown', evidence: 'no rule fits its answers' }
}

/** Classifies the body of `GET /version` (Orion-LD) or `GET /ngsi-ld/ex/v1/version`. */
export const classifyVersion = (body: unknown): Verdict | undefined => {
  const version = isObject(body) ? orionVersion(body) : undefined
  return version === undefined
    ? undefined
    : { dialect: 'orion-ld', version, evidence: 'its version document' }
}

/**
 * Tells from a 404 to `PATCH` or `PUT /entities/{id}` which mode of Orion-LD answered:
 * "Service Not Found" comes from the default mode, which has no such request (recorded, 36a8d17).
 */
export const isServiceNotFound = (status: number, title: string | undefined): boolean =>
  status === 404 && /^service not found$/i.test(title ?? '')

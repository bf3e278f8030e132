import type { Reply } from '../../http/reply.js'
import type { RequestSpec } from '../../http/request-spec.js'
import type { Probe } from './probe.js'

/** What a broker answered to one request of the standard. */
export interface BehaviourResult {
  /** Operation and clause of CIM 009. */
  readonly operation: string
  readonly asks: string
  /** `POST /ngsi-ld/v1/entities` */
  readonly request: string
  readonly expected: string
  /** Version of the standard that brought it, where it is not among the first. */
  readonly since?: string | undefined
  /** Status of the answer; undefined where none came or nothing was asked. */
  readonly status: number | undefined
  readonly state: 'as it should' | 'deviates' | 'not asked'
  /** How the answer differs. */
  readonly deviation?: string | undefined
}

/** A request as it is shown. */
export const shown = ({ method, path, query }: RequestSpec): string => {
  const text = Object.entries(query ?? {})
    .map(([name, value]) => `${name}=${String(value)}`)
    .join('&')
  return `${method} ${decodeURIComponent(path)}${text === '' ? '' : `?${text}`}`
}

/** What became of a probe: as it should, or how it differs. */
export const resultOf = (
  probe: Probe,
  reply: Reply | undefined,
  deviation: string | undefined,
): BehaviourResult => ({
  operation: probe.operation,
  asks: probe.asks,
  request: shown(probe.request),
  expected: probe.expects,
  ...(probe.since === undefined ? {} : { since: probe.since }),
  status: reply?.status,
  state: deviation === undefined ? 'as it should' : 'deviates',
  ...(deviation === undefined ? {} : { deviation }),
})

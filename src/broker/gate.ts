import { coreContext } from '../ngsi/context.js'
import { isObject, type LdContext } from '../ngsi/entity.js'
import type { Call, Route } from './call.js'
import { contentTypeOf, type MediaType, negotiate } from './media-type.js'
import { type Parameters, readParameters } from './parameters.js'
import { badData, ProblemError, refuse, shown } from './problem-error.js'
import type { BrokerState } from './state.js'
import type { Tenant } from './tenant.js'

/** A refusal before NGSI-LD begins: a status with headers, and a body where HTTP asks for one. */
export interface PlainRefusal {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: unknown
}

/** A request as the gate sees it. */
export interface Incoming {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
}

const bodyTypes: ReadonlySet<string> = new Set(['application/json', 'application/ld+json'])

/** Checks length and media types, in the order of CIM 009 6.3.4; gives the refusal or the media type of the answer. */
const checkTransport = (route: Route, request: Request, maxBody: number): PlainRefusal | MediaType => {
  const { method, headers } = request
  if (method === 'POST' || method === 'PUT' || method === 'PATCH') {
    const length = headers.get('content-length')
    if (length === null) return { status: 411 }
    if (Number(length) > maxBody)
      throw new ProblemError('InvalidRequest', `the body is larger than ${maxBody} bytes`, 413)
    const type = contentTypeOf(headers.get('content-type') ?? undefined)
    const known = bodyTypes.has(type) || (method === 'PATCH' && type === 'application/merge-patch+json')
    if (!known && route.consumes !== undefined) return { status: 415 }
  }
  if (route.produces === undefined) return 'application/json'
  return (
    negotiate(headers.get('accept') ?? undefined, route.produces) ?? { status: 406, body: route.produces }
  )
}

const findTenant = (state: BrokerState, route: Route, name: string): Tenant => {
  const tenant = route.createsTenant === true ? state.tenants.open(name) : state.tenants.find(name)
  return tenant ?? refuse('NonexistentTenant', `there is no tenant "${shown(name)}"`)
}

const checkParameters = (route: Route, query: Parameters): ReadonlySet<string> => {
  for (const name of query.names())
    if (!route.parameters.includes(name))
      refuse(
        'InvalidRequest',
        `unknown query parameter "${shown(name)}"; known here: ${route.parameters.join(', ') || 'none'}`,
      )
  const keywords = (query.get('options') ?? '')
    .split(',')
    .map((keyword) => keyword.trim())
    .filter(Boolean)
  for (const keyword of keywords)
    if (route.keywords?.includes(keyword) !== true)
      refuse(
        'InvalidRequest',
        `unknown keyword "${shown(keyword)}" in options; known here: ${(route.keywords ?? []).join(', ')}`,
      )
  const format = query.get('format')
  if (format !== undefined && route.formats?.includes(format) !== true)
    refuse(
      'InvalidRequest',
      `unknown format "${shown(format)}"; known here: ${(route.formats ?? []).join(', ')}`,
    )
  return new Set(keywords)
}

const contextRelation = 'http://www.w3.org/ns/json-ld#context'

/** The context that a Link header names (CIM 009 6.3.5); other relations are ignored. */
export const linkedContext = (header: string | null): string | undefined => {
  if (header === null) return undefined
  const links = header.split(/,\s*(?=<)/).flatMap((part) => {
    const url = /^\s*<([^>]*)>/.exec(part)?.[1]
    const relation = /;\s*rel\s*=\s*"?([^";]+)"?/i.exec(part)?.[1]
    return url !== undefined && relation?.trim() === contextRelation ? [url.trim()] : []
  })
  if (links.length > 1) return badData('at most one Link header may name a JSON-LD context')
  return links[0]
}

const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return refuse('InvalidRequest', 'the body is not JSON')
  }
}

/** The context in a body; ld+json must have one and no Link, json must have none (CIM 009 6.3.5). */
export const bodyContext = (
  body: unknown,
  isLinkedData: boolean,
  link: string | undefined,
): LdContext | undefined => {
  const own = isObject(body) && Object.hasOwn(body, '@context') ? (body['@context'] as LdContext) : undefined
  if (isLinkedData) return own ?? badData('application/ld+json needs an @context in the body')
  if (own !== undefined)
    return badData(
      'application/json must not have an @context in the body; use a Link header or application/ld+json',
    )
  return link
}

const readBody = async (request: Request, maxBody: number): Promise<unknown> => {
  const text = await request.text()
  if (text.length > maxBody)
    throw new ProblemError('InvalidRequest', `the body is larger than ${maxBody} bytes`, 413)
  // Byte order marks come from editors on Windows; JSON.parse refuses them.
  return parseBody(text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text)
}

const resolvedContext = async (
  state: BrokerState,
  tenant: Tenant,
  route: Route,
  facts: { readonly body: unknown; readonly isLinkedData: boolean; readonly link: string | undefined },
): Promise<Call['context']> => {
  if (route.consumes === 'plain') return coreContext
  const source =
    route.consumes === 'one' ? bodyContext(facts.body, facts.isLinkedData, facts.link) : facts.link
  return source === undefined ? coreContext : state.contexts.resolve(tenant.hosted, source)
}

/** Lets a request in as a Call, or refuses it; throws ProblemErrors for refusals with a problem document. */
export const admit = async (
  state: BrokerState,
  route: Route,
  { request, params }: Incoming,
): Promise<Call | PlainRefusal> => {
  const accept = checkTransport(route, request, state.limits.maxBodyBytes)
  if (typeof accept !== 'string') return accept
  const tenant = findTenant(state, route, request.headers.get('ngsild-tenant') ?? '')
  const ended = tenant.expiry.sweep(Date.now())
  if (ended.length > 0) state.ended(tenant, ended)
  const url = request.url
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const mark = url.indexOf('?')
  const query = readParameters(mark < 0 ? '' : url.slice(mark + 1))
  const options = checkParameters(route, query)
  const body = route.consumes === undefined ? undefined : await readBody(request, state.limits.maxBodyBytes)
  const isLinkedData =
    contentTypeOf(request.headers.get('content-type') ?? undefined) === 'application/ld+json'
  const link = linkedContext(request.headers.get('link'))
  if (route.consumes !== undefined && route.consumes !== 'plain' && isLinkedData && link !== undefined)
    badData('application/ld+json has its @context in the body; the Link header must not name one too')
  const context = await resolvedContext(state, tenant, route, { body, isLinkedData, link })
  return {
    state,
    tenant,
    params,
    query,
    header: (name) => request.headers.get(name) ?? undefined,
    body,
    isLinkedData: isLinkedData && route.consumes !== undefined,
    context,
    linkContext: link,
    accept,
    options,
    now: new Date().toISOString(),
    origin: url.slice(0, start),
    path: mark < 0 ? url.slice(start) : url.slice(start, mark),
  }
}

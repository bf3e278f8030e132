import { isObject, type JsonObject, type LdContext } from '../ngsi/entity.js'
import type { Call, Reply } from './call.js'
import type { MediaType } from './media-type.js'
import { type ProblemError, problemOf } from './problem-error.js'

/** The Link header value that names a context (CIM 009 6.3.5). */
export const contextLink = (url: string): string =>
  `<${url}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`

const withContext = (body: unknown, context: LdContext): unknown =>
  Array.isArray(body)
    ? body.map((item: JsonObject) => ({ ...item, '@context': context }))
    : isObject(body)
      ? { ...body, '@context': context }
      : body

/** Tells whether a Prefer header asks for GeoJSON with its context in the Link header (CIM 009 6.3.15). */
export const prefersBodyJson = (prefer: string): boolean =>
  /(?:^|[,;\s])body\s*=\s*"?json"?(?:$|[,;\s])/i.test(prefer)

const linkTo = (call: Call): string =>
  contextLink(call.state.contexts.linkUrl(call.tenant.hosted, call.context.source, call.origin))

interface Placed {
  readonly body: unknown
  readonly links: readonly string[]
}

/** Puts the context where the media type wants it: Link header for JSON, member for JSON-LD and GeoJSON (CIM 009 6.3.5, 6.3.15). */
const placeContext = (call: Call, reply: Reply, mediaType: MediaType): Placed => {
  const links = reply.links ?? []
  if (reply.contextual !== true) return { body: reply.body, links }
  const inLink =
    mediaType === 'application/json' ||
    (mediaType === 'application/geo+json' && prefersBodyJson(call.header('prefer') ?? ''))
  if (inLink) return { body: reply.body, links: [...links, linkTo(call)] }
  const context =
    call.context.source ?? call.state.contexts.linkUrl(call.tenant.hosted, undefined, call.origin)
  return { body: withContext(reply.body, context), links }
}

/** The response of an operation. */
export const toResponse = (call: Call, reply: Reply): Response => {
  const headers: Record<string, string> = { ...reply.headers }
  if (call.tenant.name !== '') headers['NGSILD-Tenant'] = call.tenant.name
  if (reply.body === undefined) {
    // 204 carries no length (CIM 009 6.3.2); other empty answers say so instead of being sent in chunks.
    if (reply.status !== 204) headers['Content-Length'] = '0'
    return new Response(null, { status: reply.status, headers })
  }
  const mediaType = reply.mediaType ?? call.accept
  const { body, links } = placeContext(call, reply, mediaType)
  if (links.length > 0) headers['Link'] = links.join(', ')
  headers['Content-Type'] = mediaType
  return new Response(JSON.stringify(body), { status: reply.status, headers })
}

/** The response that a refusal is: always a problem document as application/json (CIM 009 5.5.2). */
export const problemResponse = (error: ProblemError, tenant: string | undefined): Response =>
  new Response(JSON.stringify(problemOf(error)), {
    status: error.status,
    headers: {
      'Content-Type': 'application/json',
      ...(tenant === undefined ? {} : { 'NGSILD-Tenant': tenant }),
    },
  })

/** A path to a resource for Location: what HTTP headers cannot carry is percent-encoded, the rest stays as given. */
export const locationOf = (collection: string, id: string): string =>
  `/ngsi-ld/v1/${collection}/${id.replace(/[^\x21-\x7e]+/gu, encodeURIComponent)}`

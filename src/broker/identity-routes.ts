import type { Call, Reply, Route } from './call.js'

const identity = (call: Call): Reply => ({
  status: 200,
  contextual: true,
  body: {
    id: `urn:ngsi-ld:ContextSourceIdentity:${call.tenant.alias}`,
    type: 'ContextSourceIdentity',
    contextSourceAlias: call.tenant.alias,
    contextSourceUptime: `PT${Math.floor((Date.now() - call.state.startedAt) / 1000)}S`,
    contextSourceTimeAt: call.now,
    contextSourceExtras: { product: 'city-context', version: call.state.version },
  },
})

/** Who this broker is (CIM 009 5.15, 6.34); clients recognise city-context by contextSourceExtras. */
export const identityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/info/sourceIdentity',
    parameters: [],
    produces: ['application/json', 'application/ld+json'],
    handle: identity,
  },
]

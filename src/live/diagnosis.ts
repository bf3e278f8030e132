import type { Client } from '../client/client.js'
import { countMatches } from '../client/query-run.js'
import { startState } from '../client/query-state.js'
import { nameOnly } from '../client/stored.js'
import type { SubscriptionDocument } from '../client/subscription-document.js'
import { isBrokerError } from '../errors.js'
import { parseFilter } from '../query/parse.js'
import { changeCauses } from './change-diagnosis.js'
import { subscriptionId } from './declaration.js'
import { endpointCauses } from './endpoint-diagnosis.js'

/** Why a subscription stays silent. */
export interface Cause {
  readonly cause:
    | 'missing'
    | 'tenant differs'
    | 'paused'
    | 'expired'
    | 'endpoint unreachable'
    | 'receiver answers wrongly'
    | 'wrong context'
    | 'condition matches nothing'
    | 'watched attribute never changes'
    | 'no entities'
  readonly evidence: string
  readonly remedy: string
}

/** What diagnosing takes. */
export interface DiagnosisOptions {
  readonly context?: string | undefined
  /** Further tenants in which subscription and entities may be; the default tenant is looked into in any case. */
  readonly tenants?: readonly string[] | undefined
  readonly signal?: AbortSignal | undefined
}

const find = async (
  client: Client,
  name: string,
  options: DiagnosisOptions,
): Promise<SubscriptionDocument | undefined> => {
  try {
    return await client.subscriptions.get(name.startsWith('urn:') ? name : subscriptionId(name), options)
  } catch (error) {
    if (!isBrokerError(error)) throw error
    return client.subscriptions.named(name, options)
  }
}

const stateCauses = (document: SubscriptionDocument): readonly Cause[] => {
  const { notification, expiresAt } = document
  if (document.status === 'expired' || (expiresAt !== undefined && Date.parse(expiresAt) < Date.now()))
    return [
      {
        cause: 'expired',
        evidence: `it expired at ${expiresAt ?? 'an unknown time'}`,
        remedy: 'subscribe again, without expiresAt or with a later one',
      },
    ]
  const causes: Cause[] = []
  if (document.isActive === false || document.status === 'paused')
    causes.push({
      cause: 'paused',
      evidence: `isActive ${String(document.isActive)}, status ${document.status ?? 'unknown'}, ${notification?.consecutiveErrors ?? 0} errors in a row`,
      remedy: 'city.subscriptions.resume(id); a running subscription of this library wakes it by itself',
    })
  return causes
}

/** The short form of an IRI: what stands after its last "/" or "#". */
const shortOf = (name: string): string =>
  name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')) + 1)

const countOf = async (
  client: Client,
  type: string,
  context: string | undefined,
  signal: Options['signal'],
) => countMatches(client.connection, startState(nameOnly(type, context ?? ''), context), signal)

type Options = DiagnosisOptions

/** Looks for the type under another IRI: writers and subscriber used different contexts. */
const contextCauses = async (client: Client, type: string, options: Options): Promise<readonly Cause[]> => {
  const types = await client.types({ signal: options.signal })
  const twin = types.find(({ name }) => shortOf(name) === shortOf(type) && name !== type)
  if (twin === undefined || types.some(({ name }) => name === type)) return []
  return [
    {
      cause: 'wrong context',
      evidence: `the subscription watches ${type}, the entities are ${twin.name}`,
      remedy: 'subscribe with the context that the writers use',
    },
  ]
}

const tenantCauses = async (
  client: Client,
  view: (tenant: string | undefined) => Client,
  type: string,
  context: string | undefined,
  options: Options,
): Promise<readonly Cause[]> => {
  const own = client.connection.tenant
  for (const tenant of otherTenants(own, options)) {
    const count = await countOf(view(tenant), type, context, options.signal)
    if (count > 0)
      return [
        {
          cause: 'tenant differs',
          evidence: `${tenantName(own)} has no ${shortOf(type)}, ${tenantName(tenant)} has ${count}`,
          remedy: 'subscribe in the tenant that the writers use: subscriptions see only their own tenant',
        },
      ]
  }
  return [
    {
      cause: 'no entities',
      evidence: `${tenantName(own)} has no ${shortOf(type)}`,
      remedy:
        'check tenant (--tenants looks into others), context and type: writers and subscription must agree',
    },
  ]
}

const tenantName = (tenant: string | undefined): string =>
  (tenant ?? '') === '' ? 'the default tenant' : `tenant "${tenant}"`

const otherTenants = (own: string | undefined, { tenants = [] }: Options): readonly (string | undefined)[] =>
  [undefined, ...tenants].filter((tenant) => (tenant ?? '') !== (own ?? ''))

const conditionCauses = async (
  client: Client,
  type: string,
  q: string,
  context: string | undefined,
  all: number,
  options: Options,
): Promise<readonly Cause[]> => {
  const start = startState(nameOnly(type, context ?? ''), context)
  const matching = { ...start, filters: [parseFilter(q)] }
  if ((await countMatches(client.connection, matching, options.signal)) > 0) return []
  return [
    {
      cause: 'condition matches nothing',
      evidence: `none of ${all} ${shortOf(type)} satisfies ${q}`,
      remedy: 'loosen q, or wait for an entity that satisfies it',
    },
  ]
}

/** The names as the subscription's own context writes them, so that q and attributes mean what they meant there. */
const inOwnContext = async (
  client: Client,
  document: SubscriptionDocument,
  options: Options,
): Promise<{ readonly document: SubscriptionDocument; readonly context: string | undefined }> => {
  const own = document.jsonldContext
  const context = options.context ?? client.connection.context ?? (own?.startsWith('http') ? own : undefined)
  if (context === undefined) return { document, context }
  const { signal } = options
  return { document: await client.subscriptions.get(document.id, { context, signal }), context }
}

const matchCauses = async (
  client: Client,
  view: (tenant: string | undefined) => Client,
  found: SubscriptionDocument,
  options: Options,
): Promise<readonly Cause[]> => {
  const { document, context } = await inOwnContext(client, found, options)
  const { signal } = options
  const causes: Cause[] = []
  for (const [index, { type }] of (document.entities ?? []).entries()) {
    const all = await countOf(client, type, context, signal)
    if (all === 0) {
      const bare = found.entities?.[index]?.type ?? type
      const byContext = await contextCauses(client, bare, options)
      causes.push(
        ...(byContext.length > 0 ? byContext : await tenantCauses(client, view, type, context, options)),
      )
      continue
    }
    if (document.q !== undefined)
      causes.push(...(await conditionCauses(client, type, document.q, context, all, options)))
    const { watchedAttributes: watched } = document
    if (watched !== undefined)
      causes.push(...(await changeCauses(client, { type, watched, context, signal })))
  }
  return causes
}

/** What diagnosing needs: a client, and the same for other tenants. */
export interface Diagnosable extends Client {
  readonly tenant: (name: string | undefined) => Client
}

const elsewhere = async (city: Diagnosable, name: string, options: Options): Promise<Cause | undefined> => {
  for (const tenant of otherTenants(city.connection.tenant, options)) {
    if ((await find(city.tenant(tenant), name, options)) !== undefined)
      return {
        cause: 'tenant differs',
        evidence: `${tenantName(city.connection.tenant)} has no subscription "${name}", ${tenantName(tenant)} has it`,
        remedy: 'look and subscribe in one tenant: the one that the writers use',
      }
  }
  return undefined
}

/** Says why a subscription, named by subscriptionName or id, stays silent: each cause with evidence and remedy. */
export const diagnose = async (
  city: Diagnosable,
  name: string,
  options: DiagnosisOptions = {},
): Promise<readonly Cause[]> => {
  const document = await find(city, name, options)
  if (document === undefined) {
    const missing: Cause = {
      cause: 'missing',
      evidence: `no subscription "${name}" in ${tenantName(city.connection.tenant)}`,
      remedy: 'check name and tenant (--tenants looks into others), or subscribe',
    }
    return [(await elsewhere(city, name, options)) ?? missing]
  }
  return [
    ...stateCauses(document),
    ...(await endpointCauses(document, city.connection.tenant, options.signal)),
    ...(await matchCauses(city, (tenant) => city.tenant(tenant), document, options)),
  ]
}

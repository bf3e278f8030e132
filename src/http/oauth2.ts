import * as openid from 'openid-client'
import { BrokerError, isBrokerError, isNetworkError, NetworkError } from '../errors.js'
import type { Authorizer, OAuth2 } from './auth.js'
import { exchange, type Road } from './exchange.js'
import { firstLine, parsedJson } from './reply.js'
import { isLasting, neverSent, orAborted } from './retry.js'
import { httpUrl, printableUrl } from './url.js'

interface Token {
  readonly value: string
  readonly refresh: string | undefined
  /** When it came, by `performance.now()`. */
  readonly since: number
  /** Milliseconds since 1970 after which it is renewed. */
  readonly renewAt: number
}

type TokenAnswer = Awaited<ReturnType<typeof openid.clientCredentialsGrant>>

const passing: ReadonlySet<number> = new Set([429, 500, 502, 503, 504])

/** Sends a token request by the broker's own road: its authorities, its proxy, its limits. */
const fetchBy =
  (road: Road): openid.CustomFetch =>
  async (url, { method, headers, body }) => {
    const raw = await exchange({ ...road, method, url, headers, body: String(body ?? '') })
    const { status } = raw
    const text = raw.bytes.toString('utf8')
    const facts = { method, url: printableUrl(url) }
    if (passing.has(status))
      throw new NetworkError({ ...facts, reason: `no token: ${status} ${firstLine(text)}`, code: 'ENOTOKEN' })
    if (parsedJson(text) !== undefined) return new Response(text, { status, headers: raw.headers })
    if (status >= 200 && status < 300)
      throw new NetworkError({
        ...facts,
        reason: `no token: the answer is no JSON: "${firstLine(text)}"`,
        code: 'EBADTOKEN',
      })
    throw new BrokerError({
      ...facts,
      status,
      title: 'no token',
      detail: firstLine(text),
      remedy: grantRemedy,
    })
  }

const grantRemedy = 'check tokenUrl, clientId, clientSecret and the grant that the client may use'

const configure = (options: OAuth2, road: Road): openid.Configuration => {
  const url = httpUrl(options.tokenUrl, 'auth.oauth2.tokenUrl')
  const configuration = new openid.Configuration(
    { issuer: url.origin, token_endpoint: url.href },
    options.clientId,
    {},
    options.clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(options.clientSecret),
  )
  // Identity servers inside a city's network are often reached over plain HTTP; the user wrote the URL.
  if (url.protocol === 'http:') openid.allowInsecureRequests(configuration)
  configuration[openid.customFetch] = fetchBy(road)
  return configuration
}

const tokenOf = (answer: TokenAnswer, options: OAuth2, old: Token | undefined): Token => {
  const lifeSeconds = Math.max(0, answer.expiresIn() ?? 3600)
  // A short life is used to its half: renewed earlier, each request would fetch a token of its own.
  const usedSeconds = Math.max(lifeSeconds - (options.renewBeforeSeconds ?? 30), lifeSeconds / 2)
  return {
    value: answer.access_token,
    refresh: answer.refresh_token ?? old?.refresh,
    since: performance.now(),
    renewAt: Date.now() + usedSeconds * 1000,
  }
}

/** The token request never reached the broker, so that repeating it harms nothing, whatever the method. */
const unsent = ({ method, url, code = '', timedOut, reason }: NetworkError): NetworkError =>
  new NetworkError({
    method,
    url,
    reason: `no token: ${reason.replace(/^no token: /, '')}`,
    timedOut,
    code: neverSent.has(code) || isLasting(code) ? code : 'ENOTOKEN',
  })

/** The grant's failure without the request that holds the secret. */
const tokenError = (error: unknown, options: OAuth2): Error => {
  const cause = (error as { cause?: unknown }).cause
  const own = [error, cause].find((one) => isNetworkError(one) || isBrokerError(one))
  if (isNetworkError(own)) return unsent(own)
  if (isBrokerError(own)) return own
  const facts = { method: 'POST', url: printableUrl(options.tokenUrl) }
  const { status, error: kind, error_description: detail } = error as Partial<openid.ResponseBodyError>
  if (typeof status === 'number')
    return new BrokerError({
      ...facts,
      status,
      title: typeof kind === 'string' ? kind : 'no token',
      detail,
      remedy: grantRemedy,
    })
  return new NetworkError({ ...facts, reason: `no token: ${(error as Error).message}`, code: 'EBADTOKEN' })
}

const grant = (
  configuration: openid.Configuration,
  { username, password = '' }: OAuth2,
  scope: Readonly<Record<string, string>>,
): Promise<TokenAnswer> =>
  username === undefined
    ? openid.clientCredentialsGrant(configuration, scope)
    : openid.genericGrantRequest(configuration, 'password', { username, password, ...scope })

/**
 * Fetches tokens by client credentials or password, renews them before their end by refresh token where there is one,
 * and lets concurrent requests share one fetch.
 */
export const createOAuth2Authorizer = (options: OAuth2, road: Road): Authorizer => {
  const configuration = configure(options, road)
  const scope: Record<string, string> = options.scope === undefined ? {} : { scope: options.scope }
  let token: Token | undefined
  let fetching: Promise<Token> | undefined

  const fetchToken = async (): Promise<Token> => {
    try {
      const refreshed =
        token?.refresh === undefined
          ? undefined
          : // A refresh token may have ended too; then the grant starts anew.
            await openid.refreshTokenGrant(configuration, token.refresh, scope).catch(() => undefined)
      token = tokenOf(
        refreshed ?? (await grant(configuration, options, scope)),
        options,
        refreshed === undefined ? undefined : token,
      )
      return token
    } catch (error) {
      throw tokenError(error, options)
    }
  }

  const current = (): Token | Promise<Token> => {
    if (token !== undefined && Date.now() < token.renewAt) return token
    fetching ??= fetchToken().finally(() => {
      fetching = undefined
    })
    return fetching
  }

  return {
    headers: async (signal) => {
      const { value } = await orAborted(Promise.resolve(current()), signal)
      return { Authorization: `Bearer ${value}` }
    },
    renew: async (since) => {
      // Of many requests refused at once, the first has renewed it for all.
      if (token !== undefined && token.since <= since) token = { ...token, renewAt: 0 }
      return true
    },
  }
}

import * as openid from 'openid-client'
import { BrokerError, NetworkError } from '../errors.js'
import type { Authorizer, OAuth2 } from './auth.js'
import { httpUrl, printableUrl } from './url.js'

interface Token {
  readonly value: string
  readonly refresh: string | undefined
  /** Milliseconds since 1970 after which it is renewed. */
  readonly renewAt: number
}

type TokenAnswer = Awaited<ReturnType<typeof openid.clientCredentialsGrant>>

const configure = (options: OAuth2): openid.Configuration => {
  const url = httpUrl(options.tokenUrl, 'auth.oauth2.tokenUrl')
  const configuration = new openid.Configuration(
    { issuer: url.origin, token_endpoint: url.href },
    options.clientId,
    {},
    options.clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(options.clientSecret),
  )
  // Identity servers inside a city's network are often reached over plain HTTP; the user wrote the URL.
  if (url.protocol === 'http:') openid.allowInsecureRequests(configuration)
  return configuration
}

const tokenOf = (answer: TokenAnswer, options: OAuth2, old: Token | undefined): Token => ({
  value: answer.access_token,
  refresh: answer.refresh_token ?? old?.refresh,
  renewAt: Date.now() + ((answer.expiresIn() ?? 3600) - (options.renewBeforeSeconds ?? 30)) * 1000,
})

/** The grant's failure without the request that holds the secret. */
const tokenError = (error: unknown, options: OAuth2): Error => {
  const url = printableUrl(options.tokenUrl)
  const { status, error: kind, error_description: detail } = error as Partial<openid.ResponseBodyError>
  if (typeof status === 'number')
    return new BrokerError({
      method: 'POST',
      url,
      status,
      title: typeof kind === 'string' ? kind : 'no token',
      detail,
      remedy: 'check clientId, clientSecret and the grant that the client may use',
    })
  const cause = (error as { cause?: { cause?: NodeJS.ErrnoException; code?: string } }).cause
  const code = cause?.cause?.code ?? cause?.code
  return new NetworkError({
    method: 'POST',
    url,
    reason: `no token: ${code ?? (error as Error).message}`,
    code,
  })
}

/**
 * Fetches tokens by client credentials or password, renews them before their end by refresh token where there is one,
 * and lets concurrent requests share one fetch.
 */
export const createOAuth2Authorizer = (options: OAuth2): Authorizer => {
  const configuration = configure(options)
  const scope: Record<string, string> = options.scope === undefined ? {} : { scope: options.scope }
  let token: Token | undefined
  let fetching: Promise<Token> | undefined

  const grant = (): Promise<TokenAnswer> =>
    options.username === undefined
      ? openid.clientCredentialsGrant(configuration, scope)
      : openid.genericGrantRequest(configuration, 'password', {
          username: options.username,
          password: options.password ?? '',
          ...scope,
        })

  const fetchToken = async (): Promise<Token> => {
    try {
      const refreshed =
        token?.refresh === undefined
          ? undefined
          : // A refresh token may have ended too; then the grant starts anew.
            await openid.refreshTokenGrant(configuration, token.refresh, scope).catch(() => undefined)
      return tokenOf(refreshed ?? (await grant()), options, refreshed === undefined ? undefined : token)
    } catch (error) {
      throw tokenError(error, options)
    }
  }

  const current = async (): Promise<Token> => {
    if (token !== undefined && Date.now() < token.renewAt) return token
    fetching ??= fetchToken().finally(() => {
      fetching = undefined
    })
    token = await fetching
    return token
  }

  return {
    headers: async () => ({ Authorization: `Bearer ${(await current()).value}` }),
    renew: () => {
      if (token !== undefined) token = { ...token, renewAt: 0 }
      return true
    },
  }
}

import { UsageError } from '../errors.js'
import type { Road } from './exchange.js'
import { fitsHeader } from './header.js'
import { orAborted } from './retry.js'

/** How OAuth2 tokens are fetched (Keycloak, Keyrock and others). */
export interface OAuth2 {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** With `password`: the resource owner password grant, as Keyrock uses it; otherwise client credentials. */
  readonly username?: string | undefined
  readonly password?: string | undefined
  readonly scope?: string | undefined
  /** Seconds before its end that a token is renewed. @default 30 */
  readonly renewBeforeSeconds?: number | undefined
}

/** How requests prove who sends them; one of them. A function gives the value of the Authorization header. */
export type Auth =
  | { readonly token: string }
  | { readonly username: string; readonly password: string }
  | { readonly header: string; readonly value: string }
  | { readonly oauth2: OAuth2 }
  | (() => string | Promise<string>)

/** Gives the headers of a request and forgets what a 401 has shown to be stale. */
export interface Authorizer {
  readonly headers: (signal?: AbortSignal) => Promise<Readonly<Record<string, string>>>
  /**
   * Told of a 401 to a request that began at `since` (by `performance.now()`): makes the next `headers` fetch anew what
   * is older than that. False where it would change nothing.
   */
  readonly renew: (since: number) => Promise<boolean>
}

const fixed = (headers: Readonly<Record<string, string>>): Authorizer => ({
  headers: async () => headers,
  renew: async () => false,
})

const checked = (what: string, value: string): string => {
  // The value itself must not reach a message.
  if (typeof value !== 'string' || value.trim() === '' || !fitsHeader(value))
    throw new UsageError(`auth: ${what} must be a text without line breaks and characters beyond Latin-1`)
  return value
}

const basic = (username: unknown, password: unknown): string => {
  if (typeof username !== 'string' || typeof password !== 'string' || username.includes(':'))
    throw new UsageError('auth: username and password must be texts, the username without a colon')
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

const oauth2Authorizer = (options: OAuth2, road: Road): Authorizer => {
  let source: Promise<Authorizer> | undefined
  const load = (): Promise<Authorizer> => {
    source ??= import('./oauth2.js').then(({ createOAuth2Authorizer }) =>
      createOAuth2Authorizer(options, road),
    )
    return source
  }
  return {
    headers: async (signal) => (await load()).headers(signal),
    renew: async (since) => (await load()).renew(since),
  }
}

/** Makes the authorizer of an `auth` option; a UsageError names what is wrong, never the secret. */
export const createAuthorizer = (auth: Auth | undefined, road: Road): Authorizer => {
  if (auth === undefined) return fixed({})
  if (typeof auth === 'function')
    return {
      headers: async (signal) => {
        const value = await orAborted(Promise.resolve(auth()), signal)
        return { Authorization: checked('the function’s answer', value) }
      },
      renew: async () => true,
    }
  if ('token' in auth) return fixed({ Authorization: `Bearer ${checked('token', auth.token)}` })
  if ('header' in auth) return fixed({ [checked('header', auth.header)]: checked('value', auth.value) })
  if ('oauth2' in auth) return oauth2Authorizer(auth.oauth2, road)
  if ('username' in auth) return fixed({ Authorization: basic(auth.username, auth.password) })
  throw new UsageError(
    'auth: give { token }, { username, password }, { header, value }, { oauth2 } or a function',
  )
}

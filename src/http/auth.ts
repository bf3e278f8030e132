import { UsageError } from '../errors.js'

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
  /** Makes the next `headers` fetch anew; false where that would change nothing. */
  readonly renew: () => boolean
}

const fixed = (headers: Readonly<Record<string, string>>): Authorizer => ({
  headers: async () => headers,
  renew: () => false,
})

const checked = (what: string, value: string): string => {
  // A line break would let a value add headers of its own; the value itself must not reach a message.
  if (typeof value !== 'string' || value === '' || /[\r\n\0]/.test(value))
    throw new UsageError(`auth: ${what} must be a text without line breaks`)
  return value
}

const oauth2Authorizer = (options: OAuth2): Authorizer => {
  let source: Promise<Authorizer> | undefined
  const load = (): Promise<Authorizer> => {
    source ??= import('./oauth2.js').then(({ createOAuth2Authorizer }) => createOAuth2Authorizer(options))
    return source
  }
  let renewed = false
  return {
    headers: async (signal) => {
      const authorizer = await load()
      if (renewed) authorizer.renew()
      renewed = false
      return authorizer.headers(signal)
    },
    renew: () => {
      renewed = true
      return true
    },
  }
}

/** Makes the authorizer of an `auth` option; a UsageError names what is wrong, never the secret. */
export const createAuthorizer = (auth: Auth | undefined): Authorizer => {
  if (auth === undefined) return fixed({})
  if (typeof auth === 'function')
    return {
      headers: async () => ({ Authorization: checked('the function’s answer', await auth()) }),
      renew: () => true,
    }
  if ('token' in auth) return fixed({ Authorization: `Bearer ${checked('token', auth.token)}` })
  if ('header' in auth) return fixed({ [checked('header', auth.header)]: checked('value', auth.value) })
  if ('oauth2' in auth) return oauth2Authorizer(auth.oauth2)
  if ('username' in auth) {
    const pair = `${checked('username', auth.username)}:${checked('password', auth.password)}`
    return fixed({ Authorization: `Basic ${Buffer.from(pair).toString('base64')}` })
  }
  throw new UsageError(
    'auth: give { token }, { username, password }, { header, value }, { oauth2 } or a function',
  )
}

import { UsageError } from '../errors.js'

/** Values of a query string; undefined, null and false are left out (Orion-LD answers 400 to `local=false`). */
export type QueryParameters = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>

const percent = (text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    throw new UsageError(
      `"${text.slice(0, 100)}" ends or begins inside of a character (half a surrogate pair)`,
    )
  }
}

/** Percent-encodes everything but the unreserved characters of RFC 3986, also `! ' ( ) *`. */
export const encode = (text: string): string =>
  percent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/** Reads the user name and password of an address; undefined where it has none. */
export const credentialsOf = (
  url: URL,
  what: string,
): { readonly username: string; readonly password: string } | undefined => {
  if (url.username === '' && url.password === '') return undefined
  try {
    return { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  } catch {
    throw new UsageError(`${what}: write a "%" in its user name or password as %25`)
  }
}

/** Writes a query string with its question mark, or an empty text; lists are joined by commas (CIM 009 6.3.x). */
export const printQuery = (parameters: QueryParameters): string => {
  const pairs: string[] = []
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null || value === false) continue
    // The comma that separates list items stays literal; a comma inside an item is encoded.
    const text = Array.isArray(value) ? value.map(encode).join(',') : encode(String(value))
    pairs.push(`${encode(name)}=${text}`)
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

const secretName = /token|secret|password|passwd|api[-_]?key|signature|credential|^(key|sig|auth|code)$/i

// Nothing in the text can be a secret or hide one: reading it as a URL costs more than the rest of a small request.
const suspicious =
  /[@%+\s]|token|secret|passw|api[-_]?key|signature|credential|[?&](?:key|sig|auth|code)(?:[=&]|$)/i

/** Texts that a condition compares with, percent-encoded: names of people among them; a message needs only the place. */
const quoted = /%22(?:%5C%[\dA-F]{2}|(?!%22).)*(?:%22|$)/gi

const withoutSecretValues = (text: string): string =>
  text.replace(/([?&#]([^=&#]*)=)([^&#]*)/g, (all, head: string, name: string, value: string) => {
    if (secretName.test(name)) return `${head}***`
    return name === 'q' ? head + value.replace(quoted, '%22***%22') : all
  })

// What is no address may still hold a password, such as "anna:secret@broker:1026".
const withoutUser = (text: string): string => text.replace(/^((?:[a-z][\w+.-]*:)?\/\/)?.*@/is, '$1***@')

/** A URL fit for messages: no user name, no password, no values of parameters that look like secrets. */
export const printableUrl = (url: string): string => {
  if (!suspicious.test(url)) return shorten(url)
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return shorten(withoutSecretValues(withoutUser(url)))
  const parsed = new URL(url)
  if (parsed.username === '' && parsed.password === '') return shorten(withoutSecretValues(url))
  parsed.username = ''
  parsed.password = ''
  return shorten(withoutSecretValues(parsed.href))
}

const shorten = (url: string): string => (url.length > 500 ? `${url.slice(0, 497)}...` : url)

/** Reads an http or https URL; a UsageError names what was given and what is needed. */
export const httpUrl = (text: string, what: string): URL => {
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  if (parsed !== undefined && /^https?:$/.test(parsed.protocol)) return parsed
  throw new UsageError(
    `${what} must be an http or https URL such as http://localhost:1026; got "${printableUrl(text)}"`,
  )
}

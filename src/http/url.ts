import { UsageError } from '../errors.js'

/** Values of a query string; undefined, null and false are left out (Orion-LD answers 400 to `local=false`). */
export type QueryParameters = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>

/** Percent-encodes everything but the unreserved characters of RFC 3986, also `! ' ( ) *`. */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

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

/** A URL fit for messages: no user name, no password, no values of parameters that look like secrets. */
export const printableUrl = (url: string): string => {
  if (!suspicious.test(url)) return shorten(url)
  if (!URL.canParse(url)) return url.slice(0, 200)
  const parsed = new URL(url)
  const secret = [...parsed.searchParams.keys()].some((name) => secretName.test(name))
  if (parsed.username === '' && parsed.password === '' && !secret) return shorten(url)
  parsed.username = ''
  parsed.password = ''
  for (const name of new Set(parsed.searchParams.keys()))
    if (secretName.test(name)) parsed.searchParams.set(name, '***')
  return shorten(parsed.href)
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

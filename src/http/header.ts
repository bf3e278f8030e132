import { UsageError } from '../errors.js'
import { printableUrl } from './url.js'

/** Tells whether a text goes into a header as it is; axios drops other characters without a word. */
export const fitsHeader = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)

/** The Link header of a context, in the one order that every broker reads (Stellio matches it by a fixed pattern). */
export const contextLink = (url: string): string => {
  // Axios would drop a letter beyond Latin-1 without a word, and the data would stand under another context.
  if (!/^https?:\/\/(?:(?![<>"\\^`{|}])[!-~])+$/i.test(url))
    throw new UsageError(
      `The context must be an http or https URL, with anything but plain letters percent-encoded; got "${printableUrl(url)}"`,
    )
  return `<${url}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`
}

/** Checks headers that a caller gave; the message never holds a value. */
export const checkHeaders = (headers: Readonly<Record<string, string>> = {}): void => {
  for (const [name, value] of Object.entries(headers))
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !fitsHeader(String(value)))
      throw new UsageError(
        `The header "${name.slice(0, 60)}" has characters that no header can carry, in its name or its value`,
      )
}

/** Checks a tenant name: a text that fits into a header. */
export const checkTenant = (tenant: string | undefined): void => {
  if (tenant !== undefined && !/^[\x21-\x7e]*$/.test(tenant))
    throw new UsageError(
      `The tenant "${tenant.slice(0, 60)}" has a blank or a letter that its header cannot carry; take a-z, 0-9 and _`,
    )
}

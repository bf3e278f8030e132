import { badData, refuse, shown } from './problem-error.js'

/** The query parameters of a request, percent-decoded once. */
export interface Parameters {
  readonly get: (name: string) => string | undefined
  readonly has: (name: string) => boolean
  readonly names: () => readonly string[]
  /** The parameters as the request had them, without those named, for paging links. */
  readonly rest: (without: readonly string[]) => string
}

const decode = (text: string, plusIsBlank: boolean): string => {
  try {
    return decodeURIComponent(plusIsBlank ? text.replaceAll('+', ' ') : text)
  } catch {
    return refuse('InvalidRequest', `"${shown(text)}" in the query string is not valid percent-encoding`)
  }
}

/**
 * Reads a query string. A parameter given several times is joined with commas, so that nothing is silently dropped.
 * `+` is a blank, as forms and many clients write it, except in scopeQ where it is a wildcard and blanks are illegal.
 */
export const readParameters = (search: string): Parameters => {
  const values = new Map<string, string>()
  const parts = search.split('&').filter((part) => part !== '')
  const nameOf = (part: string): string => decode(part.split('=', 1)[0] as string, true)
  for (const part of parts) {
    const name = nameOf(part)
    const equals = part.indexOf('=')
    const value = equals < 0 ? '' : decode(part.slice(equals + 1), name !== 'scopeQ')
    const earlier = values.get(name)
    values.set(name, earlier === undefined ? value : `${earlier},${value}`)
  }
  return {
    get: (name) => values.get(name),
    has: (name) => values.has(name),
    names: () => [...values.keys()],
    rest: (without) => parts.filter((part) => !without.includes(nameOf(part))).join('&'),
  }
}

/** Reads a boolean parameter; only lowercase `true` and `false` are (CIM 009 6.3.13). */
export const readBoolean = (value: string | undefined, name: string): boolean | undefined => {
  if (value === undefined) return undefined
  if (value === 'true') return true
  return value === 'false' ? false : badData(`${name} must be true or false, not "${shown(value)}"`)
}

/** Reads a whole number of at least `minimum`. */
export const readInteger = (value: string | undefined, name: string, minimum: number): number | undefined => {
  if (value === undefined) return undefined
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return number >= minimum
    ? number
    : badData(`${name} must be a whole number of at least ${minimum}, not "${shown(value)}"`)
}

/** Reads a comma list; an empty element is an error. */
export const readList = (value: string | undefined, name: string): readonly string[] | undefined => {
  if (value === undefined) return undefined
  const items = value.split(',').map((item) => item.trim())
  return items.includes('') ? badData(`${name} has an empty element`) : items
}

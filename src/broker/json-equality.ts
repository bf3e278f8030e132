const sameObject = (a: object, b: object, skip: ReadonlySet<string>): boolean => {
  const names = Object.keys(a).filter((name) => !skip.has(name))
  if (names.length !== Object.keys(b).filter((name) => !skip.has(name)).length) return false
  return names.every(
    (name) =>
      Object.hasOwn(b, name) &&
      sameJson((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
  )
}

const nothing: ReadonlySet<string> = new Set()
const stamps: ReadonlySet<string> = new Set(['createdAt', 'modifiedAt'])

/** Tells whether two JSON values are the same; the order of object members does not matter. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  return !Array.isArray(b) && sameObject(a, b, nothing)
}

/** Tells whether two attribute instances say the same; the broker's own instants do not count. */
export const sameInstance = (a: object, b: object): boolean => a === b || sameObject(a, b, stamps)

import type { Issue } from '../errors.js'

const collect = (value: unknown, path: string, max: number, found: Issue[]): void => {
  if (found.length >= 10) return
  if (typeof value === 'number') {
    if (Number.isInteger(value) && Math.abs(value) > max)
      found.push({
        path,
        rule: 'broker.integer-range',
        message: `${value} is beyond the integers that this broker keeps (up to ${max}): it will come back as another number`,
        hint: 'write it as a text',
      })
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value))
    collect(member, path === '' ? name : `${path}.${name}`, max, found)
}

const none: readonly Issue[] = []

/**
 * Integers that a broker damages without a word, the first ten of them: Orion-LD stores 32 bits
 * (mongocKjTreeToBson.cpp:67), so that 2147483648 comes back as -2147483648.
 */
export const damagedIntegers = (entity: unknown, maxInteger: number): readonly Issue[] => {
  if (maxInteger >= Number.MAX_SAFE_INTEGER) return none
  const found: Issue[] = []
  try {
    collect(entity, '', maxInteger, found)
  } catch {
    // What holds itself has no JSON text either, and that says it better.
    return none
  }
  return found
}

import { UnsupportedError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import type { PageSource } from './page.js'

/** A piece of a result: the entities whose ids match a pattern. */
export interface Part {
  readonly source: PageSource
  readonly pattern: string
}

const maxDepth = 6
const endings = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].concat('[^0-9a-zA-Z]')

const withPattern = (source: PageSource, idPattern: string): PageSource => ({
  ...source,
  plan: {
    ...source.plan,
    parameters: { ...source.plan.parameters, idPattern },
    body: {
      ...source.plan.body,
      entities: (source.plan.body['entities'] as readonly JsonObject[]).map((selector) => ({
        ...selector,
        idPattern,
      })),
    },
  },
})

/** Says that what is behind an offset wall cannot be had. */
export const refuseParts = (source: PageSource, wall: number, why: string): never => {
  throw new UnsupportedError(
    'Reading everything',
    `${source.dialect.product} gives nothing beyond offset ${wall}, and ${why}; narrow the query`,
  )
}

/**
 * Splits a result by the last characters of the ids; together the parts hold every id once. `pattern` is that of the
 * part which is split further, empty for the whole.
 */
export const partsOf = (source: PageSource, pattern: string, wall: number): readonly Part[] => {
  const { idPattern, id } = source.plan.parameters
  const cannot = id !== undefined || (pattern === '' && idPattern !== undefined)
  if (cannot || pattern.startsWith('[') || pattern.length > maxDepth)
    refuseParts(source, wall, 'a query with ids or idPattern cannot be split further')
  const suffix = pattern === '' ? '$' : pattern
  return endings.map((ending) => ({
    source: withPattern(source, ending + suffix),
    pattern: ending + suffix,
  }))
}

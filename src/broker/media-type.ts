/** The media types of answers, in order of precedence when equally weighted (CIM 009 6.3.4). */
export const mediaTypes = ['application/json', 'application/ld+json', 'application/geo+json'] as const

/** A media type that the broker answers with. */
export type MediaType = (typeof mediaTypes)[number]

interface Range {
  readonly type: string
  readonly weight: number
}

const parseRange = (text: string): Range => {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = q === undefined ? 1 : Number(q.slice(2))
  // An unreadable weight counts as 1 (6.3.4).
  return { type, weight: Number.isFinite(weight) && weight >= 0 && weight <= 1 ? weight : 1 }
}

const matchesWildcard = (range: string, type: string): boolean =>
  range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)))

const weightOf = (type: string, ranges: readonly Range[]): number => {
  const exact = ranges.find((range) => range.type === type)
  if (exact !== undefined) return exact.weight
  return Math.max(
    0,
    ...ranges.filter((range) => matchesWildcard(range.type, type)).map(({ weight }) => weight),
  )
}

/** Chooses the media type of the answer, or undefined when Accept admits none of those available (then 406). */
export const negotiate = (
  accept: string | undefined,
  available: readonly MediaType[],
): MediaType | undefined => {
  if (accept === undefined || accept.trim() === '') return available[0]
  const ranges = accept.split(',').map(parseRange)
  let best: MediaType | undefined
  let bestWeight = 0
  for (const type of available) {
    const weight = weightOf(type, ranges)
    if (weight > bestWeight) {
      best = type
      bestWeight = weight
    }
  }
  return best
}

/** The media type of a Content-Type header, without parameters. */
export const contentTypeOf = (header: string | undefined): string =>
  (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

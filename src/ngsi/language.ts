import { isObject, type JsonObject } from './entity.js'

/** Language ranges in order of preference (CIM 009 4.15). */
export type LanguageRanges = readonly string[]

const rangeShape = /^(?:\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)$/i

/** Reads a `lang` parameter: ranges as in Accept-Language, with optional weights; `refuse` is told what is none. */
export const readLanguageRanges = (text: string, refuse: (message: string) => never): LanguageRanges => {
  const ranges = text.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((item) => item.trim())
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    const weight = q === undefined ? 1 : Number(q.slice(2))
    if (!rangeShape.test(range) || !(weight >= 0 && weight <= 1) || parameters.length > 1)
      return refuse(`lang: "${part.slice(0, 100)}" is no language range such as nl or fr-CH;q=0.8`)
    return { range: range.toLowerCase(), weight }
  })
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range)
}

const bestTag = (tags: readonly string[], ranges: LanguageRanges): string | undefined => {
  for (const range of ranges) {
    if (range === '*') break
    for (let part = range; part !== ''; part = part.slice(0, Math.max(part.lastIndexOf('-'), 0))) {
      const exact = tags.find((tag) => tag.toLowerCase() === part)
      if (exact !== undefined) return exact
    }
    const longer = tags.find((tag) => tag.toLowerCase().startsWith(`${range}-`))
    if (longer !== undefined) return longer
  }
  return tags.find((tag) => tag === '@none') ?? tags[0]
}

/** Shows a LanguageProperty in the language that fits best, as a Property with `lang` (CIM 009 4.5.18, 4.15). */
export const inLanguage = (instance: JsonObject, ranges: LanguageRanges): JsonObject => {
  const map = instance['languageMap']
  const tag = isObject(map) ? bestTag(Object.keys(map), ranges) : undefined
  if (tag === undefined || !isObject(map)) return instance
  const { type: _type, languageMap: _map, ...rest } = instance
  return { type: 'Property', value: map[tag], ...rest, lang: tag }
}

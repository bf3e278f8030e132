import { dateReader } from './date-pattern.js'
import { numberReader } from './number-format.js'
import { parseWkt } from './wkt.js'

/** What the values of a column look like. */
export interface ColumnFacts {
  readonly name: string
  readonly filled: number
  readonly rows: number
  readonly distinct: number
  readonly kind: 'empty' | 'integer' | 'number' | 'boolean' | 'date' | 'wkt' | 'geometry' | 'list' | 'text'
  /** Number format, where the kind is a number. */
  readonly number?: 'en' | 'nl' | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  /** Patterns of a date. */
  readonly pattern?: string | undefined
  /** True where dates have no offset; a day begins at another instant in each zone. */
  readonly local?: boolean | undefined
  /** The most frequent texts, at most 30, where there are few. */
  readonly texts: readonly string[]
  /** Of a list, or of texts that are lists: what stands between the items; undefined where the values are no lists. */
  readonly items?: { readonly texts: readonly string[]; readonly split?: string | undefined } | undefined
  /** The ways in which zero is written. */
  readonly zeros: readonly string[]
}

const maxTexts = 30

const patterns = [
  'iso',
  'dd.MM.yyyy HH:mm',
  'dd-MM-yyyy HH:mm',
  'dd/MM/yyyy HH:mm',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'dd/MM/yyyy',
  'yyyyMMdd',
  'yyyy/MM/dd',
  'yyyy-MM-dd-HH.mm.ss.S',
]

const readable = (read: (text: string) => unknown, text: string): boolean => {
  try {
    return read(text) !== undefined
  } catch {
    return false
  }
}

const all = (texts: readonly string[], test: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.every(test)

const numbersOf = (texts: readonly string[], format: 'en' | 'nl'): readonly number[] => {
  const read = numberReader(format)
  return texts.map((text) => read(text))
}

const numberFacts = (texts: readonly string[], format: 'en' | 'nl'): Partial<ColumnFacts> => {
  const numbers = numbersOf(texts, format)
  return {
    kind: numbers.every(Number.isInteger) ? 'integer' : 'number',
    number: format,
    minimum: Math.min(...numbers),
    maximum: Math.max(...numbers),
  }
}

const booleans: readonly (readonly string[])[] = [
  ['true', 'false'],
  ['J', 'N'],
  ['T', 'F'],
  ['t', 'f'],
  ['Y', 'N'],
  ['ja', 'nein'],
  ['ja', 'nee'],
]

const kindFacts = (texts: readonly string[], distinct: readonly string[]): Partial<ColumnFacts> => {
  if (texts.length === 0) return { kind: 'empty' }
  if (booleans.some((pair) => distinct.every((text) => pair.includes(text)))) return { kind: 'boolean' }
  const pattern = patterns.find((candidate) =>
    all(texts, (text) => readable(dateReader(candidate, false), text)),
  )
  // Eight digits are a date only where they all are one; numbers come later.
  if (pattern !== undefined) {
    const reading = dateReader(pattern, false)(texts[0] ?? '')
    return { kind: 'date', pattern, local: reading?.offsetMs === undefined }
  }
  if (all(texts, (text) => readable(numberReader('en'), text))) return numberFacts(texts, 'en')
  if (all(texts, (text) => readable(numberReader('nl'), text))) return numberFacts(texts, 'nl')
  if (all(texts, (text) => readable((value) => parseWkt(value) ?? {}, text))) return { kind: 'wkt' }
  return { kind: 'text' }
}

const itemsOf = (texts: readonly string[], values: readonly unknown[]): ColumnFacts['items'] => {
  const lists = values.filter((value) => Array.isArray(value))
  if (lists.length > 0) {
    const items = new Set(lists.flat().map(String))
    return items.size <= maxTexts ? { texts: [...items] } : undefined
  }
  const split = ','
  const parts = new Set(texts.flatMap((text) => text.split(split)).map((text) => text.trim()))
  parts.delete('')
  // A sentence has commas too; a list has fewer different items than there are combinations of them.
  const isList = texts.some((text) => text.includes(split)) && parts.size < new Set(texts).size
  return isList && parts.size <= maxTexts ? { texts: [...parts], split } : undefined
}

/** Looks at the values of one column; `values` may be a sample. */
export const columnFacts = (name: string, values: readonly unknown[]): ColumnFacts => {
  const filled = values.filter(
    (value) => value !== undefined && value !== null && String(value).trim() !== '',
  )
  const texts = filled.map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : String(value).trim(),
  )
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text)
  const base = {
    name,
    filled: filled.length,
    rows: values.length,
    distinct: counts.size,
    texts: counts.size <= maxTexts ? frequent : frequent.slice(0, 5),
    items: itemsOf(frequent, filled),
    zeros: frequent.filter((text) => /^-?0+(?:[.,]0+)?(?:\s*\p{L}+)?$/u.test(text)),
  }
  if (filled.some((value) => typeof value === 'object' && value !== null && 'coordinates' in value))
    return { ...base, kind: 'geometry' }
  if (filled.some((value) => Array.isArray(value))) return { ...base, kind: 'list' }
  return { ...base, kind: 'text', ...kindFacts(texts, frequent) }
}

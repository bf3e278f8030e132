import type { Model } from '../model/descriptor.js'
import type { ColumnFacts } from './infer-column.js'
import type { Match } from './infer-match.js'
import { addressPartMeant, plainName } from './synonyms.js'

const quoted = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text)

const enumLines = (
  column: ColumnFacts,
  allowed: readonly unknown[],
  questions: string[],
  attribute: string,
): readonly string[] => {
  const known = allowed.map(String)
  return [
    ...(column.items?.split === undefined ? [] : [`    split: ${JSON.stringify(column.items.split)}`]),
    '    enum:',
    ...(column.items?.texts ?? column.texts).map((text) => {
      const exact = known.find((value) => plainName(value) === plainName(text))
      if (exact !== undefined) return `      ${quoted(text)}: ${quoted(exact)}`
      questions.push(`${attribute}: what does "${text}" mean?`)
      return `      ${quoted(text)}: null # QUESTION: one of ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}`
    }),
  ]
}

const unitText = (column: ColumnFacts): string | undefined =>
  column.texts
    .map((text) => /^\d+(?:[.,]\d+)?\s*(\p{L}+)$/u.exec(text)?.[1])
    .find((unit) => unit !== undefined)

/** Registers write zero for "not known"; where the model refuses zero, that is what it means. */
const refusesZero = (attribute: string, model: Model): boolean => {
  const tried = { id: 'urn:ngsi-ld:X:1', type: model.type, [attribute]: { type: 'Property', value: 0 } }
  return model.validate(tried).some(({ path }) => path.startsWith(`${attribute}.`))
}

const zeroes = (attribute: string, column: ColumnFacts, model: Model): string =>
  column.zeros.length > 0 && refusesZero(attribute, model)
    ? `, nullIf: [${column.zeros
        .slice(0, 5)
        .map((text) => JSON.stringify(text))
        .join(', ')}]`
    : ''

/** The lines of one attribute; adds a question for each text that it cannot place. */
export const attributeLines = (match: Match, model: Model, questions: string[]): readonly string[] => {
  const { attribute, column } = match
  const descriptor = model.attributes[attribute]
  const from = quoted(column.name)
  const numeric = [descriptor?.type ?? []].flat().some((type) => type === 'number' || type === 'integer')
  if (descriptor?.enum !== undefined)
    return [
      `  ${attribute}:`,
      `    from: ${from}`,
      ...enumLines(column, descriptor.enum, questions, attribute),
    ]
  // Some models write a date's format into a part that a descriptor does not carry.
  if (column.kind === 'date' && !numeric)
    return [`  ${attribute}: { from: ${from}, date: ${JSON.stringify(column.pattern)} }`]
  if (!numeric) return [`  ${attribute}: ${from}`]
  const unit = unitText(column)
  const format =
    column.number === 'nl' || column.texts.some((text) => /\d,\d/.test(text)) ? ', number: nl' : ''
  return [
    `  ${attribute}: { from: ${from}, type: ${descriptor?.type === 'integer' ? 'integer' : 'number'}${format}${unit === undefined ? '' : `, unit: ${unit}`}${zeroes(attribute, column, model)} }`,
  ]
}

/** The line of the source. */
export const sourceLine = (source: object, file: string): string => {
  const { header, ...rest } = source as { header?: { match: string } }
  const parts = Object.entries({ file, ...rest }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  if (header !== undefined) parts.push(`header: { match: ${JSON.stringify(header.match)} }`)
  return `source: { ${parts.join(', ')} }`
}

/** The lines of an address, from the columns that hold its parts. */
export const addressLines = (
  facts: readonly ColumnFacts[],
  taken: ReadonlySet<string>,
): { readonly lines: readonly string[]; readonly used: readonly string[] } => {
  const parts = new Map<string, string>()
  for (const { name, kind } of facts) {
    const part = addressPartMeant(name)
    // Registers have the code of a street beside its name.
    const isCode = part !== 'postalCode' && (kind === 'integer' || kind === 'number')
    if (part === undefined || isCode || kind === 'empty' || taken.has(name) || parts.has(part)) continue
    parts.set(part, name)
  }
  if (parts.size === 0) return { lines: [], used: [] }
  return {
    lines: [
      '  address:',
      '    object:',
      ...[...parts].map(([part, column]) => `      ${part}: { from: ${quoted(column)}, type: string }`),
    ],
    used: [...parts.values()],
  }
}

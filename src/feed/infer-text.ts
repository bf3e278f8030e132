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
    '    enum:',
    ...column.texts.map((text) => {
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
  if (column.kind === 'date' && descriptor?.format !== undefined)
    return [`  ${attribute}: { from: ${from}, date: ${JSON.stringify(column.pattern)} }`]
  if (!numeric) return [`  ${attribute}: ${from}`]
  const unit = unitText(column)
  const format =
    column.number === 'nl' || column.texts.some((text) => /\d,\d/.test(text)) ? ', number: nl' : ''
  return [
    `  ${attribute}: { from: ${from}, type: ${descriptor?.type === 'integer' ? 'integer' : 'number'}${format}${unit === undefined ? '' : `, unit: ${unit}`} }`,
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
    if (part !== undefined && kind !== 'empty' && !taken.has(name) && !parts.has(part)) parts.set(part, name)
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

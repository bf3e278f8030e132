import { CellProblem, shown } from './cell-problem.js'

interface Format {
  readonly shape: RegExp
  readonly group: RegExp | undefined
  readonly decimal: ',' | '.'
}

const formats: Readonly<Record<string, Format>> = {
  en: { shape: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/, group: undefined, decimal: '.' },
  nl: { shape: /^[+-]?(?:(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|,\d+)$/, group: /\./g, decimal: ',' },
  de: { shape: /^[+-]?(?:(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|,\d+)$/, group: /\./g, decimal: ',' },
  fr: {
    shape: /^[+-]?(?:(?:\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+)(?:,\d+)?|,\d+)$/,
    group: /\s/g,
    decimal: ',',
  },
  ch: { shape: /^[+-]?(?:(?:\d{1,3}(?:['’]\d{3})+|\d+)(?:\.\d+)?|\.\d+)$/, group: /['’]/g, decimal: '.' },
}

const notNumber = (value: unknown, decimal: string): CellProblem =>
  new CellProblem(
    'feed.number',
    `${shown(value)} is no number${/\d,\d/.test(String(value)) && decimal === '.' ? ' (a decimal comma? say number: nl)' : ''}`,
  )

/** The value of up to nine plain digits, which every format has; -1 for anything else. */
const plainDigits = (text: string): number => {
  const { length } = text
  if (length === 0 || length > 9) return -1
  let value = 0
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** Makes the reader of one number format; it throws a CellProblem for text that is no number of that format. */
export const numberReader = (format: 'en' | 'nl' | 'de' | 'fr' | 'ch'): ((value: unknown) => number) => {
  const { shape, group, decimal } = formats[format] ?? (formats['en'] as Format)
  return (value) => {
    if (typeof value === 'number' && Number.isFinite(value)) return value
    const text = typeof value === 'string' ? value.trim() : ''
    const digits = plainDigits(text)
    if (digits >= 0) return digits
    if (!shape.test(text)) throw notNumber(value, decimal)
    // Up to three digits before the mark there is nothing to group.
    const plain = group === undefined || text.length < 5 ? text : text.replace(group, '')
    return Number(decimal === ',' && plain.includes(',') ? plain.replace(',', '.') : plain)
  }
}

const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?Z$/
const dateShape = /^(\d{4})-(\d{2})-(\d{2})$/
const timeShape = /^(\d{2}):(\d{2}):(\d{2})(?:[.,]\d{1,6})?Z?$/

const realDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

const realTime = (hour: number, minute: number, second: number): boolean =>
  hour <= 23 && minute <= 59 && second <= 60

/** Tells whether a text is an NGSI-LD DateTime: all parts, `Z`, a day that exists (CIM 009 4.6.3). */
export const isDateTime = (text: unknown): text is string => {
  const parts = typeof text === 'string' ? shape.exec(text) : null
  if (parts === null) return false
  const [, year, month, day, hour, minute, second] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return realDate(year, month, day) && realTime(hour, minute, second)
}

/** Tells whether a text is a Date, `YYYY-MM-DD`, of a day that exists. */
export const isDate = (text: unknown): text is string => {
  const parts = typeof text === 'string' ? dateShape.exec(text) : null
  return parts !== null && realDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** Tells whether a text is a Time, `hh:mm:ss[.f][Z]`. */
export const isTime = (text: unknown): text is string => {
  const parts = typeof text === 'string' ? timeShape.exec(text) : null
  return parts !== null && realTime(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/**
 * The instant of a DateTime in microseconds since 1970, or undefined when it is none.
 * Microseconds, because brokers keep up to six fraction digits and compare as instants.
 */
export const instantOf = (text: string): number | undefined => {
  if (!isDateTime(text)) return undefined
  const fraction = shape.exec(text)?.[7] ?? ''
  // JavaScript knows no leap seconds: as POSIX does, one is the second after it.
  const leap = text.slice(17, 19) === '60'
  const milliseconds = Date.parse(leap ? `${text.slice(0, 17)}59Z` : `${text.slice(0, 19)}Z`)
  return (leap ? milliseconds + 1000 : milliseconds) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6))
}

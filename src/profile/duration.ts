import { UsageError } from '../errors.js'

const shape = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

const units = [365.25 * 86_400, 30.4375 * 86_400, 7 * 86_400, 86_400, 3600, 60, 1]

/** Milliseconds of an ISO 8601 duration such as `PT1H` or `P2Y` (years and months by their mean length). Throws a UsageError for other text. */
export const durationMs = (text: string): number => {
  const found = shape.exec(text)
  const parts = found?.slice(1) ?? []
  if (found === null || parts.every((part) => part === undefined))
    throw new UsageError(`"${text}" is no duration; write PT15M, PT1H, P1D, P2Y`)
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (units[index] ?? 0), 0) * 1000
}

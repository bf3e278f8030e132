import type { EntityOutcome } from '../client/outcome.js'

/** One entity that was not written, and why, on a line. */
export const problemLine = ({ id, problem, issues }: EntityOutcome): string => {
  const { status, title, detail } = problem ?? {}
  const told = [status, title, detail].filter((part) => part !== undefined)
  return `${id}: ${told.length > 0 ? told.join(': ') : (issues?.[0]?.message ?? 'failed')}`
}

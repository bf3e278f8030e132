import type { EntityOutcome } from './outcome.js'

const reasonOf = ({ id, problem, issues }: EntityOutcome): string => {
  const { status, title, detail } = problem ?? {}
  const told = [status, title, detail].filter((part) => part !== undefined).join(': ')
  const [issue] = issues ?? []
  const reason = told !== '' ? told : issue === undefined ? 'failed' : issue.message
  // Brokers name the entity in what they say of it, which would make each reason one of its own.
  return id === '' ? reason : reason.replaceAll(id, '…')
}

/** Why entities were not written, for people: a line for each reason, at most so many of them. */
export const failureLines = (problems: readonly EntityOutcome[], most: number): readonly string[] => {
  const byReason = new Map<string, string[]>()
  for (const problem of problems) {
    const reason = reasonOf(problem)
    const ids = byReason.get(reason)
    if (ids === undefined) byReason.set(reason, [problem.id])
    else ids.push(problem.id)
  }
  const lines = [...byReason].map(([reason, [id = '', ...others]]) =>
    others.length === 0 ? `${id}: ${reason}` : `${others.length + 1} × ${reason}, such as ${id}`,
  )
  const more = lines.length - most
  return more <= 0 ? lines : [...lines.slice(0, most), `… and ${more} more reasons; --json shows each`]
}

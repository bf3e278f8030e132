import type { Finding } from '../model/finding.js'

/** Prints findings, one a line. */
export const printFindings = (findings: readonly Finding[]): string =>
  findings.map(({ place, rule, message }) => `${place}: ${message} [${rule}]\n`).join('')

/** Prints how many findings there are of each rule. */
export const countedRules = (findings: readonly Finding[]): string => {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const lines = [...counts].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `  ${count} × ${rule}`)
  return `${findings.length} findings in the schemas (--findings lists them):\n${lines.join('\n')}\n`
}

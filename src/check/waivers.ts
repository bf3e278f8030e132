import type { Waiver } from '../profile/profile.js'
import type { Finding } from './finding.js'

/** Applies the waivers of a profile, and counts what each took away. */
export interface Waivers {
  readonly waives: (finding: Finding, model: string | undefined) => boolean
  readonly counted: () => readonly {
    readonly rule: string
    readonly count: number
    readonly reason: string
    readonly expires: string
  }[]
}

const covers = (waiver: Waiver, finding: Finding, model: string | undefined): boolean => {
  const rule = waiver.rule.endsWith('.*')
    ? finding.rule.startsWith(waiver.rule.slice(0, -1))
    : finding.rule === waiver.rule
  const attribute = /^[^.[]*/.exec(finding.path)?.[0]
  return (
    rule &&
    (waiver.model === undefined || waiver.model === model) &&
    (waiver.attribute === undefined || waiver.attribute === attribute)
  )
}

/** Makes the waivers that hold on a day; expired ones waive nothing. */
export const createWaivers = (waivers: readonly Waiver[], now: Date): Waivers => {
  const today = now.toISOString().slice(0, 10)
  const active = waivers.filter((waiver) => waiver.expires >= today).map((waiver) => ({ waiver, count: 0 }))
  return {
    waives: (finding, model) => {
      const found = active.find(({ waiver }) => covers(waiver, finding, model))
      if (found === undefined) return false
      found.count += 1
      return true
    },
    counted: () =>
      active
        .filter(({ count }) => count > 0)
        .map(({ waiver, count }) => ({
          rule: waiver.rule,
          count,
          reason: waiver.reason,
          expires: waiver.expires,
        })),
  }
}

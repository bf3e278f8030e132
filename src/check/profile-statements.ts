import type { ResolvedProfile } from '../profile/profile.js'
import type { Fault } from './finding.js'

const modelFaults = (profile: ResolvedProfile): readonly Fault[] =>
  Object.entries(profile.models).flatMap(([type, rule]) => {
    const personal =
      rule.class === 'personal' ||
      Object.values(rule.attributes ?? {}).some((attribute) => attribute.class === 'personal')
    const kept =
      rule.retention !== undefined ||
      Object.values(rule.attributes ?? {}).every(
        (attribute) => attribute.class !== 'personal' || attribute.retention !== undefined,
      )
    const faults: Fault[] = []
    if (personal && (!kept || (rule.class === 'personal' && rule.retention === undefined)))
      faults.push({
        rule: 'profile.retention',
        path: `models.${type}`,
        message: 'holds personal data and states no retention',
        hint: 'say retention: P1Y',
      })
    if (
      (rule.license ?? profile.license) === undefined &&
      rule.class !== 'personal' &&
      rule.class !== 'internal'
    )
      faults.push({
        rule: 'profile.license',
        path: `models.${type}`,
        message: 'states no licence',
        hint: 'say license: CC0-1.0, or another SPDX id',
      })
    return faults
  })

const governanceFaults = (profile: ResolvedProfile, now: Date): readonly Fault[] => {
  const { governance = {} } = profile
  const missing = (['purpose', 'legalBasis', 'contact'] as const).filter(
    (member) => governance[member] === undefined,
  )
  const faults: Fault[] = []
  if (missing.length > 0)
    faults.push({ rule: 'profile.governance', path: 'governance', message: `lacks ${missing.join(', ')}` })
  const { endDate } = governance
  if (endDate !== undefined && endDate < now.toISOString().slice(0, 10))
    faults.push({
      rule: 'profile.end-date',
      path: 'governance.endDate',
      message: `${endDate} has passed`,
      hint: 'stop the collecting, or decide on a new date',
    })
  return faults
}

const waiverFaults = (profile: ResolvedProfile, now: Date): readonly Fault[] =>
  (profile.waivers ?? [])
    .filter(({ expires }) => expires < now.toISOString().slice(0, 10))
    .map(({ rule, expires }) => ({
      rule: 'profile.end-date',
      path: 'waivers',
      message: `the waiver of ${rule} expired on ${expires}`,
      hint: 'mend the data, or decide on a new waiver',
    }))

/** What is wrong with the profile's own statements: licence, retention, governance, dates that have passed. */
export const profileStatements = (profile: ResolvedProfile | undefined, now: Date): readonly Fault[] =>
  profile === undefined
    ? []
    : [...modelFaults(profile), ...governanceFaults(profile, now), ...waiverFaults(profile, now)]

import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'
import type { ResolvedProfile } from '../profile/profile.js'
import type { ContextAccess, ContextAddresses } from './context-addresses.js'
import type { Fault, Finding, RuleGroup } from './finding.js'
import { createIdMemory } from './id-memory.js'
import { type Judge, type Judged, judgeEntity, ownAttributes } from './judge.js'
import { mimResults } from './mim.js'
import type { Payload } from './payload-source.js'
import { profileStatements } from './profile-statements.js'
import type { CheckReport } from './report.js'
import { representationOf } from './representation.js'
import { ruleOf } from './rule-table.js'
import { type CheckTally, createCheckTally } from './tally.js'
import type { FindTypes, Targets } from './targets.js'
import { createWaivers } from './waivers.js'

/** How a checker counts. */
export interface CheckerOptions {
  /** How many findings are listed; all are counted. */
  readonly maxIssues: number
  /** Where relationships are remembered. @default they are not */
  readonly targets?: Targets | undefined
  readonly contexts?: ContextAddresses | undefined
  /** True where payloads are changes, so that an id may come again. @default false */
  readonly changes?: boolean | undefined
}

/** Takes payloads one by one and reports on all of them at any time. */
export interface Checker {
  readonly take: (payload: Payload) => void
  readonly payloads: () => number
  /** Looks up what relationships point to; only where the checker was made to remember it. */
  readonly takeTargets: (find: FindTypes) => Promise<void>
  /** Fetches the addresses of contexts; only where the checker was made to remember them. */
  readonly takeContexts: (access: ContextAccess) => Promise<void>
  readonly report: (sources: CheckReport['sources'], version: string, lang: 'en' | 'nl') => CheckReport
}

const groups: readonly RuleGroup[] = [
  'source',
  'ngsi',
  'model',
  'vocabulary',
  'relationship',
  'profile',
  'plausibility',
  'privacy',
]

const findingOf = (fault: Fault, place: string, entity: JsonObject | undefined): Finding => {
  const id = entity?.['id']
  return {
    ...fault,
    severity: ruleOf(fault.rule).severity,
    place,
    ...(typeof id === 'string' ? { entity: id } : {}),
  }
}

const attributeFacts = (
  tally: CheckTally,
  models: Iterable<Model>,
  profile: ResolvedProfile | undefined,
): CheckReport['attributes'] => {
  const known = new Set(
    [...models].flatMap((model) => [...Object.keys(model.attributes), ...ownAttributes(profile, model)]),
  )
  const unknown = [...tally.names()]
    .filter(([name]) => !known.has(name))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([name, count]) => {
      const nearest = nearestName(name, known)
      return { name, count, ...(nearest === undefined ? {} : { nearest }) }
    })
  return { seen: tally.names().size, unknown, withLocation: tally.withLocation() }
}

const profileFacts = (profile: ResolvedProfile | undefined): CheckReport['profile'] =>
  profile && {
    name: profile.name,
    version: profile.version,
    owner: profile.owner,
    layers: profile.layers.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
  }

/** Makes a checker. `maxIssues` bounds the listed findings; all are counted. */
export const createChecker = (judge: Judge, options: CheckerOptions): Checker => {
  const { maxIssues, targets, contexts, changes = false } = options
  const now = new Date(judge.now)
  const tally = createCheckTally()
  const waivers = createWaivers(judge.profile?.waivers ?? [], now)
  const repeats = createIdMemory()
  const findings: Finding[] = []
  const byModel = new Map<Model, number>()
  let omitted = 0

  const add = (fault: Fault, place: string, judged: Partial<Judged>): void => {
    const finding = findingOf(fault, place, judged.entity)
    if (waivers.waives(finding, judged.model?.type)) return
    tally.finding(finding)
    if (findings.length < maxIssues) findings.push(finding)
    else omitted += 1
  }
  for (const fault of profileStatements(judge.profile, now))
    add(fault, judge.profile?.layers.at(-1)?.from ?? 'profile', {})

  const takeEntity = (entity: JsonObject, place: string): void => {
    const representation = representationOf(entity)
    tally.startPayload(representation)
    contexts?.note(entity, place)
    const judged = judgeEntity(entity, representation, judge)
    for (const fault of judged.faults) add(fault, place, judged)
    if (!changes && repeats(judged.entity?.['id']))
      add({ rule: 'ngsi.duplicate-id', path: 'id', message: 'occurs more than once' }, place, judged)
    if (judged.entity !== undefined) {
      tally.attributes(judged.entity, judged.model)
      targets?.note(judged.entity, place)
    }
    if (judged.model !== undefined) byModel.set(judged.model, (byModel.get(judged.model) ?? 0) + 1)
  }

  return {
    payloads: tally.payloads,
    takeTargets: async (find) => {
      if (targets === undefined) return
      for await (const { fault, place, entity } of targets.faults(find)) add(fault, place, { entity })
    },
    takeContexts: async (access) => {
      if (contexts === undefined) return
      for await (const { fault, place, entity } of contexts.faults(access)) add(fault, place, { entity })
    },
    take: ({ entity, place, fault }) => {
      if (entity === undefined) {
        tally.startPayload('unreadable')
        add({ rule: 'source.json', path: '', message: fault ?? 'cannot be read' }, place, {})
      } else takeEntity(entity, place)
      tally.endPayload()
    },
    report: (sources, version, lang) => {
      const rules = tally.rules(lang)
      const payloads = tally.payloads()
      const counts = tally.severities()
      const attributes = attributeFacts(tally, byModel.keys(), judge.profile)
      const representations = tally.representations()
      return {
        conformant: counts.error === 0 && payloads > 0,
        checkedAt: now.toISOString(),
        tool: { name: 'city-context', version },
        sources,
        models: [...byModel].map(([model, count]) => ({
          type: model.type,
          version: model.version,
          source: model.source,
          payloads: count,
        })),
        profile: profileFacts(judge.profile),
        payloads,
        conformantPayloads: tally.clean(),
        representations,
        counts,
        rules,
        findings,
        findingsOmitted: omitted,
        attributes,
        enums: tally.enums(),
        // Without a profile nothing was checked against one: no score rather than a perfect one.
        scores: groups
          .filter((group) => group !== 'profile' || judge.profile !== undefined)
          .map((group) => ({
            group,
            score: payloads === 0 ? 0 : Math.round((1 - tally.dirty(group) / payloads) * 1000) / 1000,
          })),
        mims: mimResults({ rules, payloads, attributes, representations, profile: judge.profile }),
        waived: waivers.counted(),
      }
    },
  }
}

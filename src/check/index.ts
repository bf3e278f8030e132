export type { Profile, ResolvedProfile } from '../profile/profile.js'
export { type ReadProfileOptions, readProfile } from '../profile/profile-file.js'
export { withProfile } from '../profile/profiled-model.js'
export type { BehaviourResult } from './behaviour/result.js'
export {
  type BehaviourOptions,
  type BehaviourReport,
  brokerBehaviour,
} from './broker-behaviour.js'
export { type BrokerEntitiesOptions, brokerEntities } from './broker-entities.js'
export { type CheckOptions, check } from './check.js'
export { type ExamplePayload, examplePayloads } from './examples.js'
export type { Finding, RuleGroup, Severity } from './finding.js'
export type { CheckSource } from './payload-source.js'
export { type ReportFormat, renderReport } from './render.js'
export type { CheckReport } from './report.js'
export { type Rule, rules } from './rule-table.js'

export type { Log } from './app.js'
export { backupDataFile } from './backup.js'
export {
  createBroker,
  type EmbeddedBroker,
  type EmbeddedBrokerOptions,
  type PrivateHosts,
} from './broker.js'
export type { AnsweringDialect } from './dialect-answers.js'
export type { FaultAnswer, Faults } from './faults.js'
export { type BrokerOptions, type RunningBroker, startBroker } from './server.js'
export type { BrokerLimits } from './settings.js'

export type { Conditions } from './client/condition.js'
export type { ConnectOptions } from './client/connection.js'
export type { BrokerInfo, EntityType } from './client/discovery.js'
export type { Input } from './client/entity-input.js'
export type { History, HistoryOptions, HistoryQuery } from './client/history.js'
export type { EntityOutcome, OutcomeName, Progress, UpsertReport } from './client/outcome.js'
export type { MixedEntity } from './client/preparation.js'
export type { Query } from './client/query.js'
export type { Representation, Result } from './client/result.js'
export type { UpsertOptions } from './client/upsert-options.js'
export { type City, connect } from './connect.js'
export type { DialectName } from './dialect/dialect.js'
export {
  BrokerError,
  type Issue,
  isBrokerError,
  isNetworkError,
  isQuerySyntaxError,
  isUnsupportedError,
  isUsageError,
  isValidationError,
  NetworkError,
  QuerySyntaxError,
  UnsupportedError,
  UsageError,
  ValidationError,
} from './errors.js'
export type { Tls } from './http/agents.js'
export type { Auth } from './http/auth.js'
export type { Change } from './live/change.js'
export type { SubscriptionOptions } from './live/declaration.js'
export type { Health } from './live/health.js'
export type { MqttOptions } from './live/hub.js'
export type { LiveStatus, LiveSubscription, SubscribeOptions } from './live/live-subscription.js'
export { metricsText } from './live/metrics.js'
export type { AttributeDescriptor, Model, NormalizedOf, SimplifiedOf } from './model/descriptor.js'
export { attribute, extend } from './model/extend.js'
export { restoreLists } from './model/restore.js'
export {
  geoProperty,
  jsonProperty,
  languageProperty,
  listProperty,
  listRelationship,
  point,
  property,
  relationship,
  vocabProperty,
} from './ngsi/attribute.js'
export type { Geometry } from './ngsi/geojson.js'
export { toConcise, toNormalized, toSimplified } from './ngsi/representation.js'
export { entityUrn } from './ngsi/uri.js'
export { type MqttReceiveOptions, type MqttReceiver, receiveMqtt } from './receiver/mqtt.js'
export type { Notification } from './receiver/notification.js'
export {
  type MountableReceiver,
  mountReceiver,
  type NotificationListener,
  type ReceiveOptions,
  type Receiver,
  receive,
} from './receiver/receiver.js'

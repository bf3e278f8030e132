export { type City, connect } from './connect.js'
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
export type { Model, NormalizedOf, SimplifiedOf } from './model/descriptor.js'
export { attribute, extend } from './model/extend.js'
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
export { entityUrn } from './ngsi/uri.js'
export {
  type NotificationListener,
  type ReceiveOptions,
  type Receiver,
  receive,
} from './receiver/receiver.js'

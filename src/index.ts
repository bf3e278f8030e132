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

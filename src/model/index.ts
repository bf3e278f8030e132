export type { JsonObject } from '../ngsi/entity.js'
export type {
  Geometry,
  LineString,
  MultiLineString,
  MultiPoint,
  MultiPolygon,
  Point,
  Polygon,
} from '../ngsi/geojson.js'
export { formats, sameValue, textLength } from './checks.js'
export { type AttributeFacts, type Attributes, defineModel, type ModelFacts } from './define.js'
export type {
  AttributeDescriptor,
  AttributeDescriptors,
  Lenience,
  Model,
  NormalizedOf,
  SimplifiedOf,
  ValidateOptions,
  ValuesCheck,
} from './descriptor.js'
export type { EntityHead, Normalized, Update } from './entity-shape.js'
export { forBroker } from './lenience.js'

// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Model,
  type MultiPolygon,
  type Normalized,
  type Polygon,
  type Update,
} from '../../../src/model/index.js'
import { meter as check } from './validators.js'

/** Kinds and units in prose */
export interface Meter extends EntityHead {
  /** The device; uri */
  refDevice: string
  /** Several devices; uri */
  devices?: readonly string[]
  /** What it covers */
  area?: Polygon | MultiPolygon
  /** How fast it goes; km/h (KMH) */
  speed?: number
  /** How far */
  odd?: number
  silent?: string
}

/** Meter, normalized. */
export interface MeterNormalized extends Normalized<Meter, {
  Relationship: 'refDevice' | 'devices'
  GeoProperty: 'area'
}> {}

/** A partial Meter. */
export type MeterUpdate = Update<Meter>

/** The model of Meter. */
export const Meter: Model<Meter, MeterNormalized> = defineModel(
  {
    type: 'Meter',
    anyType: true,
    source: 'dataModel.Prose/Meter',
    vocabulary: 'https://uri.etsi.org/ngsi-ld/default-context/',
    required: ['refDevice'],
    attributes: {
      refDevice: { kind: 'Relationship', type: 'string', format: 'uri' },
      devices: { kind: 'Relationship', type: 'string', many: true, format: 'uri' },
      area: { kind: 'GeoProperty', type: 'object', geometries: ['Polygon', 'MultiPolygon'] },
      speed: { type: 'number', unit: 'KMH' },
      odd: { type: 'number' },
      silent: { type: 'string' },
    },
  },
  check,
)

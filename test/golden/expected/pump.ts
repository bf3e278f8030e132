// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Model,
  type Normalized,
  type Update,
} from '../../../src/model/index.js'
import { type Basics, type Places, basics, places } from './definitions.js'
import { pump as check } from './validators.js'

/** A pump of the waterworks */
export interface Pump extends EntityHead<'Pump'>, Basics, Places {
  /** A Point */
  location: Geometry
  /** Water moved; l/s (G51), at least 0 */
  flow: number
  /** How it runs */
  mode?: 'on' | 'off' | 'auto'
}

/** Pump, normalized. */
export interface PumpNormalized extends Normalized<Pump, {
  GeoProperty: 'location'
}> {}

/** A partial Pump. */
export type PumpUpdate = Update<Pump>

/** The model of Pump. */
export const Pump: Model<Pump, PumpNormalized> = defineModel(
  {
    type: 'Pump',
    source: 'dataModel.Shape/Pump',
    required: ['location', 'flow'],
    attributes: {
      ...basics,
      ...places,
      name: { iri: 'https://smartdatamodels.org/name', type: 'string' },
      seeAlso: { iri: 'https://smartdatamodels.org/seeAlso', type: ['array', 'string'] },
      address: { iri: 'https://smartdatamodels.org/address', type: 'object' },
      flow: { type: 'number', minimum: 0, unit: 'G51' },
      mode: { iri: 'https://uri.etsi.org/ngsi-ld/mode', type: 'string', enum: ['on', 'off', 'auto'] },
    },
  },
  check,
)

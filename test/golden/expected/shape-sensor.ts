// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../../../src/model/index.js'
import { shapeSensor as check } from './validators.js'

/** A sensor on a pump */
export interface ShapeSensor extends EntityHead<'Sensor'> {
  /** Last reading */
  reading?: number | string
  ghost: unknown
}

/** ShapeSensor, normalized. */
export interface ShapeSensorNormalized extends Normalized<ShapeSensor> {}

/** A partial ShapeSensor. */
export type ShapeSensorUpdate = Update<ShapeSensor>

/** The model of ShapeSensor. */
export const ShapeSensor: Model<ShapeSensor, ShapeSensorNormalized> = defineModel(
  {
    type: 'Sensor',
    source: 'dataModel.Shape/Sensor',
    required: ['ghost'],
    attributes: {
      reading: { type: ['number', 'string'] },
      ghost: { iri: 'https://uri.etsi.org/ngsi-ld/default-context/ghost' },
    },
  },
  check,
)

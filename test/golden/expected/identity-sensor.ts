// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../../../src/model/index.js'
import { identitySensor as check } from './validators.js'

/** Another model with the same name */
export interface IdentitySensor extends EntityHead<'Sensor'> {
  /** Whether it senses */
  reading: boolean
}

/** IdentitySensor, normalized. */
export interface IdentitySensorNormalized extends Normalized<IdentitySensor> {}

/** A partial IdentitySensor. */
export type IdentitySensorUpdate = Update<IdentitySensor>

/** The model of IdentitySensor. */
export const IdentitySensor: Model<IdentitySensor, IdentitySensorNormalized> = defineModel(
  {
    type: 'Sensor',
    source: 'dataModel.Identity/Sensor',
    required: ['reading'],
    attributes: {
      reading: { type: 'boolean' },
    },
  },
  check,
)

// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type JsonObject,
  type Model,
  type Normalized,
  type Update,
} from '../../../src/model/index.js'
import { box as check } from './validators.js'

/** A closed model */
export interface Box extends EntityHead<'Box'> {
  /** Whether it is closed */
  lid?: boolean
  /** Who has the key */
  key?: string
  /** Length of each side */
  sides?: JsonObject
}

/** Box, normalized. */
export interface BoxNormalized extends Normalized<Box> {}

/** A partial Box. */
export type BoxUpdate = Update<Box>

/** The model of Box. */
export const Box: Model<Box, BoxNormalized> = defineModel(
  {
    type: 'Box',
    source: 'dataModel.Shape/Box',
    attributes: {
      lid: { type: 'boolean' },
      key: { iri: 'https://uri.etsi.org/ngsi-ld/hasKey', type: 'string' },
      sides: { iri: 'https://uri.etsi.org/ngsi-ld/default-context/sides', type: 'object' },
    },
  },
  check,
)

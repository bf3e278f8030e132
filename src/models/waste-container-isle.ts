// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { wasteContainerIsle as check } from './validators.js'

/** A place where waste containers stand together */
export interface WasteContainerIsle extends EntityHead<'WasteContainerIsle'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** What the isle offers */
  features?: readonly ('containerFix' | 'underground' | 'fenced' | 'other')[]
  /** Openings of the isle; at least 0 */
  insertHolesNumber?: number
  /** Containers of the isle */
  refWasteContainer?: readonly string[]
}

/** WasteContainerIsle, normalized. */
export interface WasteContainerIsleNormalized extends Normalized<WasteContainerIsle, {
  GeoProperty: 'location'
}> {}

/** A partial WasteContainerIsle. */
export type WasteContainerIsleUpdate = Update<WasteContainerIsle>

/** The model of WasteContainerIsle. */
export const WasteContainerIsle: Model<WasteContainerIsle, WasteContainerIsleNormalized> = defineModel(
  {
    type: 'WasteContainerIsle',
    source: 'dataModel.WasteManagement/WasteContainerIsle',
    version: '0.0.1',
    required: ['location'],
    attributes: {
      ...commons,
      ...place,
      features: {
        iri: 'https://purl.org/geojson/vocab#features',
        type: 'string',
        many: true,
        enum: ['containerFix', 'underground', 'fenced', 'other'],
      },
      insertHolesNumber: { type: 'number', minimum: 0 },
      refWasteContainer: { type: 'string', many: true },
    },
  },
  check,
)

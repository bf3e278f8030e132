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

/** A place where waste containers stand together. dataModel.WasteManagement/WasteContainerIsle 0.0.1 */
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

/** WasteContainerIsle with every attribute in normalized form. */
export interface WasteContainerIsleNormalized extends Normalized<WasteContainerIsle, {
  GeoProperty: 'location'
}> {}

/** What an update of a WasteContainerIsle takes: its id and any attributes. */
export type WasteContainerIsleUpdate = Update<WasteContainerIsle>

/** The model of WasteContainerIsle: kinds, units, IRIs, and the check of its entities. */
export const WasteContainerIsle: Model<WasteContainerIsle, WasteContainerIsleNormalized> = defineModel(
  {
    type: 'WasteContainerIsle',
    iri: 'https://smartdatamodels.org/dataModel.WasteManagement/WasteContainerIsle',
    source: 'dataModel.WasteManagement/WasteContainerIsle',
    version: '0.0.1',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.WasteManagement/master/context.jsonld',
    required: ['location'],
    attributes: {
      ...commons,
      ...place,
      features: {
        kind: 'Property',
        iri: 'https://purl.org/geojson/vocab#features',
        type: 'string',
        many: true,
        enum: ['containerFix', 'underground', 'fenced', 'other'],
      },
      insertHolesNumber: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/insertHolesNumber',
        type: 'number',
        minimum: 0,
      },
      refWasteContainer: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/refWasteContainer',
        type: 'string',
        many: true,
      },
    },
  },
  check,
)

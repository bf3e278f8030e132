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
import { wasteContainer as check } from './validators.js'

/** A bin or container for waste. dataModel.WasteManagement/WasteContainer 0.3.0 */
export interface WasteContainer extends EntityHead<'WasteContainer'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Colour */
  color?: string
  /** URL of a picture; uri */
  image?: string
  /** Remarks */
  annotations?: readonly string[]
  /** How full it is, 0 to 1; 0 to 1 */
  fillingLevel?: number
  /** Categories of it */
  category?: readonly ('fixed' | 'ground' | 'other' | 'portable' | 'underground')[]
  /** Weight of the content; at least 0 */
  cargoWeight?: number
  /** Temperature */
  temperature?: number
  /** Methane inside the container; at least 0 */
  methaneConcentration?: number
  /** Kinds of waste */
  storedWasteKind?:
    | 'organic' | 'inorganic' | 'glass' | 'oil' | 'plastic' | 'metal' | 'paper' | 'batteries' | 'electronics'
    | 'hazardous' | 'other'
  /** Where the waste comes from */
  storedWasteOrigin?: 'household' | 'municipal' | 'industrial' | 'construction' | 'hostelry' | 'agriculture' | 'other'
  /** Waste codes by the regulation */
  storedWasteCode?: string
  /** Serial number */
  serialNumber?: string
  /** Rules that the container falls under */
  regulation?: string
  /** Who services the container */
  responsible?: string
  /** When it came into service; date-time */
  dateServiceStarted?: string
  /** When it was last emptied; date-time */
  dateLastEmptying?: string
  /** By when the next service must be done; date-time */
  nextActuationDeadline?: string
  /** Hours at which the container may be serviced */
  actuationHours?: string
  /** When it was last cleaned; date-time */
  dateLastCleaning?: string
  /** By when the next cleaning must be done; date-time */
  nextCleaningDeadline?: string
  /** Id or name of the isle, where it is no entity */
  isleId?: string
  /** State of it */
  status?: 'ok' | 'lidOpen' | 'dropped' | 'moved' | 'vandalized' | 'burning' | 'unknown'
  /** Model of the container */
  refWasteContainerModel?: string
  /** Isle where the container stands */
  refWasteContainerIsle?: string
  /** Devices that measure it */
  refDevice?: readonly string[]
  /** Instant of the payload, kept for older platforms; date-time */
  timeInstant?: string
  /** Volume of waste that fits in */
  binCapacity?: number
  /** Colour of the bin, which may stand for the kind of waste */
  binColor?: string
  /** Ward */
  wardId?: string
  /** Number plate of the vehicle */
  license_plate?: string
  /** Id of the RFID reader */
  RFID?: string
  /** Level at which the bin counts as full */
  binFullnessThreshold?: number
  /** Weight that is recommended as a limit */
  binRecommendedLoad?: number
  /** Id of the bin */
  binId?: string
  /** Weight that the bin can bear */
  binMaxLoad?: number
  /** When the level was last logged; date-time */
  binLoggedTime?: string
}

/** WasteContainer with every attribute in normalized form. */
export interface WasteContainerNormalized extends Normalized<WasteContainer, {
  GeoProperty: 'location'
  Relationship: 'refWasteContainerModel' | 'refWasteContainerIsle' | 'refDevice'
}> {}

/** What an update of a WasteContainer takes: its id and any attributes. */
export type WasteContainerUpdate = Update<WasteContainer>

/** The model of WasteContainer: kinds, units, IRIs, and the check of its entities. */
export const WasteContainer: Model<WasteContainer, WasteContainerNormalized> = defineModel(
  {
    type: 'WasteContainer',
    iri: 'https://smartdatamodels.org/dataModel.WasteManagement/WasteContainer',
    source: 'dataModel.WasteManagement/WasteContainer',
    version: '0.3.0',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.WasteManagement/master/context.jsonld',
    required: ['location'],
    attributes: {
      ...commons,
      ...place,
      color: { kind: 'Property', iri: 'https://smartdatamodels.org/color', type: 'string' },
      image: { kind: 'Property', iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      annotations: { kind: 'Property', iri: 'https://smartdatamodels.org/annotations', type: 'string', many: true },
      fillingLevel: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/fillingLevel',
        type: 'number',
        minimum: 0,
        maximum: 1,
      },
      category: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/category',
        type: 'string',
        many: true,
        enum: ['fixed', 'ground', 'other', 'portable', 'underground'],
      },
      cargoWeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/cargoWeight',
        type: 'number',
        minimum: 0,
      },
      temperature: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/temperature',
        type: 'number',
      },
      methaneConcentration: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/methaneConcentration',
        type: 'number',
        minimum: 0,
      },
      storedWasteKind: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/storedWasteKind',
        type: 'string',
        enum: [
          'organic', 'inorganic', 'glass', 'oil', 'plastic', 'metal', 'paper', 'batteries', 'electronics', 'hazardous',
          'other',
        ],
      },
      storedWasteOrigin: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/storedWasteOrigin',
        type: 'string',
        enum: ['household', 'municipal', 'industrial', 'construction', 'hostelry', 'agriculture', 'other'],
      },
      storedWasteCode: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/storedWasteCode',
        type: 'string',
      },
      serialNumber: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/serialNumber',
        type: 'string',
      },
      regulation: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/regulation',
        type: 'string',
      },
      responsible: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/responsible',
        type: 'string',
      },
      dateServiceStarted: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/dateServiceStarted',
        type: 'string',
        format: 'date-time',
      },
      dateLastEmptying: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/dateLastEmptying',
        type: 'string',
        format: 'date-time',
      },
      nextActuationDeadline: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/nextActuationDeadline',
        type: 'string',
        format: 'date-time',
      },
      actuationHours: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/actuationHours',
        type: 'string',
      },
      dateLastCleaning: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/dateLastCleaning',
        type: 'string',
        format: 'date-time',
      },
      nextCleaningDeadline: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/nextCleaningDeadline',
        type: 'string',
        format: 'date-time',
      },
      isleId: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/isleId',
        type: 'string',
      },
      status: {
        kind: 'Property',
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['ok', 'lidOpen', 'dropped', 'moved', 'vandalized', 'burning', 'unknown'],
      },
      refWasteContainerModel: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/refWasteContainerModel',
        type: 'string',
      },
      refWasteContainerIsle: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/refWasteContainerIsle',
        type: 'string',
      },
      refDevice: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/refDevice',
        type: 'string',
        many: true,
      },
      timeInstant: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/timeInstant',
        type: 'string',
        format: 'date-time',
      },
      binCapacity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/binCapacity',
        type: 'number',
      },
      binColor: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/binColor',
        type: 'string',
      },
      wardId: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/wardId',
        type: 'string',
      },
      license_plate: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/license_plate',
        type: 'string',
      },
      RFID: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.WasteManagement/RFID', type: 'string' },
      binFullnessThreshold: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/binFullnessThreshold',
        type: 'number',
      },
      binRecommendedLoad: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/binRecommendedLoad',
        type: 'number',
      },
      binId: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.WasteManagement/binId', type: 'string' },
      binMaxLoad: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/binMaxLoad',
        type: 'number',
      },
      binLoggedTime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WasteManagement/binLoggedTime',
        type: 'string',
        format: 'date-time',
      },
    },
  },
  check,
)

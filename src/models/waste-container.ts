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

/** A bin or container for waste */
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

/** WasteContainer, normalized. */
export interface WasteContainerNormalized extends Normalized<WasteContainer, {
  GeoProperty: 'location'
  Relationship: 'refWasteContainerModel' | 'refWasteContainerIsle' | 'refDevice'
}> {}

/** A partial WasteContainer. */
export type WasteContainerUpdate = Update<WasteContainer>

/** The model of WasteContainer. */
export const WasteContainer: Model<WasteContainer, WasteContainerNormalized> = defineModel(
  {
    type: 'WasteContainer',
    source: 'dataModel.WasteManagement/WasteContainer',
    version: '0.3.0',
    required: ['location'],
    attributes: {
      ...commons,
      ...place,
      color: { iri: 'https://smartdatamodels.org/color', type: 'string' },
      image: { iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      annotations: { iri: 'https://smartdatamodels.org/annotations', type: 'string', many: true },
      fillingLevel: { type: 'number', minimum: 0, maximum: 1 },
      category: { type: 'string', many: true, enum: ['fixed', 'ground', 'other', 'portable', 'underground'] },
      cargoWeight: { type: 'number', minimum: 0 },
      temperature: { type: 'number' },
      methaneConcentration: { type: 'number', minimum: 0 },
      storedWasteKind: {
        type: 'string',
        enum: [
          'organic', 'inorganic', 'glass', 'oil', 'plastic', 'metal', 'paper', 'batteries', 'electronics', 'hazardous',
          'other',
        ],
      },
      storedWasteOrigin: {
        type: 'string',
        enum: ['household', 'municipal', 'industrial', 'construction', 'hostelry', 'agriculture', 'other'],
      },
      storedWasteCode: { type: 'string' },
      serialNumber: { type: 'string' },
      regulation: { type: 'string' },
      responsible: { type: 'string' },
      dateServiceStarted: { type: 'string', format: 'date-time' },
      dateLastEmptying: { type: 'string', format: 'date-time' },
      nextActuationDeadline: { type: 'string', format: 'date-time' },
      actuationHours: { type: 'string' },
      dateLastCleaning: { type: 'string', format: 'date-time' },
      nextCleaningDeadline: { type: 'string', format: 'date-time' },
      isleId: { type: 'string' },
      status: {
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['ok', 'lidOpen', 'dropped', 'moved', 'vandalized', 'burning', 'unknown'],
      },
      refWasteContainerModel: { kind: 'Relationship', type: 'string' },
      refWasteContainerIsle: { kind: 'Relationship', type: 'string' },
      refDevice: { kind: 'Relationship', type: 'string', many: true },
      timeInstant: { iri: 'https://smartdatamodels.org/timeInstant', type: 'string', format: 'date-time' },
      binCapacity: { type: 'number' },
      binColor: { type: 'string' },
      wardId: { type: 'string' },
      license_plate: { type: 'string' },
      RFID: { type: 'string' },
      binFullnessThreshold: { type: 'number' },
      binRecommendedLoad: { type: 'number' },
      binId: { type: 'string' },
      binMaxLoad: { type: 'number' },
      binLoggedTime: { type: 'string', format: 'date-time' },
    },
  },
  check,
)

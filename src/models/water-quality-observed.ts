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
import { waterQualityObserved as check } from './validators.js'

/** Quality of water measured at a place and time */
export interface WaterQualityObserved extends EntityHead<'WaterQualityObserved'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Instant or interval of the observation */
  dateObserved: string
  /** Further measures as `code, value, unit, name` texts */
  measurand?: readonly string[]
  /** Temperature */
  temperature?: number
  /** Biochemical oxygen demand; mg/l (M1), at least 0 */
  bod?: number
  /** Chemical oxygen demand; mg/l (M1), at least 0 */
  cod?: number
  /** Electrical conductivity; at least 0 */
  conductivity?: number
  /** Specific conductance; at least 0 */
  conductance?: number
  /** Suspended solids in total; at least 0 */
  tss?: number
  /** Dissolved solids in total; at least 0 */
  tds?: number
  /** Light scattered by particles; at least 0 */
  turbidity?: number
  /** Dissolved salts; at least 0 */
  salinity?: number
  /** Acidity; 0 to 14 */
  pH?: number
  /** Oxidation-reduction potential; at least 0 */
  orp?: number
  /** Dissolved oxygen; at least 0 */
  O2?: number
  /** Chlorophyll A; at least 0 */
  Chla?: number
  /** Phycoerythrin, a pigment that indicates cyanobacteria; at least 0 */
  PE?: number
  /** Phycocyanin, a pigment that indicates cyanobacteria; at least 0 */
  PC?: number
  /** Ammonium; at least 0 */
  NH4?: number
  /** Ammonia; at least 0 */
  NH3?: number
  /** Chlorides; at least 0 */
  'Cl-'?: number
  /** Nitrate; at least 0 */
  NO3?: number
  /** Phosphates; at least 0 */
  PO4?: number
  /** Escherichia coli count; at least 0 */
  escherichiaColi?: number
  /** Enterococci count; at least 0 */
  enterococci?: number
  /** Point of interest that it belongs to, such as a station */
  refPointOfInterest?: string
  /** Flow of water; m³/h (MQH) */
  flow?: number
  /** Capacity to neutralise acid; mg/l (M1), at least 0 */
  alkalinity?: number
  /** Total Kjeldahl nitrogen: organic nitrogen, ammonia and ammonium; mg/l (M1), at least 0 */
  TKN?: number
  /** Nitrite, as nitrogen; mg/l (M1), at least 0 */
  NO2?: number
  /** Total nitrogen; mg/l (M1), at least 0 */
  'N-TOT'?: number
  /** Total phosphorus; mg/l (M1), at least 0 */
  'P-TOT'?: number
  /** Phosphate, as phosphorus; mg/l (M1), at least 0 */
  'P-PO4'?: number
  /** Aluminium; mg/l (M1), at least 0 */
  Al?: number
  /** Arsenic; mg/l (M1), at least 0 */
  As?: number
  /** Boron; mg/l (M1), at least 0 */
  B?: number
  /** Barium; mg/l (M1), at least 0 */
  Ba?: number
  /** Cadmium; mg/l (M1), at least 0 */
  Cd?: number
  /** Chromium; mg/l (M1), at least 0 */
  Cr?: number
  /** Chromium in oxidation state +3; mg/l (M1), at least 0 */
  'Cr-III'?: number
  /** Chromium in oxidation state +6; mg/l (M1), at least 0 */
  'Cr-VI'?: number
  /** Copper; mg/l (M1), at least 0 */
  Cu?: number
  /** Iron; mg/l (M1), at least 0 */
  Fe?: number
  /** Fluoride; mg/l (M1), at least 0 */
  fluoride?: number
  /** Mercury; mg/l (M1), at least 0 */
  Hg?: number
  /** Total hydrocarbons; mg/l (M1), at least 0 */
  THC?: number
  /** Nickel; mg/l (M1), at least 0 */
  Ni?: number
  /** Total oil content; mg/l (M1), at least 0 */
  TO?: number
  /** Lead; mg/l (M1), at least 0 */
  Pb?: number
  /** Selenium; mg/l (M1), at least 0 */
  Se?: number
  /** Tin; mg/l (M1), at least 0 */
  Sn?: number
  /** Sulfate; mg/l (M1), at least 0 */
  sulphate?: number
  /** Sulfite; mg/l (M1), at least 0 */
  sulphite?: number
  /** Anionic surfactants; mg/l (M1), at least 0 */
  'anionic-surfactants'?: number
  /** Cationic surfactants; mg/l (M1), at least 0 */
  'cationic-surfactants'?: number
  /** Non-ionic surfactants; mg/l (M1), at least 0 */
  'non-ionic-surfactants'?: number
  /** Surfactants in total; mg/l (M1), at least 0 */
  'total-surfactants'?: number
  /** Zinc; mg/l (M1), at least 0 */
  Zn?: number
  /** Symbol of the component analysed */
  componentAnalyzed?: string
  /** Full name of the component analysed */
  componentName?: string
  /** Concentration of the component analysed; mg/l (M1) */
  concentration?: number
}

/** WaterQualityObserved, normalized. */
export interface WaterQualityObservedNormalized extends Normalized<WaterQualityObserved, {
  GeoProperty: 'location'
  Relationship: 'refPointOfInterest'
}> {}

/** A partial WaterQualityObserved. */
export type WaterQualityObservedUpdate = Update<WaterQualityObserved>

/** The model of WaterQualityObserved. */
export const WaterQualityObserved: Model<WaterQualityObserved, WaterQualityObservedNormalized> = defineModel(
  {
    type: 'WaterQualityObserved',
    source: 'dataModel.WaterQuality/WaterQualityObserved',
    version: '0.0.6',
    required: ['dateObserved', 'location'],
    attributes: {
      ...commons,
      ...place,
      dateObserved: { iri: 'https://smartdatamodels.org/dateObserved', type: 'string' },
      measurand: { type: 'string', many: true },
      temperature: { type: 'number' },
      bod: { type: 'number', minimum: 0, unit: 'M1' },
      cod: { type: 'number', minimum: 0, unit: 'M1' },
      conductivity: { type: 'number', minimum: 0 },
      conductance: { type: 'number', minimum: 0 },
      tss: { type: 'number', minimum: 0 },
      tds: { type: 'number', minimum: 0 },
      turbidity: { type: 'number', minimum: 0 },
      salinity: { type: 'number', minimum: 0 },
      pH: { type: 'number', minimum: 0, maximum: 14 },
      orp: { type: 'number', minimum: 0 },
      O2: { type: 'number', minimum: 0 },
      Chla: { type: 'number', minimum: 0 },
      PE: { type: 'number', minimum: 0 },
      PC: { type: 'number', minimum: 0 },
      NH4: { type: 'number', minimum: 0 },
      NH3: { type: 'number', minimum: 0 },
      'Cl-': { type: 'number', minimum: 0 },
      NO3: { type: 'number', minimum: 0 },
      PO4: { type: 'number', minimum: 0 },
      escherichiaColi: { type: 'number', minimum: 0 },
      enterococci: { type: 'number', minimum: 0 },
      refPointOfInterest: { kind: 'Relationship', type: 'string' },
      flow: { type: 'number', unit: 'MQH' },
      alkalinity: { type: 'number', minimum: 0, unit: 'M1' },
      TKN: { type: 'number', minimum: 0, unit: 'M1' },
      NO2: { type: 'number', minimum: 0, unit: 'M1' },
      'N-TOT': { type: 'number', minimum: 0, unit: 'M1' },
      'P-TOT': { type: 'number', minimum: 0, unit: 'M1' },
      'P-PO4': { type: 'number', minimum: 0, unit: 'M1' },
      Al: { type: 'number', minimum: 0, unit: 'M1' },
      As: { type: 'number', minimum: 0, unit: 'M1' },
      B: { type: 'number', minimum: 0, unit: 'M1' },
      Ba: { type: 'number', minimum: 0, unit: 'M1' },
      Cd: { type: 'number', minimum: 0, unit: 'M1' },
      Cr: { type: 'number', minimum: 0, unit: 'M1' },
      'Cr-III': { type: 'number', minimum: 0, unit: 'M1' },
      'Cr-VI': { type: 'number', minimum: 0, unit: 'M1' },
      Cu: { type: 'number', minimum: 0, unit: 'M1' },
      Fe: { type: 'number', minimum: 0, unit: 'M1' },
      fluoride: { type: 'number', minimum: 0, unit: 'M1' },
      Hg: { type: 'number', minimum: 0, unit: 'M1' },
      THC: { type: 'number', minimum: 0, unit: 'M1' },
      Ni: { type: 'number', minimum: 0, unit: 'M1' },
      TO: { type: 'number', minimum: 0, unit: 'M1' },
      Pb: { type: 'number', minimum: 0, unit: 'M1' },
      Se: { type: 'number', minimum: 0, unit: 'M1' },
      Sn: { type: 'number', minimum: 0, unit: 'M1' },
      sulphate: { type: 'number', minimum: 0, unit: 'M1' },
      sulphite: { type: 'number', minimum: 0, unit: 'M1' },
      'anionic-surfactants': { type: 'number', minimum: 0, unit: 'M1' },
      'cationic-surfactants': { type: 'number', minimum: 0, unit: 'M1' },
      'non-ionic-surfactants': { type: 'number', minimum: 0, unit: 'M1' },
      'total-surfactants': { type: 'number', minimum: 0, unit: 'M1' },
      Zn: { type: 'number', minimum: 0, unit: 'M1' },
      componentAnalyzed: { type: 'string' },
      componentName: { type: 'string' },
      concentration: { type: 'number', unit: 'M1' },
    },
  },
  check,
)

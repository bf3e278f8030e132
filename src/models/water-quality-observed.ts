// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Point,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { waterQualityObserved as check } from './validators.js'

/** Quality of water measured at a place and time. dataModel.WaterQuality/WaterQualityObserved 0.0.6 */
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

/** WaterQualityObserved with every attribute in normalized form. */
export interface WaterQualityObservedNormalized extends Normalized<WaterQualityObserved, {
  GeoProperty: 'location'
  Relationship: 'refPointOfInterest'
}> {}

/** What an update of a WaterQualityObserved takes: its id and any attributes. */
export type WaterQualityObservedUpdate = Update<WaterQualityObserved>

/** The model of WaterQualityObserved: kinds, units, IRIs, and the check of its entities. */
export const WaterQualityObserved: Model<WaterQualityObserved, WaterQualityObservedNormalized> = defineModel(
  {
    type: 'WaterQualityObserved',
    iri: 'https://smartdatamodels.org/dataModel.WaterQuality/WaterQualityObserved',
    source: 'dataModel.WaterQuality/WaterQualityObserved',
    version: '0.0.6',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.WaterQuality/master/context.jsonld',
    required: ['dateObserved', 'location'],
    attributes: {
      ...commons,
      ...place,
      dateObserved: { kind: 'Property', iri: 'https://smartdatamodels.org/dateObserved', type: 'string' },
      measurand: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/measurand',
        type: 'string',
        many: true,
      },
      temperature: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/temperature',
        type: 'number',
      },
      bod: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/bod',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      cod: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/cod',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      conductivity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/conductivity',
        type: 'number',
        minimum: 0,
      },
      conductance: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/conductance',
        type: 'number',
        minimum: 0,
      },
      tss: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/tss',
        type: 'number',
        minimum: 0,
      },
      tds: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/tds',
        type: 'number',
        minimum: 0,
      },
      turbidity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/turbidity',
        type: 'number',
        minimum: 0,
      },
      salinity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/salinity',
        type: 'number',
        minimum: 0,
      },
      pH: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/pH',
        type: 'number',
        minimum: 0,
        maximum: 14,
      },
      orp: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/orp',
        type: 'number',
        minimum: 0,
      },
      O2: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/O2',
        type: 'number',
        minimum: 0,
      },
      Chla: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Chla',
        type: 'number',
        minimum: 0,
      },
      PE: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/PE',
        type: 'number',
        minimum: 0,
      },
      PC: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/PC',
        type: 'number',
        minimum: 0,
      },
      NH4: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/NH4',
        type: 'number',
        minimum: 0,
      },
      NH3: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/NH3',
        type: 'number',
        minimum: 0,
      },
      'Cl-': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Cl-',
        type: 'number',
        minimum: 0,
      },
      NO3: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/NO3',
        type: 'number',
        minimum: 0,
      },
      PO4: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/PO4',
        type: 'number',
        minimum: 0,
      },
      escherichiaColi: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/escherichiaColi',
        type: 'number',
        minimum: 0,
      },
      enterococci: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/enterococci',
        type: 'number',
        minimum: 0,
      },
      refPointOfInterest: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/refPointOfInterest',
        type: 'string',
      },
      flow: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/flow',
        type: 'number',
        unit: 'MQH',
      },
      alkalinity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/alkalinity',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      TKN: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/TKN',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      NO2: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/NO2',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'N-TOT': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/N-TOT',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'P-TOT': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/P-TOT',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'P-PO4': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/P-PO4',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Al: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Al',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      As: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/As',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      B: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/B',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Ba: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Ba',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Cd: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Cd',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Cr: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Cr',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'Cr-III': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Cr-III',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'Cr-VI': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Cr-VI',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Cu: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Cu',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Fe: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Fe',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      fluoride: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/fluoride',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Hg: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Hg',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      THC: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/THC',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Ni: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Ni',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      TO: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/TO',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Pb: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Pb',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Se: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Se',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Sn: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Sn',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      sulphate: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/sulphate',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      sulphite: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/sulphite',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'anionic-surfactants': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/anionic-surfactants',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'cationic-surfactants': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/cationic-surfactants',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'non-ionic-surfactants': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/non-ionic-surfactants',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      'total-surfactants': {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/total-surfactants',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      Zn: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/Zn',
        type: 'number',
        minimum: 0,
        unit: 'M1',
      },
      componentAnalyzed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/componentAnalyzed',
        type: 'string',
      },
      componentName: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/componentName',
        type: 'string',
      },
      concentration: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.WaterQuality/concentration',
        type: 'number',
        unit: 'M1',
      },
    },
  },
  check,
)

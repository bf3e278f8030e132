// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type JsonObject,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { keyPerformanceIndicator as check } from './validators.js'

/** A measure of how well an organisation does. dataModel.KeyPerformanceIndicator/KeyPerformanceIndicator 0.2.1 */
export interface KeyPerformanceIndicator extends EntityHead<'KeyPerformanceIndicator'>, Commons, Place {
  /** Categories of it */
  category?: readonly (
    | 'actionable' | 'directional' | 'financial' | 'input' | 'lagging' | 'leading' | 'output' | 'practical' | 'process'
    | 'qualitative' | 'quantitative'
  )[]
  /** Organisation that the indicator rates */
  organization?: string
  /** Process that the indicator rates */
  process?: string
  /** Product that the indicator rates */
  product?: string
  /** Who provides it */
  provider?: string
  /** Business goal that the indicator serves */
  businessTarget?: string
  /** How often the indicator is calculated */
  calculationFrequency?: 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly' | 'quarterly' | 'bimonthly' | 'biweekly'
  /** Organisation that calculates the indicator */
  calculatedBy?: string
  /** How the indicator is calculated */
  calculationMethod?: 'manual' | 'automatic' | 'semiautomatic'
  /** Formula of the indicator, for information */
  calculationFormula?: string
  /** Entity types and attributes that the indicator is computed from */
  aggregatedData?: readonly {
    entityType?: string
    attrs?: readonly string[]
  }[]
  /** Period that the value covers */
  calculationPeriod?: {
    from?: string
    to?: string
  }
  /** How good the value of the indicator is */
  currentStanding?: 'veryGood' | 'good' | 'fair' | 'bad' | 'veryBad'
  /** Value of the indicator */
  kpiValue?: string | number | boolean | JsonObject | readonly unknown[]
  /** Since when the indicator exists; date-time */
  effectiveSince?: string
  /** When the next value is due; date */
  dateNextCalculation?: string
  /** When the indicator ends; date-time */
  dateExpires?: string
  /** When the indicator was last changed; date-time */
  updatedAt?: string
  /** Area of the organisation that the indicator is about, such as a district */
  area?: string
}

/** KeyPerformanceIndicator with every attribute in normalized form. */
export interface KeyPerformanceIndicatorNormalized extends Normalized<KeyPerformanceIndicator, {
  GeoProperty: 'location'
}> {}

/** What an update of a KeyPerformanceIndicator takes: its id and any attributes. */
export type KeyPerformanceIndicatorUpdate = Update<KeyPerformanceIndicator>

/** The model of KeyPerformanceIndicator: kinds, units, IRIs, and the check of its entities. */
export const KeyPerformanceIndicator: Model<KeyPerformanceIndicator, KeyPerformanceIndicatorNormalized> = defineModel(
  {
    type: 'KeyPerformanceIndicator',
    iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/KeyPerformanceIndicator',
    source: 'dataModel.KeyPerformanceIndicator/KeyPerformanceIndicator',
    version: '0.2.1',
    context: 
      'https://raw.githubusercontent.com/smart-data-models/dataModel.KeyPerformanceIndicator/master/context.jsonld',
    required: [],
    attributes: {
      ...commons,
      ...place,
      category: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/category',
        type: 'string',
        many: true,
        enum: [
          'actionable', 'directional', 'financial', 'input', 'lagging', 'leading', 'output', 'practical', 'process',
          'qualitative', 'quantitative',
        ],
      },
      organization: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/organization',
        type: 'string',
      },
      process: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/process',
        type: 'string',
      },
      product: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/product',
        type: 'string',
      },
      provider: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/provider',
        type: 'string',
      },
      businessTarget: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/businessTarget',
        type: 'string',
      },
      calculationFrequency: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/calculationFrequency',
        type: 'string',
        enum: ['hourly', 'daily', 'weekly', 'monthly', 'yearly', 'quarterly', 'bimonthly', 'biweekly'],
      },
      calculatedBy: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/calculatedBy',
        type: 'string',
      },
      calculationMethod: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/calculationMethod',
        type: 'string',
        enum: ['manual', 'automatic', 'semiautomatic'],
      },
      calculationFormula: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/calculationFormula',
        type: 'string',
      },
      aggregatedData: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/aggregatedData',
        type: 'object',
        many: true,
      },
      calculationPeriod: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/calculationPeriod',
        type: 'object',
      },
      currentStanding: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/currentStanding',
        type: 'string',
        enum: ['veryGood', 'good', 'fair', 'bad', 'veryBad'],
      },
      kpiValue: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/kpiValue',
        type: ['string', 'number', 'boolean', 'object', 'array'],
      },
      effectiveSince: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/effectiveSince',
        type: 'string',
        format: 'date-time',
      },
      dateNextCalculation: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/dateNextCalculation',
        type: 'string',
        format: 'date',
      },
      dateExpires: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/dateExpires',
        type: 'string',
        format: 'date-time',
      },
      updatedAt: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/updatedAt',
        type: 'string',
        format: 'date-time',
      },
      area: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/area',
        type: 'string',
      },
    },
  },
  check,
)

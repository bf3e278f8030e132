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

/** A measure of how well an organisation does */
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

/** KeyPerformanceIndicator, normalized. */
export interface KeyPerformanceIndicatorNormalized extends Normalized<KeyPerformanceIndicator, {
  GeoProperty: 'location'
}> {}

/** A partial KeyPerformanceIndicator. */
export type KeyPerformanceIndicatorUpdate = Update<KeyPerformanceIndicator>

/** The model of KeyPerformanceIndicator. */
export const KeyPerformanceIndicator: Model<KeyPerformanceIndicator, KeyPerformanceIndicatorNormalized> = defineModel(
  {
    type: 'KeyPerformanceIndicator',
    source: 'dataModel.KeyPerformanceIndicator/KeyPerformanceIndicator',
    version: '0.2.1',
    attributes: {
      ...commons,
      ...place,
      category: {
        type: 'string',
        many: true,
        enum: [
          'actionable', 'directional', 'financial', 'input', 'lagging', 'leading', 'output', 'practical', 'process',
          'qualitative', 'quantitative',
        ],
      },
      organization: { type: 'string' },
      process: { type: 'string' },
      product: { type: 'string' },
      provider: { type: 'string' },
      businessTarget: { type: 'string' },
      calculationFrequency: {
        type: 'string',
        enum: ['hourly', 'daily', 'weekly', 'monthly', 'yearly', 'quarterly', 'bimonthly', 'biweekly'],
      },
      calculatedBy: { type: 'string' },
      calculationMethod: { type: 'string', enum: ['manual', 'automatic', 'semiautomatic'] },
      calculationFormula: { type: 'string' },
      aggregatedData: { type: 'object', many: true },
      calculationPeriod: { type: 'object' },
      currentStanding: { type: 'string', enum: ['veryGood', 'good', 'fair', 'bad', 'veryBad'] },
      kpiValue: { type: ['string', 'number', 'boolean', 'object', 'array'] },
      effectiveSince: { type: 'string', format: 'date-time' },
      dateNextCalculation: { type: 'string', format: 'date' },
      dateExpires: { type: 'string', format: 'date-time' },
      updatedAt: { type: 'string', format: 'date-time' },
      area: { type: 'string' },
    },
  },
  check,
)

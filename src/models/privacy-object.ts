// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { privacyObject as check } from './validators.js'

/** What a device means for people's privacy: why it measures, on what ground */
export interface PrivacyObject extends EntityHead<'PrivacyObject'>, Commons, Place {
  /** Device that it is about */
  refDevice?: string
  /** Whether the device is inside a building */
  isIndoor?: boolean
  /** Floor on which the device is */
  floor?: number
  /** Identifier of a person without a name; uri */
  user?: string
  /** What the data are gathered for */
  purpose?: string
  /** Categories of the device */
  category?: readonly (
    | 'actuator' | 'beacon' | 'endgun' | 'HVAC' | 'implement' | 'irrSection' | 'irrSystem' | 'meter' | 'multimedia'
    | 'network' | 'sensor'
  )[]
  /** Who gets the data, as URIs; uri */
  recipientList?: readonly string[]
  /** Whether the data are about persons */
  isPersonalData?: boolean
  /** How long the data are kept */
  retentionPeriod?: string
  /** Interest or legal ground on which the data are gathered */
  legitimateInterest?: string
  /** Whether and where data leave the country */
  crossborderTransfer?: string
  /** URL of a picture; uri */
  image?: string
}

/** PrivacyObject, normalized. */
export interface PrivacyObjectNormalized extends Normalized<PrivacyObject, {
  GeoProperty: 'location'
}> {}

/** A partial PrivacyObject. */
export type PrivacyObjectUpdate = Update<PrivacyObject>

/** The model of PrivacyObject. */
export const PrivacyObject: Model<PrivacyObject, PrivacyObjectNormalized> = defineModel(
  {
    type: 'PrivacyObject',
    source: 'dataModel.Device/PrivacyObject',
    version: '0.0.1',
    attributes: {
      ...commons,
      ...place,
      refDevice: { type: 'string' },
      isIndoor: { type: 'boolean' },
      floor: { type: 'number' },
      user: { type: 'string', format: 'uri' },
      purpose: { type: 'string' },
      category: {
        type: 'string',
        many: true,
        enum: [
          'actuator', 'beacon', 'endgun', 'HVAC', 'implement', 'irrSection', 'irrSystem', 'meter', 'multimedia',
          'network', 'sensor',
        ],
      },
      recipientList: { type: 'string', many: true, format: 'uri' },
      isPersonalData: { type: 'boolean' },
      retentionPeriod: { type: 'string' },
      legitimateInterest: { type: 'string' },
      crossborderTransfer: { type: 'string' },
      image: { iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
    },
  },
  check,
)

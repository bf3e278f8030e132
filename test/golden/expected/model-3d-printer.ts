// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../../../src/model/index.js'
import { type Basics, type Places, basics, places } from './definitions.js'
import { model3DPrinter as check } from './validators.js'

/** Names that no identifier may have */
export interface Model3DPrinter extends EntityHead<'3DPrinter'>, Basics, Places {
  /** Nitrogen; mg/l (M1) */
  'N-TOT': number
  /** Kind of request */
  'open311:type'?: string
  /** Another type */
  Type?: string
  /** Starts with a digit */
  '100m'?: number
}

/** Model3DPrinter, normalized. */
export interface Model3DPrinterNormalized extends Normalized<Model3DPrinter, {
  GeoProperty: 'location'
}> {}

/** A partial Model3DPrinter. */
export type Model3DPrinterUpdate = Update<Model3DPrinter>

/** The model of Model3DPrinter. */
export const Model3DPrinter: Model<Model3DPrinter, Model3DPrinterNormalized> = defineModel(
  {
    type: '3DPrinter',
    source: 'dataModel.Identity/3DPrinter',
    required: ['N-TOT'],
    attributes: {
      ...basics,
      ...places,
      'N-TOT': { iri: 'https://smartdatamodels.org/dataModel.Identity/nitrogenTotal', type: 'number', unit: 'M1' },
      'open311:type': { iri: 'https://smartdatamodels.org/dataModel.Identity/open311type', type: 'string' },
      Type: { iri: 'https://uri.etsi.org/ngsi-ld/default-context/Type', type: 'string' },
      '100m': { iri: 'https://uri.etsi.org/ngsi-ld/default-context/100m', type: 'integer' },
    },
  },
  check,
)

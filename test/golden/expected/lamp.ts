// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../../../src/model/index.js'
import { type Basics, type Places, basics, places } from './definitions.js'
import { lamp as check } from './validators.js'

/** Keywords that lie */
export interface Lamp extends EntityHead<'Lamp'>, Basics, Places {
  /** Colour of the light */
  colour?: 'white' | 'red '
  /** A pair */
  corners?: readonly (number | string)[]
  /** Power; W (WTT), at least 0 */
  power?: number
  /** In use since */
  since?: string
  /** Size */
  size?: number
  /** A pattern that is none */
  broken?: string
  /** Who made it; idn-email */
  maker?: string
  /** Notes */
  notes?: readonly string[]
  /** Mood */
  mood?: '' | 'calm' | 'very bright' | '1st'
  /** How bright */
  brightness?: number
}

/** Lamp, normalized. */
export interface LampNormalized extends Normalized<Lamp, {
  GeoProperty: 'location'
}> {}

/** A partial Lamp. */
export type LampUpdate = Update<Lamp>

/** The model of Lamp. */
export const Lamp: Model<Lamp, LampNormalized> = defineModel(
  {
    type: 'Lamp',
    source: 'dataModel.Keywords/Lamp',
    vocabulary: 'https://uri.etsi.org/ngsi-ld/default-context/',
    attributes: {
      ...basics,
      ...places,
      colour: { type: 'string', enum: ['white', 'red '] },
      corners: { many: true },
      power: { type: 'number', minimum: 0, unit: 'WTT' },
      since: { type: 'string' },
      size: { type: 'number' },
      broken: { type: 'string' },
      maker: { type: 'string', format: 'idn-email' },
      notes: { type: 'string', many: true },
      mood: { type: 'string', enum: ['', 'calm', 'very bright', '1st'] },
      brightness: { type: 'number' },
    },
  },
  check,
)

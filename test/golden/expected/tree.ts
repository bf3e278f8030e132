// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type JsonObject,
  type Model,
  type Normalized,
  type Update,
} from '../../../src/model/index.js'
import { type Basics, type Colour, type Places, basics, places } from './definitions.js'
import { tree as check } from './validators.js'

/** Kind and unit as data */
export interface Tree extends EntityHead<'Tree'>, Basics, Places {
  /** A Point */
  location: Geometry
  /** How tall it is; m (MTR), 0 to 130 */
  height: number
  title?: JsonObject
  rings?: readonly number[]
  refPark?: string
  /** date */
  planted?: string
  condition?: 'good' | 'poor'
  /** Defined in another subject, which refers back */
  paint?: Colour
}

/** Tree, normalized. */
export interface TreeNormalized extends Normalized<Tree, {
  GeoProperty: 'location'
  LanguageProperty: 'title'
  ListProperty: 'rings'
  Relationship: 'refPark'
  VocabProperty: 'condition'
}> {}

/** A partial Tree. */
export type TreeUpdate = Update<Tree>

/** The model of Tree. */
export const Tree: Model<Tree, TreeNormalized> = defineModel(
  {
    type: 'Tree',
    source: 'dataModel.Data/Tree',
    version: '1.2.0',
    vocabulary: 'https://uri.etsi.org/ngsi-ld/default-context/',
    required: ['location', 'height'],
    attributes: {
      ...basics,
      ...places,
      height: { type: 'number', minimum: 0, maximum: 130, unit: 'MTR' },
      title: { kind: 'LanguageProperty', iri: 'http://purl.org/dc/terms/title', type: 'object' },
      rings: { kind: 'ListProperty', type: 'number', many: true },
      refPark: { kind: 'Relationship', type: 'string' },
      planted: { type: 'string', format: 'date' },
      condition: { kind: 'VocabProperty', type: 'string', enum: ['good', 'poor'] },
      paint: { type: 'object' },
    },
  },
  check,
)

// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Model,
  type Normalized,
  type Point,
  type Update,
} from '../../../src/model/index.js'
import { type Basics, type Part, type Places, basics, places } from './definitions.js'
import { bench as check } from './validators.js'

/** References in every spelling */
export interface Bench extends EntityHead<'Bench'>, Basics, Places {
  /** A Point */
  near?: Geometry
  /** A part with parts */
  part: Part
  lost?: unknown
  loop?: unknown
  /** Id of an entity */
  refOwner?: string
  /** A point by http */
  spot?: Point
  /** The same by https */
  entrance?: Point
  /** By a feature branch */
  label?: string
  /** A branch that is not there */
  gone?: unknown
  /** A type beside the reference */
  wood?: 'oak' | 'pine'
}

/** Bench, normalized. */
export interface BenchNormalized extends Normalized<Bench, {
  GeoProperty: 'location' | 'near' | 'spot' | 'entrance'
  Relationship: 'refOwner'
}> {}

/** A partial Bench. */
export type BenchUpdate = Update<Bench>

/** The model of Bench. */
export const Bench: Model<Bench, BenchNormalized> = defineModel(
  {
    type: 'Bench',
    source: 'dataModel.References/Bench',
    vocabulary: 'https://uri.etsi.org/ngsi-ld/default-context/',
    required: ['part'],
    attributes: {
      ...basics,
      ...places,
      near: { kind: 'GeoProperty', type: 'object' },
      part: { type: 'object' },
      lost: {},
      loop: {},
      refOwner: { kind: 'Relationship', type: 'string' },
      spot: { kind: 'GeoProperty', type: 'object', geometries: ['Point'] },
      entrance: { kind: 'GeoProperty', type: 'object', geometries: ['Point'] },
      label: { type: 'string' },
      gone: {},
      wood: { type: 'string', enum: ['oak', 'pine'] },
    },
  },
  check,
)

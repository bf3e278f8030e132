// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type JsonObject,
  type Model,
  type Normalized,
  type Update,
} from '../../../src/model/index.js'
import { signal as check } from './validators.js'

/** Values of every sort */
export interface Signal extends EntityHead<'Signal'> {
  /** Level */
  level: 0 | 1 | 2
  /** Always set */
  flag?: true
  /** Pairs */
  pairs?: readonly (readonly number[])[]
  /** Anything */
  free?: unknown
  /** Any members */
  bag?: JsonObject
  /** Counts by name */
  counts?: {
    [k: string]: number
  }
  /** One of many */
  state?:
    | 's00' | 's01' | 's02' | 's03' | 's04' | 's05' | 's06' | 's07' | 's08' | 's09' | 's10' | 's11' | 's12' | 's13'
    | 's14' | 's15' | 's16' | 's17' | 's18' | 's19' | 's20' | 's21' | 's22' | 's23' | 's24' | 's25' | 's26' | 's27'
    | 's28' | 's29' | 's30' | 's31' | 's32' | 's33' | 's34' | 's35' | 's36' | 's37' | 's38' | 's39'
}

/** Signal, normalized. */
export interface SignalNormalized extends Normalized<Signal> {}

/** A partial Signal. */
export type SignalUpdate = Update<Signal>

/** The model of Signal. */
export const Signal: Model<Signal, SignalNormalized> = defineModel(
  {
    type: 'Signal',
    source: 'dataModel.Data/Signal',
    vocabulary: 'https://uri.etsi.org/ngsi-ld/default-context/',
    required: ['level'],
    attributes: {
      level: { type: 'number', enum: [0, 1, 2] },
      flag: { type: 'boolean', enum: [true] },
      pairs: { type: 'array', many: true },
      free: {},
      bag: { type: 'object' },
      counts: { type: 'object' },
      state: {
        type: 'string',
        enum: [
          's00', 's01', 's02', 's03', 's04', 's05', 's06', 's07', 's08', 's09', 's10', 's11', 's12', 's13', 's14',
          's15', 's16', 's17', 's18', 's19', 's20', 's21', 's22', 's23', 's24', 's25', 's26', 's27', 's28', 's29',
          's30', 's31', 's32', 's33', 's34', 's35', 's36', 's37', 's38', 's39',
        ],
      },
    },
  },
  check,
)

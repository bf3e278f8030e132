import type { Model } from '../../src/model/descriptor.js'
import type {
  GeoProperty,
  JsonProperty,
  LanguageProperty,
  ListProperty,
  ListRelationship,
  Property,
  Relationship,
  VocabProperty,
} from '../../src/ngsi/attribute.js'
import type { Point } from '../../src/ngsi/geojson.js'
import { coreContext } from './container.js'

/** A sign that has an attribute of every kind that is neither Property nor plain Relationship. */
export interface Sign {
  readonly id: string
  readonly type: 'Sign'
  readonly name?: string | undefined
  readonly location?: Point | undefined
  readonly meaning?: { readonly vocab: string } | undefined
  readonly raw?: { readonly json: { readonly a: number } } | undefined
  readonly lines?: readonly string[] | undefined
  readonly poles?: readonly string[] | undefined
  readonly text?: { readonly languageMap: Readonly<Record<string, string>> } | undefined
  readonly standsAt?: string | undefined
}

/** The same, normalized. */
export interface NormalizedSign {
  readonly id: string
  readonly type: 'Sign'
  readonly name?: Property<string> | undefined
  readonly location?: GeoProperty<Point> | undefined
  readonly meaning?: VocabProperty | undefined
  readonly raw?: JsonProperty | undefined
  readonly lines?: ListProperty | undefined
  readonly poles?: ListRelationship | undefined
  readonly text?: LanguageProperty | undefined
  readonly standsAt?: Relationship<string> | undefined
}

const vocabulary = 'https://uri.etsi.org/ngsi-ld/default-context/'

/** The model's value. */
export const Sign: Model<Sign, NormalizedSign> = {
  type: 'Sign',
  iri: `${vocabulary}Sign`,
  context: coreContext,
  required: [],
  attributes: {
    name: { kind: 'Property', iri: `${vocabulary}name`, type: 'string' },
    location: { kind: 'GeoProperty', iri: 'https://uri.etsi.org/ngsi-ld/location' },
    meaning: { kind: 'VocabProperty', iri: `${vocabulary}meaning` },
    raw: { kind: 'JsonProperty', iri: `${vocabulary}raw` },
    lines: { kind: 'ListProperty', iri: `${vocabulary}lines`, many: true },
    poles: { kind: 'ListRelationship', iri: `${vocabulary}poles`, many: true },
    text: { kind: 'LanguageProperty', iri: `${vocabulary}text` },
    standsAt: { kind: 'Relationship', iri: `${vocabulary}standsAt` },
  },
  validate: () => [],
}

import type { Issue } from '../../src/errors.js'
import type { Model } from '../../src/model/descriptor.js'
import type { GeoProperty, LanguageProperty, Property, Relationship } from '../../src/ngsi/attribute.js'
import type { Point } from '../../src/ngsi/geojson.js'

/** A small model for tests, in the shape that the generator writes. */
export interface Container {
  readonly id: string
  readonly type: 'Container'
  readonly fillingLevel: number
  readonly status?: 'open' | 'closed' | undefined
  readonly name?: string | undefined
  readonly serialNumber?: number | undefined
  readonly locked?: boolean | undefined
  readonly categories?: readonly ('glass' | 'paper' | 'other')[] | undefined
  readonly emptiedAt?: string | undefined
  readonly location?: Point | undefined
  readonly address?:
    | {
        readonly addressLocality?: string
        readonly streetNr?: string
        readonly geo?: { readonly floor: number }
      }
    | undefined
  readonly description?: { readonly languageMap: Readonly<Record<string, string>> } | undefined
  readonly refIsle?: string | undefined
}

/** The same, normalized. */
export interface NormalizedContainer {
  readonly id: string
  readonly type: 'Container'
  readonly fillingLevel: Property<number>
  readonly status?: Property<'open' | 'closed'> | undefined
  readonly name?: Property<string> | undefined
  readonly serialNumber?: Property<number> | undefined
  readonly locked?: Property<boolean> | undefined
  readonly categories?: Property<readonly ('glass' | 'paper' | 'other')[]> | undefined
  readonly emptiedAt?: Property<string> | undefined
  readonly location?: GeoProperty<Point> | undefined
  readonly address?: Property<NonNullable<Container['address']>> | undefined
  readonly description?: LanguageProperty | undefined
  readonly refIsle?: Relationship<string> | undefined
}

const vocabulary = 'https://uri.etsi.org/ngsi-ld/default-context/'

const bareLevel = (entity: { readonly fillingLevel?: unknown }): unknown => {
  const level = entity.fillingLevel as { value?: unknown } | number | undefined
  return typeof level === 'object' ? level.value : level
}

/** Requires a filling level between 0 and 1. */
const validate = (entity: unknown): readonly Issue[] => {
  const level = bareLevel(entity as { fillingLevel?: unknown })
  if (level === undefined) return [{ path: 'fillingLevel', message: 'is required', rule: 'required' }]
  return typeof level === 'number' && level >= 0 && level <= 1
    ? []
    : [{ path: 'fillingLevel', message: `${String(level)} is not between 0 and 1`, rule: 'range' }]
}

/** The context that no test needs to load: the core context. */
export const coreContext = 'https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v1.6.jsonld'

/** The model's value. */
export const Container: Model<Container, NormalizedContainer> = {
  type: 'Container',
  iri: `${vocabulary}Container`,
  context: coreContext,
  required: ['fillingLevel'],
  attributes: {
    fillingLevel: { kind: 'Property', iri: `${vocabulary}fillingLevel`, type: 'number', required: true },
    status: { kind: 'Property', iri: `${vocabulary}status`, type: 'string', enum: ['open', 'closed'] },
    name: { kind: 'Property', iri: `${vocabulary}name`, type: 'string' },
    serialNumber: { kind: 'Property', iri: `${vocabulary}serialNumber`, type: 'integer' },
    locked: { kind: 'Property', iri: `${vocabulary}locked`, type: 'boolean' },
    categories: { kind: 'Property', iri: `${vocabulary}categories`, type: 'string', many: true },
    emptiedAt: { kind: 'Property', iri: `${vocabulary}emptiedAt`, type: 'string', format: 'date-time' },
    location: { kind: 'GeoProperty', iri: 'https://uri.etsi.org/ngsi-ld/location' },
    address: { kind: 'Property', iri: `${vocabulary}address`, type: 'object' },
    description: { kind: 'LanguageProperty', iri: `${vocabulary}description` },
    refIsle: { kind: 'Relationship', iri: `${vocabulary}refIsle` },
  },
  validate,
}

/** The isle that a container stands on. */
export interface Isle {
  readonly id: string
  readonly type: 'Isle'
  readonly label: string
}

/** The isle's model. */
export const Isle: Model<
  Isle,
  { readonly id: string; readonly type: 'Isle'; readonly label: Property<string> }
> = {
  type: 'Isle',
  iri: `${vocabulary}Isle`,
  context: coreContext,
  required: ['label'],
  attributes: { label: { kind: 'Property', iri: `${vocabulary}label`, type: 'string', required: true } },
  validate: () => [],
}

/** The id of container number n. */
export const containerId = (n: number | string): string => `urn:ngsi-ld:Container:${n}`

// Written by city-context generate; do not edit.
import type { Attributes, Geometry } from '../../../src/model/index.js'

export interface Basics {
  /** How people call it */
  name?: string
  /** Pages about it */
  seeAlso?: readonly string[] | string
}

/** Attributes of Basics. */
export const basics: Attributes = {
  name: { iri: 'https://uri.etsi.org/ngsi-ld/default-context/name', type: 'string' },
  seeAlso: { iri: 'https://uri.etsi.org/ngsi-ld/default-context/seeAlso', type: ['array', 'string'] },
}

export interface Colour {
  over?: 'oak' | 'pine'
}

export interface Part {
  label: string
  parts?: readonly Part[]
}

export interface Places {
  /** A Point */
  location?: Geometry
  /** Where post goes */
  address?: {
    streetAddress?: string
    addressLocality?: string
    postalCode?: string
  }
}

/** Attributes of Places. */
export const places: Attributes = {
  location: { kind: 'GeoProperty', iri: 'https://uri.etsi.org/ngsi-ld/location', type: 'object' },
  address: { iri: 'https://uri.etsi.org/ngsi-ld/default-context/address', type: 'object' },
}

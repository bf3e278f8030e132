import type { Geometry } from '../ngsi/geojson.js'

/** How two geometries must stand to each other (CIM 009 4.10). Distances in metres. */
export type GeoRelation =
  | {
      readonly kind: 'near'
      readonly maxMeters?: number | undefined
      readonly minMeters?: number | undefined
    }
  | { readonly kind: 'within' | 'contains' | 'intersects' | 'disjoint' | 'equals' | 'overlaps' }

/** A geo query: entity geometry, relation, reference geometry. */
export interface GeoQuery {
  readonly relation: GeoRelation
  readonly reference: Geometry
  /** The GeoProperty to look at. @default 'location' */
  readonly geoproperty?: string | undefined
}

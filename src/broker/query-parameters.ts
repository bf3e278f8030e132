import type { GeoQueryText } from '../query/geo.js'
import { type Parameters, readBoolean, readInteger, readList } from './parameters.js'
import { badData } from './problem-error.js'
import type { QueryText, SelectorText } from './query-request.js'

/** The query parameters that say which entities are meant (CIM 009 6.4.3.2). */
export const selectionParameters: readonly string[] = [
  'id',
  'type',
  'idPattern',
  'q',
  'csf',
  'georel',
  'geometry',
  'coordinates',
  'geoproperty',
  'scopeQ',
]

const geoText = (query: Parameters): GeoQueryText | undefined => {
  const [georel, geometry, coordinates, geoproperty] = [
    'georel',
    'geometry',
    'coordinates',
    'geoproperty',
  ].map((name) => query.get(name))
  if (georel === undefined && geometry === undefined && coordinates === undefined)
    return geoproperty === undefined
      ? undefined
      : badData('geoproperty needs georel, geometry and coordinates')
  return { georel, geometry, coordinates, geoproperty }
}

const selectorText = (query: Parameters): readonly SelectorText[] => {
  const id = readList(query.get('id'), 'id')
  const idPattern = query.get('idPattern')
  const type = query.get('type')
  return id === undefined && idPattern === undefined && type === undefined ? [] : [{ id, idPattern, type }]
}

/** Reads orderBy and what belongs to it. */
const orderingText = (query: Parameters): QueryText['ordering'] => {
  const orderBy = readList(query.get('orderBy'), 'orderBy')
  if (orderBy === undefined) return undefined
  return {
    orderBy,
    collation: query.get('collation'),
    coordinates: query.get('orderFrom'),
    geometry: query.get('orderGeometry'),
  }
}

/** Reads the query that the parameters of a request make (CIM 009 6.4.3.2). */
export const queryFromParameters = (query: Parameters): QueryText => ({
  selectors: selectorText(query),
  attrs: readList(query.get('attrs'), 'attrs'),
  pick: query.get('pick'),
  omit: query.get('omit'),
  q: query.get('q'),
  geoQ: geoText(query),
  scopeQ: query.get('scopeQ'),
  csf: query.get('csf'),
  lang: query.get('lang'),
  datasetId: readList(query.get('datasetId'), 'datasetId'),
  join: query.get('join'),
  joinLevel: readInteger(query.get('joinLevel'), 'joinLevel', 1),
  containedBy: readList(query.get('containedBy'), 'containedBy'),
  ordering: orderingText(query),
  expandValues: readList(query.get('expandValues'), 'expandValues'),
  geometryProperty: query.get('geometryProperty'),
  local: readBoolean(query.get('local'), 'local'),
})

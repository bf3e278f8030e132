import { isObject } from '../../ngsi/entity.js'
import {
  answers,
  header,
  type Judge,
  listed,
  member,
  type Names,
  onlyWith,
  type Probe,
  problem,
  property,
  that,
} from './probe.js'

const entities = '/ngsi-ld/v1/entities'
const near = 'near;maxDistance==1000'
const ring = [
  [9, 48.9],
  [9.3, 48.9],
  [9.3, 49.1],
  [9, 49.1],
]
const closed = [...ring, [9, 48.9]]

const numberOf = (entity: Record<string, unknown>): number => Number(entity['temperature'])
const nameOf = (entity: Record<string, unknown>): string | undefined =>
  typeof entity['name'] === 'string' ? entity['name'] : undefined

const counted: Judge = (reply) => {
  const count = header(reply, 'ngsild-results-count')
  if (count === '') return 'sent no NGSILD-Results-Count'
  return /^\d+$/.test(count) ? undefined : `counts ${count}`
}

const asked =
  ({ type }: Names) =>
  (
    asks: string,
    expects: string,
    query: Record<string, string | number>,
    judge: Judge,
    rest: { readonly since?: string; readonly operation?: string } = {},
  ): Probe => ({
    operation: rest.operation ?? 'Query entities (5.7.2)',
    asks,
    expects,
    since: rest.since,
    request: { method: 'GET', path: entities, query: { type, ...query } },
    judge,
  })

/** The entities that the queries find: temperature 1 to 30, names, one place. */
const stock = ({ id, type }: Names): Probe => ({
  operation: 'Batch create (5.6.7)',
  asks: 'thirty for the queries',
  expects: '201',
  request: {
    method: 'POST',
    path: '/ngsi-ld/v1/entityOperations/create',
    body: Array.from({ length: 30 }, (_, index) => ({
      id: id(`q${index + 1}`),
      type,
      temperature: {
        ...property(index + 1),
        unitCode: index % 2 === 0 ? 'CEL' : 'FAH',
        observedAt: `2024-05-01T10:${String(index).padStart(2, '0')}:00Z`,
      },
      ...(index % 3 === 0 ? {} : { name: property(index % 2 === 0 ? 'alpha' : 'beta') }),
      ...(index % 2 === 0 ? { humidity: property(40) } : {}),
      address: property({ city: index % 2 === 0 ? 'Berlin' : 'Bonn', no: index + 1 }),
      location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [9.1 + index / 1000, 49] } },
    })),
  },
  judge: answers(201),
})

const lists = (names: Names): readonly Probe[] => {
  const ask = asked(names)
  return [
    ask(
      'by type',
      '200 with a list',
      {},
      onlyWith(`a ${names.type}`, (entity) => entity['type'] !== undefined),
    ),
    {
      operation: 'Query entities (5.7.2)',
      asks: 'all, without any condition',
      expects: '400 BadRequestData',
      request: { method: 'GET', path: entities },
      judge: problem(400, 'BadRequestData'),
    },
    ask('with count', '200 with NGSILD-Results-Count', { count: 'true', limit: 2 }, answers(200, counted)),
    ask(
      'first page of several (6.3.10)',
      '200 with Link rel="next"',
      { limit: 3, options: 'keyValues' },
      answers(
        200,
        that((reply) => /rel="?next"?/.test(header(reply, 'link')), 'sent no Link with rel="next"'),
      ),
    ),
    ask('limit=0 with count', '200, empty', { limit: 0, count: 'true' }, answers(200, counted)),
    ask('limit=-1', '400', { limit: -1 }, answers(400)),
    ask('offset beyond the end', '200, empty', { offset: 100_000 }, answers(200)),
    {
      operation: 'Query entities (5.7.2)',
      asks: 'as POST (6.23)',
      expects: '200 with a list',
      request: {
        method: 'POST',
        path: '/ngsi-ld/v1/entityOperations/query',
        body: { type: 'Query', entities: [{ type: names.type }] },
      },
      judge: answers(
        200,
        that((reply) => Array.isArray(reply.body), 'sent no list'),
      ),
    },
    ask('ordered', '200', { orderBy: 'temperature', limit: 3 }, answers(200), { since: '1.9' }),
    ask('with linked entities', '200', { join: 'inline', limit: 3 }, answers(200), { since: '1.8' }),
  ]
}

const conditions = (names: Names): readonly Probe[] => {
  const operation = 'Query language (4.9)'
  const ask = (q: string, judge: Judge, expects = '200, matching entities only'): Probe =>
    asked(names)(
      q,
      expects,
      { options: 'keyValues', attrs: 'temperature,name', limit: 3, count: 'true', q },
      judge,
      { operation },
    )
  const city = (entity: Record<string, unknown>): boolean => numberOf(entity) > 0
  return [
    ask(
      'temperature>27',
      onlyWith('warmer', (entity) => numberOf(entity) > 27),
    ),
    ask(
      '(temperature<3|temperature>29);name=="beta"',
      onlyWith('beta', (entity) => nameOf(entity) === 'beta'),
    ),
    ask(
      'name!="beta"',
      onlyWith('other than beta', (entity) => nameOf(entity) !== 'beta'),
    ),
    ask(
      'name~=al',
      onlyWith('like al', (entity) => nameOf(entity)?.includes('al') === true),
    ),
    ask(
      'name!~=al',
      onlyWith('without al', (entity) => nameOf(entity)?.includes('al') === false),
    ),
    ask(
      'temperature==5..7',
      onlyWith('5 to 7', (entity) => numberOf(entity) >= 5 && numberOf(entity) <= 7),
    ),
    ask(
      'temperature==5,7',
      onlyWith('5 or 7', (entity) => [5, 7].includes(numberOf(entity))),
    ),
    ask('!humidity', answers(200)),
    ask('address[city]=="Berlin"', onlyWith('in Berlin', city)),
    ask('temperature.unitCode=="FAH"', answers(200)),
    ask('temperature.observedAt>2024-05-01T10:29:00Z', answers(200)),
    ask('temperature>', answers(400), '400'),
    ask('temperature=5', answers(400), '400: one "=" is no operator'),
  ]
}

const geometry = (names: Names): readonly Probe[] => {
  const operation = 'Geo-queries (4.10)'
  const ask = (asks: string, query: Record<string, string>, judge: Judge, expects: string): Probe =>
    asked(names)(
      asks,
      expects,
      { options: 'keyValues', attrs: 'temperature', limit: 3, count: 'true', ...query },
      judge,
      { operation },
    )
  const text = (value: unknown): string => JSON.stringify(value)
  const polygon = { geometry: 'Polygon', coordinates: text([closed]) }
  const point = { geometry: 'Point', coordinates: '[9.1,49]' }
  const found = answers(
    200,
    that((reply) => listed(reply).length > 0, 'found nothing'),
  )
  return [
    ask('near', { georel: near, ...point }, found, '200 with entities'),
    ask('near, counted', { georel: near, ...point }, answers(200, counted), '200 with NGSILD-Results-Count'),
    ask('within', { georel: 'within', ...polygon }, found, '200 with entities'),
    ask('intersects', { georel: 'intersects', ...polygon }, answers(200), '200'),
    ask('disjoint', { georel: 'disjoint', ...polygon }, answers(200), '200'),
    ask('equals', { georel: 'equals', ...point }, answers(200), '200'),
    ask('contains', { georel: 'contains', ...point }, answers(200), '200'),
    ask('overlaps', { georel: 'overlaps', ...polygon }, answers(200), '200'),
    ask(
      'within a ring that is not closed',
      { georel: 'within', geometry: 'Polygon', coordinates: text([ring]) },
      answers(400),
      '400',
    ),
    ask(
      'coordinates without brackets',
      { georel: near, geometry: 'Point', coordinates: '9.1,49' },
      answers(400),
      '400',
    ),
  ]
}

const discovery = ({ type }: Names): readonly Probe[] => {
  const get = (operation: string, path: string, judge: Judge): Probe => ({
    operation,
    asks: path,
    expects: '200',
    request: { method: 'GET', path: `/ngsi-ld/v1/${path}` },
    judge,
  })
  return [
    get(
      'Entity types (5.7.5)',
      'types',
      answers(
        200,
        that((reply) => isObject(reply.body), 'sent no EntityTypeList'),
      ),
    ),
    get(
      'Entity type (5.7.7)',
      `types/${type}`,
      answers(
        200,
        that((reply) => member(reply, 'attributeDetails') !== undefined, 'sent no attributeDetails'),
      ),
    ),
    get('Attributes (5.7.8)', 'attributes', answers(200)),
    get('Attribute (5.7.10)', 'attributes/temperature', answers(200)),
  ]
}

/** Finding entities: lists, the query language, geo-queries, what types there are. */
export const queryProbes = (names: Names): readonly Probe[] => [
  stock(names),
  ...lists(names),
  ...conditions(names),
  ...geometry(names),
  ...discovery(names),
]

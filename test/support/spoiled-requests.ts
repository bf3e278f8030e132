import fc from 'fast-check'
import { createBroker } from '../../src/broker/index.js'

/** Requests that are right, to be spoiled. */
const seeds: readonly (readonly [string, string, unknown?])[] = [
  [
    'POST',
    '/entities',
    { id: 'urn:f:1', type: 'T', a: { type: 'Property', value: { b: [1] } }, l: { languageMap: { nl: 'x' } } },
  ],
  ['GET', '/entities?type=T&q=a>1;l~="x"&options=concise,sysAttrs&limit=5&count=true'],
  ['GET', '/entities?type=T&georel=near;maxDistance==10&geometry=Point&coordinates=[1,2]&orderBy=a;desc'],
  ['GET', '/entities/urn:f:1?pick=id,a&lang=nl&join=flat'],
  ['PATCH', '/entities/urn:f:1', { a: { value: { b: 'urn:ngsi-ld:null' } } }],
  ['PATCH', '/entities/urn:f:1/attrs/a', { value: 5, observedAt: '2026-01-01T00:00:00Z' }],
  ['PUT', '/entities/urn:f:1/attrs/a', { type: 'Property', value: 5 }],
  ['DELETE', '/entities/urn:f:1/attrs/a?deleteAll=true'],
  [
    'POST',
    '/entityOperations/upsert?options=update',
    [{ id: 'urn:f:2', type: ['T', 'U'], scope: '/a', r: { object: 'urn:f:1' } }],
  ],
  [
    'POST',
    '/entityOperations/query',
    { type: 'Query', entities: [{ type: '(T;U)|V', idPattern: '^urn' }], q: 'r{a}==1', join: 'inline' },
  ],
  [
    'POST',
    '/temporal/entities',
    { id: 'urn:f:3', type: 'T', a: [{ type: 'Property', value: 1, observedAt: '2026-01-01T00:00:00Z' }] },
  ],
  [
    'GET',
    '/temporal/entities/urn:f:3?timerel=after&timeAt=2020-01-01T00:00:00Z&format=aggregatedValues&aggrMethods=sum&aggrPeriodDuration=PT1H',
  ],
  [
    'POST',
    '/subscriptions',
    {
      type: 'Subscription',
      entities: [{ type: 'T' }],
      q: 'a>1',
      notification: { endpoint: { uri: 'http://127.0.0.1:9/' } },
      isActive: false,
    },
  ],
  ['GET', '/subscriptions?limit=1'],
  [
    'POST',
    '/csourceRegistrations',
    {
      type: 'ContextSourceRegistration',
      information: [{ entities: [{ type: 'T' }] }],
      endpoint: 'http://127.0.0.1:9/',
    },
  ],
  ['GET', '/csourceRegistrations?type=T&csf=endpoint~="1"'],
  ['POST', '/jsonldContexts', { '@context': { a: 'https://a/a' } }],
  ['GET', '/types?details=true'],
  ['GET', '/attributes/a'],
]

const nasty = [
  '',
  '\u0000',
  '\ud800',
  '"',
  '\\',
  '../..',
  '%00',
  '%',
  '%E0%A4%A',
  '{{{{',
  '((((((',
  '[',
  ';;',
  '|',
  '1e999',
  '-0',
  'null',
  '__proto__',
  'constructor',
  'toString',
  'urn:ngsi-ld:null',
  '(a+)+$',
  '[*]',
  '\u202e',
  '1'.repeat(400),
  'é',
  '😀',
  '@context',
  'a{b{c{d}}}',
  'a..b',
  '2026-13-45T99:99:99Z',
]
const values: readonly unknown[] = [
  ...nasty,
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[[]]]],
  [null],
  { type: 'Property' },
  { '@context': {} },
]

const text = fc.constantFrom(...nasty)
const spoilText = (given: string) =>
  fc
    .tuple(fc.nat(Math.max(given.length, 1)), fc.nat(6), text)
    .map(([at, cut, insert]) => given.slice(0, at) + insert + given.slice(at + cut))

const nodes = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([name, member]) => nodes(member, [...path, name]))]
    : [path]

const replaced = (
  value: unknown,
  [name, ...rest]: readonly string[],
  insert: unknown,
  rename: string | undefined,
): unknown => {
  if (name === undefined) return insert
  const entries = Object.entries(value as object).map(([key, member]) =>
    key === name
      ? ([
          rest.length === 0 && rename !== undefined ? rename : key,
          rename === undefined || rest.length > 0 ? replaced(member, rest, insert, rename) : member,
        ] as const)
      : ([key, member] as const),
  )
  return Array.isArray(value)
    ? entries.map(([, member]) => member)
    : JSON.parse(
        `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member) ?? 'null'}`).join(',')}}`,
      )
}

const spoilBody = (body: unknown) =>
  fc
    .tuple(fc.constantFrom(...nodes(body)), fc.constantFrom(...values), fc.option(text, { nil: undefined }))
    .map(([path, insert, rename]) => JSON.stringify(replaced(body, path, insert, rename)) ?? 'null')

const spoiledRequest = fc.constantFrom(...seeds).chain(([method, path, body]) =>
  fc.record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(method) },
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    ),
    path: fc.oneof(fc.constant(path), spoilText(path)),
    body:
      body === undefined
        ? fc.constant(undefined)
        : fc.oneof(fc.constant(JSON.stringify(body)), spoilBody(body), spoilText(JSON.stringify(body))),
    contentType: fc.oneof(
      { weight: 9, arbitrary: fc.constant('application/json') },
      fc.constantFrom('application/ld+json', 'text/plain', ';;'),
    ),
    accept: fc.oneof(
      { weight: 5, arbitrary: fc.constant('*/*') },
      fc.constantFrom('application/geo+json', 'application/ld+json;q=0', 'x', ','),
    ),
    tenant: fc.oneof(
      { weight: 9, arbitrary: fc.constant('') },
      fc.constantFrom('t', '../x', 'a'.repeat(300)),
    ),
  }),
)

type Spoiled = typeof spoiledRequest extends fc.Arbitrary<infer Value> ? Value : never

const tenantHeader = (tenant: string): Record<string, string> =>
  tenant === '' ? {} : { 'NGSILD-Tenant': tenant }

const requestOf = ({ method, path, body, contentType, accept, tenant }: Spoiled): Request | undefined => {
  try {
    return new Request(`http://b/ngsi-ld/v1${path}`, {
      method,
      headers: {
        Accept: accept,
        ...tenantHeader(tenant),
        ...(body === undefined
          ? {}
          : { 'Content-Type': contentType, 'Content-Length': String(Buffer.byteLength(body)) }),
      },
      ...(body === undefined || method === 'GET' ? {} : { body }),
    })
  } catch {
    // No HTTP client could send it.
    return undefined
  }
}

const withoutBody: ReadonlySet<number> = new Set([405, 406, 411, 415])

const isProblem = (text: string): boolean => {
  const { type, title, detail } = JSON.parse(text) as Record<string, unknown>
  return (
    typeof type === 'string' &&
    type.includes('/errors/') &&
    typeof title === 'string' &&
    typeof detail === 'string'
  )
}

/** What a broker made of spoiled requests. */
export interface FuzzReport {
  readonly sent: number
  /** Answers by the first digit of their status. */
  readonly answers: Readonly<Record<string, number>>
  /** Heap after collection at a tenth of the run and at its end, in MiB; undefined without --expose-gc. */
  readonly heap: readonly [early: number, late: number] | undefined
}

const heapMiB = (): number | undefined => {
  const collect = (globalThis as { gc?: () => void }).gc
  collect?.()
  return collect === undefined ? undefined : Math.round(process.memoryUsage().heapUsed / 2 ** 20)
}

/** Sends spoiled requests to a broker; throws at the first 5xx (but for a context that cannot be fetched), answer after 5 s, refusal without a problem document, or logged failure. */
export const fuzzBroker = async (runs: number): Promise<FuzzReport> => {
  const failures: string[] = []
  const broker = await createBroker({
    log: ({ message }) => void failures.push(message),
  })
  const answers: Record<string, number> = {}
  let sent = 0
  let early: number | undefined
  const check = async (spoiled: Spoiled): Promise<void> => {
    const request = requestOf(spoiled)
    if (request === undefined) return
    const started = performance.now()
    const response = await broker.fetch(request)
    const text = await response.text()
    if (performance.now() - started > 5000)
      throw new Error(`${request.method} ${request.url} took more than 5 s: ${spoiled.body}`)
    const { status } = response
    // The one answer of this kind that is right: a context that cannot be fetched is no fault of the broker.
    const lacksContext = status === 504 && text.includes('/errors/LdContextNotAvailable')
    if ((status >= 500 && !lacksContext) || failures.length > 0)
      throw new Error(`${status} ${text} ${failures.join()}`)
    if (status >= 400 && !withoutBody.has(status) && !isProblem(text))
      throw new Error(`${status} without a problem document: ${text}`)
    // A source that stays registered makes reads wait for the name server, five seconds at most for each.
    const location = response.headers.get('location')
    if (location?.includes('/csourceRegistrations/') === true)
      await broker.fetch(
        new Request(`http://b${location}`, {
          method: 'DELETE',
          headers: tenantHeader(spoiled.tenant),
        }),
      )
    answers[`${Math.floor(status / 100)}xx`] = (answers[`${Math.floor(status / 100)}xx`] ?? 0) + 1
    sent += 1
    if (sent === Math.floor(runs / 10)) early = heapMiB()
  }
  try {
    await fc.assert(fc.asyncProperty(spoiledRequest, check), { numRuns: runs })
  } finally {
    await broker.close()
  }
  const polluted = Object.keys(Object.prototype)
  if (polluted.length > 0) throw new Error(`Object.prototype has ${polluted.join()}`)
  const late = heapMiB()
  return { sent, answers, heap: early === undefined || late === undefined ? undefined : [early, late] }
}

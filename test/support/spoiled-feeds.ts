import { isUsageError } from '../../src/errors.js'
import { importFeed, parseMapping } from '../../src/feed/index.js'
import { seeded } from './fault-proxy.js'

/** What became of many broken sources and mappings. */
export interface FeedFuzz {
  readonly inputs: number
  /** Mappings or sources that were refused as a whole, with a sentence. */
  readonly refused: number
  /** Sources that were read; rows of them that made an entity, and that were rejected with a reason. */
  readonly read: number
  readonly rows: number
  readonly entities: number
  readonly rejected: number
  /** Errors that are none of the library's, and rows that no part of the report counts; at most 10. */
  readonly faults: readonly string[]
}

const mapping = (source: string, map: string): string => `source: ${source}
license: CC0-1.0
crs: EPSG:28992
timezone: Europe/Amsterdam
entity: { type: OffStreetParking }
id: "urn:ngsi-ld:OffStreetParking:fuzz:{nr}"
onDuplicate: suffix
map:
${map}`

const attributes = `  name: naam
  location: { point: [x, y], number: nl }
  totalSpotNumber: { from: plaatsen, type: integer }
  availableSpotNumber: { from: vrij, type: integer, min: 0, observedAt: { from: tijd, date: "dd-MM-yyyy HH:mm" } }
  status: { from: stand, enum: { open: [open], vol: [full] } }
  maximumAllowedHeight: { from: hoogte, number: nl, unit: m, nullIf: ["-"] }
`

const place =
  '  location: { geojson: "@geometry", crs: EPSG:4326 }\n  name: { from: naam, capture: "(.*)" }\n'

const record = (n: number) => ({
  nr: `g${n}`,
  naam: `Garage "${n}" é`,
  x: `${150_000 + n},5`,
  y: `${460_000 + n},25`,
  plaatsen: `${n}`,
  vrij: n % 50,
  tijd: `2${n % 9}-10-2025 02:3${n % 9}`,
  stand: n % 2 === 0 ? 'open' : 'vol',
  hoogte: n % 3 === 0 ? '-' : '2,10 m',
})

const records = Array.from({ length: 6 }, (_, n) => record(n))
const csvCell = (value: unknown): string => `"${String(value).replaceAll('"', '""')}"`

const bases: readonly (readonly [mapping: string, source: string])[] = [
  [
    mapping('{ format: csv, delimiter: ";" }', attributes),
    [
      Object.keys(record(0)).join(';'),
      ...records.map((one) => Object.values(one).map(csvCell).join(';')),
    ].join('\r\n'),
  ],
  [
    mapping('{ format: csv, delimiter: ";", quote: false, encoding: cp1252 }', attributes),
    [Object.keys(record(0)).join(';'), ...records.map((one) => Object.values(one).join(';'))].join('\n'),
  ],
  [mapping('{ format: json, path: a.b }', attributes), JSON.stringify({ a: { b: records } })],
  [mapping('{ format: ndjson }', attributes), records.map((one) => JSON.stringify(one)).join('\n')],
  [
    mapping('{ format: geojson }', place),
    JSON.stringify({
      type: 'FeatureCollection',
      features: records.map((properties, n) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: [5 + n, 52] },
      })),
    }),
  ],
  [
    mapping('{ format: ngsiv2 }', '  name: naam\n  location: { point: [x, y], number: nl }\n'),
    JSON.stringify(
      records.map((one) =>
        Object.fromEntries(
          Object.entries(one).map(([name, value]) => [name, { type: 'Text', value, metadata: {} }]),
        ),
      ),
    ),
  ],
]

const scraps = [
  '"',
  "'",
  ';',
  ',',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\n',
  '\r',
  '\0',
  '\uFEFF',
  'null',
  '1e999',
  '-',
  '__proto__',
  'constructor',
  '99999999999999999999',
  '2025-13-45',
  '(((a+)+)+',
  '\u{1F600}',
  '  - ',
  '!!js/function',
  '&a *a',
  '<<: *b',
  'EPSG:99999',
  '{*|hash}',
  '{',
  '31-02-2025 25:61',
  'NaN',
  'true',
  '\t',
  '"\n',
  '\\u0000',
] as const

/** One to four cuts, copies, swaps or insertions. */
const spoiled = (bytes: Buffer, random: () => number): Buffer => {
  const at = (): number => Math.floor(random() * (result.length + 1))
  let result = bytes
  for (let times = 1 + Math.floor(random() * 4); times > 0; times -= 1) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number]
    const short = Math.min(to, from + 40)
    const scrap = Buffer.from(scraps[Math.floor(random() * scraps.length)] ?? '')
    const kind = Math.floor(random() * 6)
    if (kind === 0) result = Buffer.concat([result.subarray(0, from), result.subarray(short)])
    else if (kind === 1) result = result.subarray(0, to)
    else if (kind === 2)
      result = Buffer.concat([result.subarray(0, to), result.subarray(from, to), result.subarray(to)])
    else if (kind === 3) {
      result = Buffer.from(result)
      if (from < result.length) result[from] = Math.floor(random() * 256)
    } else result = Buffer.concat([result.subarray(0, from), scrap, result.subarray(from)])
  }
  return result
}

interface Sums {
  refused: number
  read: number
  rows: number
  entities: number
  rejected: number
}

/** Imports one source dry; gives a sentence where it crashed or a row went without a word. */
const tried = async (map: string, source: Buffer, sums: Sums): Promise<string | undefined> => {
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield source
  }
  try {
    const parsed = await parseMapping(map)
    const report = await importFeed({ mapping: parsed, file: '-', stdin: stdin(), onEntity: () => undefined })
    if (!report.accepted || parsed.onDuplicate !== 'suffix') {
      sums.refused += 1
      return undefined
    }
    const { read, rejected, filtered, hollow } = report.rows
    sums.read += 1
    sums.rows += read
    sums.rejected += rejected
    sums.entities += report.entities
    if (report.entities + rejected + filtered + hollow !== read)
      return `${read} rows: ${report.entities} entities, ${rejected} rejected, ${filtered} filtered, ${hollow} hollow`
    const told = Object.values(report.problemsByRule).reduce((sum, count) => sum + count, 0)
    return told < rejected ? `${rejected} rows rejected, ${told} reasons` : undefined
  } catch (error) {
    sums.refused += 1
    if (isUsageError(error) && error.message.length > 0) return undefined
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

/** Spoils sources and mappings and imports them dry. */
export const fuzzFeeds = async (inputs: number, seed = 1): Promise<FeedFuzz> => {
  const random = seeded(seed)
  const sums: Sums = { refused: 0, read: 0, rows: 0, entities: 0, rejected: 0 }
  const faults: string[] = []
  for (let n = 0; n < inputs && faults.length < 10; n += 1) {
    const [map = '', source = ''] = bases[n % bases.length] ?? []
    // Of three inputs, two have a broken source and one a broken mapping.
    const broken = Math.floor(n / bases.length) % 3 === 2
    const usedMap = broken ? spoiled(Buffer.from(map), random).toString() : map
    const usedSource = broken ? Buffer.from(source) : spoiled(Buffer.from(source), random)
    const fault = await tried(usedMap, usedSource, sums)
    if (fault !== undefined) faults.push(`input ${n}: ${fault}`)
  }
  return { inputs, ...sums, faults }
}

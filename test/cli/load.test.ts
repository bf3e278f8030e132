import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { startBroker } from 'city-context/broker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type City, connect } from '../../src/connect.js'
import { point, property, relationship } from '../../src/ngsi/attribute.js'
import { Container } from '../support/container.js'
import { rawEntities } from '../support/raw-broker.js'
import { runCli } from '../support/run-cli.js'

let broker: Awaited<ReturnType<typeof startBroker>>
let city: City
let folder: string
beforeAll(async () => {
  broker = await startBroker()
  city = await connect(broker.url)
  folder = await mkdtemp(join(tmpdir(), 'load-'))
  await city.upsert(Container, [
    {
      id: 'urn:ngsi-ld:Container:1',
      fillingLevel: property(0.5, { observedAt: '2026-11-24T08:00:00Z', unitCode: 'C62' }),
      name: 'Markt "1", hoek',
      location: point(5.387206, 52.155172),
      address: { addressLocality: 'Voorbeeldstad', streetNr: '1a' },
      description: { languageMap: { nl: 'bak', en: 'bin' } },
      refIsle: relationship('urn:ngsi-ld:Isle:1'),
      categories: ['glass'],
    },
    { id: 'urn:ngsi-ld:Container:2', fillingLevel: 1 },
  ])
})
afterAll(async () => {
  await city.close()
  await broker.close()
  await rm(folder, { recursive: true, force: true })
})

const command = (...args: readonly string[]) =>
  runCli(args, { cwd: folder, env: { CITY_CONTEXT_BROKER: broker.url } })

test('what was exported comes back in without loss, from gz too, and a second time writes nothing', async () => {
  expect((await command('export', '--out', 'city.ndjson')).code).toBe(0)
  await writeFile(join(folder, 'city.ndjson.gz'), gzipSync(await readFile(join(folder, 'city.ndjson'))))
  const first = await command('import', 'city.ndjson.gz', '--tenant', 'back')
  expect(first.stdout).toMatch(/^2 lines: 2 created, 0 changed, 0 unchanged, 0 no entity, 0 failed/)
  expect(await rawEntities(broker.url, 'Container', 'back')).toEqual(
    await rawEntities(broker.url, 'Container'),
  )
  const second = await command('import', 'city.ndjson', '--tenant', 'back', '--json')
  expect(JSON.parse(second.stdout)).toMatchObject({ read: 2, unchanged: 2, rejected: 0 })
})

test('dead letters are sent again as they are', async () => {
  const invalid = { id: 'urn:ngsi-ld:Container:3', type: 'Container', fillingLevel: { type: 'Property' } }
  await writeFile(join(folder, 'in.ndjson'), `${JSON.stringify(invalid)}\n`)
  const refused = await command('import', 'in.ndjson', '--tenant', 'dead', '--dead-letter', 'failed.ndjson')
  expect([refused.code, refused.stdout]).toMatchObject([1, expect.stringContaining('not written: ')])
  const text = await readFile(join(folder, 'failed.ndjson'), 'utf8')
  await writeFile(
    join(folder, 'failed.ndjson'),
    text.replace('{"type":"Property"}', '{"type":"Property","value":0.1}'),
  )
  const again = await command('import', 'failed.ndjson', '--tenant', 'dead')
  expect([again.code, again.stdout]).toMatchObject([0, expect.stringContaining('1 created')])
})

test('lines that are no entity are told by number, the others go in', async () => {
  const good = '{"id":"urn:ngsi-ld:Container:9","type":"Container","fillingLevel":0.2}'
  await writeFile(join(folder, 'mixed.ndjson'), `${good}\n\n{"id":1}\n[]\n{"id":"urn:x:1"}\n{"id":\n`)
  const { code, stdout } = await command('import', 'mixed.ndjson', '--tenant', 'mixed')
  expect(code).toBe(1)
  expect(stdout).toMatch(/^5 lines: 1 created/)
  expect(stdout).toMatch(
    /line 3 has no "id"\n.*line 4 is no object.*\n.*line 5 has no "type"\n.*line 6 is no JSON/,
  )
})

test('with a journal, an ended load of the same file is not sent again', async () => {
  await command('import', 'city.ndjson', '--tenant', 'journal', '--resume')
  const { stdout } = await command('import', 'city.ndjson', '--tenant', 'journal', '--resume', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ read: 2, resumed: 2, requests: 0 })
  const third = await command('import', 'city.ndjson', '--tenant', 'journal', '--resume')
  expect(third.stdout).toMatch(/^2 lines: 2 created, .* 0 unconfirmed; 2 of them by earlier runs\n/)
})

test.each([
  [['import', 'city.csv'], /say --map FILE; only a file of entities/],
  [['import', 'city.ndjson', '--dry-run'], /go with --map/],
  [['import', '-', '--resume'], /a journal needs a file or a URL/],
  [['export', '--crs', 'EPSG:28992'], /--crs goes with --format geojson or csv/],
  [['export', '--crs', 'EPSG:1', '--out', 'x.csv'], /coordinate system "EPSG:1" is not known/],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await command(...args)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
})

test('export for map programs: RD coordinates that say so, one header, nested members as columns', async () => {
  await command(
    'export',
    '--type',
    'Container',
    '--as',
    'simplified',
    '--crs',
    'EPSG:28992',
    '--out',
    'rd.geojson',
  )
  const features = JSON.parse(await readFile(join(folder, 'rd.geojson'), 'utf8'))
  expect(features.crs.properties.name).toBe('urn:ogc:def:crs:EPSG::28992')
  // The tower of Amersfoort is the middle of the system.
  const [x, y] = features.features[0].geometry.coordinates
  expect([Math.round(x / 10), Math.round(y / 10)]).toEqual([15_500, 46_300])
  const csv = await command('export', '--type', 'Container', '--as', 'simplified', '--format', 'csv')
  const [header, row] = csv.stdout.split('\r\n')
  expect(header).toContain('address.addressLocality,address.streetNr')
  expect(row).toContain('"Markt ""1"", hoek"')
  expect(row).toContain('Voorbeeldstad,1a')
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('Ctrl-C: the account of what is in, out and unknown, and how to go on', async () => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const isBatch = request.url?.includes('/entityOperations/upsert') ?? false
      if (isBatch) setTimeout(() => response.writeHead(204).end(), 50)
      else response.writeHead(200, { 'Content-Type': 'application/json' }).end('[]')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const lines = Array.from(
    { length: 5000 },
    (_, n) => `{"id":"urn:ngsi-ld:Container:${n}","type":"Container","fillingLevel":0.2}\n`,
  )
  await writeFile(join(folder, 'long.ndjson'), lines.join(''))
  const { port } = server.address() as AddressInfo
  const plain = await runCli(['import', 'long.ndjson'], {
    cwd: folder,
    env: { CITY_CONTEXT_BROKER: `http://127.0.0.1:${port}` },
    signal: AbortSignal.timeout(400),
  })
  expect(plain.stdout).toMatch(
    /^\d+ lines: .*unconfirmed\n {2}\d+ × Stopped before it was settled, such as \S+\n$/,
  )
  const { code, stdout, stderr } = await runCli(['import', 'long.ndjson', '--resume', '--json'], {
    cwd: folder,
    env: { CITY_CONTEXT_BROKER: `http://127.0.0.1:${port}` },
    signal: AbortSignal.timeout(400),
  })
  const report = JSON.parse(stdout) as Record<string, number>
  expect(code).toBe(1)
  expect(stderr).toMatch(/^stopped; the same command again goes on from .*long\.ndjson\.journal\.ndjson\n$/)
  const { read = 0, created = 0, updated = 0, written = 0, failed = 0, unconfirmed = 0 } = report
  expect(report['aborted']).toBe(true)
  expect(created + updated + written + failed + unconfirmed).toBe(read)
  expect(updated + written).toBeGreaterThan(0)
  await new Promise((done) => server.close(done))
})

test('dead letters do not go into the file that is read: that would empty it', async () => {
  await writeFile(join(folder, 'same.ndjson'), '{"id":"urn:ngsi-ld:Container:1","type":"Container"}\n')
  const { code, stderr } = await command('import', 'same.ndjson', '--dead-letter', 'same.ndjson')
  expect([code, stderr]).toMatchObject([2, expect.stringContaining('name another file')])
  expect(await readFile(join(folder, 'same.ndjson'), 'utf8')).not.toBe('')
})

/** A broker that refuses each second entity for its value, and one as taken. */
const refusing = async (): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    const json = (status: number, body: unknown): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    }
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      if (!(request.url?.includes('/entityOperations/') ?? false)) return json(200, [])
      const sent = JSON.parse(Buffer.concat(chunks).toString()) as readonly ({ id: string } | string)[]
      const ids = sent.map((one) => (typeof one === 'string' ? one : one.id))
      const wrong = ids.filter((id) => /[13579]$/.test(id))
      const errors = wrong.map((entityId) => ({
        entityId,
        error: entityId.startsWith('urn:x:')
          ? { title: entityId.slice(6), status: 400 }
          : entityId.endsWith('9')
            ? { title: 'Conflict', detail: 'taken', status: 409 }
            : { title: 'Bad value', detail: `${entityId} is too full`, status: 400 },
      }))
      json(207, { success: ids.filter((id) => !wrong.includes(id)), errors })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

test('why the broker refused is told by reason, with their number and one of them', async () => {
  const { url, close } = await refusing()
  const rows = Array.from({ length: 10 }, (_, n) => n)
  await writeFile(
    join(folder, 'bins.ndjson'),
    rows.map((n) => `{"id":"urn:ngsi-ld:Container:${n}","type":"Container","fillingLevel":0.2}\n`).join(''),
  )
  await writeFile(join(folder, 'bins.csv'), `nr;vol\n${rows.map((n) => `${n};0.2`).join('\n')}\n`)
  await writeFile(
    join(folder, 'bins.map.yaml'),
    [
      'source: { file: bins.csv, format: csv, delimiter: ";", name: Example }',
      'license: CC0-1.0',
      'crs: EPSG:4326',
      'entity: { type: WasteContainer }',
      'id: "urn:ngsi-ld:Container:{nr}"',
      'map:',
      '  fillingLevel: { from: vol, type: number }',
      '  location: { value: { type: Point, coordinates: [5.4, 51.4] } }',
      '  refWasteContainerModel: { value: "urn:ngsi-ld:WasteContainerModel:1" }',
      '',
    ].join('\n'),
  )
  const ids = rows.map((n) => `urn:ngsi-ld:Container:${n}`)
  const asked = { cwd: folder, env: { CITY_CONTEXT_BROKER: url } }
  const reasons =
    /(?:^| )4 × 400: Bad value: … is too full, such as urn:ngsi-ld:Container:1\n *urn:ngsi-ld:Container:9: 409: Conflict: taken\n/
  const load = await runCli(['import', 'bins.ndjson'], asked)
  expect([load.code, load.stdout]).toEqual([1, expect.stringMatching(reasons)])
  const mapped = await runCli(['import', '--map', 'bins.map.yaml'], asked)
  expect([mapped.code, mapped.stdout]).toEqual([1, expect.stringMatching(reasons)])
  const deleted = await runCli(['delete', ...ids], asked)
  expect([deleted.code, deleted.stderr]).toEqual([1, expect.stringMatching(reasons)])
  const ofReasons = async (count: number): Promise<readonly string[]> => {
    const odd = Array.from({ length: count }, (_, n) => `urn:x:r${n}1`)
    return (await runCli(['delete', ...odd], asked)).stderr.trim().split('\n')
  }
  expect((await ofReasons(10)).at(-1)).toBe('urn:x:r91: 400: r91')
  expect((await ofReasons(12)).slice(10)).toEqual(['… and 2 more reasons; --json shows each'])
  const unfit = await runCli(['delete', 'no uri', ''], asked)
  expect(unfit.stderr).toMatch(/^no uri: .*URI.*\n: .*URI/)
  close()
})

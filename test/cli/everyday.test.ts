import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Command, CommanderError } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import type { Configure, Io } from '../../src/cli/command.js'
import { configure as configureDelete } from '../../src/cli/delete.js'
import { configure as configureDoctor } from '../../src/cli/doctor.js'
import { configure as configureExport } from '../../src/cli/export.js'
import { configure as configureGet } from '../../src/cli/get.js'
import { configure as configureQuery } from '../../src/cli/query.js'
import { configure as configureSubscriptions } from '../../src/cli/subscriptions.js'
import { configure as configureWatch } from '../../src/cli/watch.js'
import { connect } from '../../src/connect.js'
import { Container, containerId } from '../support/container.js'

let url: string
let stop: () => Promise<unknown>
let folder: string
beforeAll(async () => {
  const broker = await startBroker({ port: 0 })
  url = broker.url
  stop = () => broker.close()
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
  await using city = await connect(url)
  const source = [0, 1, 2, 3].map((n) => ({
    id: containerId(n),
    fillingLevel: n / 10,
    name: n === 1 ? '=cmd|calc' : `Container ${n}`,
    location: { type: 'Point' as const, coordinates: [5 + n, 51] as const },
  }))
  await city.upsert(Container, source)
})
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

interface Printed {
  readonly out: string
  readonly err: string
  readonly code: number
  readonly error: unknown
}

/** Runs one command as main would, without its table of commands. */
const run = async (
  configure: Configure,
  args: readonly string[],
  signal = new AbortController().signal,
): Promise<Printed> => {
  const printed = { out: '', err: '' }
  const printTo = (name: 'out' | 'err', text: string): void => {
    printed[name] += text
  }
  const io: Io = {
    stdout: { write: (text) => printTo('out', text) },
    stderr: { write: (text) => printTo('err', text) },
    stdin: Readable.from([]),
    env: { CITY_CONTEXT_BROKER: url },
    cwd: folder,
    signal,
    exitCode: 0,
  }
  const command = new Command('x')
    .exitOverride()
    .configureOutput({ writeOut: (text) => printTo('out', text), writeErr: () => undefined })
  let error: unknown
  try {
    configure(command, io)
    await command.parseAsync([...args], { from: 'user' })
  } catch (caught) {
    if (!(caught instanceof CommanderError) || caught.exitCode !== 0) error = caught
  }
  return { ...printed, code: io.exitCode, error }
}

describe('query', () => {
  test('ndjson by default, one entity per line', async () => {
    const { out, error } = await run(configureQuery, ['--type', 'Container', '--q', 'fillingLevel>=0.2'])
    expect(error).toBeUndefined()
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([containerId(2), containerId(3)])
  })
  test('count, json, limit, pick, order', async () => {
    expect((await run(configureQuery, ['--type', 'Container', '--count'])).out).toBe('4\n')
    expect((await run(configureQuery, ['--type', 'Container', '--count', '--json'])).out).toBe(
      '{"count":4}\n',
    )
    const { out } = await run(configureQuery, [
      '--type',
      'Container',
      '--json',
      '--limit',
      '1',
      '--pick',
      'fillingLevel',
      '--order-by=-fillingLevel',
    ])
    expect(JSON.parse(out)).toEqual([{ id: containerId(3), type: 'Container', fillingLevel: 0.3 }])
  })
  test('near and geojson', async () => {
    const { out } = await run(configureQuery, [
      '--type',
      'Container',
      '--near',
      '5,51,1000',
      '--format',
      'geojson',
    ])
    expect(JSON.parse(out)).toMatchObject({
      type: 'FeatureCollection',
      features: [{ id: containerId(0), geometry: { type: 'Point' } }],
    })
  })
  test('csv: a text that would be a formula is made harmless', async () => {
    const { out } = await run(configureQuery, ['--type', 'Container', '--format', 'csv'])
    expect(out.split('\r\n')[0]).toBe('id,type,fillingLevel,name,location')
    expect(out).toContain("'=cmd|calc")
  })
  test('table', async () => {
    const { out } = await run(configureQuery, ['--type', 'Container', '--format', 'table', '--pick', 'name'])
    expect(out.split('\n')[0]).toMatch(/^id\s+name/)
    expect((await run(configureQuery, ['--type', 'Nothing', '--format', 'table'])).out).toBe(
      'nothing matches\n',
    )
  })
  test.each([
    [[], /give --type/],
    [['--type', 'Container', '--near', '5,51'], /--near takes/],
    [['--type', 'Container', '--format', 'xml'], /--format must be/],
    [['--type', 'Container', '--limit', 'x'], /--limit must be/],
    [['--type', 'Container', '--as', 'x'], /--as must be/],
    [['--type', 'Container', '--q', 'a=='], /at position/],
    [['--type', 'Container', '--dialect', 'x'], /--dialect/],
    [['--type', 'Container', '--broker', 'nowhere'], /http or https URL/],
    [['--type', 'Container', '--broker', 'http://127.0.0.1:1', '--timeout', '500'], /nothing listens/],
  ])('%j: one line with the remedy', async (args, message) => {
    expect(String((await run(configureQuery, args)).error)).toMatch(message)
  })
})

test('get', async () => {
  const { out } = await run(configureGet, [containerId(2), '--as', 'normalized', '--json'])
  expect(JSON.parse(out)).toMatchObject({ fillingLevel: { type: 'Property', value: 0.2 } })
  expect(String((await run(configureGet, ['urn:ngsi-ld:Container:none'])).error)).toContain(
    'ResourceNotFound',
  )
})

test('export: a file by its name, concise, nothing half-written left', async () => {
  const { err } = await run(configureExport, ['--out', 'all.geojson'])
  expect(err).toBe('4 entities in all.geojson\n')
  expect(JSON.parse(await readFile(join(folder, 'all.geojson'), 'utf8')).features).toHaveLength(4)
  const { out } = await run(configureExport, ['--type', 'Container'])
  expect(out.trim().split('\n')).toHaveLength(4)
})

test('nothing found: a type that the broker does not have is told, with the nearest one', async () => {
  const typo = await run(configureQuery, ['--type', 'Contaner'])
  expect(typo).toMatchObject({ out: '', code: 0, err: expect.stringMatching(/did you mean Container\?\n$/) })
  const tenant = await run(configureQuery, ['--type', 'Container', '--count', '--tenant', 'nobodyyet'])
  expect(tenant).toMatchObject({ out: '0\n', err: expect.stringContaining('tenant "nobodyyet" has no') })
  const none = await run(configureQuery, ['--type', 'Container', '--q', 'fillingLevel>99'])
  expect(none).toMatchObject({ out: '', err: '' })
})

test('doctor', async () => {
  const { out, code } = await run(configureDoctor, [])
  expect(code).toBe(0)
  expect(out).toMatch(/^city-context embedded broker/)
  expect(JSON.parse((await run(configureDoctor, ['--json'])).out)).toMatchObject({ dialect: 'embedded' })
})

test.each([
  [
    'orion-ld-legacy',
    'Orion-LD (default mode) post-v1.12.0',
    'merge of one entity: read, batch upsert',
    'scopes',
  ],
  [
    'orion-ld-mongoc',
    'Orion-LD (mongocOnly) post-v1.12.0',
    'order of results: up to 50,000',
    'entities of several types',
  ],
  ['scorpio', 'Scorpio', 'order of results: up to 50,000', undefined],
  ['stellio', 'Stellio', 'entity maps', undefined],
] as const)(
  'doctor of %s: which it is, what is done instead, what is refused',
  async (dialect, name, instead, refused) => {
    const broker = await startBroker({ port: 0, faults: { dialect } })
    const { out, code } = await run(configureDoctor, ['--broker', broker.url, '--tenant', 'nobodyyet'])
    await broker.close()
    expect(code).toBe(0)
    expect(out.startsWith(`${name} at `)).toBe(true)
    expect(out).toMatch(new RegExp(`done by the library instead:[^]*- ${instead}`))
    if (refused !== undefined) expect(out).toMatch(new RegExp(`refused, with an error[^]*- ${refused}`))
    expect(out).toContain('tenant "nobodyyet" is not there yet')
  },
)

test('watch shows changes and takes its subscription away again', async () => {
  await using city = await connect(url)
  const watching = run(configureWatch, ['--type', 'Container', '--limit', '1', '--watched', 'fillingLevel'])
  const live = async (): Promise<boolean> => {
    for await (const _one of city.subscriptions.list()) return true
    return false
  }
  for (let tries = 0; tries < 200 && !(await live()); tries++)
    await new Promise((done) => setTimeout(done, 20))
  await new Promise((done) => setTimeout(done, 100))
  await city.upsert(Container, [{ id: containerId(0), fillingLevel: 0.77 }])
  const { out, error } = await watching
  expect(error).toBeUndefined()
  expect(out).toMatch(/urn:ngsi-ld:Container:0 {2}fillingLevel=0.77/)
  expect(await live()).toBe(false)
})

describe('subscriptions', () => {
  const desired = `
- subscriptionName: levels
  entities: [{ type: Container }]
  watchedAttributes: [fillingLevel]
  notification: { endpoint: { uri: "http://127.0.0.1:9/notify" } }
`
  test('plan, apply, plan again, prune', async () => {
    await writeFile(join(folder, 'subs.yaml'), desired)
    expect(await run(configureSubscriptions, ['plan', 'subs.yaml'])).toMatchObject({
      out: 'create    levels\n',
      code: 1,
    })
    await run(configureSubscriptions, ['apply', 'subs.yaml'])
    expect(await run(configureSubscriptions, ['plan', 'subs.yaml'])).toMatchObject({
      out: 'keep      levels\n',
      code: 0,
    })
    await writeFile(join(folder, 'subs.yaml'), desired.replace('[fillingLevel]', '[fillingLevel, name]'))
    expect((await run(configureSubscriptions, ['plan', 'subs.yaml'])).out).toBe('change    levels\n')
    await run(configureSubscriptions, ['apply', 'subs.yaml'])
    expect((await run(configureSubscriptions, ['list'])).out).toMatch(
      /active\s+levels {2}→ {2}http:\/\/127\.0\.0\.1:9\/notify/,
    )
  })
  test('doctor names what is wrong', async () => {
    const { out, code } = await run(configureSubscriptions, ['doctor', 'levels'])
    expect(code).toBe(1)
    expect(out).toContain('endpoint unreachable')
    expect((await run(configureSubscriptions, ['doctor', 'nobody'])).out).toContain('missing')
    await writeFile(join(folder, 'empty.yaml'), '[]')
    await run(configureSubscriptions, ['apply', 'empty.yaml', '--prune'])
    expect((await run(configureSubscriptions, ['list'])).out).toBe('')
  })
  test.each([
    ['none.yaml', undefined, /cannot be read/],
    ['bad.yaml', 'a: [', /no YAML/],
    ['map.yaml', 'a: 1', /must hold a list/],
    ['noname.yaml', '- type: Subscription', /needs a subscriptionName/],
  ])('%s', async (file, text, message) => {
    if (text !== undefined) await writeFile(join(folder, file), text)
    expect(String((await run(configureSubscriptions, ['plan', file])).error)).toMatch(message)
  })
})

test('delete: by query only with --yes', async () => {
  expect((await run(configureDelete, ['--type', 'Container', '--q', 'fillingLevel>0.1'])).out).toMatch(
    /^would delete 3/,
  )
  expect((await run(configureDelete, ['--type', 'Container', '--q', 'fillingLevel>0.1', '--yes'])).out).toBe(
    'deleted 3 of 3\n',
  )
  expect((await run(configureDelete, [containerId(1)])).out).toBe('deleted 1, failed 0\n')
  expect(await run(configureDelete, [containerId(1)])).toMatchObject({
    out: 'deleted 0, failed 1\n',
    code: 1,
  })
  expect(String((await run(configureDelete, [])).error)).toMatch(/what to delete/)
})

test.each([
  ['query', configureQuery],
  ['get', configureGet],
  ['watch', configureWatch],
  ['delete', configureDelete],
  ['export', configureExport],
  ['doctor', configureDoctor],
  ['subscriptions', configureSubscriptions],
])('%s --help has examples', async (name, configure) => {
  expect((await run(configure, ['--help'])).out).toContain(`city-context ${name}`)
})

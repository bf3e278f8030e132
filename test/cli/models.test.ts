import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Configure, Io } from '../../src/cli/command.js'
import { configure as configureGenerate } from '../../src/cli/generate.js'
import { configure as configureModels } from '../../src/cli/models.js'

const schemas = fileURLToPath(new URL('../../schemas', import.meta.url))
let project = ''
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'city-context-'))
})
afterEach(() => rm(project, { recursive: true, force: true }))

const run = async (
  configure: Configure,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> => {
  let out = ''
  const stream = {
    write: (text: string): void => {
      out += text
    },
  }
  const io: Io = {
    stdout: stream,
    stderr: { write: () => {} },
    stdin: Readable.from([]),
    env: {},
    cwd: project,
    signal: new AbortController().signal,
    exitCode: 0,
  }
  const command = new Command('test').exitOverride()
  configure(command, io)
  await command.parseAsync(args, { from: 'user' })
  return { code: io.exitCode, out }
}
const models = (...args: readonly string[]) => run(configureModels, ...args)
const json = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(project, path), 'utf8'))

describe('models add', () => {
  it('copies models with all that they refer to, records their hashes, and generates without the source', async () => {
    const { out } = await models('add', 'ParkingSpot', 'dataModel.Alert/Alert', '--source', schemas)
    expect(out).toMatch(/^2 models locked, 5 files/)
    expect(await json('city-context.lock.json')).toMatchObject({
      lockfileVersion: 1,
      models: {
        'dataModel.Alert/Alert': { version: '0.0.3', schema: expect.stringMatching(/^[0-9a-f]{64}$/) },
        'dataModel.Parking/ParkingSpot': {
          version: '0.1.0',
          context: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
      documents: { 'common.json': expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect((await models('list')).out).toContain('dataModel.Parking/ParkingSpot  0.1.0')
    expect((await run(configureGenerate, '--out', 'generated')).out).toMatch(/^2 models, /)
    expect((await run(configureGenerate, '--out', 'generated', '--check')).code).toBe(0)
    await appendFile(join(project, 'generated/alert.ts'), '\n')
    expect((await run(configureGenerate, '--out', 'generated', '--check')).code).toBe(1)
  })

  it('takes models from a site, and asks no other host', async () => {
    const file = (path: string): Promise<string> => readFile(join(schemas, path), 'utf8')
    nock('https://models.example')
      .get('/dataModel.Parking/ParkingSpot/schema.json')
      .reply(200, await file('dataModel.Parking/ParkingSpot/schema.json'))
      .get('/common.json')
      .reply(200, await file('common.json'))
      .get('/dataModel.Parking/context.jsonld')
      .reply(200, await file('contexts/dataModel.Parking.jsonld'))
    const { out } = await models(
      'add',
      'dataModel.Parking/ParkingSpot',
      '--source',
      'https://models.example/',
    )
    expect(out).toMatch(/^1 models locked, 3 files/)
  })

  it.each([
    [
      'a model that is not there',
      ['add', 'WasteContaner', '--source', schemas],
      /did you mean "WasteContainer"/,
    ],
    ['no model', ['add', '--source', schemas], /Name the models to add/],
    ['another protocol', ['add', 'X', '--source', 'ftp://x.example'], /only http and https/],
    ['nothing locked', ['update'], /No model is locked/],
    ['an unknown rule', ['lint', '--source', schemas, '--fail-on', 'everything'], /no such rule/],
  ])('says what to do for %s', async (_, args, message) => {
    await expect(models(...args)).rejects.toThrow(message)
  })

  it('refuses a lock file that is none', async () => {
    await writeFile(join(project, 'city-context.lock.json'), '{"models":[]}')
    await expect(models('add', 'ParkingSpot', '--source', schemas)).rejects.toThrow(
      /no lock file of this version/,
    )
  })
})

describe('models diff and update', () => {
  it('say what changed and whom it breaks, and change nothing until told to', async () => {
    await models('add', 'ParkingSpot', '--source', schemas)
    const copy = join(project, '.city-context/dataModel.Parking/ParkingSpot/schema.json')
    const older = JSON.parse(await readFile(copy, 'utf8'))
    older.properties.status.enum = ['closed', 'free', 'occupied', 'lost']
    older.properties.old = { type: 'string', 'x-ngsi': { kind: 'Property' } }
    older.required = ['id', 'type', 'location', 'width']
    delete older.properties.length
    await writeFile(copy, JSON.stringify(older))
    const { code, out } = await models('diff')
    expect(code).toBe(1)
    expect(out.split('\n').filter((line) => line !== '')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/status enum: .* \(breaks readers and writers\)/),
        expect.stringMatching(/old removed \(breaks readers and writers\)/),
        expect.stringMatching(/length added \(breaks nobody\)/),
        expect.stringMatching(/width required: true → false \(breaks readers\)/),
        expect.stringMatching(/category required: false → true \(breaks writers\)/),
      ]),
    )
    expect((await models('update')).code).toBe(1)
    expect((await models('update', '--apply')).code).toBe(0)
    expect((await models('diff')).out).toBe('Nothing differs from what is locked\n')
  })
})

describe('models lint', () => {
  it('names what does not mean the same, for people and for machines', async () => {
    const { out, code } = await models('lint', '--source', schemas, 'Parking', 'WasteManagement')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^category {2}\[same-name-other-iri\]\n {4}https:\/\/smartdatamodels\.org\/dataModel\.Parking\/category/m,
    )
    expect(out).toMatch(/^status {2}https:\/\/uri\.etsi\.org\/ngsi-ld\/status {2}\[same-iri-other-enum\]/m)
    const found = JSON.parse((await models('lint', '--source', schemas, '--json')).out) as {
      rule: string
      name: string
    }[]
    expect(found).toContainEqual(expect.objectContaining({ rule: 'same-name-other-iri', name: 'refDevice' }))
    expect((await models('lint', '--source', schemas, '--fail-on', 'same-name-other-iri')).code).toBe(1)
  })

  it('compares the entity types with those of the old global context', async () => {
    const source = join(project, 'source')
    await cp(schemas, source, { recursive: true })
    await mkdir(join(source, 'data-models'))
    const old = { '@context': { ParkingSpot: 'https://uri.fiware.org/ns/data-models#ParkingSpot' } }
    await writeFile(join(source, 'data-models/context.jsonld'), JSON.stringify(old))
    const { out } = await models('lint', '--source', source, 'Parking')
    expect(out).toMatch(
      /^entity type ParkingSpot {2}\[global-context-differs\]\n {4}https:\/\/uri\.fiware\.org\S+ {2}\(the old global context\)\n {4}https:\/\/smartdatamodels/m,
    )
    expect(out).not.toMatch(/^entity type OffStreetParking/m)
  })

  it('searches the catalogue of a site', async () => {
    const officialList = [
      { repoName: 'dataModel.Parking', dataModels: ['ParkingSpot', 'ParkingGroup'] },
      { repoName: 7 },
    ]
    const path = '/data-models/specs/AllSubjects/official_list_data_models.json'
    nock('https://models.example').get(path).reply(200, { officialList })
    expect((await models('search', 'parking', 'group', '--source', 'https://models.example')).out).toBe(
      'dataModel.Parking/ParkingGroup\n',
    )
    nock('https://models.example').get(path).reply(404)
    await expect(models('search', 'parking', '--source', 'https://models.example')).rejects.toThrow(
      /lists no models .*name them as REPO\/MODEL/,
    )
    nock('https://models.example').get(path).reply(200, '<html>')
    await expect(models('search', 'parking', '--source', 'https://models.example')).rejects.toThrow(
      /lists no models/,
    )
  })

  it('finds models by words', async () => {
    expect((await models('search', 'parking', 'spot', '--source', schemas)).out).toBe(
      'dataModel.Parking/ParkingSpot\n',
    )
    expect((await models('search', 'zebra', '--source', schemas)).code).toBe(1)
  })
})

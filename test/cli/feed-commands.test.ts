import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBroker } from 'city-context/broker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../support/run-cli.js'

const recipes = new URL('../../schemas/recipes/', import.meta.url).pathname
let folder = ''
let broker: Awaited<ReturnType<typeof startBroker>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feed-commands-'))
  broker = await startBroker({ port: 0 })
})
afterAll(async () => {
  await broker.close()
  await rm(folder, { recursive: true, force: true })
})

describe('city-context recipes', () => {
  it('tests every recipe that comes with the package', async () => {
    const { code, stdout } = await runCli(['recipes', 'test'])
    expect(stdout).not.toContain('FAIL')
    expect(code).toBe(0)
    expect(stdout.match(/^ok /gm)).toHaveLength((await readdir(recipes)).length)
  })

  it('lists them with what they are for', async () => {
    const { stdout } = await runCli(['recipes', 'list'])
    expect(stdout).toMatch(/^leeuwarden-bomen +UrbanTree +Trees of Leeuwarden/m)
    expect(stdout).toMatch(/^ttn-uplink +WasteContainer +Uplinks of The Things Stack v3/m)
  })

  it('finds what a recipe of someone else makes otherwise than it says', async () => {
    const own = join(folder, 'own')
    await cp(join(recipes, 'groningen-bushaltes'), own, { recursive: true })
    expect((await runCli(['recipes', 'test', own])).code).toBe(0)
    await writeFile(
      join(own, 'source.csv'),
      ',quaycode,quayname,accessible,mutation,geometry,x,y,quaystatus,quayowner\n0,NL:Q:90000001,Elsewhere,Y,2020-05-04T12:00:00+00:00,POINT (6.56 53.22),0,0,a,b\n',
    )
    const { code, stdout } = await runCli(['recipes', 'test', own])
    expect(code).toBe(1)
    expect(stdout).toContain('different: urn:ngsi-ld:PublicTransportStop:NL:90000001')
    expect(stdout).toContain('missing: urn:ngsi-ld:PublicTransportStop:NL:90000002')
  })

  it('says what a folder lacks', async () => {
    const { code, stderr } = await runCli(['recipes', 'test', recipes])
    expect(code).toBe(2)
    expect(stderr).toContain('has no mapping')
  })
})

describe('city-context explain', () => {
  const id = 'urn:ngsi-ld:Streetlight:GM0014:ab000000-0000-0000-0000-000000000001'
  const explain = (name: string, ...more: string[]) =>
    runCli(['explain', id, name, '--broker', broker.url, ...more])

  it('tells file, row and mapping of an attribute that was imported with its lineage', async () => {
    const map = join(recipes, 'groningen-verlichting', 'groningen-verlichting.map.yaml')
    const source = join(recipes, 'groningen-verlichting', 'source.csv')
    await runCli(['import', source, '--map', map, '--broker', broker.url, '--lineage'])
    const { code, stdout } = await explain('lanternHeight')
    expect(code).toBe(0)
    expect(stdout).toMatch(/value +6\n/)
    expect(stdout).toMatch(/unit +MTR\n/)
    expect(stdout).toMatch(/file +.*source\.csv\n +row +2\n/)
    expect((await explain('status')).stdout).toContain('assumed   yes')
    const [told] = JSON.parse((await explain('lanternHeight', '--json')).stdout)
    expect(told).toMatchObject({ value: 6, row: 2 })
  })

  it('names the attributes that there are', async () => {
    const { code, stderr } = await explain('lanternHeigth')
    expect(code).toBe(2)
    expect(stderr).toContain('did you mean "lanternHeight"?')
  })
})

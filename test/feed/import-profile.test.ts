import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBroker } from 'city-context/broker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../support/run-cli.js'

const profile = new URL('../../examples/profiles/voorbeeldstad.profile.yaml', import.meta.url).pathname
const mapping = `source: { format: csv, delimiter: ";" }
license: CC0-1.0
crs: EPSG:4326
timezone: Europe/Amsterdam
bounds: [3.2, 50.7, 7.3, 53.6]
entity: { type: OffStreetParking }
id: "urn:ngsi-ld:OffStreetParking:{gemeente}:{nr}"
map:
  name: naam
  location: { point: [lon, lat] }
  availableSpotNumber: { from: vrij, type: integer, observedAt: gemeten }
  totalSpotNumber: { from: plaatsen, type: integer }
  evBays: { from: laadplekken, type: integer }
`
const now = new Date().toISOString()
const rows = `gemeente;nr;naam;lon;lat;vrij;plaatsen;laadplekken;gemeten
GM0000;1;Station;5.22001;52.55001;3;100;4;${now}
GM0000;2;Markt;5.22001;52.55001;;50;2;${now}
GM0001;3;Haven;5.22001;52.55001;5;60;1;${now}
GM0000;4;Park;5.22001;52.55001;5;60;-1;${now}
GM0000;5;Kade;5.22;52.55;5;60;1;2020-01-01T00:00:00Z
`

describe('an import with a profile', () => {
  let folder = ''
  let broker: Awaited<ReturnType<typeof startBroker>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-profile-'))
    await writeFile(join(folder, 'p.map.yaml'), mapping)
    await writeFile(join(folder, 'p.csv'), rows)
    broker = await startBroker({ port: 0 })
  })
  afterAll(async () => {
    await broker.close()
    await rm(folder, { recursive: true, force: true })
  })
  const run = (command: string, ...more: string[]) =>
    runCli([command, join(folder, 'p.csv'), '--map', join(folder, 'p.map.yaml'), ...more])

  it('without one refuses the attribute of the city’s own, for which the mapping has no IRI', async () => {
    const { code, stderr } = await run('import', '--dry-run')
    expect(code).toBe(2)
    expect(stderr).toContain('evBays')
  })

  it('rejects the rows that break it, each with its rule and place', async () => {
    const { code, stdout } = await run('import', '--dry-run', '--json', '--profile', profile)
    expect(code).toBe(1)
    const { entities, rows: counted, problems } = JSON.parse(stdout)
    expect(entities).toBe(1)
    expect(counted).toMatchObject({ read: 5, rejected: 4 })
    expect(problems.map(({ row, rule }: { row: number; rule: string }) => [row, rule])).toEqual([
      [3, 'profile.mandatory'],
      [4, 'profile.id'],
      [5, 'profile.range'],
      [6, 'profile.precision'],
      [6, 'profile.age'],
    ])
  })

  it.each([['import'], ['sync', '--every', '1h', '--once', '--state']])(
    '%s writes the others, the attribute by the IRI of the profile',
    async (command, ...more) => {
      const state = more.length === 0 ? [] : [join(folder, 'state.json')]
      await run(command ?? '', '--profile', profile, '--broker', broker.url, ...more, ...state)
      const answer = await fetch(`${broker.url}/ngsi-ld/v1/entities?local=true&format=simplified`)
      const found = (await answer.json()) as readonly Record<string, unknown>[]
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({
        id: 'urn:ngsi-ld:OffStreetParking:GM0000:1',
        'https://voorbeeldstad.example/terms/evBays': 4,
      })
      await fetch(`${broker.url}/ngsi-ld/v1/entities/${found[0]?.['id']}`, { method: 'DELETE' })
    },
  )

  it('says which file is missing', async () => {
    const { code, stderr } = await run('import', '--dry-run', '--profile', join(folder, 'none.yaml'))
    expect(code).toBe(2)
    expect(stderr).toContain('none.yaml')
  })
})

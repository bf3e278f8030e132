import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBroker } from 'city-context/broker'
import { type SyncRun, syncFeed } from 'city-context/feed'
import { Streetlight } from 'city-context/models'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type City, connect } from '../../src/connect.js'
import { timetable } from '../../src/feed/schedule.js'
import { runCli } from '../support/run-cli.js'

let folder = ''
let broker: Awaited<ReturnType<typeof startBroker>>
let city: City
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sync-'))
  broker = await startBroker({ port: 0 })
  city = await connect(broker.url)
  await writeFile(
    join(folder, 'lamps.map.yaml'),
    `source: { format: csv }
license: CC0-1.0
crs: EPSG:4326
entity: { type: Streetlight }
id: "urn:ngsi-ld:Streetlight:GM0000:{nr}"
map: { name: nr, location: { point: [x, y] }, status: { value: ok, assumed: true } }
`,
  )
})
afterAll(async () => {
  await city.close()
  await broker.close()
  await rm(folder, { recursive: true, force: true })
})
afterEach(() => nock.cleanAll())

const csv = (count: number): string =>
  `nr,x,y\n${Array.from({ length: count }, (_, n) => `${n},5,52\n`).join('')}`

const runs = async (
  tenant: string,
  file: string,
  prune = false,
  every: number | string = 3_600_000,
): Promise<SyncRun> => {
  const done: SyncRun[] = []
  await syncFeed({
    mapping: join(folder, 'lamps.map.yaml'),
    file,
    city: city.tenant(tenant),
    every,
    state: join(folder, `${tenant}.sync.json`),
    prune,
    runs: 1,
    allowPrivate: true,
    onRun: (run) => void done.push(run),
  })
  return done[0] as SyncRun
}

const stateOf = async (tenant: string) =>
  JSON.parse(await readFile(join(folder, `${tenant}.sync.json`), 'utf8')) as Record<string, unknown>

describe('syncFeed', () => {
  it('prunes rows that are gone, but not when more than half is gone at once', async () => {
    const file = join(folder, 'lamps.csv')
    await writeFile(file, csv(10))
    expect(await runs('prune', file, true)).toMatchObject({ outcome: 'good', shrunk: false })
    await writeFile(file, csv(8))
    expect((await runs('prune', file, true)).report?.removed).toMatchObject({ pruned: 2 })
    await writeFile(file, csv(2))
    expect(await runs('prune', file, true)).toMatchObject({ outcome: 'good', shrunk: true })
    expect(await city.tenant('prune').find(Streetlight).count()).toBe(8)
    // It stays so until somebody has looked.
    expect(await runs('prune', file, true)).toMatchObject({ shrunk: true })
  })

  it('leaves an http source alone that says by its ETag that it has not changed', async () => {
    nock('https://portal.test').get('/l.csv').twice().reply(200, csv(3), { ETag: '"v1"' })
    expect(await runs('etag', 'https://portal.test/l.csv')).toMatchObject({ outcome: 'good' })
    nock('https://portal.test', { reqheaders: { 'If-None-Match': '"v1"' } })
      .get('/l.csv')
      .reply(304)
    expect(await runs('etag', 'https://portal.test/l.csv')).toMatchObject({ outcome: 'unchanged' })
    expect(nock.isDone()).toBe(true)
  })

  it('keeps the last good state over failures, and waits longer after each', async () => {
    const file = join(folder, 'flaky.csv')
    await writeFile(file, csv(3))
    await runs('flaky', file)
    const good = await stateOf('flaky')
    await writeFile(file, 'nr,x\n1,5\n')
    expect(await runs('flaky', file)).toMatchObject({ outcome: 'failed', nextMs: 30_000 })
    expect(await runs('flaky', file)).toMatchObject({ outcome: 'failed', nextMs: 60_000 })
    expect(await stateOf('flaky')).toMatchObject({
      lastGood: good['lastGood'],
      failures: 2,
      error: expect.stringContaining('has no column "y"'),
    })
    expect(await city.tenant('flaky').find(Streetlight).count()).toBe(3)
  })

  it('refuses a state that another process works with, and takes over from one that is gone', async () => {
    const file = join(folder, 'lamps.csv')
    const lock = join(folder, 'locked.sync.json.lock')
    await writeFile(lock, String(process.ppid))
    await expect(runs('locked', file)).rejects.toThrow(/in use by another sync \(process \d+/)
    await writeFile(lock, '999999999')
    expect(await runs('locked', file)).toMatchObject({ outcome: 'good' })
  })
})

describe('timetable', () => {
  it('a cron expression keeps the hour of its time zone over a change of the clocks', () => {
    const times = timetable({ every: '30 3 * * *', timeZone: 'Europe/Amsterdam' })
    expect(times.atOnce).toBe(false)
    expect(times.after(new Date('2026-10-24T00:00:00Z')).toISOString()).toBe('2026-10-24T01:30:00.000Z')
    expect(times.after(new Date('2026-10-24T12:00:00Z')).toISOString()).toBe('2026-10-25T02:30:00.000Z')
  })

  it('a failure of a nightly run is repeated long before the next night', async () => {
    const file = join(folder, 'cron.csv')
    await writeFile(file, 'nr,x\n1,5\n')
    expect(await runs('cron', file, false, '0 3 1 1 *')).toMatchObject({ outcome: 'failed', nextMs: 30_000 })
  })
})

describe('city-context sync', () => {
  const sync = (...args: string[]) =>
    runCli(['sync', '--map', 'lamps.map.yaml', '--every', '1h', ...args], { cwd: folder })

  it('runs once, prints a line, and tells by --status that all is well', async () => {
    await writeFile(join(folder, 'cli.csv'), csv(4))
    const done = await sync('cli.csv', '--broker', broker.url, '--tenant', 'cli', '--once')
    expect(done.stdout).toMatch(/good: 4 rows, 0 rejected, 4 created, 0 changed, 0 unchanged; next in/)
    expect(done.code).toBe(0)
    const told = await sync('--status')
    expect([told.code, JSON.parse(told.stdout)]).toMatchObject([0, { failures: 0, entities: 4 }])
  })

  it.each([
    [['--every', 'often'], /write 30s, 15m, 1h or 1d, or a cron expression/],
    [['--every', '99 3 * * *'], /"99 3 \* \* \*" is no cron expression/],
    [['--every', '0 3 30 2 *'], /has no time that is still to come/],
    [
      ['--every', '0 3 * * *', '--time-zone', 'Europe/Eindhoven'],
      /in Europe\/Eindhoven is no cron expression/,
    ],
    [['--every', '90d'], /a second to 30 days/],
    [['--prune'], /say --yes too/],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await sync('cli.csv', '--broker', broker.url, ...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})

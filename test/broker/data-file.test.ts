import { copyFileSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupDataFile, createBroker } from '../../src/broker/index.js'
import {
  batchIn,
  canTrace,
  cutMoments,
  killRounds,
  readTrace,
  startLoad,
  startProcess,
} from '../support/broker-process.js'
import { runCli } from '../support/run-cli.js'
import { type Ask, asker, lamp, ld } from './ask.js'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'city-context-'))
  file = join(folder, 'city.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const using = async <Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> => {
  const broker = await createBroker({ file })
  try {
    return await work(asker(broker))
  } finally {
    await broker.close()
  }
}

describe('a data file', () => {
  it('keeps entities, history, subscriptions, contexts and tenants over a restart', async () => {
    const tenant = { 'NGSILD-Tenant': 'north' }
    const paths = [
      '/entities?local=true&options=sysAttrs',
      '/temporal/entities/urn:ngsi-ld:Lamp:1?options=sysAttrs',
      '/subscriptions?options=sysAttrs',
      '/jsonldContexts?kind=Hosted',
      '/types',
    ]
    const read = async (ask: Ask): Promise<unknown[]> => {
      const answers = await Promise.all(
        paths.flatMap((path) => [ask('GET', path), ask('GET', path, undefined, tenant)]),
      )
      return answers.map(({ status, body }) => [status, body?.typeList ?? body])
    }
    const before = await using(async (ask) => {
      for (let n = 5; n > 0; n -= 1)
        await ask('POST', '/entities', lamp(n, { name: { languageMap: { nl: 'x' } }, scope: '/a' }))
      await ask('PATCH', '/entities/urn:ngsi-ld:Lamp:1/attrs', {
        power: { value: 7, observedAt: '2026-01-01T00:00:00Z' },
      })
      await ask('DELETE', '/entities/urn:ngsi-ld:Lamp:2')
      await ask(
        'POST',
        '/entities',
        { ...lamp(1), '@context': { power: 'https://x/p' } },
        { ...ld, ...tenant },
      )
      await ask('POST', '/temporal/entities', {
        id: 'urn:ngsi-ld:Lamp:1',
        type: 'Lamp',
        power: [{ value: 1, observedAt: '2025-01-01T00:00:00Z' }],
      })
      await ask('POST', '/jsonldContexts', { '@context': { a: 'https://a/a' } })
      await ask('POST', '/subscriptions', {
        id: 'urn:s:1',
        type: 'Subscription',
        entities: [{ type: 'Lamp' }],
        q: 'power>1',
        notification: { endpoint: { uri: 'http://127.0.0.1:9/x' } },
      })
      return read(ask)
    })
    expect(await using(read)).toEqual(before)
    const ids = await using(async (ask) => {
      await ask('POST', '/entities', lamp(9))
      return (await ask('GET', '/entities?local=true')).body.map(({ id }: { id: string }) => id.slice(-1))
    })
    expect(ids.join('')).toBe('54319')
    expect((await using((ask) => ask('GET', '/entities?local=true'))).body.at(-1).id).toBe(
      'urn:ngsi-ld:Lamp:9',
    )
  })

  it('is taken over from a killed process, also where that had the number of this one, as in a container', async () => {
    for (const pid of [999_999_999, process.pid]) {
      writeFileSync(`${file}.lock`, String(pid))
      expect(await using(async (ask) => (await ask('GET', '/types')).status)).toBe(200)
      expect(existsSync(`${file}.lock`)).toBe(false)
    }
  })

  it('forgets what has expired', async () => {
    await using((ask) =>
      ask('POST', '/entities', lamp(1, { expiresAt: new Date(Date.now() + 20).toISOString() })),
    )
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect((await using((ask) => ask('GET', '/entities?local=true'))).body).toEqual([])
  })

  const opening = (): Promise<unknown> => createBroker({ file }).then((broker) => broker.close())

  it('is refused where it is no database, damaged, from the future, of another program, in use, or nowhere', async () => {
    writeFileSync(file, 'x'.repeat(5000))
    await expect(opening()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('damaged'),
    })
    rmSync(file)
    await using((ask) =>
      ask(
        'POST',
        '/entityOperations/create',
        Array.from({ length: 300 }, (_, n) => lamp(n)),
      ),
    )
    const good = join(folder, 'good.db')
    copyFileSync(file, good)
    truncateSync(file, 20_000)
    await expect(opening()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('damaged'),
    })
    const { default: Database } = (await import('libsql')) as unknown as {
      default: new (path: string) => { exec: (sql: string) => void; close: () => void }
    }
    let copies = 0
    const change = (sql: string): void => {
      copies += 1
      // libsql keeps the connections of this process, so each step takes a file of its own.
      file = join(folder, `copy-${copies}.db`)
      copyFileSync(good, file)
      const database = new Database(file)
      database.exec(sql)
      database.close()
    }
    change('PRAGMA user_version = 99')
    await expect(opening()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('newer'),
    })
    change('PRAGMA application_id = 1')
    await expect(opening()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('another program'),
    })
    change("UPDATE item SET json = substr(json, 1, 10) WHERE kind = 'entity'")
    await expect(opening()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('damaged at entity'),
    })
    change('PRAGMA user_version = 1')
    const holder = await createBroker({ file })
    await expect(opening()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('in use'),
    })
    await holder.close()
    file = join(folder, 'none', 'city.db')
    await expect(opening()).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('folder'),
    })
  })
})

it('keeps no more of the history in the file than in memory', async () => {
  const broker = await createBroker({ file, history: 3 })
  const ask = asker(broker)
  await ask('POST', '/entities', lamp(1))
  for (let power = 2; power < 12; power += 1)
    await ask('PATCH', '/entities/urn:ngsi-ld:Lamp:1/attrs', { power: { value: power } })
  await broker.close()
  const instances = async (options: { history: number }): Promise<number[]> => {
    const again = await createBroker({ file, ...options })
    const { body } = await asker(again)('GET', '/temporal/entities/urn:ngsi-ld:Lamp:1')
    await again.close()
    return [body.power].flat().map(({ value }: { value: number }) => value)
  }
  expect(await instances({ history: 1000 })).toEqual([9, 10, 11])
  expect(await instances({ history: 1 })).toEqual([11])
  expect(await instances({ history: 1000 })).toEqual([11])
})

describe('a backup', () => {
  it('is one complete file, taken while the broker writes', { timeout: 60_000 }, async () => {
    const { url, pid, ended } = await startProcess(file)
    const load = startLoad(url, 0)
    while (load.acknowledged() < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    const copy = join(folder, 'copy.db')
    const before = load.acknowledged()
    expect(await runCli(['broker', '--data', file, '--backup', copy])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    while (load.acknowledged() <= before) await new Promise((resolve) => setTimeout(resolve, 5))
    process.kill(pid, 'SIGKILL')
    await Promise.all([load.ended, ended])
    expect(existsSync(`${copy}-wal`)).toBe(false)
    expect(await batchIn(copy)).toBeGreaterThanOrEqual(before)
    expect(await batchIn(file)).toBeGreaterThanOrEqual(load.acknowledged())
  })

  it('is refused over a file that exists, and of none', async () => {
    await using((ask) => ask('POST', '/entities', lamp(1)))
    await expect(backupDataFile(file, file)).rejects.toThrow(/exists already/)
    await expect(backupDataFile(`${file}x`, `${file}y`)).rejects.toThrow(/no data file/)
  })
})

describe('a broker that ends in the middle of writing', () => {
  it('loses no acknowledged write by kill -9 and leaves no half one', { timeout: 60_000 }, async () => {
    const { batches, lost } = await killRounds(file, 3)
    expect(lost).toBe(0)
    expect(batches).toBeGreaterThan(3)
  })

  it('reads a call that strace cut in two, as one', () => {
    const trace = [
      '7  pwrite64(22</d/city.db-wal>, "7\\177"..., 32, 0) = 32',
      '7  pwrite64(22</d/city.db-wal>, "\\0"..., 4096, 32 <unfinished ...>',
      '8  --- SIGCONT {si_signo=SIGCONT, si_code=SI_USER} ---',
      '7  <... pwrite64 resumed>)          = 4096',
      '7  fdatasync(22</d/city.db-wal> <unfinished ...>',
      '8  fdatasync(23</d/other> <unfinished ...>',
      '8  <... fdatasync resumed>)         = 0',
    ]
    expect(readTrace(trace.join('\n'), '/d/city.db-wal')).toEqual({ synced: 0, fsyncs: 0 })
    trace.push('7  <... fdatasync resumed>)         = 0')
    expect(readTrace(trace.join('\n'), '/d/city.db-wal')).toEqual({ synced: 4128, fsyncs: 1 })
  })

  const traced = canTrace()
  it.skipIf(!traced)(
    `loses none when what no fsync has put on the disk is cut off${traced ? '' : ' (strace is not installed, or may not trace here)'}`,
    { timeout: 60_000 },
    async () => {
      const { batches, lost, fsyncsPerSecond } = await cutMoments(file, 5)
      expect(lost).toBe(0)
      expect(batches).toBeGreaterThan(3)
      expect(fsyncsPerSecond).toBeGreaterThan(0)
    },
  )

  it('notices an acknowledged write that is missing', { timeout: 60_000 }, async () => {
    const { url, pid, ended } = await startProcess(file)
    const load = startLoad(url, 0)
    while (load.acknowledged() < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    process.kill(pid, 'SIGKILL')
    await Promise.all([load.ended, ended])
    truncateSync(`${file}-wal`, 0)
    expect(await batchIn(file).catch(() => 0)).toBeLessThan(load.acknowledged())
  })
})

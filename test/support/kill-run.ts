import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { seeded } from './fault-proxy.js'
import { type OwnProcess, startProcess } from './own-process.js'
import { rawEntities } from './raw-broker.js'

// Nothing of the library is imported here: importer and broker are processes, the truth comes by bare HTTP.

/** What one round of killing led to. */
export interface KillRound {
  readonly round: number
  /** Milliseconds after the first entity was about to be sent at which the process was killed. */
  readonly killedAfterMs: number
  /** Entities in the broker after the kill, and at the end. */
  readonly before: number
  readonly after: number
  /** Entities that the finished run counts as settled by the one that was killed. */
  readonly resumed: number
  /** Sentences on what is wrong; empty when broker and source are equal. */
  readonly wrong: readonly string[]
}

const mapping = `source: { format: csv }
license: CC0-1.0
crs: EPSG:4326
entity: { type: WasteContainer }
id: "urn:ngsi-ld:WasteContainer:kill:{ID}"
map:
  storedWasteKind: { value: other }
  location: { point: [LON, LAT] }
  fillingLevel: { from: LEVEL, type: number }
`

// Asked without a context, a broker speaks in whole IRIs.
const vocabulary = 'https://smartdatamodels.org/dataModel.WasteManagement/'

const level = (n: number): number => (n % 1000) / 1000

const register = (count: number): string =>
  `ID,LON,LAT,LEVEL\n${Array.from({ length: count }, (_, n) => `${n},5.1,51.5,${level(n)}\n`).join('')}`

const compare = async (url: string, count: number): Promise<{ size: number; wrong: string[] }> => {
  const stored = await rawEntities(url, `${vocabulary}WasteContainer`)
  const wrong: string[] = []
  if (stored.size !== count) wrong.push(`the broker has ${stored.size} entities, the source ${count}`)
  for (let n = 0; n < count && wrong.length < 5; n++) {
    const id = `urn:ngsi-ld:WasteContainer:kill:${n}`
    const found = stored.get(id)?.[`${vocabulary}fillingLevel`]
    if (found !== level(n)) wrong.push(`${id} is ${String(found)}, not ${level(n)}`)
  }
  return { size: stored.size, wrong }
}

interface Place {
  readonly folder: string
  readonly port: number
  readonly url: string
  readonly broker: OwnProcess
  readonly file: string
}

const startBrokerAt = async (port: number, folder: string): Promise<OwnProcess & { url: string }> => {
  const broker = startProcess('test/support/broker-on-port.ts', [String(port), join(folder, 'city.db')])
  return { ...broker, url: await broker.line() }
}

const prepare = async (count: number): Promise<Place> => {
  const folder = mkdtempSync(join(tmpdir(), 'city-context-kill-'))
  const file = join(folder, 'register.csv')
  await writeFile(file, register(count))
  await writeFile(join(folder, 'map.yaml'), mapping)
  const broker = await startBrokerAt(0, folder)
  return { folder, port: Number(new URL(broker.url).port), url: broker.url, broker, file }
}

const startImport = ({ folder, url, file }: Place, report: string): OwnProcess =>
  startProcess('src/cli/main.ts', [
    ...['import', file, '--map', join(folder, 'map.yaml'), '--broker', url],
    ...['--resume', '--journal', join(folder, 'journal.ndjson'), '--report', report],
  ])

interface Told {
  readonly broker: Readonly<Record<string, number>>
}

const accountFaults = async (
  report: string,
  count: number,
): Promise<{ wrong: string[]; resumed: number }> => {
  const { broker } = JSON.parse(await readFile(report, 'utf8')) as Told
  const names = ['created', 'updated', 'written', 'unchanged', 'invalid', 'failed', 'unconfirmed']
  const sum = names.reduce((total, name) => total + (broker[name] ?? 0), 0)
  const bad = (broker['invalid'] ?? 0) + (broker['failed'] ?? 0) + (broker['unconfirmed'] ?? 0)
  const wrong: string[] = []
  if (sum !== count) wrong.push(`the account has ${sum} of ${count} entities`)
  if (bad > 0) wrong.push(`${bad} are said not to be in the broker`)
  // The broker was empty: whatever is called updated or unchanged was not there before this load.
  if ((broker['updated'] ?? 0) > 0) wrong.push(`${broker['updated']} are called updated and were new`)
  return { wrong, resumed: broker['resumed'] ?? 0 }
}

/** Waits until an import begins to write: its journal stands. */
const writingBegins = async ({ folder }: Place, running: OwnProcess): Promise<void> => {
  let ended = false
  void running.ended.then(() => {
    ended = true
  })
  while (!existsSync(join(folder, 'journal.ndjson')) && !ended) await wait(2)
}

/** Milliseconds for which an import writes when nobody kills it. */
const usualMs = async (count: number): Promise<number> => {
  const place = await prepare(count)
  const running = startImport(place, join(place.folder, 'report.json'))
  await writingBegins(place, running)
  const started = performance.now()
  await running.ended
  const ms = performance.now() - started
  await place.broker.end()
  rmSync(place.folder, { recursive: true })
  return ms
}

/** Kills the importing process at a random moment, runs the same command again, and compares broker and source. */
export const killImporter = async (rounds: number, count: number, seed = 1): Promise<KillRound[]> => {
  const random = seeded(seed)
  const usual = await usualMs(count)
  const results: KillRound[] = []
  for (let round = 1; round <= rounds; round++) {
    const place = await prepare(count)
    const report = join(place.folder, 'report.json')
    const killedAfterMs = Math.round(usual * random())
    const first = startImport(place, report)
    await writingBegins(place, first)
    await wait(killedAfterMs)
    await first.end('SIGKILL')
    const before = (await rawEntities(place.url, `${vocabulary}WasteContainer`)).size
    await startImport(place, report).ended
    const { size, wrong } = await compare(place.url, count)
    const account = await accountFaults(report, count)
    results.push({
      round,
      killedAfterMs,
      before,
      after: size,
      resumed: account.resumed,
      wrong: [...wrong, ...account.wrong],
    })
    await place.broker.end()
    rmSync(place.folder, { recursive: true })
  }
  return results
}

/** Kills the broker (with a data file) during an import and starts it again; the import goes on by itself. */
export const killBroker = async (rounds: number, count: number, seed = 1): Promise<KillRound[]> => {
  const random = seeded(seed)
  const usual = await usualMs(count)
  const results: KillRound[] = []
  for (let round = 1; round <= rounds; round++) {
    const place = await prepare(count)
    const report = join(place.folder, 'report.json')
    const killedAfterMs = Math.round(usual * random())
    const running = startImport(place, report)
    await writingBegins(place, running)
    await wait(killedAfterMs)
    await place.broker.end('SIGKILL')
    const broker = await startBrokerAt(place.port, place.folder)
    const before = (await rawEntities(place.url, `${vocabulary}WasteContainer`)).size
    await running.ended
    const { size, wrong } = await compare(place.url, count)
    const account = await accountFaults(report, count)
    results.push({
      round,
      killedAfterMs,
      before,
      after: size,
      resumed: 0,
      wrong: [...wrong, ...account.wrong],
    })
    await broker.end()
    rmSync(place.folder, { recursive: true })
  }
  return results
}

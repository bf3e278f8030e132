import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createBroker } from '../../src/broker/index.js'
import { asker, lamp } from '../broker/ask.js'

const script = fileURLToPath(new URL('../broker/serve-file.ts', import.meta.url))

/** Not part of the project; what needs it is left out where it is missing. */
const tracer = 'strace'

/** A broker with a data file in a process of its own. */
export interface BrokerProcess {
  readonly url: string
  /** The broker's own process, also where it runs below strace. */
  readonly pid: number
  readonly ended: Promise<void>
}

const launched = (child: ChildProcess): Promise<BrokerProcess> =>
  new Promise((resolve, reject) => {
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the broker ended with ${code}`)))
    child.stdout?.once('data', (data: Buffer) => {
      const [url = '', pid = ''] = data.toString().trim().split(' ')
      resolve({ url, pid: Number(pid), ended })
    })
  })

/** Starts a broker process; with a trace file, its writes and fsyncs are written down by strace. */
export const startProcess = (file: string, trace?: string, history = 1000): Promise<BrokerProcess> => {
  const node = [process.execPath, '--import', 'tsx', script, file, String(history)]
  const calls = ['-f', '-y', '--seccomp-bpf', '-e', 'trace=pwrite64,fsync,fdatasync', '-o', trace ?? '']
  const [command = '', ...args] = trace === undefined ? node : [tracer, ...calls, ...node]
  return launched(spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] }))
}

/** Whether this machine can trace a process; fsyncs are seen in no other way. */
export const canTrace = (): boolean =>
  spawnSync(tracer, ['--seccomp-bpf', '-f', '-e', 'trace=fsync', '-o', '/dev/null', 'true']).status === 0

/** Entities of each batch that the load writes; they all carry the number of the batch. */
export const batchSize = 20

const writeBatch = async (url: string, version: number): Promise<boolean> => {
  const response = await fetch(`${url}/ngsi-ld/v1/entityOperations/upsert`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(Array.from({ length: batchSize }, (_, n) => lamp(n, { power: version }))),
  })
  return response.ok
}

/** Batches written one after the other until the broker is gone. */
export interface WriteLoad {
  /** Number of the last batch that was acknowledged. */
  readonly acknowledged: () => number
  readonly ended: Promise<void>
}

/** Starts the write load after batch number `from`. */
export const startLoad = (url: string, from: number): WriteLoad => {
  let acknowledged = from
  const run = async (): Promise<void> => {
    try {
      for (let version = from + 1; ; version += 1) if (await writeBatch(url, version)) acknowledged = version
    } catch {
      // The broker was killed while it wrote.
    }
  }
  return { acknowledged: () => acknowledged, ended: run() }
}

/** Opens a data file and gives the batch that it holds; throws where it holds half a batch. */
export const batchIn = async (file: string): Promise<number> => {
  const broker = await createBroker({ file })
  try {
    const { body } = await asker(broker)('GET', '/entities?type=Lamp&limit=1000&options=keyValues')
    const versions = new Set<number>(body.map(({ power }: { power: number }) => power))
    if (body.length === 0) return 0
    if (body.length !== batchSize || versions.size !== 1)
      throw new Error(`half a write: ${body.length} entities of batches ${[...versions].join(', ')}`)
    return [...versions][0] ?? 0
  } finally {
    await broker.close()
  }
}

/** What killing a broker again and again showed. */
export interface KillReport {
  readonly rounds: number
  readonly batches: number
  /** Rounds after which an acknowledged batch was missing. */
  readonly lost: number
}

/** Kills a broker with SIGKILL at random moments of a write load, and looks into the file each time. */
export const killRounds = async (file: string, rounds: number): Promise<KillReport> => {
  let batch = 0
  let lost = 0
  for (let round = 0; round < rounds; round += 1) {
    const { url, pid, ended } = await startProcess(file)
    const load = startLoad(url, batch)
    await wait(50 + Math.random() * 400)
    process.kill(pid, 'SIGKILL')
    await Promise.all([load.ended, ended])
    batch = await batchIn(file)
    if (batch < load.acknowledged()) lost += 1
  }
  return { rounds, batches: batch, lost }
}

interface Traced {
  /** Bytes at the beginning of the WAL that an fsync has put on the disk. */
  readonly synced: number
  readonly fsyncs: number
}

/** Calls on a line each, in the order of their ends: strace cuts a call in two where another thread reports meanwhile. */
const wholeCalls = (trace: string): readonly string[] => {
  const begun = new Map<string, string>()
  const calls: string[] = []
  for (const line of trace.split('\n')) {
    const [, pid = '', begin] = /^(\d+)\s+(.*) <unfinished \.\.\.>$/.exec(line) ?? []
    const [, same = '', end] = /^(\d+)\s+<\.\.\. \w+ resumed>(.*)$/.exec(line) ?? []
    if (begin !== undefined) begun.set(pid, begin)
    else calls.push(end === undefined ? line : `${begun.get(same) ?? ''}${end}`)
  }
  return calls
}

/** Reads from strace's lines how much of a WAL is on the disk; a frame at offset 0 begins it anew after a checkpoint. */
export const readTrace = (trace: string, wal: string): Traced => {
  let [written, synced, fsyncs] = [0, 0, 0]
  for (const line of wholeCalls(trace)) {
    if (!line.includes(`<${wal}>`)) continue
    const write = /pwrite64\(.*, (\d+), (\d+)\)\s+= \1$/.exec(line)
    if (write !== null) {
      const [length, offset] = [Number(write[1]), Number(write[2])]
      if (offset === 0) synced = 0
      written = offset === 0 ? length : Math.max(written, offset + length)
    } else if (/f(?:data)?sync\(.*\)\s+= 0$/.test(line)) {
      synced = written
      fsyncs += 1
    }
  }
  return { synced, fsyncs }
}

const isStopped = (pid: number): boolean =>
  /^\d+ \(.*\) [Tt] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

/** What cutting off everything that no fsync had put on the disk showed. */
export interface CutReport {
  readonly moments: number
  readonly batches: number
  readonly lost: number
  /** Moments at which there were bytes to cut. */
  readonly cuts: number
  readonly fsyncsPerSecond: number
}

/**
 * Stops a broker at random moments of a write load, copies its data file and WAL, and cuts from the copy what was
 * written after the last fsync, as a power failure would.
 */
export const cutMoments = async (file: string, moments: number): Promise<CutReport> => {
  const trace = `${file}.trace`
  const { url, pid, ended } = await startProcess(file, trace)
  const load = startLoad(url, 0)
  const started = performance.now()
  const taken: { readonly copy: string; readonly acknowledged: number }[] = []
  let cuts = 0
  let stoppedMs = 0
  const copyStopped = async (copy: string): Promise<{ acknowledged: number; lines: string }> => {
    for (;;) {
      while (!isStopped(pid)) await wait(1)
      const lines = readFileSync(trace, 'utf8')
      // Answers on their way count as acknowledged.
      await wait(10)
      const acknowledged = load.acknowledged()
      copyFileSync(file, copy)
      copyFileSync(`${file}-wal`, `${copy}-wal`)
      // strace also holds a process at every call; what has written since was not stopped yet.
      if (statSync(trace).size === Buffer.byteLength(lines)) return { acknowledged, lines }
    }
  }
  for (let moment = 0; moment < moments; moment += 1) {
    await wait(10 + Math.random() * 120)
    process.kill(pid, 'SIGSTOP')
    const at = performance.now()
    const copy = `${file}.${moment}`
    const { acknowledged, lines } = await copyStopped(copy)
    const { synced } = readTrace(lines, `${file}-wal`)
    if (readFileSync(`${copy}-wal`).length > synced) cuts += 1
    truncateSync(`${copy}-wal`, synced)
    taken.push({ copy, acknowledged })
    stoppedMs += performance.now() - at
    process.kill(pid, 'SIGCONT')
  }
  const seconds = (performance.now() - started - stoppedMs) / 1000
  process.kill(pid, 'SIGKILL')
  await Promise.all([load.ended, ended])
  const found: number[] = []
  for (const { copy } of taken) found.push(await batchIn(copy))
  const { fsyncs } = readTrace(readFileSync(trace, 'utf8'), `${file}-wal`)
  return {
    moments,
    batches: load.acknowledged(),
    lost: taken.filter(({ acknowledged }, index) => (found[index] ?? 0) < acknowledged).length,
    cuts,
    fsyncsPerSecond: fsyncs / seconds,
  }
}

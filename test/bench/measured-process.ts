import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own that tells how much CPU it has used. */
export interface MeasuredProcess {
  readonly url: string
  /** Microseconds so far, user and system. */
  readonly cpu: () => Promise<number>
  readonly end: () => Promise<void>
}

/** Starts a script beside this one that prints its URL, and its CPU for every line that it is sent. */
export const startMeasured = async (script: string, args: readonly string[]): Promise<MeasuredProcess> => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`${script} ended`)
    return value
  }
  const [url = ''] = (await line()).split(' ')
  return {
    url,
    cpu: async () => {
      child.stdin.write('\n')
      const { user, system } = JSON.parse(await line()) as NodeJS.CpuUsage
      return user + system
    },
    end: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A script of this folder that runs in a process of its own. */
export interface OwnProcess {
  readonly child: ChildProcess
  /** The next line that it prints; rejects when it ends without one. */
  readonly line: () => Promise<string>
  /** Ends it by a signal and waits until it is gone. */
  readonly end: (signal?: NodeJS.Signals) => Promise<void>
  /** Its exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Starts a TypeScript file of the project; `file` is a path below the project's root. */
export const startProcess = (file: string, args: readonly string[] = []): OwnProcess => {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...process.env, NO_COLOR: '1' },
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    child,
    ended,
    line: async () => {
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`${file} ended without an answer`)
      return value
    },
    end: async (signal = 'SIGKILL') => {
      child.kill(signal)
      await ended
    },
  }
}

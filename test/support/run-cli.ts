import { Readable } from 'node:stream'
import type { Io } from '../../src/cli/command.js'
import { main } from '../../src/cli/main.js'

/** What a command line printed, and its exit code. */
export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process, as `city-context ARGS` would. */
export const runCli = async (
  args: readonly string[],
  options: {
    readonly stdin?: string
    readonly cwd?: string
    readonly signal?: AbortSignal
    readonly env?: Record<string, string>
  } = {},
): Promise<CliResult> => {
  const printed = { stdout: '', stderr: '' }
  const into = (name: keyof typeof printed) => ({
    write: (text: string): void => {
      printed[name] += text
    },
  })
  const io: Io = {
    stdout: into('stdout'),
    stderr: into('stderr'),
    stdin: Readable.from([options.stdin ?? '']),
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    signal: options.signal ?? new AbortController().signal,
    exitCode: 0,
  }
  const code = await main(args, io)
  return { code, ...printed }
}

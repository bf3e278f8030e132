import type { Command } from 'commander'
import { isBrokerError, isNetworkError } from '../errors.js'

/** Where a command reads and writes; tests give their own. */
export interface Io {
  readonly stdout: {
    write(text: string): unknown
    readonly isTTY?: boolean | undefined
    readonly columns?: number | undefined
  }
  readonly stderr: {
    write(text: string): unknown
    readonly isTTY?: boolean | undefined
    readonly columns?: number | undefined
  }
  readonly stdin: NodeJS.ReadableStream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Aborted by Ctrl-C; every command passes it on. */
  readonly signal: AbortSignal
  /** 0 done, 1 the answer is "no", 2 wrong use, 3 the broker could not be reached. */
  exitCode: number
}

/** Tells errors that mean that no broker was reached; 502 and 504 are a gateway's word for it. */
export const isUnreachable = (error: unknown): boolean =>
  isNetworkError(error) || (isBrokerError(error) && (error.status === 502 || error.status === 504))

/**
 * Every command file exports one `configure`: it adds arguments, options, examples and the action to its commander command.
 * The action throws the errors of errors.ts; main.ts turns them into one line and an exit code.
 */
export type Configure = (command: Command, io: Io) => void

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { UsageError } from '../errors.js'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const ownerOf = (lock: string): number => {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return Number.NaN
  }
}

const claim = (lock: string): boolean => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new UsageError(`the lock file ${lock} cannot be written: ${(error as Error).message}`)
  }
}

/**
 * Claims a data file for this process by a file beside it, and gives what releases it. A lock whose process is gone
 * (kill -9) is taken over. SQLite's own exclusive lock would do, but libsql 0.5 does not give it back on close.
 */
export const lockFile = (path: string): (() => void) => {
  const lock = `${path}.lock`
  if (!claim(lock)) {
    const owner = ownerOf(lock)
    if (isAlive(owner))
      throw new UsageError(
        `the data file ${path} is in use by another broker (process ${owner}; delete ${lock} if that is none)`,
      )
    rmSync(lock, { force: true })
    if (!claim(lock)) throw new UsageError(`the data file ${path} is in use by another broker`)
  }
  return () => rmSync(lock, { force: true })
}

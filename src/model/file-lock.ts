import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../errors.js'

/** Locks of this process: in a container a killed process and the next one have the same number. */
const held = new Set<string>()

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const claim = (lock: string): boolean => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    held.add(lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new UsageError(`the lock file ${lock} cannot be written: ${(error as Error).message}`)
  }
}

/** The process that holds a lock; undefined where it is gone. */
const holderOf = (lock: string): number | undefined => {
  let pid: number
  try {
    pid = Number(readFileSync(lock, 'utf8'))
  } catch {
    return undefined
  }
  const isHeld = pid === process.pid ? held.has(lock) : Number.isInteger(pid) && pid > 0 && isAlive(pid)
  return isHeld ? pid : undefined
}

/**
 * Claims a file for this process by a file beside it (PATH.lock), and gives what releases it. A lock whose process is gone
 * (kill -9) is taken over. Throws a UsageError where another process, or this one, works with it; `user` names who would
 * (`broker`, `load`).
 */
export const lockFile = (path: string, user: string): (() => void) => {
  const lock = `${resolve(path)}.lock`
  if (!claim(lock)) {
    const pid = holderOf(lock)
    if (pid !== undefined)
      throw new UsageError(
        `${path} is in use by another ${user} (process ${pid}; delete ${lock} if that is none)`,
      )
    rmSync(lock, { force: true })
    if (!claim(lock)) throw new UsageError(`${path} is in use by another ${user}`)
  }
  return () => {
    held.delete(lock)
    rmSync(lock, { force: true })
  }
}

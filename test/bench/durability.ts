import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canTrace, cutMoments, killRounds } from '../support/broker-process.js'

/** Kills a broker 100 times, and cuts its files after the last fsync at 100 moments; prints what was lost. */
export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'city-context-'))
  try {
    const killed = await killRounds(join(folder, 'killed.db'), 100)
    console.log(
      `kill -9 ${killed.rounds} times while it wrote ${killed.batches} batches: ${killed.lost} lost, no half write`,
    )
    if (!canTrace()) {
      console.log('cut after the last fsync: left out, strace is not installed')
      return
    }
    const cut = await cutMoments(join(folder, 'cut.db'), 100)
    console.log(
      `data file and WAL at ${cut.moments} moments, without what no fsync had put on the disk (${cut.cuts} times something): ${cut.lost} lost of ${cut.batches} batches`,
    )
    console.log(`${cut.fsyncsPerSecond.toFixed(0)} fsyncs per second (traced; one client that waits)`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

import { brokenWriters, runFaults } from '../support/fault-run.js'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** 100,000 entities per seed through a proxy that breaks every fifth batch; throws when an account is not exact. */
export const run = async (): Promise<void> => {
  const count = Number(process.env['FAULT_ENTITIES'] ?? 100_000)
  console.log(`${count} entities, 20 % faults, batches of 200`)
  console.log('seed  seconds  requests  faults  created  updated  written  failed  unconfirmed  wrong')
  let wrong = 0
  for (const seed of seeds) {
    const result = await runFaults(seed, count, 0.2)
    wrong += result.wrong.length
    const { created = 0, updated = 0, written = 0, failed = 0, unconfirmed = 0 } = result.outcomes
    console.log(
      [
        seed,
        result.seconds.toFixed(1),
        result.requests,
        result.faults,
        created,
        updated,
        written,
        failed,
        unconfirmed,
        result.wrong.length,
      ]
        .map((cell, index) => String(cell).padStart([4, 8, 9, 7, 8, 8, 8, 7, 12, 6][index] ?? 8))
        .join(' '),
    )
    for (const sentence of result.wrong.slice(0, 3)) console.log(`      ${sentence}`)
  }
  let unnoticed = 0
  for (const [name, writer] of Object.entries(brokenWriters)) {
    const broken = await runFaults(1, Math.min(count, 20_000), 0.6, writer)
    if (broken.wrong.length === 0) unnoticed += 1
    console.log(`a client that ${name}: ${broken.wrong.length > 0 ? 'noticed' : 'NOT NOTICED'}`)
  }
  if (wrong > 0 || unnoticed > 0) throw new Error('the fault matrix does not hold')
}

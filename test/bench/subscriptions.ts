import { runLoss } from '../support/loss-run.js'

/** Ten seeds of lost, doubled and delayed notifications; throws when a picture differs from the broker. */
export const run = async (): Promise<void> => {
  const changes = Number(process.env['LOSS_CHANGES'] ?? 5000)
  console.log(`${changes} changes of 50 entities; 30 % of notifications dropped, 10 % doubled, 10 % delayed`)
  console.log('seed  dropped  delivered  reconciled  wrong')
  let wrong = 0
  for (let seed = 1; seed <= 10; seed++) {
    const result = await runLoss(seed, changes)
    wrong += result.wrong.length
    const cells = [seed, result.dropped, result.delivered, result.reconciled, result.wrong.length]
    console.log(cells.map((cell, index) => String(cell).padStart([4, 8, 10, 11, 6][index] ?? 8)).join(' '))
    for (const sentence of result.wrong.slice(0, 3)) console.log(`      ${sentence}`)
  }
  const broken = await runLoss(1, 500, false)
  console.log(`a consumer that never compares: ${broken.wrong.length > 0 ? 'noticed' : 'NOT NOTICED'}`)
  if (wrong > 0 || broken.wrong.length === 0) throw new Error('the loss matrix does not hold')
}

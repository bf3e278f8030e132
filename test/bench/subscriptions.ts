import { runHostile } from '../support/hostile-run.js'
import { type LossResult, runLoss } from '../support/loss-run.js'
import { runNotifySpeed } from '../support/notify-speed.js'
import { runRace } from '../support/race-run.js'
import { runSlowHandler } from '../support/slow-handler-run.js'

const row = (cells: readonly (string | number)[], widths: readonly number[]): string =>
  cells.map((cell, index) => String(cell).padStart(widths[index] ?? 8)).join('')

const lossWidths = [4, 9, 9, 7, 9, 9, 9, 9, 9, 12, 7]

const lossRow = ({ seed, seconds, deleted, kills, relay, told, reconciled, wrong }: LossResult): string =>
  row(
    [
      seed,
      seconds.toFixed(1),
      deleted,
      kills,
      relay.dropped,
      relay.doubled,
      relay.reordered,
      relay.delayed,
      told,
      reconciled,
      wrong.length,
    ],
    lossWidths,
  )

const loss = async (): Promise<void> => {
  const changes = Number(process.env['LOSS_CHANGES'] ?? 20_000)
  const seeds = Number(process.env['LOSS_SEEDS'] ?? 10)
  console.log(
    `Loss: ${changes} changes of 100 entities; 30 % of notifications dropped, 10 % doubled, 10 % reordered, 10 % late, no deletion told,`,
  )
  console.log(
    'the broker out of reach for 5 % of the time, the consumer killed (-9) ten times; truth by bare HTTP',
  )
  const heads = 'seed,seconds,deleted,kills,dropped,doubled,reorder,late,told,by compare,wrong'
  console.log(row(heads.split(','), lossWidths))
  let wrong = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const result = await runLoss({ seed, changes, kills: 10 })
    wrong += result.wrong.length
    console.log(lossRow(result))
    for (const sentence of result.wrong.slice(0, 3)) console.log(`      ${sentence}`)
  }
  const broken = await runLoss({ seed: 1, changes: 1000, kills: 1, compares: false })
  console.log(`a consumer that never compares: ${broken.wrong.length > 0 ? 'noticed' : 'NOT NOTICED'}`)
  if (wrong > 0 || broken.wrong.length === 0) throw new Error('the loss matrix does not hold')
}

const race = async (): Promise<void> => {
  const { rounds, single, outcomes } = await runRace(100)
  console.log(
    `\nTwo processes, one name, at the same moment: exactly one subscription in ${single} of ${rounds} rounds (${JSON.stringify(outcomes)})`,
  )
  if (single !== rounds) throw new Error('a name led to more or fewer than one subscription')
}

const hostile = async (): Promise<void> => {
  const result = await runHostile(10_000)
  const { good, served, takenIn, isAlive, grownMiB, slowestGoodMs } = result
  console.log(
    `\nHostile senders: ${result.hostile} requests of 15 kinds; ${served} of ${good} good ones served (slowest ${slowestGoodMs.toFixed(0)} ms), ${takenIn} hostile ones taken in, memory grown by ${grownMiB.toFixed(0)} MiB (bound 192), ${isAlive ? 'still up' : 'DOWN'}`,
  )
  if (!isAlive || served !== good || takenIn !== 0 || grownMiB > 192)
    throw new Error('the receiver does not stand hostile senders')
}

const speed = async (): Promise<void> => {
  console.log(
    '\nBroker → receiver → handler, one change each, beside a bare loop of the same bodies (goal 0.25 ×)',
  )
  const widths = [10, 12, 8, 14, 8, 11, 14]
  console.log(
    row(['live/s', 'node:http/s', 'ratio', 'axios loop/s', 'ratio', 'delivered', 'out of order'], widths),
  )
  for (const result of await runNotifySpeed(5000, 4)) {
    const { livePerSecond: live, barePerSecond: bare, axiosPerSecond: axios } = result
    const ratios = [bare, axios].map((loop) => (live / loop).toFixed(2))
    const cells = [live, bare, axios].map((number) => Math.round(number))
    const { delivered, outOfOrder, changes } = result
    console.log(
      row(
        [
          cells[0] ?? 0,
          cells[1] ?? 0,
          ratios[0] ?? '',
          cells[2] ?? 0,
          ratios[1] ?? '',
          delivered,
          outOfOrder,
        ],
        widths,
      ),
    )
    if (delivered !== changes || outOfOrder > 0) throw new Error('changes were lost or out of order')
  }
}

const memory = async (): Promise<void> => {
  console.log('\nA handler of 20 ms, notifications of 20 entities as fast as they are answered')
  const widths = [9, 9, 9, 9, 9, 9]
  console.log(row(['seconds', 'sent', 'handled', 'waiting', '503', 'MiB'], widths))
  const samples = await runSlowHandler(15)
  for (const { seconds, sent, handled, waiting, refused, rssMiB } of samples)
    console.log(row([seconds.toFixed(1), sent, handled, waiting, refused, rssMiB.toFixed(0)], widths))
  const [first, last] = [samples[5]?.rssMiB ?? 0, samples.at(-1)?.rssMiB ?? 0]
  if (last - first > 100) throw new Error('memory grows while the handler is slower than the broker')
}

/** What live subscriptions promise, each part in processes of its own; throws when one does not hold. */
export const run = async (): Promise<void> => {
  await loss()
  await race()
  await hostile()
  await speed()
  await memory()
}

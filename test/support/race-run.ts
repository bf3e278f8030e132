import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startBroker } from '../../src/broker/index.js'

/** What two processes that subscribe with one name at the same moment led to. */
export interface RaceResult {
  readonly rounds: number
  /** Rounds after which the broker had exactly one subscription of that name. */
  readonly single: number
  /** What the two were told, and how often: `created` and `changed` or `unchanged`. */
  readonly outcomes: Readonly<Record<string, number>>
}

/** Has two processes subscribe with the same name so many times; the broker is asked by bare HTTP. */
export const runRace = async (rounds: number): Promise<RaceResult> => {
  const broker = await startBroker({ port: 0 })
  const file = fileURLToPath(new URL('./race-process.ts', import.meta.url))
  const racers = [0, 1].map(() => fork(file, [broker.url], { execArgv: ['--import', 'tsx'] }))
  await Promise.all(racers.map((racer) => once(racer, 'message')))
  const outcomes: Record<string, number> = {}
  let single = 0
  for (let round = 0; round < rounds; round++) {
    const answers = racers.map((racer) => once(racer, 'message'))
    for (const racer of racers) racer.send(`race ${round}`)
    for (const [answer] of await Promise.all(answers)) outcomes[answer] = (outcomes[answer] ?? 0) + 1
    const reply = await fetch(`${broker.url}/ngsi-ld/v1/subscriptions?limit=1000`)
    const all = (await reply.json()) as readonly { readonly subscriptionName?: string }[]
    if (all.filter(({ subscriptionName }) => subscriptionName === `race ${round}`).length === 1) single += 1
  }
  for (const racer of racers) racer.kill()
  await broker.close()
  return { rounds, single, outcomes }
}

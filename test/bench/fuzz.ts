import { fuzzBroker } from '../support/spoiled-requests.js'

/** Sends 200,000 spoiled requests to one broker and prints how they were answered. */
export const run = async (): Promise<void> => {
  const started = performance.now()
  const { sent, answers, heap } = await fuzzBroker(200_000)
  const counts = Object.entries(answers).map(([kind, count]) => `${kind}: ${count}`)
  console.log(
    `${sent} requests in ${((performance.now() - started) / 1000).toFixed(0)} s; ${counts.join(', ')}; no 500`,
  )
  console.log(
    heap === undefined
      ? 'heap: run with NODE_OPTIONS=--expose-gc'
      : `heap after collection: ${heap[0]} MiB after a tenth, ${heap[1]} MiB at the end`,
  )
}

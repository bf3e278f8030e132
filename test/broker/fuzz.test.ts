import { expect, it } from 'vitest'
import { fuzzBroker } from '../support/spoiled-requests.js'

const runs = 4000

it(`answers ${runs} spoiled requests with no 500, and refusals with a problem document`, {
  timeout: 600_000,
}, async () => {
  const { sent, answers } = await fuzzBroker(runs)
  expect(sent).toBeGreaterThan(runs * 0.9)
  expect(answers['2xx']).toBeGreaterThan(runs / 10)
  expect(answers['4xx']).toBeGreaterThan(runs / 10)
})

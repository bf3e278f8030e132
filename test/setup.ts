import nock from 'nock'
import { afterEach, beforeAll, expect } from 'vitest'

const unhandled: unknown[] = []
process.on('unhandledRejection', (reason) => unhandled.push(reason))

beforeAll(() => {
  nock.disableNetConnect()
  // Flow tests talk to brokers over real sockets on this machine; BROKER_URL may name another.
  const broker = process.env['BROKER_URL']
  nock.enableNetConnect(
    (host) =>
      /^(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(host) ||
      (broker !== undefined && host === new URL(broker).host),
  )
})

afterEach(() => {
  const pending = nock.pendingMocks()
  nock.cleanAll()
  expect(pending, 'every mocked request was made').toEqual([])
  expect(unhandled.splice(0), 'no promise was left to reject on its own').toEqual([])
})

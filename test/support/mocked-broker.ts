import nock from 'nock'
import { afterEach } from 'vitest'
import type { ConnectOptions } from '../../src/client/connection.js'
import type { City } from '../../src/connect.js'
import { containerId } from './container.js'
import { connectsUntilEnd } from './opened.js'

/** The broker whose answers a test gives by nock. */
export const host = 'http://broker.example:1026'
export const operations = '/ngsi-ld/v1/entityOperations'
export const upsertPath: string = `${operations}/upsert?options=update`

/** Makes a function that connects to it, each attempt once; call it at the top of a file. */
export const mockedBroker = (
  defaults: ConnectOptions = {},
): ((options?: ConnectOptions) => Promise<City>) => {
  const connected = connectsUntilEnd()
  afterEach(() => {
    nock.abortPendingRequests()
    nock.cleanAll()
  })
  return (options) => connected(host, { dialect: 'embedded', retry: false, ...defaults, ...options })
}

interface Sent {
  readonly id: string
  readonly type: 'Container'
  readonly fillingLevel: number
}

/** Container number n. */
export const one = (n: number): Sent => ({ id: containerId(n), type: 'Container', fillingLevel: 0.5 })

/** So many containers, from number 0. */
export const many = (count: number): readonly Sent[] => Array.from({ length: count }, (_, n) => one(n))

/** No wait between attempts that a test would notice. */
export const quick = { minDelayMs: 1 } as const

/** What axios says of a connection that was cut. */
export const reset: Error = Object.assign(new Error('reset'), { code: 'ECONNRESET' })

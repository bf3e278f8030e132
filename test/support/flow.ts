import { afterAll, beforeAll, type TestContext, test } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { probeHistory, probeMode } from '../../src/client/discovery.js'
import { type City, connect } from '../../src/connect.js'
import type { Capability } from '../../src/dialect/dialect.js'
import { isDialectName } from '../../src/dialect/table.js'
import { Container, containerId } from './container.js'

/** What a flow test needs beyond reading and writing entities; `notifications`: the broker reaches this machine. */
export type Need = Capability | 'notifications'

/** One broker for the tests of a file: the one that BROKER_URL names, or an embedded one. */
export interface Flow {
  readonly url: () => string
  /** A name that no other run has, for brokers that keep what earlier runs wrote. */
  readonly tenant: (name: string) => string
  /** A connection of its own to a tenant of this run; closed after the last test. */
  readonly city: (tenant: string) => Promise<City>
  /** A test that is skipped, with the reason, where the broker lacks what it needs. */
  readonly test: (title: string, needs: readonly Need[], body: () => Promise<void>) => void
}

const connectGiven = (url: string, tenant: string): Promise<City> => {
  // With BROKER_DIALECT, a broker is driven as if it could do less than it can.
  const dialect = process.env['BROKER_DIALECT']
  return connect(url, {
    tenant,
    dialect: dialect !== undefined && isDialectName(dialect) ? dialect : undefined,
  })
}

/** Whether a notification arrives here within 5 s: a broker in a container may not reach this machine. */
const isNotified = async (city: City): Promise<boolean> => {
  const entity = { id: containerId('probe'), fillingLevel: 0 }
  let told = false
  const live = await city.subscribe(
    Container,
    { name: 'probe', reconcileSeconds: 0, ephemeral: true },
    () => {
      told = true
    },
  )
  await city.upsert(Container, [entity])
  for (let tries = 0; tries < 100 && !told; tries++) await new Promise((done) => setTimeout(done, 50))
  await live.close()
  return told
}

/** Sets a broker up for the tests of a file; call it at the top. */
export const flow = (): Flow => {
  const run = `flow${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`
  let url: string
  let base: City
  let stop: () => Promise<unknown> = async () => undefined
  let notified: Promise<boolean> | undefined
  const open: City[] = []
  const tenant = (name: string): string => `${run}_${name}`
  const city = async (name: string): Promise<City> => {
    const made = await connectGiven(url, tenant(name))
    open.push(made)
    return made
  }
  beforeAll(async () => {
    const given = process.env['BROKER_URL']
    if (given === undefined) {
      const broker = await startBroker({ port: 0 })
      stop = () => broker.close()
      url = broker.url
    } else url = given
    base = await city('probe')
  })
  afterAll(async () => {
    for (const one of open) await one.close()
    await stop()
  })
  const lacking = async (need: Need): Promise<string | undefined> => {
    if (need === 'notifications') {
      notified ??= isNotified(base)
      return (await notified) ? undefined : `the broker at ${url} does not reach this machine`
    }
    if (need === 'temporal') await probeHistory(base.connection)
    await probeMode(base.connection)
    const { can, product } = await base.info()
    return can[need] === 'no' ? `${product} cannot do ${need}` : undefined
  }
  const skipWithout = async (needs: readonly Need[], context: TestContext): Promise<void> => {
    for (const need of needs) {
      const reason = await lacking(need)
      if (reason !== undefined) context.skip(reason)
    }
  }
  return {
    url: () => url,
    tenant,
    city,
    test: (title, needs, body) =>
      test(needs.length === 0 ? title : `${title} (needs ${needs.join(', ')})`, async (context) => {
        await skipWithout(needs, context)
        await body()
      }),
  }
}

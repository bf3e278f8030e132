import { openSync, writeSync } from 'node:fs'
import { connect } from '../../src/connect.js'
import { Container } from './container.js'

/**
 * A consumer in a process of its own, to be killed: appends what it is told to a log, one line per change, written
 * before the handler returns. Arguments: broker, port, endpoint, state file (or "-": never compares), log file.
 */
const [broker = '', port = '0', endpoint = '', state = '', log = ''] = process.argv.slice(2)
const compares = state !== '-'
const file = openSync(log, 'a')
const city = await connect(broker)
const live = await city.subscribe(
  Container,
  {
    name: 'loss',
    port: Number(port),
    endpoint,
    secret: 'loss',
    ...(compares ? { state, reconcileSeconds: 0.5, fullEvery: 4 } : { reconcileSeconds: 0 }),
  },
  async ({ id, kind, entity, via }) => {
    // Some handlers take a while, so that kills come in the middle of them.
    if ((entity.serialNumber ?? 0) % 7 === 0) await new Promise((done) => setTimeout(done, 5))
    writeSync(file, `${id} ${kind === 'deleted' ? '-' : entity.serialNumber} ${via}\n`)
  },
)
process.send?.('ready')
process.on('message', (message) => {
  const finish = async (): Promise<void> => {
    if (message === 'compare' && compares) await live.reconcile('all')
    await live.close()
    process.send?.(JSON.stringify(live.status()))
    await city.close()
    process.disconnect()
  }
  finish().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  })
})

import { connect } from '../../src/connect.js'
import { Container } from './container.js'

/** A process that subscribes under a name when it is told to, and says so. Argument: the broker. */
const city = await connect(process.argv[2] ?? '')
process.on('message', (name: string) => {
  city
    .subscribe(Container, { name, reconcileSeconds: 0 })
    .then(async (live) => {
      process.send?.(live.status().ensured)
      await live.close()
    })
    .catch((error: unknown) => process.send?.(String(error)))
})
process.send?.('ready')

import { startBroker } from '../../src/broker/index.js'

// A process of its own, so that a test can kill it.
const broker = await startBroker({ file: process.argv[2] })
process.stdout.write(`${broker.url}\n`)

import { startBroker } from '../../src/broker/index.js'

// A process of its own, so that a test can stop or kill it.
const broker = await startBroker({ file: process.argv[2], history: Number(process.argv[3] ?? 1000) })
process.stdout.write(`${broker.url} ${process.pid}\n`)

import { startBroker } from '../../src/broker/index.js'

// A broker, with a data file where one is named, at a fixed port, in a process that can be killed and started again.
const [, , port, file] = process.argv
const broker = await startBroker({ port: Number(port), file })
process.stdout.write(`${broker.url}\n`)

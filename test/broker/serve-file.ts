import { startBroker } from '../../src/broker/index.js'

// A process of its own, so that a test can stop or kill it, and a bench can tell its CPU from that of the client.
const [file = '', history = '1000'] = process.argv.slice(2)
const broker = await startBroker({ file: file === '' ? undefined : file, history: Number(history) })
process.stdout.write(`${broker.url} ${process.pid}\n`)
process.stdin.on('data', () => process.stdout.write(`${JSON.stringify(process.cpuUsage())}\n`))

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// A server in a process of its own, so that what it costs is not charged to the client: it reads bodies and answers 204.
const server = createServer((request, response) => {
  request.on('data', () => undefined).on('end', () => response.writeHead(204).end())
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})

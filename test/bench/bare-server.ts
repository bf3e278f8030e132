import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// What the broker is measured against: a server that reads bodies, and with "map" parses them and keeps them by id.
const isKept = process.argv[2] === 'map'
const map = new Map<string, unknown>()
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString()
    if (isKept) {
      const parsed = JSON.parse(text) as { id: string } | { id: string }[]
      for (const one of Array.isArray(parsed) ? parsed : [parsed]) map.set(one.id, one)
    }
    response.writeHead(204).end()
  })
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port} ${process.pid}\n`),
)
process.stdin.on('data', () => process.stdout.write(`${JSON.stringify(process.cpuUsage())}\n`))

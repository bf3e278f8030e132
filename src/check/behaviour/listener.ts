import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A notification as it came: path with query, and the body where it is JSON. */
export interface Told {
  readonly target: string
  readonly body: unknown
}

/** Where notifications of a run arrive. */
export interface Listener {
  readonly url: string
  readonly told: () => readonly Told[]
  /** Forgets what came, and answers with this status from here on. */
  readonly expect: (status: number) => void
  readonly close: () => Promise<void>
}

const maxBytes = 1024 * 1024
const maxTold = 1000

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Listens for notifications below a path that only this run knows. */
export const listenFor = async (run: string, host: string, port: number): Promise<Listener> => {
  let status = 200
  let told: Told[] = []
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const { url = '/' } = request
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) request.destroy()
      else chunks.push(chunk)
    })
    request.on('error', () => undefined)
    request.on('end', () => {
      const isOurs = request.method === 'POST' && url.startsWith(`/${run}`)
      // Orion-LD takes an answer without Content-Length for a failure.
      response.writeHead(isOurs ? status : 404, { 'Content-Length': '0' }).end()
      if (isOurs && told.length < maxTold)
        told.push({ target: url, body: parsed(Buffer.concat(chunks).toString()) })
    })
  })
  await new Promise<void>((ready, fail) => {
    server.once('error', fail)
    server.listen(port, host, ready)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told: () => told,
    expect: (answer) => {
      status = answer
      told = []
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

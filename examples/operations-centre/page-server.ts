import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}
// What a broker holds comes from suppliers and citizens: even if a text became markup, nothing of it would run or load.
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}
const maxReaders = 200
const maxWaitingBytes = 1_048_576

/** The page at its address, and the stream that every reader of it follows. */
export interface PageServer {
  readonly url: string
  /** Sends one event to everyone who reads the stream. */
  readonly send: (event: string, data: unknown) => void
  readonly close: () => Promise<void>
}

/** Serves the files of a folder and `/events`; a new reader of the stream gets `snapshot()` first. */
export const servePage = async (options: {
  readonly folder: URL
  readonly port: number
  readonly snapshot: () => unknown
}): Promise<PageServer> => {
  const { folder, port, snapshot } = options
  // Read once: no request ever names a path of the disk.
  const files = new Map<string, { readonly type: string; readonly body: Buffer }>()
  for (const name of await readdir(folder)) {
    const type = mediaTypes[extname(name)]
    if (type !== undefined) files.set(`/${name}`, { type, body: await readFile(new URL(name, folder)) })
  }
  const readers = new Set<ServerResponse>()
  const message = (event: string, data: unknown): string =>
    `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

  const server = createServer((request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?')
    const file = files.get(pathname === '/' ? '/index.html' : pathname)
    if (request.method !== 'GET') response.writeHead(405, { ...headers, allow: 'GET' }).end()
    else if (pathname === '/events' && readers.size >= maxReaders)
      response.writeHead(503, { ...headers, 'retry-after': '30' }).end()
    else if (pathname === '/events') {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' })
      response.write(`retry: 2000\n${message('snapshot', snapshot())}`)
      readers.add(response)
      response.on('close', () => readers.delete(response))
    } else if (file === undefined) response.writeHead(404, headers).end()
    else response.writeHead(200, { ...headers, 'content-type': file.type }).end(file.body)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  const send = (event: string, data: unknown): void => {
    for (const reader of readers)
      if (reader.writableLength < maxWaitingBytes) reader.write(message(event, data))
      // A reader that is too slow comes back by itself and gets a snapshot.
      else reader.destroy()
  }
  const close = async (): Promise<void> => {
    for (const reader of readers) reader.end()
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, send, close }
}

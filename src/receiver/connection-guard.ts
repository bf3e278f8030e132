import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Knows which connections have brought a notification. */
export interface ConnectionGuard {
  readonly trust: (socket: Socket) => void
}

/**
 * Keeps open connections at a limit: for one more, the oldest that never brought a notification goes, so that senders who
 * hold connections open and say nothing do not keep a broker out.
 */
export const guardConnections = (server: Server, isSecure: boolean, limit: number): ConnectionGuard => {
  const strangers = new Set<Socket>()
  const trusted = new Set<Socket>()
  server.on(isSecure ? 'secureConnection' : 'connection', (socket: Socket) => {
    if (strangers.size + trusted.size >= limit) {
      const [oldest = socket] = strangers
      strangers.delete(oldest)
      oldest.destroy()
    }
    if (socket.destroyed) return
    strangers.add(socket)
    socket.once('close', () => {
      strangers.delete(socket)
      trusted.delete(socket)
    })
  })
  return {
    trust: (socket) => {
      if (strangers.delete(socket)) trusted.add(socket)
    },
  }
}

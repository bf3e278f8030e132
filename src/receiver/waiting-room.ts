import type { ByteBudget } from './byte-budget.js'
import { createLines } from './lines.js'
import type { Notification } from './notification.js'
import { createQueue } from './queue.js'

/** Where notifications wait for whoever handles them, bounded by number and by bytes. */
export interface WaitingRoom {
  /** False when there is no room; the notification is not taken. */
  readonly enter: (notification: Notification, textBytes: number) => boolean
  readonly waiting: () => number
  /** The next one, where there is no handler; undefined when closed and empty. */
  readonly take: () => Promise<Notification | undefined>
  /** Takes nothing new; resolves when the handler is done with what was taken. */
  readonly close: () => Promise<void>
}

/** What a waiting room needs. */
export interface WaitingRoomOptions {
  readonly maxQueue: number
  readonly budget: ByteBudget
  readonly onNotification?: ((notification: Notification) => void | Promise<void>) | undefined
  readonly onError?: ((error: unknown, notification: Notification) => void) | undefined
}

interface Guest {
  readonly notification: Notification
  readonly bytes: number
}

/** A parsed notification takes about three times its text, and never nothing. */
const heldBytes = (textBytes: number): number => 1024 + 3 * textBytes

/** Makes a waiting room: a line per subscription before a handler, one queue before an iterator. */
export const createWaitingRoom = (options: WaitingRoomOptions): WaitingRoom => {
  const { budget, maxQueue, onNotification, onError } = options
  const work = async ({ notification, bytes }: Guest): Promise<void> => {
    try {
      await onNotification?.(notification)
    } catch (error) {
      onError?.(error, notification)
    } finally {
      budget.give(bytes)
    }
  }
  const lines = createLines<Guest>(maxQueue, work)
  const queue = createQueue<Guest>(maxQueue)
  const push = (guest: Guest): boolean =>
    onNotification === undefined ? queue.push(guest) : lines.push(guest.notification.subscriptionId, guest)
  return {
    enter: (notification, textBytes) => {
      const bytes = heldBytes(textBytes)
      if (!budget.take(bytes)) return false
      if (push({ notification, bytes })) return true
      budget.give(bytes)
      return false
    },
    waiting: () => queue.size() + lines.waiting(),
    take: async () => {
      const guest = await queue.take()
      if (guest === undefined) return undefined
      budget.give(guest.bytes)
      return guest.notification
    },
    close: async () => {
      queue.close()
      await lines.close()
    },
  }
}

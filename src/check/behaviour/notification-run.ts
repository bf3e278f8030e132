import { setTimeout as wait } from 'node:timers/promises'
import { isNetworkError } from '../../errors.js'
import type { Reply } from '../../http/reply.js'
import type { Transport } from '../../http/transport.js'
import type { Listener } from './listener.js'
import type { NotificationStep } from './notification-steps.js'
import type { Probe } from './probe.js'
import { type BehaviourResult, resultOf } from './result.js'

/** How long a notification may take that should come, and how long one that should not is waited for, in milliseconds. */
const patience = 3000
const quiet = 1000

const settled = async (
  listener: Listener,
  { enough, silent = false }: NotificationStep,
  signal: AbortSignal | undefined,
): Promise<void> => {
  if (enough === undefined && !silent) return
  const until = performance.now() + (silent ? quiet : patience)
  while (performance.now() < until && enough?.(listener.told()) !== true)
    await wait(20, undefined, signal === undefined ? {} : { signal })
}

/** The probe that a step's request is. */
export const probeOf = ({ operation, request }: NotificationStep, asks: string, expects: string): Probe => ({
  operation,
  asks,
  expects,
  request,
  judge: () => undefined,
})

/** Results of steps that were not taken, because the broker cannot reach this machine. */
export const unheard = (steps: readonly NotificationStep[]): readonly BehaviourResult[] =>
  steps.flatMap((step) =>
    step.checks.map(({ asks, expects }) => ({
      ...resultOf(probeOf(step, asks, expects), undefined, undefined),
      state: 'not asked' as const,
      deviation: 'the broker is elsewhere: give --endpoint, the address under which it reaches this machine',
    })),
  )

/** Lets the broker notify, and says of each notification whether it is as it should be. */
export const notified = async (
  transport: Transport,
  steps: readonly NotificationStep[],
  listener: Listener,
  signal: AbortSignal | undefined,
): Promise<readonly BehaviourResult[]> => {
  const results: BehaviourResult[] = []
  for (const step of steps) {
    listener.expect(step.answer)
    const reply = await transport
      .request({ ...step.request, signal, retry: false })
      .catch((error: unknown) => {
        if (!isNetworkError(error) || signal?.aborted === true) throw error
        return undefined
      })
    await settled(listener, step, signal)
    for (const { asks, expects, judge } of step.checks) {
      const wrong =
        reply === undefined || reply.status >= 300 ? `answered ${reply?.status ?? 'nothing'}` : undefined
      const deviation = wrong ?? judge(listener.told(), reply as Reply)
      results.push(resultOf(probeOf(step, asks, expects), reply, deviation))
    }
    // A failure is written into the subscription after the answer.
    if (step.answer >= 500) await wait(quiet, undefined, signal === undefined ? {} : { signal })
  }
  return results
}

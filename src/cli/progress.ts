import type { FeedProgress } from '../feed/import-feed.js'
import type { Io } from './command.js'

/** Shows how far a load is. */
export interface LoadProgress {
  readonly update: (progress: FeedProgress) => void
  readonly stop: () => void
}

const logEveryMs = 5000

const rest = ({ count, total, writing }: FeedProgress): string => {
  if (writing === undefined) return ''
  const left =
    total === undefined || writing.perSecond === 0
      ? ''
      : `, about ${Math.max(0, Math.round((total - count) / writing.perSecond))} s left`
  const troubles =
    writing.retries + writing.failed === 0 ? '' : `, ${writing.retries} retries, ${writing.failed} failed`
  return `${Math.round(writing.perSecond)}/s, ${(writing.bytes / 2 ** 20).toFixed(1)} MB${troubles}${left}`
}

/** A line every few seconds, where standard error is a file or a pipe: a log shows that something happens. */
const lines = (io: Io): LoadProgress => {
  let told = performance.now()
  return {
    update: (progress) => {
      if (performance.now() - told < logEveryMs) return
      told = performance.now()
      const { phase, count, total } = progress
      const of = total === undefined ? '' : ` of ${total}`
      io.stderr.write(`${phase}: ${count}${of} ${rest(progress)}`.trimEnd().concat('\n'))
    },
    stop: () => undefined,
  }
}

/** A bar on the terminal, lines elsewhere. */
export const loadProgress = async (io: Io): Promise<LoadProgress> => {
  if (io.stderr.isTTY !== true) return lines(io)
  const { default: cliProgress } = await import('cli-progress')
  let known = false
  const bar = new cliProgress.SingleBar(
    {
      format: '{phase} {bar}{done} {rest}',
      // Of an unknown number, every bar would be full.
      formatBar: (part, options) => (known ? `${cliProgress.Format.BarFormat(part, options)} ` : ''),
      stream: io.stderr as NodeJS.WritableStream,
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  )
  bar.start(1, 0, { phase: 'reading', done: '', rest: '' })
  return {
    update: (progress) => {
      const { phase, count, total } = progress
      known = total !== undefined
      bar.setTotal(total ?? count)
      bar.update(count, { phase, done: known ? `${count}/${total}` : count, rest: rest(progress) })
    },
    stop: () => bar.stop(),
  }
}

/** After Ctrl-C: what the next call of the same command does. */
export const sayHowToResume = (journal: string | undefined, io: Io): void => {
  if (!io.signal.aborted) return
  io.stderr.write(
    journal === undefined
      ? 'stopped; the same command again leaves alone what is in the broker already\n'
      : `stopped; the same command again goes on from ${journal}\n`,
  )
}

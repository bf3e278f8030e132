import { Readable, Writable } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import type { Io } from '../../src/cli/command.js'
import { loadProgress } from '../../src/cli/progress.js'

afterEach(() => {
  vi.restoreAllMocks()
})

/** A standard error that keeps what is written to it. */
const screen = (isTTY: boolean): { readonly io: Io; readonly text: () => string } => {
  let written = ''
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk)
      done()
    },
  })
  const stderr = Object.assign(stream, { isTTY, columns: 120 })
  const io: Io = {
    stdout: stderr,
    stderr,
    stdin: Readable.from([]),
    env: {},
    cwd: '.',
    signal: new AbortController().signal,
    exitCode: 0,
  }
  return { io, text: () => written }
}

const writing = { read: 500, failed: 2, retries: 3, bytes: 3 * 2 ** 20, perSecond: 250 }

test('in a log: one line every five seconds, with rate, bytes, troubles and the time that is left', async () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const { io, text } = screen(false)
  const progress = await loadProgress(io)
  for (now = 0; now <= 12_000; now += 250)
    progress.update({ phase: 'writing', count: 500, total: 1000, writing })
  progress.stop()
  const line = 'writing: 500 of 1000 250/s, 3.0 MB, 3 retries, 2 failed, about 2 s left'
  expect(text()).toBe(`${line}\n${line}\n`)
})

test('in a log: a short load says nothing', async () => {
  const { io, text } = screen(false)
  const progress = await loadProgress(io)
  progress.update({ phase: 'reading', count: 5 })
  progress.stop()
  expect(text()).toBe('')
})

test('on a terminal: a bar with the same, gone at the end', async () => {
  const { io, text } = screen(true)
  const progress = await loadProgress(io)
  progress.update({ phase: 'writing', count: 500, total: 1000, writing })
  await new Promise((done) => setTimeout(done, 150))
  progress.stop()
  expect(text()).toMatch(/writing .*500\/1000 250\/s, 3\.0 MB, 3 retries, 2 failed, about 2 s left/)
})

test('on a terminal, where the number of entities is not known: no bar that is always full', async () => {
  const { io, text } = screen(true)
  const progress = await loadProgress(io)
  progress.update({ phase: 'writing', count: 500, writing })
  await new Promise((done) => setTimeout(done, 150))
  progress.stop()
  expect(text()).toContain('writing 500 250/s, 3.0 MB')
})

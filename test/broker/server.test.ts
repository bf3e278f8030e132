import { describe, expect, it } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { main } from '../../src/cli/main.js'

const io = (signal: AbortSignal) => {
  const out: string[] = []
  const error: string[] = []
  return {
    out,
    error,
    io: {
      stdout: { write: (text: string) => out.push(text) },
      stderr: { write: (text: string) => error.push(text) },
      stdin: process.stdin,
      env: {},
      cwd: process.cwd(),
      signal,
      exitCode: 0,
    },
  }
}

describe('startBroker', () => {
  it('listens on a free port of this machine and stops when it is disposed', async () => {
    const broker = await startBroker()
    expect(broker.url).toBe(`http://127.0.0.1:${broker.port}`)
    const answer = await fetch(`${broker.url}/ngsi-ld/v1/info/sourceIdentity`)
    expect(await answer.json()).toMatchObject({ contextSourceExtras: { product: 'city-context' } })
    await broker[Symbol.asyncDispose]()
    await expect(fetch(broker.url)).rejects.toThrow()
  })

  it('refuses a port in use and a port that is none with one sentence', async () => {
    const broker = await startBroker()
    await expect(startBroker({ port: broker.port })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('in use'),
    })
    await expect(startBroker({ port: 70_000 })).rejects.toMatchObject({ name: 'UsageError' })
    await broker.close()
  })

  it('stops on its signal, and answers what is being asked before it stops', async () => {
    const stop = new AbortController()
    const broker = await startBroker({ signal: stop.signal })
    const asked = fetch(`${broker.url}/ngsi-ld/v1/types`)
    await asked
    stop.abort()
    await broker.close()
    await expect(fetch(broker.url)).rejects.toThrow()
  })
})

describe('city-context broker', () => {
  it('prints its URL as the only line, and ends with 0 on Ctrl-C', async () => {
    const stop = new AbortController()
    const { out, error, io: streams } = io(stop.signal)
    const done = main(['broker', '--port', '0'], streams)
    while (out.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(out).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\n$/)])
    expect((await fetch(`${out[0]?.trim()}/ngsi-ld/v1/types`)).status).toBe(200)
    stop.abort()
    expect([await done, error]).toEqual([0, []])
  })

  it('ends with 2 and one line where the port is in use or is none', async () => {
    const broker = await startBroker()
    for (const port of [String(broker.port), 'x']) {
      const { out, error, io: streams } = io(new AbortController().signal)
      expect([await main(['broker', '--port', port], streams), out, error.length]).toEqual([2, [], 1])
    }
    await broker.close()
  })

  it('shows examples in its help', async () => {
    const { out, io: streams } = io(new AbortController().signal)
    expect(await main(['broker', '--help'], streams)).toBe(0)
    expect(out.join('')).toContain('city-context broker --port 1026')
  })
})

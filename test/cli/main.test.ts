import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { httpTests } from '../support/http.js'
import { runCli } from '../support/run-cli.js'

const { serve } = httpTests()

const commandNames = async (): Promise<readonly string[]> => {
  const { stdout } = await runCli(['--help'])
  return [...(stdout.split('Commands:')[1] ?? '').split('Examples:')[0]!.matchAll(/^ {2}(\w+)/gm)].map(
    (match) => match[1] ?? '',
  )
}

describe('the command line', () => {
  it('shows its commands and examples', async () => {
    const { code, stdout } = await runCli(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Examples:')
    expect(await commandNames()).toEqual(
      expect.arrayContaining(['generate', 'broker', 'check', 'import', 'query', 'watch']),
    )
  })

  it('shows the same with exit code 2 when nothing was asked', async () => {
    expect((await runCli([])).code).toBe(2)
  })

  it('prints its version', async () => {
    const { stdout, code } = await runCli(['--version'])
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(code).toBe(0)
  })

  it('names the nearest command for an unknown one, in one line', async () => {
    const { code, stderr } = await runCli(['generat'])
    expect(code).toBe(2)
    expect(stderr).toBe(
      'error: there is no command "generat". Did you mean "generate"? See city-context --help\n',
    )
  })

  it('ends with 3, in one line, where a gateway answers for a broker that it does not reach', async () => {
    const gateway = await serve((_, response) =>
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<title>502 Bad Gateway</title>'),
    )
    for (const asked of [['query', '--type', 'Sign'], ['get', 'urn:ngsi-ld:Sign:1'], ['doctor']]) {
      const { code, stdout, stderr } = await runCli([...asked, '--broker', gateway])
      expect([asked[0], code]).toEqual([asked[0], 3])
      expect(asked[0] === 'doctor' ? stdout : stderr).toContain('a proxy got no answer from the broker')
    }
  })

  it('says that it was stopped, without a stack trace', async () => {
    const silent = await serve(() => undefined)
    for (const asked of [
      ['query', '--type', 'Sign'],
      ['get', 'urn:ngsi-ld:Sign:1'],
      ['doctor'],
      ['export'],
    ]) {
      const interrupt = new AbortController()
      setTimeout(() => interrupt.abort(), 50)
      const result = await runCli([...asked, '--broker', silent], { signal: interrupt.signal })
      expect([asked[0], result]).toEqual([asked[0], { code: 1, stdout: '', stderr: 'stopped\n' }])
    }
  })

  it('ends quietly where its reader has enough', async () => {
    const page = Array.from({ length: 20_000 }, (_, n) => ({ id: `urn:ngsi-ld:Sign:${n}`, type: 'Sign' }))
    const broker = await serve((_, response) =>
      response.writeHead(200, { 'NGSILD-Results-Count': '40000' }).end(JSON.stringify(page)),
    )
    const file = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
    const asked = ['query', '--type', 'Sign', '--dialect', 'embedded', '--broker', broker]
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...asked])
    let told = ''
    child.stderr.on('data', (text) => (told += text))
    child.stdout.once('data', () => child.stdout.destroy())
    const [code] = await once(child, 'close')
    expect([code, told]).toEqual([1, ''])
  })

  it('tells what to do about a refused token, also where many entities were to be written', async () => {
    const closed = await serve((_, response) => response.writeHead(401).end())
    const asked = await runCli(['delete', 'urn:ngsi-ld:Sign:1', '--broker', closed])
    expect(asked).toMatchObject({
      code: 1,
      stderr:
        'urn:ngsi-ld:Sign:1: 401: no reason given: give auth to connect(), --token on the command line, or a fresh token\n',
    })
  })

  it('is not fooled by names of the prototype', async () => {
    expect((await runCli(['constructor'])).code).toBe(2)
  })

  it('has a --help with an example for every command', async () => {
    for (const name of await commandNames()) {
      const { code, stdout } = await runCli([name, '--help'])
      expect([name, code]).toEqual([name, 0])
      expect(stdout, name).toContain(`city-context ${name}`)
      expect(stdout, name).toMatch(/Examples?:/)
    }
  })

  it('refuses an unknown option of every command with exit code 2', async () => {
    for (const name of await commandNames()) {
      const { code, stderr } = await runCli([name, '--no-such-option'])
      expect([name, code]).toEqual([name, 2])
      expect(stderr, name).toMatch(/^error: .*option/)
    }
  })
})

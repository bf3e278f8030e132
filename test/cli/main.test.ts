import { describe, expect, it } from 'vitest'
import { runCli } from '../support/run-cli.js'

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

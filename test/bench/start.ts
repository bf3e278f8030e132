import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const rounds = 15

const fastest = (args: readonly string[]): number =>
  Math.min(
    ...Array.from({ length: rounds }, () => {
      const start = performance.now()
      execFileSync(process.execPath, args, { stdio: 'ignore' })
      return performance.now() - start
    }),
  )

/** Start of the command line against bare Node, and of the embedded broker after its import. */
export const run = async (): Promise<void> => {
  if (!existsSync(cli)) throw new Error('run npm run build first')
  const bare = fastest(['-e', '0'])
  const help = fastest([cli, '--help'])
  // The built package, as users load it: through tsx the first start would measure the transpiler.
  const built = new URL('../../dist/broker/index.js', import.meta.url)
  const { startBroker } = (await import(built.href)) as typeof import('../../src/broker/index.js')
  const begin = performance.now()
  const broker = await startBroker()
  const brokerMs = performance.now() - begin
  await broker.close()
  console.table([
    { what: 'node -e 0', ms: bare.toFixed(0), ratio: '', goal: '' },
    { what: 'city-context --help', ms: help.toFixed(0), ratio: (help / bare).toFixed(2), goal: '≤ 2.5 ×' },
    { what: 'startBroker()', ms: brokerMs.toFixed(0), ratio: '', goal: '≤ 100 ms' },
  ])
}

import { existsSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

const benches = [
  'models',
  'client',
  'upsert',
  'faults',
  'subscriptions',
  'broker',
  'check',
  'feed',
  'start',
  'types',
] as const
/** Take minutes each, so that they run only when they are named. */
const long = ['kill', 'exit', 'durability', 'fuzz', 'soak', 'million'] as const
const known: readonly string[] = [...benches, ...long]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`error: no bench called ${unknown.join(', ')}; there are ${known.join(', ')}`)
  process.exit(2)
}
const machine = cpus()
console.log(
  `Machine: ${machine[0]?.model.trim() ?? 'unknown'} × ${machine.length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
)
for (const name of wanted.length > 0 ? wanted : benches) {
  const file = new URL(`./${name}.ts`, import.meta.url)
  if (!existsSync(file)) continue
  console.log(`\n== ${name}`)
  const { run } = (await import(file.href)) as { run: () => Promise<void> }
  await run()
}

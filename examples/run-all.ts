/** Runs the stories one after the other and prints the result of each; exit code 1 when one fails. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const stories = [
  'no-silos',
  'fill-levels',
  'citizen-reports',
  'citizen-sensing',
  'street-bumps',
  'bicycle-kilometres',
  'lamp-posts',
  'sensor-register',
  'algorithm-register',
  'region',
  'exit-drill',
  'operations-centre',
]

let well = 0
for (const story of stories) {
  const began = performance.now()
  const file = fileURLToPath(new URL(`${story}.ts`, import.meta.url))
  const result = await run(process.execPath, ['--import', 'tsx', file], { timeout: 60_000 }).then(
    ({ stdout }) => /^Result: (.+)$/m.exec(stdout)?.[1],
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return undefined
    },
  )
  if (result !== undefined) well += 1
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${story.padEnd(20)} ${seconds} s  ${result ?? 'FAILED'}`)
}
console.log(`${well} of ${stories.length} stories ended well`)
if (well < stories.length) process.exitCode = 1

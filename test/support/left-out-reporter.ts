import type { Reporter, TestCase, TestModule } from 'vitest/node'

const placeOf = (test: TestCase): string => {
  const suite = test.parent.type === 'suite' ? test.parent.fullName : test.name
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return `${test.module.relativeModuleId}: ${suite}${note === undefined ? '' : `: ${note}`}`
}

/** Says at the end which tests were left out, and why: by their titles, or what they said when they skipped. */
export class LeftOutReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = new Map<string, number>()
    for (const module of modules)
      for (const test of module.children.allTests('skipped'))
        counts.set(placeOf(test), (counts.get(placeOf(test)) ?? 0) + 1)
    if (counts.size === 0) return
    const lines = [...counts].map(([place, count]) => `  ${count} × ${place}`)
    process.stdout.write(`\nLeft out:\n${lines.join('\n')}\n`)
  }
}

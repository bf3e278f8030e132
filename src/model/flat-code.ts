/**
 * Ajv nests the check of each property into that of the one before, to stop at the first error. A failed check returns
 * at once anyway, and inside `anyOf` the count of errors decides; so the guards can go. What is left is flat: nested
 * code grows with the square of the number of properties once a compiler indents it.
 */

const guard = /^if\(valid\d+\)\{$/
const property = /^if\(data\d*(?:\.[A-Za-z_$][\w$]*|\["(?:[^"\\]|\\.)*"\]) !== undefined\)\{$/

/** For each line that opens a block, the line that closes it. Ajv writes one statement a line. */
const closers = (lines: readonly string[]): ReadonlyMap<number, number> => {
  const open: number[] = []
  const pairs = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('}')) pairs.set(open.pop() ?? -1, index)
    if (line.endsWith('{')) open.push(index)
  }
  return pairs
}

/** Takes the guards away whose block goes on with the next property and has no else. */
const withoutGuards = (lines: readonly string[]): readonly string[] => {
  const pairs = closers(lines)
  const dropped = new Set<number>()
  for (const [index, line] of lines.entries()) {
    const end = pairs.get(index)
    if (end === undefined || !guard.test(line) || !property.test(lines[index + 1] ?? '')) continue
    if (lines[end] !== '}' || lines[end + 1]?.startsWith('else') === true) continue
    dropped.add(index)
    dropped.add(end)
  }
  return lines.filter((_, index) => !dropped.has(index))
}

const names = /"(?:[^"\\]|\\.)*"|\b(valid\d+|_errs\d+)\b/g
const assignment = /^(?:var|let|const) (valid\d+|_errs\d+) = .*;$/

const readNames = (lines: readonly string[]): ReadonlySet<string> => {
  const read = new Set<string>()
  for (const line of lines) {
    const own = assignment.exec(line)?.[1]
    let first = true
    for (const [, name] of line.matchAll(names)) {
      if (name === undefined) continue
      // The name that a line declares is written there, not read.
      if (first && name === own) first = false
      else read.add(name)
    }
  }
  return read
}

const withoutEmptyElse = (lines: readonly string[]): readonly string[] =>
  lines.filter((line, index) => {
    const opens = line === 'else {' && lines[index + 1] === '}'
    const closes = line === '}' && lines[index - 1] === 'else {'
    return !opens && !closes
  })

/** Takes assignments away that nothing reads any more, until there are none. */
const withoutUnread = (lines: readonly string[]): readonly string[] => {
  const read = readNames(lines)
  const kept = withoutEmptyElse(
    lines.filter((line) => {
      const name = assignment.exec(line)?.[1]
      return name === undefined || read.has(name)
    }),
  )
  return kept.length === lines.length ? lines : withoutUnread(kept)
}

/** Flattens the functions of Ajv's standalone code, which must have one statement a line. */
export const flattenCode = (code: string): string => {
  const result: string[] = []
  let body: string[] = []
  let inside = false
  for (const line of code.split('\n')) {
    if (line.startsWith('function ')) inside = true
    if (!inside) {
      result.push(line)
      continue
    }
    body.push(line)
    if (line === '}' && closers(body).get(0) === body.length - 1) {
      result.push(...withoutUnread(withoutGuards(body)))
      body = []
      inside = false
    }
  }
  return [...result, ...body].join('\n')
}

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src/', import.meta.url))

const staticImports = (file: string): readonly string[] => {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  // Type-only imports vanish when compiled; dynamic import() loads late and is allowed.
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map(
    (match) => match[1] ?? '',
  )
}

/** Every package that loading a file loads at once, followed through the project's own files. */
const packagesLoadedBy = (entry: string): ReadonlySet<string> => {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const specifier of staticImports(file)) {
      if (specifier.startsWith('.')) visit(resolve(dirname(file), specifier.replace(/\.js$/, '.ts')))
      else packages.add(specifier)
    }
  }
  visit(resolve(src, entry))
  return packages
}

const heavy =
  /^(hono|@hono\/|mqtt|@turf\/|libsql|json-schema-to-typescript|rbush|proj4|csv-parse|openid-client|commander|yaml|cli-progress)/

describe('what loading the library loads', () => {
  it.each(['index.ts', 'models/index.ts'])('%s loads nothing heavy', (entry) => {
    expect([...packagesLoadedBy(entry)].filter((name) => heavy.test(name))).toEqual([])
  })

  it('the command line loads only commander before it knows the command', () => {
    expect([...packagesLoadedBy('cli/main.ts')].filter((name) => !name.startsWith('node:'))).toEqual([
      'commander',
    ])
  })

  it.each(['ngsi', 'query', 'dialect'])('%s runs in a browser: no node: module', (room) => {
    const files = readdirSync(join(src, room)).filter((name) => statSync(join(src, room, name)).isFile())
    expect(files.length).toBeGreaterThan(0)
    for (const file of files)
      expect([...packagesLoadedBy(join(room, file))].filter((name) => name.startsWith('node:'))).toEqual([])
  })
})

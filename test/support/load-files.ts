import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** The files of a load. */
export interface LoadFiles {
  readonly journal: () => { readonly file: string; readonly source: string }
  readonly dead: () => string
  readonly path: (name: string) => string
}

/** The files of a load in a folder that is made anew for each test; call it at the top of a file. */
export const loadFiles = (): LoadFiles => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'city-context-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })
  const path = (name: string): string => join(folder, name)
  return {
    journal: () => ({ file: path('load.ndjson'), source: 'register' }),
    dead: () => path('dead.ndjson'),
    path,
  }
}

/** The lines of a file that are not empty. */
export const linesIn = (file: string): readonly string[] =>
  readFileSync(file, 'utf8').split('\n').filter(Boolean)

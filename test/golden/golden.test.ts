import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { generateCode } from '../../src/model/generate.js'
import { openSource } from '../../src/model/source.js'
import { invalid, valid } from './entities.js'
import * as models from './expected/index.js'

const here = dirname(fileURLToPath(import.meta.url))
const expected = join(here, 'expected')
const source = await openSource(join(here, 'schemas'))
const code = await generateCode(source, source.models, { library: '../../../src/model/index.js' })

describe('golden files', () => {
  it('are ten models, the same bytes every time', () => {
    expect(source.models).toHaveLength(10)
    expect([...code.files.keys()].sort()).toEqual(readdirSync(expected).sort())
    for (const [name, text] of code.files) expect(readFileSync(join(expected, name), 'utf8'), name).toBe(text)
  })

  it('compile under strict with a valid and an invalid entity each', async () => {
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
    await expect(promisify(execFile)(process.execPath, [tsc, '-p', join(here, 'tsconfig.json')])).resolves.toBeDefined()
  })

  it('accept the valid entities and refuse the invalid ones at run time', () => {
    const list = [models.Pump, models.ShapeSensor, models.Box, models.Model3DPrinter, models.IdentitySensor, models.Bench, models.Lamp, models.Meter, models.Tree, models.Signal]
    for (const [index, model] of list.entries()) {
      expect(model.validate(valid[index]), `${model.source} valid`).toEqual([])
      expect(model.validate(invalid[index]).length, `${model.source} invalid`).toBeGreaterThan(0)
    }
  })

  it('come with a finding for everything that the schemas say wrongly', () => {
    const rules = code.findings.map(({ rule, place }) => `${rule} ${place.split('/').slice(1, 2)}`)
    for (const rule of [
      'schema.dead-reference Bench',
      'schema.misplaced-attribute Lamp',
      'schema.tuple-items Lamp',
      'schema.draft-4 Lamp',
      'schema.unknown-format Lamp',
      'schema.enum-duplicate Lamp',
      'schema.unknown-keyword Lamp',
      'schema.idle-keyword Lamp',
      'schema.kind-guessed Meter',
      'schema.unknown-unit Meter',
      'schema.type-name Meter',
      'schema.enum-blank Lamp',
      'schema.required-undefined Sensor',
    ])
      expect(rules).toContain(rule)
  })

  it('keep every line within 120 characters', () => {
    for (const [name, text] of code.files)
      if (name !== 'validators.ts')
        expect(text.split('\n').filter((line) => line.length > 120), name).toEqual([])
  })
})

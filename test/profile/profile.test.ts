import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check } from 'city-context/check'
import { OffStreetParking } from 'city-context/models'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Model } from '../../src/model/descriptor.js'
import { diffProfiles, printDifference } from '../../src/profile/diff.js'
import { lintProfile } from '../../src/profile/lint.js'
import { readProfile } from '../../src/profile/profile-file.js'

const example = (name: string): string =>
  fileURLToPath(new URL(`../../examples/profiles/${name}.profile.yaml`, import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'profile-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const written = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const head = 'name: x\nversion: "1.0.0"\n'
const base = `${head}models:
  OffStreetParking:
    attributes:
      name: { level: mandatory }
      status: { values: [open, closed] }
      totalSpotNumber: { minimum: 10, maximum: 500 }
      availableSpotNumber: { maxAge: PT1H, mayLoosen: true }
`

const extending = async (attributes: string, extra = ''): Promise<string> => {
  await written('base.yaml', base)
  return written(
    'own.yaml',
    `${head}extends: base.yaml\n${extra}models:\n  OffStreetParking:\n    attributes:\n      ${attributes}\n`,
  )
}

describe('profiles', () => {
  it('works a base into a town', async () => {
    const profile = await readProfile(example('voorbeeldstad'))
    expect(profile.layers.map(({ name }) => name)).toEqual(['gemeenten', 'voorbeeldstad'])
    expect(profile.models['OffStreetParking']).toMatchObject({
      version: '0.1.3',
      closed: true,
      attributes: {
        name: { level: 'mandatory' },
        availableSpotNumber: { level: 'mandatory', maxAge: 'PT1H' },
        evBays: { type: 'integer' },
      },
    })
    expect(profile.governance).toMatchObject({
      purpose: 'Management of public space',
      contact: 'data@voorbeeldstad.example',
    })
  })

  it.each([
    [
      'name: { level: recommended }',
      /attributes\.name loosens the base: level recommended instead of mandatory/,
    ],
    ['status: { values: [open, full] }', /the value full, which the base does not allow/],
    ['totalSpotNumber: { minimum: 5 }', /minimum 5 below 10/],
    ['totalSpotNumber: { maximum: 900 }', /maximum 900 above 500/],
  ])('refuses to loosen: %s', async (attributes, message) => {
    await expect(readProfile(await extending(attributes))).rejects.toThrow(message)
  })

  it.each(['status: { values: [open] }', 'availableSpotNumber: { maxAge: P1D }', 'name: { precision: 2 }'])(
    'allows %s',
    async (attributes) => {
      await expect(readProfile(await extending(attributes))).resolves.toBeDefined()
    },
  )

  it.each([
    [
      `${head}models: { A: { clsed: true } }`,
      /:3: "clsed" is no known key of models\.A; did you mean "closed"\?/,
    ],
    [
      `${head}models: { A: { class: secret } }`,
      /models\.A\.class is "secret"; allowed are public, internal, personal/,
    ],
    ['name: x\nmodels: { A: {} }', /lacks "version"/],
    [`${head}models: [`, /:\d+:\d+ is not YAML/],
  ])('names line and remedy of a wrong profile', async (text, message) => {
    await expect(readProfile(await written('wrong.yaml', text))).rejects.toThrow(message)
  })

  it('refuses a base that changed, and a circle', async () => {
    await written('base.yaml', base)
    const locked = await written(
      'locked.yaml',
      `${head}extends: { from: base.yaml, sha256: ${'a'.repeat(64)} }\nmodels: { OffStreetParking: {} }\n`,
    )
    await expect(readProfile(locked)).rejects.toThrow(/has changed: its SHA-256 is/)
    const circle = await written(
      'circle.yaml',
      `${head}extends: circle.yaml\nmodels: { OffStreetParking: {} }\n`,
    )
    await expect(readProfile(circle)).rejects.toThrow(/circle/)
  })

  it('names what a second town asks otherwise', async () => {
    const [first, second] = await Promise.all([
      readProfile(example('gemeenten')),
      readProfile(example('nieuwerdam')),
    ])
    const lines = diffProfiles(first, second).map(printDifference)
    expect(lines).toContain('~ models.OffStreetParking.attributes.availableSpotNumber.maxAge: "PT1H" → "P1D"')
    expect(lines).toContain('+ models.OffStreetParking.attributes.maximumAllowedHeight.level: "mandatory"')
  })

  it('finds nothing to say against the examples, and what is wrong with a wrong one', async () => {
    const bundled: Record<string, unknown> = { ...(await import('city-context/models')) }
    const models = Object.values(bundled).filter((value): value is Model => 'validate' in (value as object))
    for (const name of ['gemeenten', 'voorbeeldstad', 'nieuwerdam'])
      expect(lintProfile(await readProfile(example(name)), models)).toEqual([])
    const wrong = await readProfile(
      await written(
        'lint.yaml',
        `${head}models: { OffStreetPraking: {}, OffStreetParking: { attributes: { nam: {}, status: { values: [vrij] }, location: { level: forbidden } } } }`,
      ),
    )
    expect(lintProfile(wrong, models).map(({ rule }) => rule)).toEqual([
      'profile-lint.unknown-model',
      'profile-lint.unknown-attribute',
      'profile-lint.value',
      'profile-lint.level',
    ])
  })

  it("tells that the second town's supplier breaks its override, and waives what is waived", async () => {
    const entity = {
      id: 'urn:ngsi-ld:OffStreetParking:GM9999:1',
      type: 'OffStreetParking',
      name: 'Haven',
      location: { type: 'Point', coordinates: [4.70001, 51.90001] },
      totalSpotNumber: 100,
      status: ['almostFull'],
    }
    const now = new Date('2026-11-23T10:00:00Z')
    const run = (name: string) => check([entity], { model: OffStreetParking, profile: example(name), now })
    const general = await run('gemeenten')
    expect(general.rules.filter(({ severity }) => severity === 'error')).toEqual([])
    const second = await run('nieuwerdam')
    expect(second.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'profile.values', path: 'status.value' },
    ])
    expect(second.waived).toMatchObject([{ rule: 'profile.mandatory', count: 1 }])
    const later = await check([entity], {
      model: OffStreetParking,
      profile: example('nieuwerdam'),
      now: new Date('2027-06-01T10:00:00Z'),
    })
    expect(later.rules.map(({ rule }) => rule)).toContain('profile.mandatory')
  })
})

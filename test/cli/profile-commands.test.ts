import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Configure } from '../../src/cli/command.js'
import { configure as infer } from '../../src/cli/infer.js'
import { configure as init } from '../../src/cli/init.js'
import { configure as profile } from '../../src/cli/profile.js'
import { configure as tender } from '../../src/cli/tender.js'
import { readProfile } from '../../src/profile/profile-file.js'

const town = fileURLToPath(new URL('../../examples/profiles/voorbeeldstad.profile.yaml', import.meta.url))
const base = fileURLToPath(new URL('../../examples/profiles/gemeenten.profile.yaml', import.meta.url))
const garages = fileURLToPath(new URL('../../examples/data/parkeergarages.csv', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'profile-commands-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (configure: Configure, argv: readonly string[]) => {
  let stdout = ''
  const io = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: () => undefined },
    stdin: process.stdin,
    env: {},
    cwd: folder,
    signal: new AbortController().signal,
    exitCode: 0,
  }
  const command = new Command().exitOverride()
  configure(command, io)
  await command.parseAsync(argv, { from: 'user' })
  return { stdout, code: io.exitCode }
}

describe('city-context profile', () => {
  it('shows a profile with its base worked in', async () => {
    const { stdout } = await run(profile, ['show', town, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'voorbeeldstad',
      layers: [{ name: 'gemeenten' }, { name: 'voorbeeldstad' }],
    })
  })

  it('names the differences and ends with 1', async () => {
    const { stdout, code } = await run(profile, ['diff', base, town])
    expect(code).toBe(1)
    expect(stdout).toContain(
      '~ models.OffStreetParking.attributes.availableSpotNumber.level: "recommended" → "mandatory"',
    )
    expect((await run(profile, ['diff', town, town])).code).toBe(0)
  })

  it('has nothing to say against a right one', async () => {
    expect(await run(profile, ['lint', town])).toEqual({ stdout: 'Nothing to say.\n', code: 0 })
  })
})

describe('city-context tender', () => {
  it.each([
    ['en', 'Each OffStreetParking has the attribute availableSpotNumber.'],
    ['nl', 'Elke OffStreetParking heeft het attribuut availableSpotNumber.'],
  ])('writes requirements in %s, each with its command', async (lang, sentence) => {
    const { stdout } = await run(tender, ['--profile', town, '--lang', lang])
    expect(stdout).toContain(sentence)
    const ids = [...stdout.matchAll(/^\*\*([A-Z0-9_-]+)\*\*/gm)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(stdout.match(/`city-context /g)).toHaveLength(ids.length)
  })
})

describe('city-context init', () => {
  it('writes a profile that can be read, and a script; never over what is there', async () => {
    const argv = [
      '--name',
      'dorp',
      '--owner',
      'Gemeente Dorp',
      '--models',
      'OffStreetParking,Streetlight',
      '--dir',
      'new',
    ]
    await run(init, argv)
    const made = await readProfile(join(folder, 'new/profile.yaml'))
    expect(Object.keys(made.models)).toEqual(['OffStreetParking', 'Streetlight'])
    const lock = JSON.parse(await readFile(join(folder, 'new/city-context.lock.json'), 'utf8')) as {
      models: Record<string, { source: string }>
    }
    expect(Object.keys(lock.models)).toEqual([
      'dataModel.Parking/OffStreetParking',
      'dataModel.Streetlighting/Streetlight',
    ])
    expect(lock.models['dataModel.Parking/OffStreetParking']?.source).toBe(
      'node_modules/city-context/schemas',
    )
    expect(await readFile(join(folder, 'new/first.js'), 'utf8')).toContain('city.find(OffStreetParking)')
    await expect(run(init, argv)).rejects.toThrow(/is there already; say --force/)
    await expect(run(init, [...argv.slice(0, 5), 'Lamp', '--dir', 'x'])).rejects.toThrow(
      /there is no model "Lamp"/,
    )
    await expect(run(init, [])).rejects.toThrow(/say --name, --owner and --models/)
  })
})

describe('city-context infer', () => {
  it('prints a draft, or writes it once', async () => {
    expect((await run(infer, [garages])).stdout).toContain('entity: { type: OffStreetParking }')
    await run(infer, [garages, '--out', 'draft.map.yaml'])
    await expect(run(infer, [garages, '--out', 'draft.map.yaml'])).rejects.toThrow(/is there already/)
  })
})
